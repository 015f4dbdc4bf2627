"""A clip made by hand: a knee bend beside a chair, with a ball that rolls along and a band."""

import numpy as np

from coxa.motion.body import read_body
from coxa.motion.clip import VIEWS, Clip, Held, Placed
from coxa.motion.turns import COLUMN, COORDINATES

OUT_S, HOLD_S, BACK_S = 2.0, 1.0, 1.5
FRAMES = 25  # of the way out, and of the way back
DEEP = {
    "hip_flexion_l": 70.0, "hip_flexion_r": 70.0, "knee_angle_l": 85.0, "knee_angle_r": 85.0,
    "ankle_angle_l": 20.0, "ankle_angle_r": 20.0, "pelvis_tilt": -20.0, "lumbar_rotation": 10.0,
    "arm_flex_l": 60.0, "elbow_flex_r": 30.0, "hip_rotation_l": -15.0,
}  # fmt: skip
STILL = {"pro_sup_l": 90.0, "neck_flexion": 12.0}
HALF_TURN = np.pi


def sample_clip(**changes: object) -> Clip:
    """All of its fields can be given otherwise."""
    way = _eased(np.linspace(0, 1, FRAMES))
    share = np.concatenate([way, way[::-1]])
    out, back = np.linspace(0, OUT_S, FRAMES), np.linspace(0, BACK_S, FRAMES)
    fields: dict[str, object] = {
        "id": "knee_bend",
        "variant": "",
        "title": "Knee bend",
        "times": np.concatenate([out, OUT_S + HOLD_S + back]),
        "names": COORDINATES,
        "values": _values(share),
        "props": _things(share),
        "out_s": OUT_S,
        "hold_s": HOLD_S,
        "back_s": BACK_S,
        "view": VIEWS["side-left"],
        "contacts": (
            Held("heel_l", "floor", 0, 2 * FRAMES - 1, planted=True),
            Held("palm_r", "chair.right edge", FRAMES - 1, FRAMES, planted=False),
        ),
    }
    return Clip(**(fields | changes))  # type: ignore[arg-type]


def _eased(share: np.ndarray) -> np.ndarray:
    return share**3 * (10 - 15 * share + 6 * share**2)


def _values(share: np.ndarray) -> np.ndarray:
    values = np.zeros((len(share), len(COORDINATES)))
    values[:, :3] = read_body().heads[0]
    values[:, COLUMN["pelvis_ty"]] -= 0.3 * share
    for name, most in DEEP.items():
        values[:, COLUMN[name]] = most * share
    for name, value in STILL.items():
        values[:, COLUMN[name]] = value
    return values


def _things(share: np.ndarray) -> tuple[Placed, ...]:
    angle = share * HALF_TURN / 2
    nought = np.zeros_like(share)
    rolling = np.stack([nought, nought, np.sin(angle / 2), np.cos(angle / 2)], axis=1)
    ahead = np.stack([0.4 + 0.3 * share, nought + 0.05, nought - 0.2], axis=1)
    longer = np.stack([1 + share, 1 + nought, 1 + nought], axis=1)
    return (
        Placed("box", "wood", (0.44, 0.04, 0.44), np.array([[-0.5, 0.45, 0.3]]), name="chair"),
        Placed("box", "wood", (0.03, 0.43, 0.03), np.array([[-0.7, 0.21, 0.1]]), name="leg_r"),
        Placed("ball", "ball", (0.05,), ahead, rolling),
        Placed("strap", "band", (0.05,), np.array([[0.0, 0.5, 0.0]]), scales=0.3 * longer),
    )
