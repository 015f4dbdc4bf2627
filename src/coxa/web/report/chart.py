"""Pain over the weeks as points from 0 to 1 along, and from 0 to 10 up."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coxa.coaching.progress.judging import Point
from coxa.coaching.progress.summaries import pain_says
from coxa.coaching.report.report import Report

WIDTH, HEIGHT = 300, 100  # of the drawing on the page; the PDF has a scale of its own


def chart_of(report: Report) -> dict[str, Any] | None:
    """None where there is too little for a line."""
    pain = report.pain
    days = [one.day for one in (*pain.usual, *pain.weeks)]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    usual, after = _placed(pain.usual, first, last), _placed(pain.weeks, first, last)
    band = [pain.band.low, pain.band.high] if pain.band and pain.basis == "usual" else None
    return {
        "usual": usual,
        "after": after,
        "band": band,
        "days": [[0.0, date_format(first, "j M")], [1.0, date_format(last, "j M")]],
        "alt": _("Pain from 0 to 10 over the weeks.") + " " + pain_says(pain),
        "drawn": {
            "width": WIDTH,
            "height": HEIGHT,
            "usual": _line(usual),
            "after": _line(after),
            "dots": [_at(one) for one in usual],
            "rings": [_at(one) for one in after],
            "band": {"y": _text(HEIGHT - 10 * band[1]), "height": _text(10 * (band[1] - band[0]))}
            if band
            else None,
            "ticks": [{"y": HEIGHT - 10 * tick, "words": tick} for tick in range(0, 11, 2)],
        },
    }


def _placed(points: Iterable[Point], first: date, last: date) -> list[list[float]]:
    """A week's mean stands at its Monday, which may lie before the first answer."""
    whole = (last - first).days
    return [[round((one.day - first).days / whole, 4), one.value] for one in points]


def _at(point: list[float]) -> dict[str, str]:
    return {"x": _text(WIDTH * point[0]), "y": _text(HEIGHT - HEIGHT / 10 * point[1])}


def _text(coordinate: float) -> str:
    """As text: a template would write a number as the reader's language does, 12,5."""
    return f"{coordinate:.1f}"


def _line(points: list[list[float]]) -> str:
    return " ".join(f"{one['x']},{one['y']}" for one in map(_at, points))
