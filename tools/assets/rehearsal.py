"""What the browser's Python has done when it is frozen: imported, read its tables, watched once.

Run by freeze_python.mjs. When this is over there is no file left to be read, so whatever still asks
for one fails here, while building, and not in front of a person.
"""

import functools
import gc
import inspect
import json
import linecache  # noqa: F401  by this and the next two a fault is told
import random
import shutil
import sys
import tokenize  # noqa: F401
import traceback  # noqa: F401

HOME = "/coxa"
RATE = 30.0  # pictures a second
STANDS = {  # a person seen from in front: x to the left of the middle, y from the top, in metres
    "shoulder": (0.18, 0.3), "elbow": (0.25, 0.6), "wrist": (0.25, 0.85), "hip": (0.1, 0.85),
    "knee": (0.1, 1.3), "ankle": (0.1, 1.7), "heel": (0.1, 1.75), "foot_index": (0.15, 1.78),
}  # fmt: skip

sys.path.insert(0, HOME)

import in_browser  # noqa: E402

from coxa.motion.watching.expected import Expected  # noqa: E402
from coxa.motion.watching.points import POINTS  # noqa: E402


def read_tables() -> None:
    """Calls everything of ours that is asked for once and then kept."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("coxa."):
            continue
        for value in list(vars(module).values()):
            kept = isinstance(value, functools._lru_cache_wrapper)
            if kept and not inspect.signature(value).parameters:
                value()


def person(depth: float) -> list[float]:
    """132 numbers as shares of a picture two metres high; `depth` of a squat, 0 to 1."""
    numbers: list[float] = []
    for name in POINTS:
        side, _, part = name.partition("_")
        x, y = STANDS.get(part, (0.0, 0.1))
        sinks = 0.35 * depth if y < 0.9 else 0.15 * depth if part == "knee" else 0.0
        numbers += [0.5 + (x if side == "left" else -x) / 2, (y + sinks) / 2, 0.0, 1.0]
    return numbers


def watch(expected: Expected | None) -> None:
    coach = in_browser.Coach(json.dumps(expected and expected.to_json()))
    for at in range(int(8 * RATE)):
        points = person(abs(at / RATE % 4 - 2) / 2)
        coach.frame(at / RATE, points, points, 1.0)
    coach.frame(9.0, None, None, 1.0)
    coach.report()


random.seed(0)  # the same files make the same build
read_tables()
sys.path.clear()
sys.path_importer_cache.clear()
shutil.rmtree(HOME)
watch(None)
watch(Expected("lunge", "repetitions", "both", "knee_angle", 0.0, 90.0, (1.0, 0.0, 1.0)))
gc.collect()
gc.freeze()  # what is there now stays: looking through it again and again would be for nothing
