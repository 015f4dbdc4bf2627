"""Is it safe to train, and within which limits: red flags, age, pain, surgery, conditions."""

from collections.abc import Iterator
from datetime import date, timedelta

from coxa.checks.check import Check
from coxa.checks.library import checks
from coxa.coaching.assess import findings
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Equipment, Kind
from coxa.language import gettext as _
from coxa.language import later
from coxa.reading.values import Value
from coxa.safety.flags import ScreenQuestion, red_flags, screen_questions
from coxa.safety.profiles import Profile, profiles
from coxa.training.limits import Limits
from coxa.training.person import Person, split_weeks
from coxa.training.phases import LEVEL_WITH_CARE, phase_of
from coxa.training.plan import Status
from coxa.training.wanted import Finding

OLDEST_CHILD = 15
OLDER = 65
OLDER_BALANCE_DAYS = 3  # WHO 2020
CLEARANCE_WEEKS = 26  # after surgery, six months
PREGNANCY_WEEKS = 40
LONGEST_PREGNANCY_WEEKS = 42  # from then on the baby is taken to be born
CARE_AFTER_BIRTH_WEEKS = 12
HIP_OPERATIONS = frozenset({"thr_posterior", "thr_anterior", "thr_lateral", "hip_surgery"})
REST_PAIN_LIMIT = 5  # both published pain models stop above it
GREEN_PAIN = 2
USUAL_CAP = 5
FALL_MESSAGE = "fall_risk"
NOT_LIFTED_BY_CLEARANCE = frozenset({"ill_today", "under_16", "pregnancy_trouble"})
END_RANGE = "_end_range"
TOO_SORE = later("waits until the pain at rest is 5 or less")
NO_FLOOR = later("is done on the floor, and getting down there is too hard for now")
UNSTEADY = "unsteady"


class Screening(Value):
    """Whether there is a plan at all, what is said with it, and the limits it keeps."""

    status: Status
    messages: tuple[str, ...]
    limits: Limits

    @property
    def trains(self) -> bool:
        return self.status not in ("refer", "refer_urgent")


def screen(person: Person, today: date, week: int = 1) -> Screening:
    """The screening that holds in the plan's week `week`, which begins 7 days a week later."""
    found = findings(person)
    rows = tuple(profiles_of(person, today, week, found))
    stop = _stop(person, rows, today, week)
    if stop is not None:
        return Screening(status=stop[0], messages=stop[1], limits=Limits(pain_cap=_cap(rows)))
    limits = _limits(person, rows, found, week)
    messages = _unique([m for row in rows for m in row.messages] + list(_messages(found)))
    if person.pain.now > REST_PAIN_LIMIT:
        gentle = _gentle(limits)
        said = ("see_clinician", "pain_rule", "gentle_only", *messages)
        return Screening(status="hold", messages=_unique(said), limits=gentle)
    careful = bool(rows) or FALL_MESSAGE in messages or sore(person)
    return Screening(
        status="ok_with_caution" if careful else "ok",
        messages=_unique(messages + (("pain_rule",) if sore(person) else ())),
        limits=limits,
    )


def sore(person: Person) -> bool:
    """Pain now above what is usual and green: amber or worse."""
    usual = person.history.baseline_pain or 0
    return person.pain.now > max(GREEN_PAIN, usual + 1)


def profiles_of(
    person: Person, today: date, week: int = 1, found: tuple[Finding, ...] = ()
) -> Iterator[Profile]:
    """The rows of the table of conditions that count for this person in this week of the plan."""
    words = [*person.conditions, *_told_by_dates(person, today)]
    if _unsteady(person, found) and UNSTEADY not in words:
        words.append(UNSTEADY)
    for word in words:
        code, stated = split_weeks(word)
        stages = dict(_stages(code, weeks_at(person, code, stated, today, week)))
        for row in profiles():
            if row.code in stages and _counts(row, stages[row.code]):
                yield row


def _told_by_dates(person: Person, today: date) -> Iterator[str]:
    """A stored date says its condition by itself, so that a word left out opens nothing."""
    said = {split_weeks(word)[0] for word in person.conditions}
    if person.surgery_date and not said & HIP_OPERATIONS:
        yield "hip_surgery"
    if said & {"pregnant", "postpartum"}:
        return
    birth = person.birth_date or person.due_date
    if birth is not None and (today - birth).days // 7 <= CARE_AFTER_BIRTH_WEEKS:
        yield "postpartum" if person.birth_date else "pregnant"


def _stages(code: str, weeks: int | None) -> Iterator[tuple[str, int | None]]:
    """Past its term a pregnancy brings the care after a birth: in a plan, birth comes meanwhile."""
    if code != "pregnant" or weeks is None or weeks <= LONGEST_PREGNANCY_WEEKS:
        yield code, weeks
    if code == "pregnant" and weeks is not None and weeks > PREGNANCY_WEEKS:
        yield "postpartum", weeks - PREGNANCY_WEEKS


def weeks_at(person: Person, code: str, stated: int | None, today: date, week: int) -> int | None:
    """How many weeks along a dated condition is on the first day of a planned week.

    A stored date rules; without one a stated number counts from the plan's first day.
    """
    day = today + timedelta(weeks=week - 1)
    if code == "pregnant" and person.due_date:
        return max(0, PREGNANCY_WEEKS - (person.due_date - day).days // 7)
    if code == "postpartum" and person.birth_date:
        return max(0, (day - person.birth_date).days // 7)
    if (code.startswith("thr_") or code == "hip_surgery") and person.surgery_date:
        return max(0, (day - person.surgery_date).days // 7)
    return None if stated is None else stated + week - 1


def _counts(row: Profile, weeks: int | None) -> bool:
    """Unknown weeks count as every week: the stricter reading."""
    return weeks is None or row.from_week <= weeks <= row.until_week


def _unsteady(person: Person, found: tuple[Finding, ...]) -> bool:
    """A clear finding of a balance check counts as feeling unsteady; for who is 65 or older a
    low chair stand too."""
    if any(FALL_MESSAGE in finding.messages for finding in found):
        return True
    flagged = {f.check_id for f in found if f.severity == "clear"}
    return person.age >= OLDER and bool(flagged & {"chair_stand_30s", "single_leg_stance"})


def _stop(
    person: Person, rows: tuple[Profile, ...], today: date, week: int
) -> tuple[Status, tuple[str, ...]] | None:
    if person.red_flags:
        return _red(person)
    if person.age <= OLDEST_CHILD:
        return "refer", ("under_16", "see_clinician")
    waits = _waits(person, today, week)
    if waits or (person.clearance is False and rows):
        said = [m for row in rows for m in row.messages]
        return "refer", _unique([*waits, "needs_clearance", "see_clinician", *said])
    return None


def _waits(person: Person, today: date, week: int) -> list[str]:
    """The messages of a wait for a professional's word: a yes on the screen, a fresh operation,
    a condition that needs clearance."""
    said = [m for q in screen_questions() if _refers(q, person) for m in q.messages]
    if person.clearance is True:
        return said
    surgery = person.surgery_date
    if surgery is not None and (today - surgery).days // 7 <= CLEARANCE_WEEKS:
        said += ["follow_surgeon"]
    for word in person.conditions:
        code, stated = split_weeks(word)
        weeks = weeks_at(person, code, stated, today, week)
        if any(r.code == code and r.needs_clearance and _counts(r, weeks) for r in profiles()):
            said += ["needs_clearance"] * (weeks is None or weeks <= CLEARANCE_WEEKS)
    return said


def _refers(question: ScreenQuestion, person: Person) -> bool:
    """A professional's clearance lifts a wait, but not that of somebody ill today or a child."""
    lifted = person.clearance is True and question.code not in NOT_LIFTED_BY_CLEARANCE
    return question.code in person.screen and question.leads_to == "refer" and not lifted


def _red(person: Person) -> tuple[Status, tuple[str, ...]]:
    flags = [red_flags()[code] for code in person.red_flags]
    emergency = any(flag.urgency == "emergency" for flag in flags)
    urgent = emergency or any(flag.urgency == "urgent" for flag in flags)
    more = ("emergency",) if emergency else ("see_clinician",)
    return "refer_urgent" if urgent else "refer", (*person.red_flags, *more)


def _limits(
    person: Person, rows: tuple[Profile, ...], found: tuple[Finding, ...], week: int
) -> Limits:
    holds = [row.max_hold_s for row in rows if row.max_hold_s]
    balance = [row.balance_days for row in rows]
    if person.age >= OLDER:
        balance.append(OLDER_BALANCE_DAYS)
    barred = dict.fromkeys(person.wishes.never, _("you chose not to have it"))
    for finding in found:
        barred |= finding.bars
    for exercise in exercises().values():
        reason = _reason(exercise, person, rows)
        if reason:
            barred[exercise.id] = reason
    return Limits(
        barred=barred,
        barred_checks={c.id: _(NO_FLOOR) for c in checks().values() if _out_of_reach(c, person)},
        barred_tags={tag: row.why for row in rows for tag in _tags_out(row, person)},
        top_level=_top_level(person, rows, found, week),
        pain_cap=_cap(rows),
        max_hold_s=min(holds, default=0),
        balance_days=max(balance, default=0),
        prefer=frozenset(i for row in rows for i in row.prefer_ids) - set(barred),
    )


def _out_of_reach(check: Check, person: Person) -> bool:
    """On the floor, for who cannot get there and has no bed to do it on instead."""
    on_a_bed = "bed_ok" in check.tags and Equipment.BED in person.owned
    return person.floor == "no" and "floor" in check.tags and not on_a_bed


def _reason(exercise: Exercise, person: Person, rows: tuple[Profile, ...]) -> str | None:
    for row in rows:
        tags = _tags_out(row, person)
        if exercise.kind is Kind.STRENGTH:
            tags |= row.exclude_tags_strength
        only = row.only_ids or row.only_tags
        outside = exercise.id not in row.only_ids and not exercise.tag_set & row.only_tags
        closed = bool(only) and outside and person.clearance is not True
        if exercise.id in row.exclude_ids or exercise.tag_set & tags or closed:
            return row.why
    return None


def _tags_out(row: Profile, person: Person) -> frozenset[str]:
    painful = person.pain.now > GREEN_PAIN
    return row.exclude_tags | (row.exclude_tags_when_painful if painful else frozenset())


def _top_level(
    person: Person, rows: tuple[Profile, ...], found: tuple[Finding, ...], week: int
) -> int:
    phase = phase_of(person, week)
    tops = [phase.top_level[person.level]]
    trained = person.level != "novice"
    for row in rows:
        tops.append((trained and row.trained_max_level) or row.max_level)
    tops += [finding.max_level for finding in found if finding.max_level]
    if phase.id == "learn" and (person.age >= OLDER or any(row.restricts for row in rows)):
        tops.append(LEVEL_WITH_CARE)
    return max(1, min(tops))


def _cap(rows: tuple[Profile, ...]) -> int:
    return min([row.pain_cap for row in rows], default=USUAL_CAP)


def _gentle(limits: Limits) -> Limits:
    """Too sore to load: easy movement inside comfort, nothing at the end of a range."""
    barred = {
        e.id: _(TOO_SORE)
        for e in exercises().values()
        if any(tag.endswith(END_RANGE) for tag in e.tags)
    }
    change = {
        "top_level": 1,
        "kinds": frozenset({Kind.DRILL}),
        "barred": {**barred, **limits.barred},
        # What is only looked at has no safety tags; every other check loads or stretches.
        "barred_checks": {c.id: _(TOO_SORE) for c in checks().values() if c.tags},
    }
    return limits.model_copy(update=change)


def _messages(found: tuple[Finding, ...]) -> Iterator[str]:
    for finding in found:
        yield from finding.messages
        if "glute_med" in finding.strength and finding.check_id in KNEE_CHECKS:
            yield "recheck_knee_control"
    if found:
        yield "recheck"


KNEE_CHECKS = frozenset({"check_knee_cave_lunge", "single_leg_squat_control"})


def left_out(exercise: Exercise, person: Person, today: date) -> str | None:
    """Why safety keeps one exercise from this person today, or None."""
    rows = tuple(profiles_of(person, today, 1, findings(person)))
    return _reason(exercise, person, rows)


def _unique(words: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
