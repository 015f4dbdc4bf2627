"""The map in words: for who does not see it, and under it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.language import capital, listed
from coxa.mechanics.uses import Band
from coxa.web.muscles.bands import DOWN, Bands, Kind, shared

TITLES = {Kind.LOAD: lazy("What works"), Kind.STRETCH: lazy("What is stretched")}
NOTHING = {
    Kind.LOAD: lazy("No muscle works more than a little."),
    Kind.STRETCH: lazy("No muscle is stretched more than a little."),
}

MOST = {
    Kind.LOAD: lazy("The picture shows most work in:"),
    Kind.STRETCH: lazy("The picture shows most stretch in:"),
}
FOLDED = {Kind.LOAD: lazy("What works meanwhile"), Kind.STRETCH: lazy("What gets long on the way")}

ON = {Side.LEFT: lazy("{muscles} on the left"), Side.RIGHT: lazy("{muscles} on the right")}
ONE = {Side.LEFT: lazy("{muscle} left"), Side.RIGHT: lazy("{muscle} right")}

# Of a massage: the figure shows lying and rolling, which is not what it is for.
PRESSED = lazy("Here the pressure is what counts. The pictures show what the muscles do meanwhile.")


def name_of(muscle: Muscle) -> str:
    """In everyday words: "side of the hip"."""
    return muscle.words.partition(" (")[0]


def field_name(muscle: Muscle) -> str:
    """What the field calls it: "gluteus medius"; "" where both are the same."""
    return muscle.words.partition(" (")[2].rstrip(")")


def said(bands: Bands, kind: Kind) -> str:
    """Everything the map shows: "What works. High: buttock left. Low: thigh.", the most first.

    A muscle without a side is so on both.
    """
    parts = [_band(band, bands) for band in DOWN if band is not Band.NONE]
    told = [part for part in parts if part] or [str(NOTHING[kind])]
    return " ".join([f"{TITLES[kind]}.", *told])


def meant_for(muscles: Iterable[Muscle]) -> str:
    """What whoever wrote the exercise had in mind; the sums may see it otherwise."""
    return _("Meant for: {muscles}.").format(
        muscles=listed([name_of(muscle) for muscle in muscles])
    )


def most_of(bands: Bands, kind: Kind) -> str:
    """ "The picture shows most work in: trunk; thigh on the left.", of the highest band that
    there is; "" where that is low."""
    for band in DOWN[: DOWN.index(Band.LOW)]:
        both = [name_of(muscle) for muscle in Muscle if shared(bands, muscle) is band]
        parts = [listed(both)] + [_on(side, band, bands) for side in BOTH]
        if any(parts):
            return f"{MOST[kind]} {'; '.join(filter(None, parts))}."
    return ""


def _on(side: Side, band: Band, bands: Bands) -> str:
    own = [m for m in Muscle if bands[m, side] is band and shared(bands, m) is None]
    names = listed([name_of(muscle) for muscle in own])
    return ON[side].format(muscles=names) if own else ""


def _band(band: Band, bands: Bands) -> str:
    names = ", ".join(_names(band, bands))
    return f"{capital(band.words)}: {names}." if names else ""


def _names(band: Band, bands: Bands) -> tuple[str, ...]:
    found = []
    for muscle in Muscle:
        if shared(bands, muscle) is band:
            found.append(name_of(muscle))
        else:
            own = [side for side in BOTH if bands[muscle, side] is band]
            if len(own) == 1:
                found.append(ONE[own[0]].format(muscle=name_of(muscle)))
    return tuple(found)
