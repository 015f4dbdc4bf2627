"""Plans and library entries on a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from coxa.coaching.words import dose_words, minutes_words
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.language import Phrases, capital, later
from coxa.language import gettext as _
from coxa.language.saying import WEEKDAYS
from coxa.reading.values import Value
from coxa.safety.flags import messages, red_flags
from coxa.training.phases import phases
from coxa.training.plan import Item, LeftOut, Plan, Week

STATUS_WORDS: Phrases[str] = Phrases(
    {
        "ok": later("You can train."),
        "ok_with_caution": later("You can train, with care."),
        "hold": later("Only gentle movement for now."),
        "refer": later("No exercise yet: a professional has to look first."),
        "refer_urgent": later("No exercise: get this looked at without waiting."),
    }
)
VERDICT_WORDS: Phrases[str] = Phrases(
    {
        "increase": later("more"),
        "hold": later("the same"),
        "reduce": later("less"),
        "swap_harder": later("a harder form"),
        "swap_easier": later("an easier form"),
        "stop": later("stop"),
    }
)


def console() -> Console:
    return Console(highlight=False)


def print_plan(plan: Plan, every_week: bool = False) -> None:
    out = console()
    out.print(f"[bold]{STATUS_WORDS[plan.status]}[/bold]")
    for heading, text in message_words(plan.messages):
        out.print(f"\n[bold]{escape(heading)}[/bold]")
        out.print(Padding(escape(text), (0, 0, 0, 2), expand=False))
    if not plan.weeks:
        return
    for week in plan.weeks if every_week else plan.weeks[:1]:
        print_week(out, week)
    if len(plan.weeks) > 1:
        out.print()
        out.print(_course(plan.weeks))
        if not every_week:
            out.print(_("Each week whole: add --every-week"))
    _print_decisions(out, plan)
    print_left_out(out, plan.left_out)


def message_words(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What each message code says: a heading and a text."""
    for code in codes:
        if code in messages():
            yield messages()[code].heading, messages()[code].text
        elif code in red_flags():
            flag = red_flags()[code]
            yield flag.heading, " ".join(flag.do)


def print_week(out: Console, week: Week) -> None:
    total = sum(s.seconds for day in week.days for s in day.sessions)
    named = _("Week {n}").format(n=week.week)
    out.print(
        f"\n[bold]{named}[/bold] · {phases()[week.phase].name.lower()} · {minutes_words(total)}"
    )
    for day in week.days:
        for number, session in enumerate(day.sessions):
            name = capital(_(WEEKDAYS[day.day - 1]))
            name = _("{day}, later").format(day=name) if number else name
            out.print(f"\n[bold]{name}[/bold] · {minutes_words(session.seconds)}")
            out.print(items_table(session.items, out.width))
    if week.notes or week.unmet:
        out.print()
    for words in (*week.notes, *week.unmet):
        out.print(f"· {escape(words)}")


def items_table(items: Iterable[Item], width: int) -> Table:
    """One line an exercise: name, dose, time, and why it is there."""
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 1))
    shared = max(40, width - 14)
    table.add_column(width=shared * 3 // 10)
    table.add_column(width=shared * 3 // 10)
    table.add_column(width=6, justify="right")
    table.add_column(width=shared * 4 // 10, style="dim")
    for item in items:
        one = exercises()[item.exercise_id]
        time = minutes_words(item.seconds(one)).replace("minute", "min").removesuffix("s")
        table.add_row(escape(one.name), dose_words(item, one), time, escape(" ".join(item.reasons)))
    return table


def _course(weeks: tuple[Week, ...]) -> Table:
    """All weeks in a line each, so that one sees where it goes."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 3, 0, 0))
    for head in (_("week"), _("phase"), _("days"), _("time"), _("strength sets"), _("exercises")):
        table.add_column(head, justify="left" if head == "phase" else "right")
    for week in weeks:
        items = list(week.items())
        total = sum(s.seconds for day in week.days for s in day.sessions)
        strength = sum(i.sets for i in items if exercises()[i.exercise_id].kind is Kind.STRENGTH)
        table.add_row(
            str(week.week), week.phase, str(len(week.days)), minutes_words(total),
            str(strength), str(len({i.exercise_id for i in items})),
        )  # fmt: skip
    return table


def _print_decisions(out: Console, plan: Plan) -> None:
    if not plan.decisions:
        return
    heading = _("What your diary changes")
    out.print(f"\n[bold]{heading}[/bold]")
    for one in plan.decisions:
        name = exercises()[one.exercise_id].name
        verdict = VERDICT_WORDS[one.decision]
        out.print(f"· {name}: [bold]{verdict}[/bold]. {escape(one.reason)}")


def print_left_out(out: Console, left_out: Iterable[LeftOut]) -> None:
    """Grouped by reason: one reason often keeps away several exercises."""
    by_reason: dict[str, list[str]] = {}
    for one in left_out:
        known = exercises().get(one.exercise_id)
        name = known.name if known else one.exercise_id
        instead = (
            _(" (instead: {name})").format(name=exercises()[one.instead].name)
            if one.instead
            else ""
        )
        by_reason.setdefault(one.reason, []).append(name + instead)
    if by_reason:
        left = _("Left out for you")
        out.print(f"\n[bold]{left}[/bold]")
    for reason, names in by_reason.items():
        out.print(f"· {escape(reason)}")
        out.print(Padding(escape(", ".join(names)), (0, 0, 0, 2), expand=False), style="dim")


def print_value(value: Value) -> None:
    """One entry of a library, every field of it, in the order of its file."""
    _print_fields(console(), value.model_dump(mode="json"), 0)


def _print_fields(out: Console, fields: Mapping[str, Any], depth: int) -> None:
    for name, content in fields.items():
        if content in (None, "", [], {}):
            continue
        label = f"[bold]{escape(name.replace('_', ' '))}[/bold]"
        if isinstance(content, dict):
            out.print(Padding(label, (0, 0, 0, depth), expand=False))
            _print_fields(out, content, depth + 2)
        elif isinstance(content, list) and isinstance(content[0], dict):
            out.print(Padding(label, (0, 0, 0, depth), expand=False))
            for one in content:
                _print_fields(out, one, depth + 2)
        elif isinstance(content, list) and any(" " in str(one) for one in content):
            out.print(Padding(label, (0, 0, 0, depth), expand=False))
            for one in content:
                out.print(Padding(f"· {escape(str(one))}", (0, 0, 0, depth + 2), expand=False))
        else:
            words = ", ".join(map(str, content)) if isinstance(content, list) else str(content)
            out.print(Padding(f"{label}  {escape(words)}", (0, 0, 0, depth), expand=False))
