"""What a camera saw of a self-check, in words for people."""

from collections.abc import Mapping
from typing import Any

from rich.markup import escape

from coxa.cli.showing import console
from coxa.coaching.steps import SIDE
from coxa.language import gettext as _
from coxa.language import number as as_number


def print_checked(report: Mapping[str, Any]) -> None:
    out = console()
    out.print(f"[bold]{escape(report['input'])}[/bold]")
    for side in report["sides"]:
        if side["tries"]:
            _show_side(side)
    for note in report["notes"]:
        out.print(f"· {escape(note)}", soft_wrap=True)


def _show_side(side: Mapping[str, Any]) -> None:
    out = console()
    whose = "" if side["side"] == "both" else SIDE[side["side"]] + " "
    for number, one in enumerate(side["tries"], 1):
        times = _("{begun} to {ended} s").format(
            begun=as_number(one["start_s"], ".1f"), ended=as_number(one["end_s"], ".1f")
        )
        said = f"  {one['said']}" if one["said"] else ""
        out.print(
            whose
            + _("Try {n}, {times}: {value}").format(
                n=number, times=times, value=escape(one["value_words"] + said)
            )
        )
    for words in side["proposal"]["words"]:
        out.print(f"{whose}{escape(words)}", soft_wrap=True)
