"""From a video to landmarks: pictures a second, and beside mediapipe's own where it is installed.

The film is the squat video of the folder that COXA_REFERENCE_DATA names, else the small one of the
tests. Decoding is part of it, as it is for whoever waits. mediapipe brings what Coxa does without
(OpenCV, graphics libraries), so it is looked for in a Python of its own, which
COXA_MEDIAPIPE_PYTHON names, with its makers' own model; both take turns in one run, and what counts
is the ratio. Processor time tells what a picture costs however busy the computer is.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from rich.console import Console
from rich.table import Table

from coxa.motion.video import frames
from coxa.motion.video.decoding import pictures

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "tests" / "data" / "tfjs_squats" / "pose_squats.mp4"
OTHER = HERE / "_mediapipe_video.py"
# Ours lacks the mask. What mediapipe is measured with has to be what its makers give.
TASK = (
    HERE.parent
    / "node_modules/@gymbrosinc/react-native-mediapipe-pose/ios/pose_landmarker_full.task"
)
ROUNDS = 3
AIM = 90  # pictures a second, full model, two cores


@dataclass(frozen=True)
class Run:
    """How many pictures were done, in how many seconds of the clock and of the processor."""

    pictures: int
    seconds: float
    processor: float


def film() -> Path:
    outside = Path(os.environ.get("COXA_REFERENCE_DATA", "")) / "opencap_squat" / "video.mp4"
    return outside if outside.is_file() else SMALL


def timed(work: Callable[[], int]) -> Run:
    clock, processor = perf_counter(), process_time()
    done = work()
    return Run(done, perf_counter() - clock, process_time() - processor)


def ours(path: Path, model: str, threads: int) -> Run:
    return timed(lambda: sum(not frame.empty for frame in frames(path, model, threads=threads)))


def theirs(python: str, path: Path) -> Run:
    asked = [python, str(OTHER), str(TASK), str(path)]
    answer = subprocess.run(asked, check=True, capture_output=True, text=True)
    return Run(**json.loads(answer.stdout.splitlines()[-1]))


def contenders(path: Path) -> dict[str, Callable[[], Run]]:
    """By name, what does the film once. The first is what the ratio is to."""
    found: dict[str, Callable[[], Run]] = {}
    if python := os.environ.get("COXA_MEDIAPIPE_PYTHON"):
        found["mediapipe, full"] = lambda: theirs(python, path)
    found |= {
        "Coxa, full, 2 threads": lambda: ours(path, "full", 2),
        "Coxa, full, 1 thread": lambda: ours(path, "full", 1),
        "Coxa, lite, 2 threads": lambda: ours(path, "lite", 2),
        "decoding alone": lambda: timed(lambda: sum(1 for _ in pictures(path))),
    }
    return found


def main() -> None:
    path = film()
    todo = contenders(path)
    runs: dict[str, list[Run]] = {name: [] for name in todo}
    for _ in range(ROUNDS):
        for name, work in todo.items():
            runs[name].append(work())
    first = next(iter(runs))
    table = Table(
        "", "pictures", "a second, median", "fastest", "processor ms each",
        "ratio by clock", "by processor",
        title=f"{path.name}, {os.cpu_count()} cores (aim {AIM} a second, full); ratios to {first}",
    )  # fmt: skip
    for name, done in runs.items():
        rates = [run.pictures / run.seconds for run in done]
        # Turn by turn: what else the computer did then slowed both.
        ratio = median(
            (run.pictures / run.seconds) / (base.pictures / base.seconds)
            for run, base in zip(done, runs[first], strict=True)
        )
        cost, base_cost = (
            min(run.processor / run.pictures for run in each) * 1e3 for each in (done, runs[first])
        )
        table.add_row(
            name, str(done[0].pictures), f"{median(rates):.0f}", f"{max(rates):.0f}",
            f"{cost:.1f}", f"{ratio:.2f}", f"{base_cost / cost:.2f}",
        )  # fmt: skip
    Console(width=110).print(table)
    print(f"Load of the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


if __name__ == "__main__":
    sys.exit(main())
