"""Checks done by the figure and filmed: its own solved motions, as often as wanted, either side.

The figure's landmarks are in space; `CheckWatcher` looks at them from where the check wants its
camera. Noise is normal, on every point, about what a landmark model's points tremble by.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from coxa.checks.library import checks
from coxa.motion.check_tasks import task_of
from coxa.motion.expecting import figure_frames
from coxa.motion.library import clip
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.checking.watcher import CheckSeen, CheckWatcher
from coxa.motion.watching.points import INDEX, LENGTH, POINTS, STRIDE, Frame

FPS = 25.0
World = tuple[float, ...]


def task(check_id: str, side: str = "") -> Task:
    """The left side's task, or that of both, if not said otherwise."""
    check = checks()[check_id]
    return task_of(check, side or ("left" if check.sides == "each" else "both"))


@cache
def figure(clip_id: str) -> tuple[tuple[float, ...], tuple[World, ...]]:
    frames = figure_frames(clip(clip_id))
    return tuple(one.time_s for one in frames), tuple(tuple(one.world or ()) for one in frames)


def at_time(clip_id: str, time_s: float) -> World:
    """The figure at that time of its clip, between two moments of it in a straight line."""
    times, worlds = figure(clip_id)
    if time_s >= times[-1]:
        return worlds[-1]
    after = next(i for i, time in enumerate(times) if time > time_s)
    part = (time_s - times[after - 1]) / (times[after] - times[after - 1])
    pairs = zip(worlds[after - 1], worlds[after], strict=True)
    return tuple(one + part * (other - one) for one, other in pairs)


def out_s(clip_id: str) -> float:
    """When the clip has come to its far end."""
    return clip(clip_id).out_s


def tries_of(
    clip_id: str,
    far: Sequence[float] = (1.0, 1.0, 1.0),
    held_s: float = 2.0,
    rests_s: float = 3.0,
) -> Iterator[World]:
    """Rest, then each try: out to a share of the way, held, and back the same way; rest between."""
    far_s = out_s(clip_id)
    yield from _stay(at_time(clip_id, 0.0), rests_s)
    for share in far:
        there = share * far_s
        steps = [there * i / max(1, int(there * FPS)) for i in range(int(there * FPS) + 1)]
        yield from (at_time(clip_id, step) for step in steps)
        yield from _stay(at_time(clip_id, there), held_s)
        yield from (at_time(clip_id, step) for step in reversed(steps))
        yield from _stay(at_time(clip_id, 0.0), rests_s)


def cycles(clip_id: str, times: int, quicker: float = 1.0) -> Iterator[World]:
    """The clip over and over, as if done that much quicker."""
    lasts_s = float(clip(clip_id).times[-1]) / quicker
    for _ in range(times):
        yield from (at_time(clip_id, i / FPS * quicker) for i in range(int(lasts_s * FPS)))


def staying(clip_id: str, seconds: float, at_s: float = 0.0) -> Iterator[World]:
    return _stay(at_time(clip_id, at_s), seconds)


def _stay(world: World, seconds: float) -> Iterator[World]:
    return (world for _ in range(int(seconds * FPS)))


def frames(worlds: Iterable[World], noise_m: float = 0.0, seed: int = 1) -> list[Frame]:
    chance = random.Random(seed)  # noqa: S311 - the same noise in every run
    return [Frame(i / FPS, None, _noisy(one, noise_m, chance)) for i, one in enumerate(worlds)]


def _noisy(world: World, noise_m: float, chance: random.Random) -> Sequence[float]:
    if not noise_m:
        return world
    return [v if i % STRIDE == 3 else v + chance.gauss(0, noise_m) for i, v in enumerate(world)]


def mirrored(world: World) -> World:
    """Left and right changed over, as in a mirror."""
    found = [0.0] * LENGTH
    for name in POINTS:
        here, there = STRIDE * INDEX[name], STRIDE * INDEX[other_side(name)]
        x, y, z, seen = world[here : here + STRIDE]
        found[there : there + STRIDE] = -x, y, z, seen
    return tuple(found)


def other_side(name: str) -> str:
    swaps = {"left": "right", "right": "left"}
    return "_".join(swaps.get(word, word) for word in name.split("_"))


def watched(task: Task, film: Iterable[Frame]) -> tuple[CheckWatcher, list[CheckSeen]]:
    watcher = CheckWatcher(task)
    return watcher, [watcher.frame(frame) for frame in film]


def values(task: Task, film: Iterable[Frame]) -> list[float]:
    return [one.value for one in watched(task, film)[0].tries()]
