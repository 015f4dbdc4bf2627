"""What stands on the pages of anatomy, as words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.anatomy.groups import Group, groups
from coxa.anatomy.muscles import Muscle
from coxa.language import listed
from coxa.mechanics.exploring import parts
from coxa.mechanics.muscle import MuscleLine
from coxa.web.anatomy.reach import Reach, reached
from coxa.web.anatomy.starts import Start, starts
from coxa.web.anatomy.where import best_view, views_of
from coxa.web.anatomy.words import part_words
from coxa.web.anatomy.worth_seeing import Shown, shown
from coxa.web.muscles.painting import Picture

FROM = {"front": lazy("the front"), "back": lazy("the back"), "side": lazy("the side")}
BEST = 3  # exercises of each kind on the page of all groups
MOST = 8  # on a group's own


@dataclass(frozen=True)
class Told:
    """A group as it stands in the list of all."""

    group: Group
    does: str
    picture: Picture
    loads: tuple[Reach, ...]
    stretches: tuple[Reach, ...]


@dataclass(frozen=True)
class Part:
    """A line of the model: greatest force in newtons, lengths of fibres and tendon in mm."""

    name: str
    force_n: int
    fibre_mm: int
    tendon_mm: int
    pennation_deg: int


@dataclass(frozen=True)
class Page:
    group: Group
    does: tuple[str, ...]
    pictures: tuple[Picture, ...]
    parts: tuple[Part, ...]
    loads: tuple[Reach, ...]
    stretches: tuple[Reach, ...]
    shown: tuple[Shown, ...]
    starts: tuple[Start, ...]
    before: Group | None
    after: Group | None

    @property
    def seen_from(self) -> str:
        return listed([str(FROM[one.name]) for one in self.pictures])


def all_told() -> tuple[Told, ...]:
    return tuple(_told(group) for group in groups().values())


def _told(group: Group) -> Told:
    best = reached(group.muscle)
    picture = best_view(group.muscle)
    return Told(group, _sentence(group.does), picture, best.loads[:BEST], best.stretches[:BEST])


def group_page(muscle: Muscle) -> Page:
    best, everyone = reached(muscle), list(groups().values())
    at = everyone.index(groups()[muscle])
    return Page(
        group=groups()[muscle],
        does=groups()[muscle].does,
        pictures=views_of(muscle),
        parts=tuple(map(_part, parts(muscle))),
        loads=best.loads[:MOST],
        stretches=best.stretches[:MOST],
        shown=shown(muscle),
        starts=starts(muscle),
        before=everyone[at - 1] if at else None,
        after=everyone[at + 1] if at + 1 < len(everyone) else None,
    )


def _part(line: MuscleLine) -> Part:
    return Part(
        name=part_words(line),
        force_n=round(line.max_force_n),
        fibre_mm=round(1000 * line.fibre_m),
        tendon_mm=round(1000 * line.tendon_m),
        pennation_deg=round(line.pennation_deg),
    )


def _sentence(does: tuple[str, ...]) -> str:
    """ "It takes the thigh back; turns the thigh out." """
    return _("It {does}.").format(does="; ".join(does))
