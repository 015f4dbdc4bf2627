"""What stands on a programme's page: its sessions, whose figures they are, what is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from coxa.coaching.programme import Form, Line, ProgrammeWeek, programme_week
from coxa.coaching.words import minutes_words, seconds_words, side_words
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Equipment
from coxa.language import capital, gettext
from coxa.language.saying import WEEKDAYS
from coxa.programmes.programme import Programme, ProgrammeSession
from coxa.training.person import Person
from coxa.training.plan import LeftOut
from coxa.training.words import sets_of

FIGURES = {
    "sets": lazy("sets"),
    "reps": lazy("repetitions"),
    "hold_s": lazy("length of the hold"),
    "rest_s": lazy("rest"),
}
EVERY_DAY = tuple(range(1, 8))


@dataclass(frozen=True)
class Figure:
    """One figure of a dose: the words, and whether it is filled in, not the author's."""

    words: str
    filled: bool


@dataclass(frozen=True)
class Row:
    exercise: Exercise
    figures: tuple[Figure, ...]
    silent: str  # what the source leaves open, where nothing is filled in
    minutes: str
    side: str
    note: str
    filled_from: str
    instead_of: str  # the exercise it stands in for


@dataclass(frozen=True)
class SessionPart:
    id: str
    key: str  # the rest of the session's own address
    name: str
    when: str
    minutes: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Gone:
    name: str
    reason: str
    instead: str


@dataclass(frozen=True)
class ProgrammePage:
    week: ProgrammeWeek
    sessions: tuple[SessionPart, ...]
    gone: tuple[Gone, ...]
    a_day: str
    a_week: str


def anyone() -> Person:
    """Who reads a programme before saying anything about themselves: nothing is left out yet."""
    return Person(
        age=40, level="advanced", minutes_per_session=60, days_per_week=7,
        equipment=tuple(Equipment),
    )  # fmt: skip


def programme_page(
    programme: Programme, form: Form, person: Person | None, today: date
) -> ProgrammePage:
    who = person or anyone()
    version = programme.as_written if form == "as_written" else programme.filled
    first = programme_week(programme, form, who, today)
    parts, gone = [], dict[str, LeftOut]()
    for session in version.sessions:
        week = programme_week(programme, form, who, today, session.from_week)
        gone |= {one.exercise_id: one for one in week.left_out}
        parts.extend(_part(session, week, programme, form))
    return ProgrammePage(
        week=first,
        sessions=tuple(parts),
        gone=tuple(map(_gone, gone.values())),
        a_day=_span([day.seconds for day in first.days]),
        a_week=minutes_words(first.seconds) if first.days else "",
    )


def _part(
    session: ProgrammeSession, week: ProgrammeWeek, programme: Programme, form: Form
) -> Iterator[SessionPart]:
    """The session as this person has it; none where nothing of it is left."""
    for day in week.days:
        for made, lines in zip(day.sessions, day.lines, strict=True):
            if day.day in session.days and made.name == session.name:
                yield SessionPart(
                    id=session.id,
                    key=f"programme/{programme.id}/{form}/{session.id}",
                    name=session.name,
                    when=_when(session, programme.weeks),
                    minutes=minutes_words(made.seconds),
                    rows=tuple(_row(line, form) for line in lines),
                )
                return


def _row(line: Line, form: Form) -> Row:
    one = exercises()[line.item.exercise_id]
    own = line.stands_in_for is not None
    shown = tuple(_figures(line, form)) if not own else tuple(_figures(line, "filled"))
    return Row(
        exercise=one,
        figures=shown,
        silent=_silent(line) if form == "as_written" and not own else "",
        minutes=minutes_words(line.item.seconds(one)),
        side=side_words(line.item.side, one),
        note=line.note,
        filled_from=line.filled_from if own or (form == "filled" and line.not_in_source) else "",
        instead_of=exercises()[line.stands_in_for].name if line.stands_in_for else "",
    )


def _figures(line: Line, form: Form) -> Iterator[Figure]:
    """Sets, repetitions, hold and rest, as far as each says something."""
    item, open_ones = line.item, line.not_in_source
    held = item.hold_s > 0 and item.reps == 1
    for name, words, says in (
        ("sets", _holds(item.sets) if held else sets_of(item.sets), True),
        ("reps", _repetitions(item.reps), not held),
        ("hold_s", _hold(item.hold_s, held), item.hold_s > 0),
        ("rest_s", _("rest {time}").format(time=seconds_words(item.rest_s)), item.rest_s > 0),
    ):
        if says and not (form == "as_written" and name in open_ones):
            yield Figure(words, name in open_ones)


def _silent(line: Line) -> str:
    item = line.item
    told = {"reps": item.reps > 1, "hold_s": item.hold_s > 0, "rest_s": item.sets > 1}
    missing = [FIGURES[name] for name in line.not_in_source if told.get(name, True)]
    return _("Not said: {figures}").format(figures=", ".join(map(str, missing))) if missing else ""


def _holds(n: int) -> str:
    return ngettext("{n} hold", "{n} holds", n).format(n=n)


def _repetitions(n: int) -> str:
    return ngettext("{n} repetition", "{n} repetitions", n).format(n=n)


def _hold(seconds: float, held: bool) -> str:
    """Behind the number of holds, or behind that of sets and repetitions."""
    told = _("of {time}") if held else _("hold {time}")
    return told.format(time=seconds_words(seconds))


def _when(session: ProgrammeSession, weeks: int) -> str:
    days = session.days
    named = (
        _("Every day")
        if days == EVERY_DAY
        else capital(", ".join(gettext(WEEKDAYS[d - 1]) for d in days))
    )
    often = {1: "", 2: _(", twice a day"), 3: _(", three times a day")}[session.times_a_day]
    first, last = session.from_week, min(session.to_week, weeks)
    if first == 1 and last >= weeks:
        return named + often
    span = (
        _("week {first}").format(first=first)
        if first == last
        else _("weeks {first} to {last}").format(first=first, last=last)
    )
    return f"{named}{often}, {span}"


def _gone(one: LeftOut) -> Gone:
    instead = exercises()[one.instead].name if one.instead else ""
    return Gone(exercises()[one.exercise_id].name, one.reason, instead)


def _span(seconds: list[float]) -> str:
    """From the shortest to the longest day: "6 to 21 minutes"."""
    if not seconds:
        return ""
    low, high = minutes_words(min(seconds)), minutes_words(max(seconds))
    return high if low == high else _("{low} to {high}").format(low=low.split()[0], high=high)
