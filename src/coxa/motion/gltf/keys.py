"""As few moments as restore a movement: what lies between two of them on the shortest way is left
out.

Error-bounded: at every frame the restored value is within its track's tolerance. Tracks with much
the same moments share them, since telling a list of times costs more than a few turns too many.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from coxa.motion import quaternions
from coxa.motion.values import Array, Whole

Truths = npt.NDArray[np.bool_]

# Spans are tried at every length up to here, then each longer by a share of itself.
EVERY_LENGTH, LONGER_BY = 16, 1 / 8
# Where within a span it is looked at. A smooth curve leaves its chord farthest near the middle.
MOST_LOOKS = 9
LIST_BYTES = 92  # what one more list of times costs in a file: its entry in the JSON
TIME_BYTES = 4


@dataclass(frozen=True, eq=False)
class Track:
    """One movement of one node: `values` (n, 3 or 4) at every frame, in glTF's axes.

    `path` is glTF's word: "rotation" (unit quaternions), "translation" or "scale". `tolerance` is
    in degrees, metres or shares.
    """

    node: int
    path: str
    values: Array
    tolerance: float

    @cached_property
    def middle(self) -> Array:
        """The value half-way between the first and the one farthest from it."""
        first = self.values[0]
        farthest = self.values[np.argmax(apart(self.path, self.values, first))]
        if self.path == "rotation":
            return quaternions.between(first, farthest, np.array(0.5))
        return (first + farthest) / 2

    @cached_property
    def moves(self) -> bool:
        """Whether staying in the middle is not enough."""
        return bool(np.any(apart(self.path, self.values, self.middle) > self.tolerance))

    @property
    def start(self) -> Array:
        """The value of the node where nothing plays."""
        return self.values[0] if self.moves else self.middle

    @property
    def bytes_a_key(self) -> int:
        return 8 if self.path == "rotation" else 12


@dataclass(frozen=True, eq=False)
class Group:
    """Tracks that share their moments.

    `reach` (n,): how many frames after each one the next may follow, for all of `tracks`.
    """

    tracks: tuple[Track, ...]
    reach: Whole

    @cached_property
    def frames(self) -> Whole:
        """The numbers of the frames to keep, first and last among them."""
        kept, last = [0], len(self.reach) - 1
        while kept[-1] < last:
            kept.append(kept[-1] + int(self.reach[kept[-1]]))
        return np.array(kept)

    @cached_property
    def bytes(self) -> int:
        """What it takes in a file, near enough to choose by."""
        a_key = TIME_BYTES + sum(track.bytes_a_key for track in self.tracks)
        return LIST_BYTES + len(self.frames) * a_key

    def joined(self, other: "Group") -> "Group":
        return Group(self.tracks + other.tracks, np.minimum(self.reach, other.reach))


def grouped(tracks: Sequence[Track], times: Array) -> list[Group]:
    """The tracks that move, in groups such that the file is small. `times` (n,) in seconds.

    Starts with each track by itself and joins the two groups that save most, until none does.
    """
    groups = [Group((track,), _reach(track, times)) for track in tracks if track.moves]
    savings = {pair: _saved(*pair) for pair in combinations(groups, 2)}
    while savings:
        pair, saved = max(savings.items(), key=itemgetter(1))
        if saved <= 0:
            break
        joined = pair[0].joined(pair[1])
        groups = [group for group in groups if group not in pair]
        savings = {two: saved for two, saved in savings.items() if not set(two) & set(pair)}
        savings |= {(group, joined): _saved(group, joined) for group in groups}
        groups.append(joined)
    return groups


def restored(track: Track, times: Array, frames: Whole) -> Array:
    """What a player shows at `times` that has only `frames` of the track, like `track.values`."""
    kept = times[frames]
    if track.path == "rotation":
        return quaternions.sampled(track.values[frames], kept, times)
    columns = [np.interp(times, kept, column) for column in track.values[frames].T]
    return np.stack(columns, axis=1)


def apart(path: str, one: Array, other: Array) -> Array:
    """How far values (..., 3 or 4) are from one another: degrees, metres or shares (...)."""
    if path == "rotation":
        return quaternions.degrees_apart(one, other)
    return np.asarray(np.linalg.norm(one - other, axis=-1))


def _saved(one: Group, other: Group) -> int:
    return one.bytes + other.bytes - one.joined(other).bytes


def _reach(track: Track, times: Array) -> Whole:
    """How far from each frame the shortest way stays within the tolerance, (n,)."""
    last = len(times) - 1
    reach = np.ones(last + 1, dtype=np.int64)
    starts = np.arange(last)
    for length in _lengths(last):
        ends = np.minimum(starts + length, last)
        good = _holds(track, times, starts, ends)
        starts, ends = starts[good], ends[good]
        reach[starts] = ends - starts
        starts = starts[ends < last]
    return reach


def _lengths(most: int) -> Iterator[int]:
    length = 2
    while length < most * (1 + LONGER_BY):
        yield length
        length += max(1, int(length * LONGER_BY)) if length >= EVERY_LENGTH else 1


def _holds(track: Track, times: Array, starts: Whole, ends: Whole) -> Truths:
    """Which spans (m,) may be left to the shortest way."""
    if not len(starts):
        return np.zeros(0, dtype=bool)
    looks = min(MOST_LOOKS, int((ends - starts).max()) - 1)
    shares = np.arange(1, looks + 1) / (looks + 1)
    inside = np.rint(starts + shares[:, None] * (ends - starts)).astype(np.int64)
    begin, end = track.values[starts], track.values[ends]
    share = (times[inside] - times[starts]) / (times[ends] - times[starts])
    if track.path == "rotation":
        there = quaternions.between(begin[None], end[None], share)
    else:
        there = begin + share[..., None] * (end - begin)
    near = (apart(track.path, there, track.values[inside]) <= track.tolerance).all(axis=0)
    if track.path == "rotation":
        # More than half a turn: the shortest way would go the other way round.
        near &= np.sum(begin * end, axis=-1) > 0
    return np.asarray(near)
