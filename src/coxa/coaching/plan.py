"""Makes a plan: screens, hears what the log says, and fills the weeks."""

from collections.abc import Mapping
from datetime import date

from coxa.coaching.assess import findings
from coxa.coaching.coverage import coverage
from coxa.coaching.screen import Screening, screen
from coxa.coaching.substitutes import alike
from coxa.exercises.dose import Dose
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.language import gettext as _
from coxa.language import per_language
from coxa.training.outcomes import outcomes_of
from coxa.training.person import Person
from coxa.training.phases import BLOCK_WEEKS, Phase, phase_of
from coxa.training.plan import Decision, LeftOut, Plan, Status, Week
from coxa.training.planner.calendar import Calendar, calendar_of
from coxa.training.planner.menu import Menu, menu_of, reason_against
from coxa.training.planner.model import HARD
from coxa.training.planner.request import Request, sided_of
from coxa.training.planner.weeks import plan_request
from coxa.training.planner.weights import weights
from coxa.training.progression import REVIEW_DAYS, decide_all, messages_of
from coxa.training.volume import Volume, volume_of

DRILLS_FIRST_MINUTES = 5  # source 004: five minutes twice a day, strength "from there"
FULL_TERM = 40
SWAPS = ("swap_harder", "swap_easier")
UP = frozenset({"increase", "swap_harder"})
EASING = frozenset({"reduce", "swap_easier", "stop"})


def make_plan(
    person: Person, today: date, weeks: int = BLOCK_WEEKS, seed: int = 0, first_day: int = 1
) -> Plan:
    """The plan for `weeks` weeks from the one whose day `first_day` (1 = Monday) is today.

    The same person, day and seed give the same plan, to the letter.
    """
    screening = screen(person, today)
    outcomes = outcomes_of(person)
    if not screening.trains:
        return Plan(
            status=screening.status,
            messages=screening.messages,
            horizon_weeks=0,
            pain_cap=screening.limits.pain_cap,
            outcomes=outcomes,
        )
    limits = screening.limits
    decisions = decisions_of(person, screening)
    made = _weeks(person, today, weeks, seed, first_day, decisions)
    volume = volume_of(person)
    messages = (*screening.messages, *volume.messages, *messages_of(person, limits.pain_cap))
    return Plan(
        status=_status(screening, messages),
        messages=tuple(dict.fromkeys(messages)),
        horizon_weeks=max(weeks, BLOCK_WEEKS),
        pain_cap=screening.limits.pain_cap,
        weeks=made,
        decisions=decisions,
        outcomes=outcomes,
        left_out=_left_out(screening),
    )


def decisions_of(person: Person, screening: Screening) -> tuple[Decision, ...]:
    """What the log means for each exercise, within what the screening leaves in."""
    limits = screening.limits
    return decide_all(
        person, exercises(), limits.pain_cap, _allowed(screening),
        limits.top_level, limits.max_hold_s,
    )  # fmt: skip


def may_do(exercise_id: str, person: Person, screening: Screening) -> bool:
    """Whether nothing speaks against an exercise today: safety, level, equipment, the floor."""
    exercise = exercises().get(exercise_id)
    return exercise is not None and reason_against(exercise, person, screening.limits) is None


def _weeks(
    person: Person,
    today: date,
    weeks: int,
    seed: int,
    first_day: int,
    decisions: tuple[Decision, ...],
) -> tuple[Week, ...]:
    """Weeks ahead differ only where phase, screening or rest do; equal ones are solved once."""
    made: list[Week] = []
    solved: dict[str, Week] = {}
    for number in range(1, weeks + 1):
        screening = screen(person, today, number)
        if not screening.trains:
            break
        request = request_of(person, number, screening, decisions, first_day if number == 1 else 1)
        key = _key(request)
        if key not in solved:
            solved[key] = plan_request(request, exercises(), seed)
        made.append(
            solved[key].model_copy(update={"week": number} | _begun_late(number, first_day))
        )
    return tuple(made)


def _begun_late(number: int, first_day: int) -> dict[str, object]:
    """A week begun late cannot hold a week's work, and says only that."""
    if number > 1 or first_day == 1:
        return {}
    return {
        "unmet": (),
        "notes": (_("This week is already under way; the next one has all its days."),),
    }


def _key(request: Request) -> str:
    same = (request.phase.id, request.limits, request.calendar, request.sets_low, request.sets_high)
    return repr((*same, sorted(request.standing)))


def request_of(
    person: Person,
    number: int,
    screening: Screening,
    decisions: tuple[Decision, ...],
    first_day: int = 1,
) -> Request:
    """All that the planned week `number` depends on. The log bounds only the first one."""
    phase = phase_of(person, number)
    volume = volume_of(person) if number == 1 else Volume()
    standing = standing_doses(decisions)
    limits = screening.limits.model_copy(
        update={
            "top_level": max(1, screening.limits.top_level + volume.level_step),
            "barred": {
                **(_not_yet(person, decisions, standing) if number == 1 else {}),
                **_swapped(decisions),
                **screening.limits.barred,
            },
        }
    )
    found = findings(person)
    calendar = _calendar(person, phase, number, first_day, volume, limits.kinds)
    menu: Menu = menu_of(
        person, phase, limits, exercises(), standing, sided_of(found),
        len(calendar.slots), _fewer_sets(person, phase, volume), coverage(),
    )  # fmt: skip
    return Request(
        person, phase, limits, calendar, menu, weights(), found,
        volume.low, volume.high, standing, coverage(),
    )  # fmt: skip


def _fewer_sets(person: Person, phase: Phase, volume: Volume) -> bool:
    """Whether exercises may be done in fewer sets than usual, to meet the week's bounds."""
    usual = phase.sets_for(person)[1] * phase.strength_days
    return volume.low is not None or (volume.high is not None and volume.high < usual)


def _calendar(
    person: Person,
    phase: Phase,
    number: int,
    first_day: int,
    volume: Volume,
    kinds: frozenset[Kind],
) -> Calendar:
    strength = _strength_days(person, phase)
    if volume.high is not None:
        strength = min(strength, volume.high)
    if Kind.STRENGTH not in kinds:
        strength = 0
    rest = _rest_until(person, first_day) if number == 1 else 0
    return calendar_of(person.days_per_week, person.sessions_per_day, strength, first_day, rest)


def _strength_days(person: Person, phase: Phase) -> int:
    tiny = person.sessions_per_day == 2 and person.minutes_per_session <= DRILLS_FIRST_MINUTES
    if tiny and phase.id == "learn" and person.level == "novice" and not person.history.log:
        return 0
    if person.goal == "mobility" and person.age < 65:
        return min(2, phase.strength_days)
    return phase.strength_days


def _rest_until(person: Person, first_day: int) -> int:
    """The last day of this week on which strength would follow on the heels of strength."""
    ago = person.history.last_strength_days_ago
    if ago is None:
        days = [
            -done.day
            for one in person.history.log
            if exercises()[one.exercise_id].kind is Kind.STRENGTH
            for done in one.sessions
        ]
        ago = min(days, default=None)
    return 0 if ago is None or ago > 1 else first_day + 1 - ago


def standing_doses(decisions: tuple[Decision, ...]) -> Mapping[str, Dose]:
    """The doses of the exercises the person does, after the decisions of this review."""
    doses: dict[str, Dose] = {}
    for one in decisions:
        if one.decision == "stop":
            continue
        target = one.to_exercise if one.decision in SWAPS and one.to_exercise else one.exercise_id
        doses[target] = _dose(target, one)
    return doses


def _dose(exercise_id: str, decision: Decision) -> Dose:
    start = exercises()[exercise_id].start_dose
    named = {k: v for k, v in decision.to_dose.items() if k in Dose.model_fields and v is not None}
    return Dose.model_validate(start.model_dump() | named)


def _swapped(decisions: tuple[Decision, ...]) -> dict[str, str]:
    """What a decision took out this week, and why."""
    return {
        one.exercise_id: one.reason
        for one in decisions
        if one.decision == "stop" or (one.decision in SWAPS and one.to_exercise)
    }


def _not_yet(
    person: Person, decisions: tuple[Decision, ...], standing: Mapping[str, Dose]
) -> dict[str, str]:
    """New strength exercises that the log has not earned: harder is never a way round a hold.

    In a week that eases something, only light ones are new; a hard one is new only in a week in
    which something else went so well that it goes up.
    """
    fresh = _fresh(person)
    now = {one.decision for one in decisions if one.exercise_id in fresh}
    if now & EASING:
        top, why = 1, _("waits until a week goes by in which nothing has to be eased")
    elif now and not now & UP:
        top, why = HARD - 1, _("waits until what you do goes well twice")
    else:
        return {}
    return {
        e.id: why
        for e in exercises().values()
        if e.kind is Kind.STRENGTH and e.level > top and e.id not in standing
    }


def _fresh(person: Person) -> frozenset[str]:
    """The strength exercises of the last seven days that were trained in."""
    days = {
        one.exercise_id: max(done.day for done in one.sessions)
        for one in person.history.log
        if one.sessions and exercises()[one.exercise_id].kind is Kind.STRENGTH
    }
    newest = max(days.values(), default=0)
    return frozenset(i for i, day in days.items() if newest - day < REVIEW_DAYS)


def _allowed(screening: Screening) -> frozenset[str]:
    top = screening.limits.top_level
    return frozenset(
        e.id for e in exercises().values() if e.level <= top and e.id not in screening.limits.barred
    )


def _status(screening: Screening, messages: tuple[str, ...]) -> Status:
    if screening.status == "ok" and {"rescreen", "see_clinician"} & set(messages):
        return "ok_with_caution"
    return screening.status


def _left_out(screening: Screening) -> tuple[LeftOut, ...]:
    barred = screening.limits.barred
    return tuple(
        LeftOut(exercise_id=i, reason=barred[i], instead=_instead(i, screening))
        for i in sorted(barred)
    )


def _instead(exercise_id: str, screening: Screening) -> str | None:
    """The nearest easier form that is not left out, else one for the same muscle."""
    gone, allowed = exercises()[exercise_id], _allowed(screening)
    for easier in gone.ladder.easier:
        if easier in allowed:
            return easier
    others = [e for e in exercises().values() if e.id in allowed and alike(e, gone)]
    return min(others, key=lambda e: (e.level, e.id)).id if others else None


@per_language(256)
def cached_plan(person_json: str, today: date, weeks: int, seed: int, first_day: int) -> Plan:
    """make_plan for a person given as JSON; plans are pure, so the same question is asked once."""
    person = Person.model_validate_json(person_json)
    return make_plan(person, today, weeks, seed, first_day)
