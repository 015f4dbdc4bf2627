"""The map's pictures: which part of the drawing is painted how."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.mechanics.uses import Band
from coxa.web.muscles.bands import Bands
from coxa.web.muscles.known import Region, View, views

#: Colour is not all that tells bands apart: the harder a muscle works, the closer its fibres.
FIBRES = {Band.MODERATE: "some", Band.HIGH: "many", Band.VERY_HIGH: "many"}
SIDE = "side"


@dataclass(frozen=True)
class Painted:
    """A part of the drawing: the `id` of its outline, that of its fibres or "", whether it is to
    be mirrored."""

    id: str
    fibres: str
    muscle: Muscle
    side: Side
    band: Band
    deep: bool
    mirrored: bool

    @property
    def look(self) -> str:
        """Its classes."""
        return f"muscle muscle--{self.band}" + (" muscle--deep" if self.deep else "")


@dataclass(frozen=True)
class Picture:
    """One view, painted. `ends` are what stands at the left and right of the picture, "" where
    that needs no word; `mirrored`: all of it."""

    name: str
    title: str
    ends: tuple[str, str]
    width: int
    height: int
    parts: tuple[Painted, ...]
    mirrored: bool = False
    halves: tuple[bool, ...] = (False, True)

    @property
    def frame(self) -> str:
        """What of the drawing is shown, as of viewBox: every view as wide as the widest, so that
        one centimetre is as long in all of them."""
        widest = max(view.width for view in views())
        return f"{(self.width - widest) // 2} 0 {widest} {self.height}"

    @property
    def turned(self) -> str:
        """The transform that makes left of right."""
        return f"matrix(-1 0 0 1 {self.width} 0)"

    @property
    def shows_deep(self) -> bool:
        return any(part.deep and part.band is not Band.NONE for part in self.parts)


VIEWS = {
    "front": pgettext_lazy("view of the body", "Front"),
    "back": pgettext_lazy("view of the body", "Back"),
}
ENDS = {
    "left": pgettext_lazy("view of the body", "left"),
    "right": pgettext_lazy("view of the body", "right"),
    "front": pgettext_lazy("view of the body", "front"),
    "back": pgettext_lazy("view of the body", "back"),
}
SIDED = {Side.LEFT: lazy("Left side"), Side.RIGHT: lazy("Right side")}


def pictures(bands: Bands) -> tuple[Picture, ...]:
    """Front, back and side; both sides, where left and right do not do the same."""
    return tuple(one for view in views() for one in _pictures(view, bands))


def _pictures(view: View, bands: Bands) -> Iterator[Picture]:
    if view.name != SIDE:
        ends = _ends("right", "left") if view.name == "front" else _ends("left", "right")
        yield _picture(view, str(VIEWS[view.name]), tuple(_both(view, bands)), ends)
        return
    sides = BOTH if _differs(view, bands) else BOTH[:1]
    for side in sides:
        title = SIDED[side] if len(sides) > 1 else _("Either side")
        # Which way the figure looks, as its face is not in the picture.
        ends = _ends("front", "back") if side is Side.LEFT else _ends("back", "front")
        parts = tuple(_painted(region, side, bands, mirrored=False) for region in view.regions)
        mirrored = side is Side.RIGHT
        yield Picture(
            view.name, str(title), ends, view.width, view.height, parts, mirrored, (False,)
        )


def _ends(first: str, last: str) -> tuple[str, str]:
    return str(ENDS[first]), str(ENDS[last])


def _picture(view: View, title: str, parts: tuple[Painted, ...], ends: tuple[str, str]) -> Picture:
    return Picture(view.name, title, ends, view.width, view.height, parts)


def _both(view: View, bands: Bands) -> Iterator[Painted]:
    for region in view.regions:
        for side in BOTH:
            yield _painted(region, side, bands, mirrored=side is Side.RIGHT)


def _painted(region: Region, side: Side, bands: Bands, mirrored: bool) -> Painted:
    band = bands[region.muscle, side]
    fibres = f"{region.id}-{FIBRES[band]}" if band in FIBRES else ""
    return Painted(region.id, fibres, region.muscle, side, band, region.deep, mirrored)


def _differs(view: View, bands: Bands) -> bool:
    seen = {region.muscle for region in view.regions}
    return any(bands[muscle, Side.LEFT] is not bands[muscle, Side.RIGHT] for muscle in seen)
