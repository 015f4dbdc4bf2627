"""What acts on the body from outside: what it rests on, itself, bands, weights and hands.

A force's size is either known (a band's pull, a weight) or to be found (what a contact carries, how
hard a hand pulls). Newtons, metres.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from coxa.exercises.motion import Shown
from coxa.exercises.touching import patch
from coxa.mechanics.method import USUAL, Method
from coxa.mechanics.resting import HANDS, RESTS, resting
from coxa.mechanics.skin import Known, Push, Skin, across, unit
from coxa.motion.clip import Held
from coxa.motion.judging.loads import PULL_N, SQUEEZE_N, squeezed
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.things import Mask
from coxa.motion.values import Array, Whole

# Costs as in `resting`, our choice: to hold or pull with a hand, and to rub one limb on another.
HOLDS, RUBS = 1.0, 30.0
GRIP = 0.2  # of the body's weight, what a hand holds or pulls with: 140 N, our choice
_LEG = ("thigh", "knee", "shin", "calf", "ankle", "heel", "instep", "sole", "ball", "toe", "foot")
ROOM = np.concatenate([np.eye(3), -np.eye(3)])


@dataclass(frozen=True, eq=False)
class Acting:
    """Everything. `vertices` (m,) are those of the skin that are pushed on."""

    vertices: Whole
    pushes: tuple[Push, ...]
    known: tuple[Known, ...]


def acting(seen: Seen, shown: Shown, method: Method = USUAL) -> Acting:
    """What acts on a clip's body. `shown` is what the clip was made from."""
    skin = Skin(seen)
    pushes = (*resting(skin, method), *_on_itself(skin), *_in_hands(skin, shown))
    known = (*_bands(skin, shown), *_squeezes(skin, shown), *_forces(skin, shown))
    return Acting(skin.vertices, pushes, known)


def _on_itself(skin: Skin) -> Iterator[Push]:
    """Two places of the body push each other apart; a hand on a leg also pulls."""
    for held, frames in skin.contacts():
        if not skin.seen.on_skin(held):
            continue
        rows = skin.rows([skin.middle(held.point), skin.middle(held.on)])
        if held.point.startswith(HANDS) or held.on.startswith(HANDS):
            yield from _by_hand(skin, held, rows, frames)
        else:
            apart = unit(skin.outward(held.on) - skin.outward(held.point))
            yield Push(rows, _both(apart), frames, RESTS)
            for way in across(apart) if held.planted else ():
                yield Push(rows, _both(way), frames, RUBS, GRIP)


def _by_hand(skin: Skin, held: Held, rows: Whole, frames: Mask) -> Iterator[Push]:
    """A hand on the hip or the chest is just there."""
    if any(part in name for part in _LEG for name in (held.point, held.on)):
        for way in ROOM:
            both = _both(np.broadcast_to(way, (skin.frames, 3)))
            yield Push(rows, both, frames, HOLDS, GRIP)


def _in_hands(skin: Skin, shown: Shown) -> Iterator[Push]:
    """Straps that a hand holds: as hard as the person pulls."""
    for one, other, _ in _straps(shown):
        if one.startswith(HANDS) or other.startswith(HANDS):
            rows, both = skin.between(one, other)
            yield Push(rows, both, np.ones(skin.frames, dtype=bool), HOLDS, GRIP)


def _bands(skin: Skin, shown: Shown) -> Iterator[Known]:
    for one, other, pull in _straps(shown):
        if not (one.startswith(HANDS) or other.startswith(HANDS)):
            rows, both = skin.between(one, other)
            yield Known(rows, pull * both)


def _squeezes(skin: Skin, shown: Shown) -> Iterator[Known]:
    """A cushion between the legs pushes them apart as hard as they press."""
    hard = next((p.pull_n for p in shown.props if p.pull_n and not p.between), SQUEEZE_N)
    for one, other in squeezed(skin.seen):
        rows, both = skin.between(one, other)
        yield Known(rows, -hard * both)


def _forces(skin: Skin, shown: Shown) -> Iterator[Known]:
    for force in shown.forces:
        own = np.broadcast_to(np.array(force.newtons), (skin.frames, 1, 3))
        yield Known(skin.rows([skin.middle(force.patch)]), own)


def _straps(shown: Shown) -> Iterator[tuple[str, str, float]]:
    """The two patches that each band, belt or towel goes between, and how hard it pulls (N)."""
    for prop in shown.props:
        if prop.between:
            one, other = map(patch, prop.between)
            yield one, other, prop.pull_n or PULL_N


def _both(way: Array) -> Array:
    """(u, 2, 3): the same push on one place, and against it on the other."""
    return np.stack([way, -way], axis=1)
