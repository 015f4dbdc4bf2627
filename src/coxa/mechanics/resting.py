"""What the body rests on: the floor and things, under feet, hands, and whatever lies or sits.

They push straight up at next to no cost, or away from the side of a thing; whatever holds the body
up follows from balance. Costs stand beside 1 for a muscle at its full force, per push of the body's
weight; all sizes are our choice.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from coxa.mechanics.method import Method
from coxa.mechanics.skin import SPREAD, Push, Skin, across
from coxa.motion.clip import Held
from coxa.motion.judging.loads import masses
from coxa.motion.judging.things import Mask, thing_of, things
from coxa.motion.quaternions import turned
from coxa.motion.values import Array, Whole

RESTS = 0.001
ARMS = 0.3  # hands are there to steady: they carry where nothing else does
# Nobody braces the feet apart to spare a muscle: a free choice of friction took side plank from 86
# to 23 % in our trials.
ALONG = 300.0
HANDS = ("palm", "fingertips", "knuckles", "heel_of_hand", "back_of_hand", "wrist_back")
_ARMS = (*HANDS, "elbow", "forearm")
_HEAD = ("back_of_head", "side_of_head", "crown", "nose")
_SOLE = ("heel", "ball", "big_toe", "toe_tips")
# Of the body's weight. What rests carries no more than itself: neither neck nor a lying arm lifts
# the body.
HEAD, ARM = 0.07, 0.05

# Under the feet of who stands, the floor pushes toward the centre of mass.
STANDS = 0.5  # m: who has the centre of mass so high above a foot stands on it
FRICTION = 0.5  # of a foot on a mat, at least
# Feet so near to under the centre of mass are pushed straight up, as in quiet standing; from twice
# as far on the push leans all the way (metres sideways to a metre up).
UPRIGHT = 0.1

# Who lies or sits has more skin on the floor or seat than the words name: what is so near carries.
_CHEST = ("lumbar_high", "thorax", "clavicle_l", "clavicle_r")
TRUNK = ("pelvis", "lumbar_low", *_CHEST)
THIGHS = ("thigh_l", "thigh_r", "thigh_twist_l", "thigh_twist_r")
NEAR_M, ON_TRUNK = 0.04, 6  # flesh gives way by so much; so many points of each piece
LIFTED_M = 0.01  # for a thigh that no contact names
# Likewise the edges of a foot or shank that rests.
RIM_M, ON_RIM = 0.012, 4
_THIGH = ("thigh", "outer_thigh", "inner_thigh")
_LIES = ("upper_back", "shoulder_blade", "chest_front", "shoulder_side", "shoulder_top")

UP = np.array([0.0, 1.0, 0.0])
SIDEWAYS = {
    f"{sign}{axis}": float(f"{sign}1") * np.eye(3)[at]
    for at, axis in ((0, "x"), (2, "z"))
    for sign in "+-"
}


def resting(skin: Skin, method: Method) -> list[Push]:
    """All pushes of the floor and of things on a clip's body."""
    return list(_Resting(skin, method).pushes())


class _Resting:
    def __init__(self, skin: Skin, method: Method) -> None:
        self._skin, self._leans = skin, method.leaning
        places, shares = masses(skin.seen)
        self._middle_of_mass = np.einsum("uki,k->ui", places, shares)
        self._contacts = [
            (held, frames) for held, frames in skin.contacts() if not skin.seen.on_skin(held)
        ]

    def pushes(self) -> Iterator[Push]:
        lain = list(self._lying())
        lies = self._named(_LIES)
        for name, push in lain:
            if name in _CHEST:
                lies |= push.frames
            yield push
        for held, frames in self._contacts:
            yield from self._rests(held, frames, lies)

    def _lying(self) -> Iterator[tuple[str, Push]]:
        """Trunk and thighs on the floor or a seat, with the piece of the body that it is."""
        skin = self._skin
        for name in (*TRUNK, *THIGHS):
            own = skin.piece(name)
            near = skin.near(own, NEAR_M)
            if name in THIGHS:
                said = self._named(_THIGH, name[-2:])
                near &= skin.near(own, LIFTED_M) | said[:, None]
            for vertex, frames in self._touching(own, near, ON_TRUNK):
                up = np.broadcast_to(UP, (skin.frames, 1, 3))
                yield name, Push(skin.rows([vertex]), up, frames, RESTS)

    def _rests(self, held: Held, frames: Mask, lies: Mask) -> Iterator[Push]:
        skin, away = self._skin, self._away(held)
        arm, head = held.point.startswith(_ARMS), held.point.startswith(_HEAD)
        for vertex in skin.spread(held.point):
            lean = self._leaning(vertex, held, away)
            push = Push(skin.rows([vertex]), lean[:, None], frames, ARMS if arm else RESTS)
            if arm:
                # One that lies beside the body carries itself; one that props it up carries.
                yield replace(push, frames=frames & lies, most=ARM / SPREAD)
                yield replace(push, frames=frames & ~lies)
            else:
                yield replace(push, most=HEAD / SPREAD) if head else push
        if not arm and away[0, 1] == 1.0:
            yield from self._rim(held, frames, away)
        if held.planted:
            row = skin.rows([skin.middle(held.point)])
            for way in across(away):
                yield Push(row, way[:, None], frames, ALONG)

    def _rim(self, held: Held, frames: Mask, away: Array) -> Iterator[Push]:
        skin = self._skin
        pieces = skin.seen.figure.pieces
        own = np.flatnonzero(pieces == pieces[skin.middle(held.point)])
        near = skin.near(own, RIM_M) & frames[:, None]
        for vertex, now in self._touching(own, near, ON_RIM):
            lean = self._leaning(vertex, held, away)
            yield Push(skin.rows([vertex]), lean[:, None], now, RESTS)

    def _touching(self, own: Whole, near: Mask, count: int) -> Iterator[tuple[int, Mask]]:
        """Vertices far apart among those that touch at any frame, each with its frames."""
        column = {int(vertex): i for i, vertex in enumerate(own)}
        for vertex in self._skin.apart(own[near.any(axis=0)], count):
            yield vertex, near[:, column[vertex]]

    def _leaning(self, vertex: int, held: Held, away: Array) -> Array:
        """As measured in walking and lunging; (u, 3) per newton upward."""
        if not (self._leans and held.planted and held.point.startswith(_SOLE)):
            return away
        off = self._middle_of_mass - self._skin.at[:, vertex]
        lean = off[:, ::2] / np.maximum(off[:, 1:2], STANDS)
        size = np.linalg.norm(lean, axis=1, keepdims=True)
        lean *= np.clip((size - UPRIGHT) / UPRIGHT, 0.0, 1.0)
        lean *= np.minimum(FRICTION / np.maximum(size, FRICTION), 1.0)
        lean[off[:, 1] < STANDS] = 0.0
        return np.stack([lean[:, 0], np.ones(len(lean)), lean[:, 1]], axis=1)

    def _named(self, parts: tuple[str, ...], end: str = "") -> Mask:
        """(u,): when one of these patches is said to rest on something."""
        now = np.zeros(self._skin.frames, dtype=bool)
        for held, frames in self._contacts:
            if held.point.startswith(parts) and held.point.endswith(end):
                now |= frames
        return now

    def _away(self, held: Held) -> Array:
        """(u, 3): away from what a contact rests on: up, or level from the side of a thing."""
        up = np.broadcast_to(UP, (self._skin.frames, 3))
        surface = held.on.partition(".")[2]
        for thing in things(self._skin.seen.clip):
            if thing.name != thing_of(held) or thing.kind is None:
                continue
            _, face = thing.kind.surfaces.get(surface, (0, "+y"))
            if face in SIDEWAYS:
                # Walls and seats do not turn.
                way = turned(SIDEWAYS[face][None], thing.placed.rotations[0])
                return np.broadcast_to(way, up.shape)
        return up
