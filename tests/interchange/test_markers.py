"""Markers become landmarks: upright, centred, facing the camera, joints where joints are."""

import math
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from coxa.interchange.axes import Up
from coxa.interchange.joint_centres import centre_beside, hip_centres
from coxa.interchange.markers import Markers, known_name, marked
from coxa.motion.values import Array
from coxa.motion.watching.points import at
from coxa.reading.faults import FaultyInputError

# Somebody upright in a room, facing x, with z up; metres.
STANDING = {
    "left_hip": (0.0, 0.1, 0.9), "right_hip": (0.0, -0.1, 0.9),
    "left_shoulder": (0.0, 0.2, 1.4), "right_shoulder": (0.0, -0.2, 1.4),
    "left_knee": (0.0, 0.1, 0.5), "right_knee": (0.0, -0.1, 0.5),
    "left_ankle": (0.0, 0.1, 0.1), "right_ankle": (0.0, -0.1, 0.1),
    "left_foot_index": (0.2, 0.1, 0.0), "right_foot_index": (0.2, -0.1, 0.0),
}  # fmt: skip


def recording(points: dict[str, tuple[float, float, float]], turn: Array | None = None) -> Markers:
    places = np.array(list(points.values()))
    turned = places if turn is None else places @ turn.T
    return Markers("f.trc", np.array([0.0, 0.1]), tuple(points), np.stack([turned, turned]))


def place(markers: Markers, name: str) -> tuple[float, ...]:
    world = marked(markers).frames[0].world
    assert world is not None
    return tuple(round(one, 6) + 0.0 for one in world[at(name) : at(name) + 4])


def turned(degrees: float) -> Array:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


@pytest.mark.parametrize("degrees", [0, 90, 180, 250])
def test_whoever_faces_anywhere_is_seen_from_in_front(degrees: float) -> None:
    markers = recording(STANDING, turned(degrees))
    assert place(markers, "left_knee") == (0.1, 0.4, 0.0, 1.0)  # left is right, y is down
    assert place(markers, "left_foot_index") == (0.1, 0.9, -0.2, 1.0)  # toes to the camera


def test_y_up_and_z_up_are_told_apart_and_said() -> None:
    y_up = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
    found = marked(recording(STANDING, y_up))
    assert found.up is Up.Y
    assert found.notes[0] == "Up is y in this file."
    assert marked(recording(STANDING)).up is Up.Z
    assert place(recording(STANDING, y_up), "left_knee") == (0.1, 0.4, 0.0, 1.0)


def test_who_lies_is_told_upright_by_the_floor() -> None:
    on_the_back = np.array([[0.0, 0, 1], [0, 1, 0], [1, 0, 0]])
    on_the_floor = {name: (x + 0.1, y, z - 2) for name, (x, y, z) in STANDING.items()}
    assert marked(recording(on_the_floor, on_the_back)).up is Up.Z


def test_a_moment_without_both_hips_has_nobody_in_it() -> None:
    markers = recording(STANDING)
    markers.places[1, 0] = math.nan
    found = marked(markers)
    assert [frame.empty for frame in found.frames] == [False, True]
    assert "Left hip is lost in 50% of the moments." in found.notes


def test_a_marker_that_is_lost_is_not_visible() -> None:
    markers = recording(STANDING)
    markers.places[0, 4] = math.nan
    assert place(markers, "left_knee")[3] == 0
    assert place(markers, "right_knee")[3] == 1


def test_missing_markers_are_named() -> None:
    few = {name: STANDING[name] for name in ("left_hip", "right_hip", "left_ankle")}
    with pytest.raises(FaultyInputError, match="no markers for left knee, right knee"):
        marked(recording(few))
    with pytest.raises(FaultyInputError, match="names of Plug-in Gait"):
        marked(recording({"one": (0, 0, 0), "two": (1, 1, 1)}))


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("LKNE", "lkne"), ("Anna:RASI", "rasi"), ("left_hip", "left_hip"), ("Left Hip", "left_hip"),
        ("RBigToe", "right_foot_index"), ("LHip", "left_hip"), ("Head7", None),
    ],
)  # fmt: skip
def test_markers_are_known_by_several_names(theirs: str, ours: str | None) -> None:
    assert known_name(theirs) == ours


def test_hips_lie_below_and_within_the_front_of_the_pelvis() -> None:
    pelvis = {
        "lasi": (0.0, 0.12, 1.0), "rasi": (0.0, -0.12, 1.0),
        "lpsi": (-0.15, 0.04, 1.0), "rpsi": (-0.15, -0.04, 1.0),
    }  # fmt: skip
    found = hip_centres({name: np.array([one]) for name, one in pelvis.items()})
    # Worked out by hand from the regression: width 240 mm, depth 150 mm.
    np.testing.assert_allclose(found["left_hip"], [[-0.0459, 0.0865, 0.9171]], atol=1e-4)
    np.testing.assert_allclose(found["right_hip"], [[-0.0459, -0.0865, 0.9171]], atol=1e-4)


def test_a_knee_lies_at_a_right_angle_beside_its_marker() -> None:
    hip, marker, thigh = (
        np.array([one]) for one in ([0, 0, 0.9], [0, 0.06, 0.5], [0.0, 0.15, 0.7])
    )
    knee = centre_beside(hip, marker, thigh, 0.055)
    assert np.linalg.norm(knee - marker) == pytest.approx(0.055)
    assert float(np.sum((knee - marker) * (knee - hip))) == pytest.approx(0, abs=1e-9)
    assert knee[0, 1] < marker[0, 1]  # inward


# The order of the markers in UI-PRMD's recordings (Vicon, Plug-in Gait; millimetres, z up).
VICON = (
    "LFHD", "RFHD", "LBHD", "RBHD", "C7", "T10", "CLAV", "STRN", "RBAK", "LSHO",
    "LUPA", "LELB", "LFRM", "LWRA", "LWRB", "LFIN", "RSHO", "RUPA", "RELB", "RFRM",
    "RWRA", "RWRB", "RFIN", "LASI", "RASI", "LPSI", "RPSI", "LTHI", "LKNE", "LTIB",
    "LANK", "LHEE", "LTOE", "RTHI", "RKNE", "RTIB", "RANK", "RHEE", "RTOE",
)  # fmt: skip
KNEES = {"left": 19, "right": 20}  # the rows of its own angles


@pytest.mark.reference
@pytest.mark.parametrize("movement", ["m01", "m05"])
def test_knees_bend_as_the_marker_system_itself_says(movement: str) -> None:
    """Deep squat and sit to stand, every person: 3 degrees on average, of 130 and 100.

    The marker system knows each person's own widths of knee and ankle; we take an adult's.
    """
    folder = os.environ.get("COXA_REFERENCE_DATA")
    if not folder:
        pytest.skip("COXA_REFERENCE_DATA names no folder with outside data")
    data = Path(folder) / "ui_prmd_open"
    places = np.load(data / f"{movement}_correct_positions_25hz.npz")
    angles = np.load(data / f"{movement}_correct_angles_25hz.npz")
    off = []
    for key in places.files:
        markers = places[key].reshape(-1, 39, 3) / 1000
        found = marked(Markers(key, np.arange(len(markers)) / 25, VICON, markers))
        for side, row in KNEES.items():
            ours = [_bend(frame.world, side) for frame in found.frames if frame.world]
            theirs = angles[key].reshape(-1, 39, 3)[:, row, 0]
            off.append(np.median(np.abs(ours - theirs)))
    assert np.mean(off) < 3


def _bend(world: Sequence[float], side: str) -> float:
    hip, knee, ankle = (
        np.array(world[at(f"{side}_{one}") : at(f"{side}_{one}") + 3])
        for one in ("hip", "knee", "ankle")
    )
    thigh, shank = hip - knee, ankle - knee
    cosine = thigh @ shank / np.linalg.norm(thigh) / np.linalg.norm(shank)
    return 180 - float(np.degrees(np.arccos(cosine)))
