"""Records what OpenSim itself measures, for tests/reference/mechanics: lengths and moment arms.

Run as `python -m tools.muscles.record gait2392_thelen2003muscle.osim [FILE]` where the package
`opensim` is installed beside Coxa. Poses are held out: none of them is one that the data was made
from. Half is spread evenly over the combined ranges of the joints, half is taken from the library's
motions; the knee is bent at most to 120 degrees, where the model ends.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from tools.muscles import sampling
from tools.muscles.sampling import KNEE_ENDS
from tools.muscles.source import Floats, read_model

from coxa.anatomy.sides import Side
from coxa.mechanics.model import AT, COORDINATES
from coxa.mechanics.paths import side_angles
from coxa.motion.clip import all_values
from coxa.motion.library import clip, solved_folder

FILE = Path("tests/reference/mechanics/opensim.npz")
SPREAD, FROM_MOTIONS = 150, 150
SEED = 2392  # not one of those that poses for the data are drawn with
UNIT_M = 1e-5  # of the file's whole numbers: half of it is a twentieth of what a test allows


def main() -> None:
    source = Path(sys.argv[1])
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else FILE
    poses = np.concatenate([sampling.poses(SPREAD, SEED), from_motions(FROM_MOTIONS)])
    measured = OpenSim(source)
    lengths, arms = measured.of(poses)
    about = {
        "what": "lengths and moment arms of the right side, measured by OpenSim",
        "opensim": measured.version,
        "model": read_model(source).sha256,
        "poses": {"spread": SPREAD, "motions": FROM_MOTIONS, "seed": SEED},
        "unit_m": UNIT_M,
        "coordinates": COORDINATES,
        "muscles": measured.names,
        "by": "tools/muscles/record.py",
    }
    np.savez_compressed(
        file,
        about=json.dumps(about),
        poses_deg=poses.astype(np.float32),
        lengths=np.rint(lengths / UNIT_M).astype(np.uint16),
        arms=np.rint(arms / UNIT_M).astype(np.int16),
    )
    print(f"{file}: {file.stat().st_size} bytes")  # noqa: T201


def from_motions(count: int) -> Floats:
    """Poses (count, C) in degrees out of the library's motions, evenly by chance."""
    random = np.random.default_rng(SEED)
    frames = np.concatenate(list(_frames()))
    return frames[random.choice(len(frames), count, replace=False)]


def _frames() -> Iterator[Floats]:
    for file in sorted(solved_folder().glob("*.json")):
        poses = np.degrees(side_angles(all_values(clip(file.stem)), Side.RIGHT)).T
        yield poses[poses[:, AT["knee_angle"]] <= KNEE_ENDS[1]]


class OpenSim:
    """The model as its own program has it, right side. Its coordinates may be set to anything."""

    def __init__(self, file: Path) -> None:
        import opensim

        opensim.Logger.setLevelString("error")
        self.version = str(opensim.GetVersion())
        self.names = [line.name for line in read_model(file).lines]
        self._model: Any = opensim.Model(str(file))
        self._model.initSystem()
        coordinates = self._model.getCoordinateSet()
        for i in range(coordinates.getSize()):
            coordinates.get(i).set_clamped(False)
            coordinates.get(i).set_locked(False)
        self._state: Any = self._model.initSystem()
        self._coordinates = [coordinates.get(sampling.sided(name)) for name in COORDINATES]
        self._muscles = [self._model.getMuscles().get(f"{name}_r") for name in self.names]

    def of(self, poses: Floats, crossed_only: bool = True) -> tuple[Floats, Floats]:
        """Lengths (n, M) and arms (n, M, C) in metres of poses (n, C) in degrees."""
        crossed = self._crossed() if crossed_only else np.ones((len(self.names), len(COORDINATES)))
        lengths = np.empty((len(poses), len(self.names)))
        arms = np.zeros((len(poses), len(self.names), len(COORDINATES)))
        for i, pose in enumerate(poses):
            self._take(pose)
            lengths[i] = [muscle.getLength(self._state) for muscle in self._muscles]
            for m, c in zip(*np.nonzero(crossed), strict=True):
                arms[i, m, c] = self._arm(m, c)
        arms[:, :, AT["knee_angle"]] *= sampling.KNEE_SIGN
        return lengths, arms

    def _take(self, pose: Floats) -> None:
        values = sampling.values(pose[None])
        for coordinate, name in zip(self._coordinates, COORDINATES, strict=True):
            coordinate.setValue(self._state, float(values[name][0]), False)
        self._model.realizePosition(self._state)

    def _arm(self, muscle: int, coordinate: int) -> float:
        one: float = self._muscles[muscle].computeMomentArm(
            self._state, self._coordinates[coordinate]
        )
        return one

    def _crossed(self) -> Floats:
        """Which muscle (M, C) has an arm about which coordinate in any of a few poses."""
        _, arms = self.of(sampling.poses(5, SEED + 1), crossed_only=False)
        return np.asarray(np.abs(arms).max(axis=0) > UNIT_M, dtype=np.float64)


if __name__ == "__main__":
    main()
