"""Checks by camera held against recordings that were made by others (UI-PRMD, markers).

*Chair stands*: a subject's ten episodes of sitting down and standing up, joined, begin standing. A
check begins seated, so the recording is begun where the first episode is seated, and that moment is
held for three seconds. Nothing of the counter was set on these recordings.

*Straight-leg raise*: the subjects raise the leg **standing**, so each frame is laid on its back
first. The leg against level, as the check reads it, is held against the hip's bending that the
marker system worked out. They go together, and the leg rises farther than the hip bends: 21 degrees
on average where it was done rightly, since the pelvis rolls back with it. That is what the check
cannot see, and says so.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from tests.motion.watching.checking.filmed import task, watched
from tests.reference.watching import ui_prmd

from coxa.motion.watching.angles import readings
from coxa.motion.watching.checking.lines import leg_elevation
from coxa.motion.watching.checking.measuring import Look
from coxa.motion.watching.checking.pictured import pictured
from coxa.motion.watching.limbs import LEGS
from coxa.motion.watching.points import STRIDE, Frame
from coxa.motion.watching.view import View

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(
        ui_prmd.folder() is None, reason="COXA_REFERENCE_DATA names no folder with ui_prmd_open"
    ),
]

WAITS_S = 3.0
STEP_S = 1 / ui_prmd.HZ
STANDS = 10


@cache
def episodes(movement: str) -> dict[tuple[str, bool], list[tuple[Frame, ...]]]:
    found: dict[tuple[str, bool], list[tuple[Frame, ...]]] = defaultdict(list)
    folder = ui_prmd.folder()
    assert folder is not None
    for one in ui_prmd.episodes(folder, movement):
        found[one.subject, one.wrong].append(one.frames)
    return found


def seated_at(frames: tuple[Frame, ...]) -> int:
    return max(range(len(frames)), key=lambda i: knee(frames[i]))


def knee(frame: Frame) -> float:
    return readings(frame, View.UNKNOWN)["knee_angle_l"].value or 0.0


def from_the_chair(parts: list[tuple[Frame, ...]]) -> Iterator[Frame]:
    """Seated for a while, then all the stands."""
    first = parts[0][seated_at(parts[0]) :]
    waiting = [first[0]] * int(WAITS_S * ui_prmd.HZ)
    for i, frame in enumerate([*waiting, *first, *(one for part in parts[1:] for one in part)]):
        yield Frame(i * STEP_S, None, frame.world, frame.aspect)


@cache
def stands() -> dict[tuple[str, bool], float]:
    """{(subject, wrong): stands counted}, with a clock that does not run out."""
    one = task("chair_stand_30s")
    unhurried = replace(one, numbers={**one.numbers, "limit_s": 600.0})
    found = {}
    for key, parts in episodes("m05").items():
        watcher, _ = watched(unhurried, from_the_chair(parts))
        watcher.finish()
        found[key] = watcher.tries()[0].value
    return found


def test_every_stand_that_was_done_rightly_is_counted():
    right = {key: count for key, count in stands().items() if not key[1]}
    assert right == dict.fromkeys(right, STANDS)


def test_no_count_is_off_by_more_than_one():
    """Some of those done wrongly on purpose are no whole stands."""
    assert all(abs(count - STANDS) <= 1 for count in stands().values()), stands()


def test_the_clock_of_thirty_seconds_counts_those_that_it_saw_end():
    for key, parts in episodes("m05").items():
        watcher, _ = watched(task("chair_stand_30s"), from_the_chair(parts))
        watcher.finish()
        one = watcher.tries()[0]
        ends_s = WAITS_S - seated_at(parts[0]) * STEP_S
        up = 0
        for part in parts:
            ends_s += len(part) * STEP_S
            up += ends_s <= one.end_s
        assert up <= one.value <= up + 1, key


#: In the recordings' own table of angles: left and right hip, first column.
HIPS = {"l": 15, "r": 16}


def laid_down(frame: Frame) -> Frame:
    """On the back: what was up is towards the head, what was forward is up."""
    world = list(frame.world or ())
    for start in range(0, len(world), STRIDE):
        x, y, z = world[start : start + 3]
        world[start : start + 3] = x, z, -y
    return Frame(frame.time_s, None, world)


def raises() -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Of each raise done rightly: the leg above level and the hip's bending, degrees."""
    folder = ui_prmd.folder()
    assert folder is not None
    with np.load(folder / "m06_correct_angles_25hz.npz") as angles:
        by_key = [angles[key].reshape(-1, 39, 3) for key in sorted(angles.files)]
    films = [one.frames for one in ui_prmd.episodes(folder, "m06") if not one.wrong]
    for frames, measured in zip(films, by_key, strict=True):
        read = {leg.letter: elevations(frames, leg) for leg in LEGS}
        letter = max(read, key=lambda one: float(np.ptp(read[one])))
        yield read[letter], measured[:, HIPS[letter], 0]


def elevations(frames, leg) -> np.ndarray:
    view = View.LEFT if leg.letter == "l" else View.RIGHT
    one = task("slr_active", "left" if leg.letter == "l" else "right")
    looks = (Look(pictured(laid_down(frame), one), view, {}, True, "") for frame in frames)
    return np.array([leg_elevation(look, leg).value for look in looks], float)


def test_a_raised_leg_goes_with_the_hip_that_bends_and_rises_farther():
    alike, farther = [], []
    for leg, hip in raises():
        alike.append(float(np.corrcoef(leg, hip)[0, 1]))
        top = int(np.argmax(leg))
        farther.append(float(leg[top] - leg[0] - (hip[top] - hip[0])))
    print(f"r {np.median(alike):.3f}, leg less hip {np.mean(farther):.1f} degrees")  # noqa: T201
    assert np.median(alike) > 0.97
    assert 15 < np.mean(farther) < 25
