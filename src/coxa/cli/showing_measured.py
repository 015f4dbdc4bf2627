"""What was measured, on a terminal: few lines that a person reads."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from coxa.cli.showing import console
from coxa.language import gettext as _
from coxa.language import later, ngettext, number

VIEWS = {
    "front": later("from the front"),
    "back": later("from the back"),
    "side-left": later("from the left side"),
    "side-right": later("from the right side"),
    "markers": later("markers in a room, seen from everywhere"),
    "coordinates": later("coordinates, seen from nowhere"),
    "unknown": later("from between front and side, or changing"),
}
SEEN_SELDOM = 0.5  # of the moments: an angle that is there less often is named as hardly seen
MOST_ROWS = 40  # repetitions, before only a count is of use


def print_measured(report: Mapping[str, Any], name: str) -> None:
    out = console()
    out.print(f"[bold]{escape(name)}[/bold]")
    out.print(_seen(report), soft_wrap=True)
    if report["repetitions"] or not report["holds"]:
        _print_repetitions(out, report["repetitions"])
    _print_holds(out, report["holds"])
    _print_faults(out, report["faults"])
    _print_ranges(out, report)
    for note in report["notes"]:
        out.print(f"· {escape(note)}", soft_wrap=True)
    out.print()


def _seen(report: Mapping[str, Any]) -> str:
    times = report["time_s"]
    seconds = times[-1] - times[0] if times else 0.0
    view = VIEWS.get(report["view"], report["view"])
    return _("{seconds} seconds, {n} moments, {view}").format(
        seconds=number(seconds, ".1f"), n=len(times), view=view
    )


def _print_repetitions(out: Console, repetitions: Sequence[Mapping[str, Any]]) -> None:
    if not repetitions:
        out.print(_("No repetitions"))
        return
    full = sum(one["full"] for one in repetitions)
    word = "repetition" if len(repetitions) == 1 else "repetitions"
    part = "" if full == len(repetitions) else _(", {full} of them all the way").format(full=full)
    out.print(f"{len(repetitions)} {word}{part}")
    table = _table("", "from", "to", "side", "farthest", "quality", "faults")
    for place, one in enumerate(repetitions[:MOST_ROWS], 1):
        table.add_row(
            str(place), f"{one['start_s']:.1f} s", f"{one['end_s']:.1f} s", one["side"],
            _degrees(one["peak_deg"]) + ("" if one["full"] else " part"),
            f"{one['quality']:.2f}", escape(", ".join(map(_words, one["faults"]))),
        )  # fmt: skip
    out.print(table)
    if len(repetitions) > MOST_ROWS:
        out.print(_("and {n} more").format(n=len(repetitions) - MOST_ROWS))


def _print_holds(out: Console, holds: Sequence[Mapping[str, Any]]) -> None:
    for hold in holds:
        seconds = hold["end_s"] - hold["start_s"]
        side = "" if hold["side"] == "both" else f", {hold['side']}"
        out.print(
            _("Held {seconds} s{side}, from {begun} s").format(
                seconds=number(seconds, ".1f"), side=side, begun=number(hold["start_s"], ".1f")
            )
        )


def _print_faults(out: Console, faults: Sequence[Mapping[str, Any]]) -> None:
    """Each fault once with how often, and where it was greatest."""
    by_kind: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for fault in faults:
        by_kind.setdefault((fault["id"], fault["side"] or ""), []).append(fault)
    for (id, side), every in by_kind.items():
        worst = max(every, key=lambda one: abs(one["value"] or 0.0))
        whose = "" if side in ("", "both") else f", {side}"
        times = ngettext("once", "{n} times", len(every)).format(n=len(every))
        out.print(
            _("{fault}{whose}: {times}, most at {second} s").format(
                fault=_words(id).capitalize(),
                whose=whose,
                times=times,
                second=number(worst["time_s"], ".1f"),
            )
        )


def _print_ranges(out: Console, report: Mapping[str, Any]) -> None:
    """From where to where each angle went, and which were hardly seen."""
    table = _table("angle", "least", "most", "sure")
    hardly = []
    for name, values in report["angles"].items():
        seen = [one for one in values if one is not None]
        if len(seen) < SEEN_SELDOM * len(values) or not seen:
            hardly.append(_words(name))
            continue
        trust = report["confidence"][name]
        sure = sum(trust) / max(len(trust), 1)
        ends = "{:.2f}".format if name.startswith("knee_over_toe") else _degrees
        table.add_row(_words(name), ends(min(seen)), ends(max(seen)), f"{sure:.0%}")
    if table.row_count:
        out.print(table)
    if hardly:
        out.print(
            _("Hardly or not seen: {points}").format(points=", ".join(hardly)), soft_wrap=True
        )


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for head in heads:
        right = head in ("", "from", "to", "farthest", "quality", "least", "most", "sure")
        table.add_column(head, justify="right" if right else "left", no_wrap=True)
    return table


def _degrees(value: float) -> str:
    """Adding 0 after rounding makes a minus nought a plain one."""
    return f"{round(value) + 0}°"


def _words(name: str) -> str:
    """knee_angle_l reads as left knee angle."""
    side = {"_l": "left ", "_r": "right "}.get(name[-2:], "")
    return side + (name[:-2] if side else name).replace("_", " ")
