"""Watching: how many pictures a second the analysis follows, under CPython and in the browser.

The landmarks of the tests' squat film, image and world, made 30 a second and gone through again and
again. The browser's Python is Pyodide as the camera page wakes it, run by Node: what is timed is
all that the page's worker does with a picture, from an array of numbers to an answer as JSON.

The outside comparison is the least that counts squats at all, as one writes it first: numpy, the
same smoothing for all points, two knee angles, a threshold. It knows of no view, trust or fault.
A computer that does other work too stops in the middle of a picture: so each picture counts with
the quickest of several goes.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from coxa.motion.expecting import expected
from coxa.motion.library import clip
from coxa.motion.video import frames
from coxa.motion.watching.points import Frame, at
from coxa.motion.watching.watch import Watcher
from coxa.web.built import FOLDER, read

HERE = Path(__file__).resolve().parent
FILM = HERE.parent / "tests" / "data" / "tfjs_squats" / "pose_squats.mp4"
WITHIN_S = (0.0, 9.6)  # two whole squats: it can begin again without a jump
RATE = 30
ROUNDS = 6
AIMS = {"CPython": 8000, "Pyodide": 3000}
WANTED = expected(clip("x_sit_to_stand"))
LEGS = [
    [at(f"{side}_{name}") // 4 for name in ("hip", "knee", "ankle")] for side in ("left", "right")
]
Look = Callable[[Frame], int]  # at one picture; gives the count until now


def landmarks() -> list[Frame]:
    """The film's landmarks, RATE a second, those in between on straight lines."""
    seen = [one for one in frames(FILM, "lite") if not one.empty and one.time_s <= WITHIN_S[1]]
    known = [one.time_s for one in seen]
    times = np.arange(WITHIN_S[0], known[-1], 1 / RATE)
    image, world = (
        between(times, known, [list(getattr(one, kind) or ()) for one in seen])
        for kind in ("image", "world")
    )
    return [
        Frame(t, i, w, seen[0].aspect) for t, i, w in zip(times.tolist(), image, world, strict=True)
    ]


def between(
    times: np.ndarray, known: Sequence[float], rows: Sequence[Sequence[float]]
) -> list[list[float]]:
    columns = [np.interp(times, known, column) for column in np.array(rows).T]
    return np.array(columns).T.tolist()


def timed(look: Look, pictures: Sequence[Frame]) -> tuple[int, list[float]]:
    """The count at the end, and for each picture the fewest seconds of all rounds."""
    least, reps = [float("inf")] * len(pictures), 0
    for number in range(ROUNDS):
        for at_, one in enumerate(later(pictures, number)):
            began = perf_counter()
            reps = look(one)
            least[at_] = min(least[at_], perf_counter() - began)
    return reps, least


def ours() -> Look:
    watcher = Watcher(WANTED)

    def look(one: Frame) -> int:
        watcher.frame(one)
        return watcher.reps

    return look


def later(pictures: Sequence[Frame], number: int) -> list[Frame]:
    """The same, as they come the second time, the third ..."""
    lasts = len(pictures) / RATE
    return [Frame(number * lasts + p.time_s, p.image, p.world, p.aspect) for p in pictures]


def plain(first: Frame) -> Look:
    reps, down, speed = 0, False, np.zeros((33, 1))
    last = np.array(first.world).reshape(33, 4)[:, :3]

    def look(one: Frame) -> int:
        nonlocal reps, down, speed, last
        points = np.array(one.world).reshape(33, 4)[:, :3]
        moved = (points - last) * RATE
        speed = speed + (np.linalg.norm(moved, axis=1, keepdims=True) - speed) * 0.24
        cut_off = 2 * np.pi * (2 + 10 * speed) / RATE
        last = last + (points - last) * cut_off / (1 + cut_off)
        bent = np.mean([knee(last[leg]) for leg in LEGS])
        reps += down and bent < 40
        down = bent > 80 or (down and bent >= 40)
        return reps

    return look


def knee(leg: np.ndarray) -> float:
    thigh, shank = leg[1] - leg[0], leg[2] - leg[1]
    cosine = thigh @ shank / np.linalg.norm(thigh) / np.linalg.norm(shank)
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def pyodide(pictures: Sequence[Frame]) -> dict[str, Any] | None:
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None:
        return None
    asked = {
        "expected": WANTED.to_json(),
        "frames": [[one.time_s, one.image, one.world] for one in pictures],
        "rounds": ROUNDS,
    }
    folder = FOLDER / read().file("camera/pyodide")
    answer = subprocess.run(
        [node, str(HERE / "_watching.mjs"), str(folder)],
        input=json.dumps(asked), check=True, capture_output=True, text=True,
    )  # fmt: skip
    return json.loads(answer.stdout.splitlines()[-1])


def main() -> None:
    pictures = landmarks()
    found = {
        "numpy, plain": timed(plain(pictures[0]), pictures),
        "CPython": timed(ours(), pictures),
    }
    if there := pyodide(pictures):
        found["Pyodide"] = there["reps"], there["least"]
    rates = {name: 1 / fmean(least) for name, (_, least) in found.items()}
    table = Table(
        "", "pictures a second", "aim", "ratio to plain", "to CPython", "slowest, ms", "squats",
        title=f"{len(pictures)} pictures, the quickest of {ROUNDS} goes each; two squats each go",
    )  # fmt: skip
    for name, (reps, least) in found.items():
        to_plain, to_ours = (rates[name] / rates[other] for other in ("numpy, plain", "CPython"))
        table.add_row(
            name, f"{rates[name]:.0f}", str(AIMS.get(name, "")),
            f"{to_plain:.2f}", f"{to_ours:.2f}", f"{max(least) * 1e3:.1f}", str(reps),
        )  # fmt: skip
    Console(width=110).print(table)
    if there:
        print(f"The browser's Python was awake after {there['ready']:.1f} s of processor.")
    load = os.getloadavg()[0]
    print(f"Load of the last minute: {load:.1f} on {os.cpu_count()} cores.")


if __name__ == "__main__":
    main()
