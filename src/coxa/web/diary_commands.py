"""What the diary and the plan say, on a terminal: `coxa today` and `coxa log`."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from coxa.coaching.words import ONE_SIDE, dose_words, minutes_words
from coxa.exercises.library import exercises
from coxa.language import Phrases, capital, later, month, number, weekday
from coxa.language import gettext as _
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.printing import print_json
from coxa.training.log import Body, CheckDone, Entry, MorningAnswered, SessionDoneEntry, SetDone
from coxa.web.data_commands import open_data, profile_named

SPOT_WORDS = {"better": later("better"), "same": later("same"), "worse": later("worse")}
SPOTS = ("better", "same", "worse")

QUESTION_WORDS: Phrases[str] = Phrases(
    {
        "safety": later("Some questions about your safety come first."),
        "morning": later(
            "How is the sore spot this morning? Say: coxa log morning better|same|worse"
        ),
        "weekly": later("It is time for the weekly questions."),
        "change": later("How do you feel compared with the start?"),
        "recheck": later("It is time to repeat your checks."),
        "block": later("Twelve weeks are done: choose how to go on."),
    }
)


def today(data: Path | None, name: str | None, day: date | None, as_json: bool) -> None:
    open_data(data)
    from coxa.coaching.questions import due
    from coxa.coaching.week import week_of
    from coxa.web import clock
    from coxa.web.diary.store import log_of

    entries, day = log_of(profile_named(name)), day or clock.today()
    view = week_of(entries, day)
    questions = due(entries, day)
    found = next((one for one in view.days if one.date == day), None) if view else None
    sessions = found.sessions if found else ()
    if as_json:
        print_json(
            {
                "day": day.isoformat(),
                "status": view.status if view else None,
                "sessions": [one.model_dump(mode="json") for one in sessions],
                "note": found.note if found else "",
                "questions": [one.model_dump(mode="json") for one in questions],
            }
        )
        return
    out = Console(highlight=False)
    out.print(f"[bold]{capital(weekday(day))} {day.day} {month(day)}[/bold]")
    for question in questions:
        out.print(f"· {QUESTION_WORDS[question.kind]}")
    if view is None:
        out.print(_("Coxa does not know you yet. Open it and answer a few questions: coxa start"))
    elif not sessions:
        out.print(found.note if found and found.note else _("Nothing is planned today. Rest well."))
    for session in sessions:
        _print_session(out, session)


def _print_session(out: Console, session: Any) -> None:
    name, done = escape(session.name or _("Session")), _state(session)
    out.print(f"\n[bold]{name}[/bold] · {minutes_words(session.seconds)}{done}")
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for item in session.items:
        one = exercises()[item.exercise_id]
        table.add_row(one.name, dose_words(item, one), escape(" ".join(item.reasons)))
    out.print(table)


def _state(session: Any) -> str:
    if session.done:
        return _(" · done")
    return _(" · optional") if session.optional else ""


def log(data: Path | None, name: str | None, last: int | None, as_json: bool) -> None:
    open_data(data)
    from coxa.web.diary.store import log_of

    entries = log_of(profile_named(name))
    entries = entries[-last:] if last else entries
    if as_json:
        print_json([_as_json(one) for one in entries])
        return
    out = Console(highlight=False)
    if not entries:
        out.print(_("Your diary is empty. It fills by itself as you train: coxa start"))
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for head in ("day", "what", "more"):
        table.add_column(head, no_wrap=head == "day")
    for one in entries:
        table.add_row(f"{one.day}", _what(one.body), escape(_more(one.body)))
    out.print(table)


def _as_json(entry: Entry) -> dict[str, Any]:
    data = entry.model_dump(mode="json")
    return {"id": data["id"], "kind": entry.body.kind, **data}


def _what(body: Body) -> str:
    words = body.kind.replace("_", " ")
    return words[:1].upper() + words[1:]


def _more(body: Body) -> str:
    """The one line that says most about an entry."""
    if isinstance(body, SetDone):
        name = _name(body.exercise_id)
        amount = (
            _("hold {n} s").format(n=number(body.hold_s))
            if body.hold_s and body.reps == 1
            else _("{n} times").format(n=body.reps)
        )
        side = "" if body.side == "both" else f", {ONE_SIDE[body.side]}"
        return _("{name}, set {n}: {amount}{side}").format(
            name=name, n=body.set_number, amount=amount, side=side
        )
    if isinstance(body, CheckDone):
        return f"{body.check_id}: {_value(body.value)}"
    if isinstance(body, SessionDoneEntry):
        pain = (
            ""
            if body.pain_now is None
            else _(", pain {pain} of 10").format(pain=number(body.pain_now))
        )
        note = f", “{body.note}”" if body.note else ""
        return f"{minutes_words(body.seconds)}{pain}{note}"
    shown = body.model_dump(mode="json", exclude_defaults=True, exclude={"session_id", "planned"})
    return ", ".join(f"{k.replace('_', ' ')} {_value(v)}" for k, v in shown.items() if k != "kind")


def _value(value: object) -> str:
    if hasattr(value, "model_dump"):
        value = value.model_dump(exclude_none=True)
    if isinstance(value, dict):
        return ", ".join(f"{k} {v}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _name(exercise_id: str) -> str:
    known = exercises().get(exercise_id)
    return known.name if known else exercise_id


def morning(data: Path | None, name: str | None, spot: str, tired: bool) -> None:
    if spot not in SPOTS:
        right = f"must be one of {', '.join(SPOTS)}"
        raise FaultyInputError([Fault("command line", "the sore spot", spot, right)])
    open_data(data)
    from coxa.coaching.questions import due
    from coxa.web import clock
    from coxa.web.diary.store import append, log_of

    profile, day = profile_named(name), clock.today()
    asked = next((q for q in due(log_of(profile), day) if q.kind == "morning"), None)
    if asked is None or asked.about is None:
        right = "no morning question is open: it is asked on the two days after a session"
        raise FaultyInputError([Fault("command line", "log morning", "", right)])
    body = MorningAnswered(about=asked.about, sore_spot=spot, tired_muscles=tired)  # type: ignore[arg-type]
    entry = Entry(id=uuid4(), at=clock.now(), day=day, zone=clock.local_zone(), body=body)
    append(profile, [entry])
    noted = _("Noted for {day}: the sore spot is {spot}.")
    print(noted.format(day=weekday(asked.about), spot=_(SPOT_WORDS[spot])))  # noqa: T201
