"""A programme of one of the sources, followed as its author wrote it or filled in, and screened."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from coxa.coaching.screen import Screening, profiles_of, screen
from coxa.coaching.substitutes import substitute
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.programmes.library import DOSE_FIELDS
from coxa.programmes.programme import Programme, ProgrammeItem, ProgrammeSession
from coxa.reading.values import Value
from coxa.training.limits import Limits
from coxa.training.person import Person
from coxa.training.plan import Item, LeftOut, Session, Status
from coxa.training.planner.menu import reason_against, surface

Form = Literal["as_written", "filled"]


class Line(Value):
    """One item as it is shown. `not_in_source` names the figures that the player takes from us:
    blank on the page as written, marked on the filled one."""

    item: Item
    not_in_source: tuple[str, ...] = ()
    filled_from: str = ""
    note: str = ""
    stands_in_for: str | None = None


class ProgrammeDay(Value):
    day: int  # 1 is Monday
    sessions: tuple[Session, ...]
    lines: tuple[tuple[Line, ...], ...]  # beside the sessions, one to an item

    @property
    def seconds(self) -> float:
        return sum(one.seconds for one in self.sessions)


class ProgrammeWeek(Value):
    """Where `days` is empty, `messages` say why."""

    status: Status
    messages: tuple[str, ...]
    days: tuple[ProgrammeDay, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def seconds(self) -> float:
        return sum(day.seconds for day in self.days)


def programme_week(
    programme: Programme, form: Form, person: Person, today: date, week: int = 1
) -> ProgrammeWeek:
    """The programme's week `week` for this person, with honest minutes by the one time model."""
    screening = screen(person, today)
    if not screening.trains:
        return ProgrammeWeek(status=screening.status, messages=screening.messages)
    screened = _Screened(person, _limits(person, screening, today))
    version = programme.as_written if form == "as_written" else programme.filled
    sessions = [one for one in version.sessions if one.from_week <= week <= one.to_week]
    lines = {one.id: tuple(_lines(one, programme, screened)) for one in sessions}
    return ProgrammeWeek(
        status=screening.status,
        messages=screening.messages,
        days=tuple(_days(sessions, lines)),
        left_out=tuple(screened.left_out.values()),
    )


def _limits(person: Person, screening: Screening, today: date) -> Limits:
    """The screening's limits, but without the plan's own pace: who chose a programme has chosen its
    exercises, and only safety takes one out."""
    rows = tuple(profiles_of(person, today))
    trained = person.level != "novice"
    tops = [(trained and row.trained_max_level) or row.max_level for row in rows]
    wished = set(person.wishes.never)
    return screening.limits.model_copy(
        update={
            "top_level": min(tops, default=5),
            "barred": {i: why for i, why in screening.limits.barred.items() if i not in wished},
        }
    )


class _Screened:
    """Exercises as this person may have them; remembers what was left out."""

    def __init__(self, person: Person, limits: Limits) -> None:
        self.person = person
        self.limits = limits
        self.left_out: dict[str, LeftOut] = {}

    def reason(self, exercise: Exercise) -> str | None:
        return reason_against(exercise, self.person, self.limits)

    def instead(self, exercise: Exercise, taken: set[str]) -> Exercise | None:
        reason = self.reason(exercise) or ""
        found = substitute(exercise, lambda one: self.reason(one) is None, taken)
        gone = LeftOut(exercise_id=exercise.id, reason=reason, instead=found.id if found else None)
        self.left_out.setdefault(exercise.id, gone)
        return found

    def fitted(self, item: Item) -> Item:
        """Held no longer than is safe, and done on the bed where the floor is out of reach."""
        exercise = exercises()[item.exercise_id]
        most = self.limits.max_hold_s
        held = min(item.hold_s, most) if most and "isometric" in exercise.tags else item.hold_s
        place = surface(exercise, self.person)
        return item.model_copy(update={"hold_s": held, "surface": place})


def _lines(session: ProgrammeSession, programme: Programme, screened: _Screened) -> Iterator[Line]:
    kept = (exercises()[one.exercise_id] for one in session.items)
    taken = {one.id for one in kept if screened.reason(one) is None}
    for written in session.items:
        exercise = exercises()[written.exercise_id]
        if screened.reason(exercise) is None:
            yield _line(written, session.id, programme, screened)
            continue
        instead = screened.instead(exercise, taken)
        if instead is not None:
            taken.add(instead.id)
            yield _stand_in(instead, exercise, screened)


def _line(
    written: ProgrammeItem, session_id: str, programme: Programme, screened: _Screened
) -> Line:
    filled = _filled(written, session_id, programme)
    blank = tuple(name for name in DOSE_FIELDS if getattr(written, name) is None)
    item = Item(
        exercise_id=written.exercise_id,
        sets=_figure("sets", written, filled),
        reps=_figure("reps", written, filled),
        hold_s=_figure("hold_s", written, filled),
        rest_s=_figure("rest_s", written, filled),
        side=written.side,
    )
    return Line(
        item=screened.fitted(item),
        not_in_source=blank or written.filled,
        filled_from=written.filled_from or (filled.filled_from if filled else ""),
        note=written.note,
    )


def _filled(written: ProgrammeItem, session_id: str, programme: Programme) -> ProgrammeItem | None:
    """The same exercise in the filled version: of the session of the same name, else of any."""
    same = [
        (one.id != session_id, item)
        for one in programme.filled.sessions
        for item in one.items
        if item.exercise_id == written.exercise_id
    ]
    return min(same, key=lambda one: one[0])[1] if same else None


def _figure(name: str, written: ProgrammeItem, filled: ProgrammeItem | None) -> int:
    """As written, else as filled, else the exercise's own starting figure."""
    for source in (written, filled):
        value = getattr(source, name, None)
        if value is not None:
            return value  # type: ignore[no-any-return]
    return getattr(exercises()[written.exercise_id].start_dose, name)  # type: ignore[no-any-return]


def _stand_in(instead: Exercise, gone: Exercise, screened: _Screened) -> Line:
    dose = instead.start_dose
    item = Item(
        exercise_id=instead.id,
        sets=dose.sets,
        reps=dose.reps,
        hold_s=dose.hold_s,
        rest_s=dose.rest_s,
        reasons=(
            _("Stands in for “{name}”: {why}").format(name=gone.name, why=screened.reason(gone)),
        ),
    )
    return Line(
        item=screened.fitted(item),
        not_in_source=DOSE_FIELDS,
        filled_from=instead.dose.filled_from,
        stands_in_for=gone.id,
    )


def _days(
    sessions: list[ProgrammeSession], lines: Mapping[str, tuple[Line, ...]]
) -> Iterator[ProgrammeDay]:
    for day in range(1, 8):
        todays = [
            one
            for one in sessions
            if day in one.days and lines[one.id]
            for _ in range(one.times_a_day)
        ]
        if todays:
            yield ProgrammeDay(
                day=day,
                sessions=tuple(_session(one, lines[one.id]) for one in todays),
                lines=tuple(lines[one.id] for one in todays),
            )


def _session(session: ProgrammeSession, lines: tuple[Line, ...]) -> Session:
    items = tuple(line.item for line in lines)
    seconds = sum(item.seconds(exercises()[item.exercise_id]) for item in items)
    return Session(items=items, seconds=seconds, name=session.name)
