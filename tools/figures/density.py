"""How fine the mesh should be in each place: what bends or is looked at closely gets more."""

import numpy as np
from tools.figures.source import Floats
from tools.figures.surface import Surface, smooth_step
from tools.figures.weights import share_of

# Joints whose skin it is: edge length and deviation (m) that cost as much as each other.
WISHED = (
    (("pelvis", "lumbar_low"), 0.018, 0.0015),
    (("thigh",), 0.018, 0.0015),
    (("lumbar_high", "thorax", "chest", "neck"), 0.030, 0.0015),
    (("clavicle",), 0.024, 0.0015),
    (("upper_arm",), 0.024, 0.0012),
    (("forearm",), 0.022, 0.0010),
    (("shank",), 0.024, 0.0012),
    (("foot",), 0.018, 0.0008),
    (("toes",), 0.014, 0.0006),
    (("hand",), 0.016, 0.0007),
    (("finger", "thumb"), 0.013, 0.0006),
    (("head",), 0.015, 0.0006),
)
FACE_FORWARD = (0.04, 0.08)  # m in front of the head joint: from here on it is the face
FACE_FINER = 0.55
EYE_NEAR = (0.014, 0.026)  # m from the eye's middle: the eyeball and its lids
EYE_SIZE, EYE_DETAIL = 0.0045, 0.0003


def wished(surface: Surface, at: dict[str, Floats], eye: Floats) -> tuple[Floats, Floats]:
    """Edge length and deviation wished for at each vertex, (V,) each, in metres."""
    shares = np.column_stack([share_of(surface.weights, *starts) for starts, _, _ in WISHED])
    shares /= shares.sum(axis=1, keepdims=True)
    size = shares @ np.array([size for _, size, _ in WISHED])
    detail = shares @ np.array([detail for _, _, detail in WISHED])
    face = smooth_step(surface.places[:, 2] - at["head"][2], *FACE_FORWARD)
    finer = 1 - (1 - FACE_FINER) * face * share_of(surface.weights, "head")
    size, detail = size * finer, detail * finer
    far = np.linalg.norm(surface.places - eye, axis=1)
    near = 1 - smooth_step(far, *EYE_NEAR)
    return size + near * (EYE_SIZE - size), detail + near * (EYE_DETAIL - detail)
