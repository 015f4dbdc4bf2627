"""What loads the joints: the weight of the body's parts, what it rests on, bands, and squeezing.

Quasi-static: motions here are slow, so weight counts and inertia does not. What the body rests on
pushes up; who carries how much follows from balance of forces and moments, and where that leaves a
choice, from the least sum of squares, with hands and sliding contacts as the dearest. Under who
stands, the floor pushes toward the centre of mass, as measured in walking and lunging; under who
lies, straight up. The moment of a load on a coordinate is what it would do to it: positive, it
drives the coordinate up.
Shapes: u frames, C coordinates, k points. Newtons, newton metres.
"""

from functools import cache

import numpy as np
from scipy.optimize import nnls

from coxa.motion.body import Body
from coxa.motion.clip import Held
from coxa.motion.judging.seen import Seen, figure
from coxa.motion.judging.things import kind_of, thing_of
from coxa.motion.kinematics import Frames, Moving, SkinPoints, joined, places
from coxa.motion.masses import SEGMENTS
from coxa.motion.quaternions import turned
from coxa.motion.values import Array

WEIGHT_N = 70 * 9.81  # of the mean of a woman and a man
PULL_N = 40.0  # of a light band that is stretched to half as long again
SQUEEZE_N = 60.0  # of a cushion pressed between the knees, hard enough to feel the muscle work
# What it costs to rest on a contact, beside 1 for feet, knees and trunk: hands steady, and what
# slides carries little; both carry all where there is nothing else.
HANDS, SLIDES = 8.0, 4.0
_HANDS = ("palm", "fingertips", "knuckles", "heel_of_hand", "back_of_hand", "wrist_back")
STANDS = 0.5  # m: a centre of mass higher than this stands or kneels
RUBS = 0.5  # friction of a foot on a mat, at least
FLAT = 0.15  # m: what touches lower than this rests on the floor or a pad
NEAR = 1e-6  # m: no direction between points nearer than this
BALANCED = 1000.0  # how much dearer it is to be off balance than to rest on anything


@cache
def mass_points(body: Body) -> tuple[SkinPoints, Array]:
    """The middles of the body's masses, and their shares of the whole (k,)."""
    skeleton = figure(body).skeleton
    points = []
    for one in SEGMENTS:
        j, k = skeleton.index[one.start], skeleton.index[one.end]
        bone = body.alignments[j] @ (body.heads[k] - body.heads[j])
        points.append(skeleton.rigid(one.start, bone * one.along))
    shares = np.array([one.share for one in SEGMENTS])
    return joined(points), np.asarray(shares / shares.sum())


def masses(seen: Seen) -> tuple[Array, Array]:
    """Where the body's masses are, (u, k, 3), and their shares of the whole, (k,)."""
    points, shares = mass_points(seen.body)
    return places(seen.frames, points), shares


def moments(seen: Seen) -> Array:
    """What loads each coordinate at each frame that differs, in Nm: (u, C)."""
    acting = _Acting(seen)
    return np.stack([acting.moments(u) for u in range(len(seen.first))])


class _Acting:
    """The points at which a clip's body is loaded, and the forces on them."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.held, straps, pressed = _resting(seen), _straps(seen), squeezed(seen)
        self.pairs = [(*p, PULL_N) for p in straps] + [(*p, -SQUEEZE_N) for p in pressed]
        names = {h.point for h in self.held} | {n for a, b, _ in self.pairs for n in (a, b)}
        mass, self.shares = mass_points(seen.body)
        self.row = {name: len(self.shares) + i for i, name in enumerate(sorted(names))}
        points = joined([mass, *(_middle(seen, name) for name in self.row)])
        self.moving = Moving(seen.figure.skeleton, points)

    def moments(self, u: int) -> Array:
        frames = self.seen.frames
        one = Frames(frames.turn[u : u + 1], frames.at[u : u + 1], frames.axes[u : u + 1])
        at, slopes = self.moving.at(one), self.moving.jacobian(one)
        force = np.zeros_like(at)
        force[: len(self.shares), 1] = -WEIGHT_N * self.shares
        self._rest(int(self.seen.first[u]), at, force)
        for name, other, pull in self.pairs:
            way = at[self.row[other]] - at[self.row[name]]
            way *= pull / max(float(np.linalg.norm(way)), NEAR)
            force[self.row[name]] += way
            force[self.row[other]] -= way
        # Slopes are metres a degree.
        return np.asarray(np.einsum("mi,mic->c", force, slopes) * 180 / np.pi)

    def _rest(self, frame: int, at: Array, force: Array) -> None:
        # One patch may be held twice at a frame: on the way out, and from there on.
        now = {h.point: h for h in self.held if h.first <= frame <= h.last}
        rows = [self.row[point] for point in now]
        costs = np.array([_cost(h) for h in now.values()])
        middle = self.shares @ at[: len(self.shares)]
        force[rows] += _ground(at[rows], middle, costs)


def _middle(seen: Seen, name: str) -> SkinPoints:
    """One vertex of a patch, the nearest to its middle: patches are a few centimetres wide."""
    vertices = seen.body.points[name]
    places_ = seen.body.vertices[vertices]
    nearest = np.linalg.norm(places_ - places_.mean(axis=0), axis=1).argmin()
    return seen.figure.skeleton.skin(vertices[nearest : nearest + 1])


def _resting(seen: Seen) -> list[Held]:
    """The contacts that can carry: on the floor or a thing, not on what stands upright behind."""
    upright = {
        thing.name
        for thing in seen.clip.props
        if (kind := kind_of(thing)) is not None and kind.backdrop
    }
    return [h for h in seen.clip.contacts if not seen.on_skin(h) and thing_of(h) not in upright]


def _cost(held: Held) -> float:
    cost = HANDS if held.point.startswith(_HANDS) else 1.0
    return cost if held.planted else cost * SLIDES


def _ground(at: Array, middle: Array, costs: Array) -> Array:
    """The forces of the ground on contacts (k, 3) with the centre of mass over them: (k, 3) N."""
    force = np.zeros_like(at)
    force[:, 1] = _carried(at, middle, costs)
    if len(at) and middle[1] > STANDS:
        height = np.maximum(middle[1] - at[:, 1], FLAT)[:, None]
        lean = np.clip((middle - at)[:, [0, 2]] / height, -RUBS, RUBS)
        force[:, [0, 2]] = force[:, 1:2] * lean * (at[:, 1:2] < FLAT)
    return force


def _carried(at: Array, middle: Array, costs: Array) -> Array:
    """What each contact (k, 3) carries of the body, whose centre of mass is `middle`: (k,) N."""
    if not len(at):
        return np.zeros(0)
    balance = np.stack([np.ones(len(at)), at[:, 0] - middle[0], at[:, 2] - middle[2]])
    dear = np.diag(np.sqrt(costs))
    wanted = np.concatenate([[BALANCED], np.zeros(2 + len(at))])
    shares, _ = nnls(np.vstack([BALANCED * balance, dear]), wanted)
    return np.asarray(shares * WEIGHT_N)


def _straps(seen: Seen) -> list[tuple[str, str]]:
    """The two patches of skin that each band, belt or towel goes between."""
    found = []
    middles = {name: seen.patch(name)[0].mean(axis=0) for name in seen.body.points}
    for thing in seen.clip.props:
        if thing.kind == "strap":
            half = turned(np.array([[thing.scales[0][0] / 2, 0, 0]]), thing.rotations[0])[0]
            ends = thing.positions[0] - half, thing.positions[0] + half
            one, other = (_nearest(middles, end) for end in ends)
            found.append((one, other))
    return found


def _nearest(middles: dict[str, Array], place: Array) -> str:
    return min(middles, key=lambda name: float(np.linalg.norm(middles[name] - place)))


def squeezed(seen: Seen) -> list[tuple[str, str]]:
    """Pairs of the inner sides of both legs that press on one thing between them."""
    on = {(h.point, thing_of(h)) for h in seen.clip.contacts if h.point.startswith("inner_")}
    return [
        (point, f"{point[:-2]}_r")
        for point, thing in sorted(on)
        if point.endswith("_l") and (f"{point[:-2]}_r", thing) in on
    ]
