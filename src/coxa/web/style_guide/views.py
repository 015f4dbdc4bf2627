"""Every component on one page, to look at while drawing. Only with COXA_DEBUG=1."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.exercises.vocabulary import Position
from coxa.web.built import built
from coxa.web.pictures import EQUIPMENT_ICONS
from coxa.web.style_guide.forms import EveryField

COLOURS = (
    "paper raised sunk line edge ink ink-soft "
    "do do-strong do-soft care care-mark care-soft stop stop-soft"
)
FILLED = {
    "name": "Alice", "goal": "both", "minutes": 20, "days": ["mon", "wed", "fri"],
    "equipment": ["chair", "wall", "towel"], "morning": "same", "pain": "3",
}  # fmt: skip


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "style_guide/page.html",
        {
            "form": EveryField(FILLED),
            "equipment_icons": EQUIPMENT_ICONS,
            "positions": [position.value for position in Position],
            "icon_names": sorted(built().icons),
            "colours": COLOURS.split(),
        },
    )
