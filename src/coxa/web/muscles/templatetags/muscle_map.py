"""Muscles in every template without loading: {% muscle_map uses kind="load" %} the figure painted,
{% muscle_table uses %} the same and more as a table."""

from collections.abc import Iterable
from typing import Any

from django import template

from coxa.mechanics.uses import Band, MuscleUse
from coxa.web.muscles.bands import Asked, bands_of, kind_of
from coxa.web.muscles.painting import FIBRES, pictures
from coxa.web.muscles.table import table
from coxa.web.muscles.words import TITLES, said
from coxa.web.templatetags.shell import asset

register = template.Library()
# Fibres of the legend's little squares, which are no muscles of the drawing.
SWATCHES = {"": "", "some": "M7 20V4M17 20V4", "many": "M5 20V4M9.7 20V4M14.3 20V4M19 20V4"}


@register.inclusion_tag("muscles/map.html")
def muscle_map(uses: Iterable[Asked], kind: str = "load") -> dict[str, Any]:
    """The figure from front, back and side, each muscle painted by how much is asked of it:
    `kind` "load" or "stretch"."""
    asked = kind_of(kind)
    bands = bands_of(uses, asked)
    painted = pictures(bands)
    return {
        "kind": asked,
        "title": TITLES[asked],
        "said": said(bands, asked),
        "pictures": painted,
        "has_deep": any(one.shows_deep for one in painted),
        "drawing": asset("muscles.svg"),
        "legend": [(band, SWATCHES[FIBRES.get(band, "")]) for band in Band],
    }


@register.inclusion_tag("muscles/table.html")
def muscle_table(uses: Iterable[MuscleUse], kind: str = "load") -> dict[str, Any]:
    """All muscles in words; `kind` says what they are put in order by."""
    asked = kind_of(kind)
    return {"rows": table(uses, asked), "kind": asked}
