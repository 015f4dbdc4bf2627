"""OpenSim's .mot files: written so that OpenSim reads them, read so that a fault teaches."""

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from tests.motion.sample_clip import sample_clip

from coxa.motion.body import read_body
from coxa.motion.clip import all_values
from coxa.motion.kinematics import Skeleton
from coxa.motion.mot import (
    OPENSIM,
    ROWS_A_SECOND,
    Recording,
    mot_text,
    parse_mot,
    read_mot,
    recorded,
)
from coxa.motion.turns import COORDINATES
from coxa.reading.faults import FaultyInputError
from coxa.reading.tables import MOST_FAULTS

HEADER = "squat\nversion=1\nnRows={rows}\nnColumns={columns}\ninDegrees=yes\nendheader\n"
GOOD = (
    HEADER.format(rows=2, columns=3) + "time\thip_flexion_r\tpelvis_ty\n0\t10\t0.9\n0.5\t20\t0.8\n"
)
NAMES = st.lists(st.sampled_from(COORDINATES), min_size=1, max_size=6, unique=True)
NUMBERS = st.floats(-1000, 1000, allow_nan=False)


@st.composite
def recordings(draw: st.DrawFn) -> Recording:
    names = tuple(draw(NAMES))
    steps = draw(st.lists(st.floats(0.001, 2), min_size=1, max_size=8))
    times = np.cumsum(steps)
    values = draw(arrays.arrays(np.float64, (len(times), len(names)), elements=NUMBERS))
    return Recording("a motion", times, names, values)


@given(recordings())
def test_what_is_written_is_read_again(recording: Recording):
    back = parse_mot(mot_text(recording), "a.mot")
    assert (back.name, back.names) == (recording.name, recording.names)
    assert np.abs(back.times - recording.times).max() <= 1e-6
    assert np.abs(back.values - recording.values).max() <= 1e-6


def test_a_file_has_opensims_coordinates_first_and_ours_last():
    names = recorded(sample_clip()).names
    assert names[: len(OPENSIM)] == OPENSIM
    assert set(names[len(OPENSIM) :]) == set(COORDINATES) - set(OPENSIM)
    assert {"grip_l", "neck_flexion", "thorax_rotation"} <= set(names[len(OPENSIM) :])


def test_a_file_has_even_steps_from_the_start_to_the_end():
    clip = sample_clip()
    recording = recorded(clip)
    assert np.diff(recording.times) == pytest.approx(1 / ROWS_A_SECOND)
    assert recording.times[-1] == pytest.approx(clip.length_s)
    deepest = recording.values[:, recording.names.index("knee_angle_l")].max()
    assert deepest == pytest.approx(85)


def test_the_header_is_what_opensim_asks_for():
    lines = mot_text(recorded(sample_clip(variant="slow"))).splitlines()
    assert lines[:5] == [
        "knee_bend slow", "version=1", "nRows=136", f"nColumns={len(COORDINATES) + 1}",
        "inDegrees=yes",
    ]  # fmt: skip
    table = lines[lines.index("endheader") + 1 :]
    assert table[0].split("\t")[:2] == ["time", "pelvis_tilt"]
    assert {len(line.split("\t")) for line in table} == {len(COORDINATES) + 1}


def test_no_minus_nought_is_written():
    recording = Recording("x", np.array([0.0]), ("grip_l",), np.array([[-1e-9]]))
    assert "-0.0" not in mot_text(recording)


def test_a_name_of_two_words_is_not_written():
    recording = Recording("x", np.array([0.0]), ("left knee",), np.array([[1.0]]))
    with pytest.raises(ValueError, match="needs one word"):
        mot_text(recording)


def test_radians_become_degrees_and_lengths_stay():
    read = parse_mot(GOOD.replace("inDegrees=yes", "inDegrees=no"), "a.mot")
    assert read.values[0] == pytest.approx([np.degrees(10), 0.9])


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\t", "   "),
        GOOD.replace("endheader", "EndHeader"),
        GOOD.replace("inDegrees=yes", "InDegrees = Yes"),
        GOOD.replace("endheader", "\nA sentence about units (a = b).\n\nendheader"),
        GOOD.replace("nRows=2\nnColumns=3\n", ""),
        GOOD.replace("0\t10", " 0.0 \t 1e1 ") + "\n\n",
    ],
)
def test_what_other_programs_write_is_read(text: str):
    read = parse_mot(text, "a.mot")
    assert read.names == ("hip_flexion_r", "pelvis_ty")
    assert read.values.tolist() == [[10, 0.9], [20, 0.8]]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a.mot: header: has no line 'endheader'"),
        ("time\thip_flexion_r\n0\t1\n", "a.mot: header: has no line 'endheader'"),
        (GOOD.replace("inDegrees=yes\n", ""), "header, inDegrees: is missing and must be given"),
        (GOOD.replace("=yes", "=maybe"), "line 5, inDegrees = maybe: must be yes (degrees) or no"),
        (GOOD.replace("nRows=2", "nRows=9"), "line 3, nRows = 9: must be 2"),
        (GOOD.replace("nColumns=3", "nColumns=x"), "line 4, nColumns = x: must be 3"),
        (GOOD.replace("\t10", "\tnan"), "line 8, column hip_flexion_r = nan: must be a number"),
        (GOOD.replace("0.8", "-inf"), "line 9, column pelvis_ty = -inf: must be a number"),
        (GOOD.replace("\t10", "\tten"), "line 8, column hip_flexion_r = ten: must be a number"),
        (GOOD.replace("\t10", "\t1_0"), "column hip_flexion_r = 1_0: must be a number"),
        (GOOD.replace("\t0.8", ""), "line 9 = 2 values: must be 3 numbers, one for each column"),
        (GOOD.replace("0.8", "0.8\t7"), "line 9 = 4 values: must be 3 numbers"),
        (GOOD.replace("0.5", "0"), "line 9, column time = 0: must be later than the row before"),
        (GOOD.replace("time", "t"), "line 7, column 1 = t: must be 'time'"),
        (GOOD.replace("pelvis_ty", "hip_flexion_r"), "column 3 = hip_flexion_r: is the name of"),
        (GOOD.replace("\thip_flexion_r\tpelvis_ty", ""), "line 7: must name a coordinate"),
        (HEADER, "columns: must name the columns after 'endheader'"),
        (GOOD[: GOOD.index("0\t10")], "must have a row of numbers"),
    ],
)  # fmt: skip
def test_a_fault_says_where_it_is_and_what_would_be_right(text: str, says: str):
    with pytest.raises(FaultyInputError) as caught:
        parse_mot(text, "a.mot")
    assert says in str(caught.value)


def test_all_faults_of_a_file_are_said_at_once_up_to_a_limit():
    wrong = GOOD.replace("\t10", "\tnan").replace("20", "x").replace("=yes", "=?")
    with pytest.raises(FaultyInputError) as caught:
        parse_mot(wrong, "a.mot")
    assert len(caught.value.faults) == 3
    rows = "".join(f"{n}\tnan\tnan\n" for n in range(50))
    with pytest.raises(FaultyInputError) as caught:
        parse_mot(HEADER.format(rows=50, columns=3) + "time\ta\tb\n" + rows, "a.mot")
    assert len(caught.value.faults) == MOST_FAULTS + 1
    assert "and 80 more things are wrong" in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path):
    with pytest.raises(FaultyInputError, match=r"none\.mot: cannot be read: no such file"):
        read_mot(tmp_path / "none.mot")
    (tmp_path / "picture.mot").write_bytes(b"\x89PNG\xff")
    with pytest.raises(FaultyInputError, match=r"picture\.mot: is not a text file \(byte 1\)"):
        read_mot(tmp_path / "picture.mot")


def reference(name: str) -> Path:
    folder = os.environ.get("COXA_REFERENCE_DATA")
    if not folder:
        pytest.skip("COXA_REFERENCE_DATA names no folder with outside data")
    return Path(folder) / name


@pytest.mark.reference
def test_a_motion_of_opencap_is_read():
    read = read_mot(reference("opencap_squat/example_squats.mot"))
    assert read.values.shape == (801, 35)
    assert 80 < read.values[:, read.names.index("knee_angle_r")].max() < 100


@pytest.mark.reference
def test_opensim_reads_what_we_write(tmp_path: Path):
    opensim = pytest.importorskip("opensim", reason="the opensim package is not installed")
    recording = recorded(sample_clip())
    file = tmp_path / "knee_bend.mot"
    file.write_text(mot_text(recording))
    table = opensim.TimeSeriesTable(str(file))
    assert tuple(table.getColumnLabels()) == recording.names
    assert table.getNumRows() == len(recording.times)
    storage = opensim.Storage(str(file))
    assert storage.isInDegrees()
    assert storage.getLastTime() == pytest.approx(recording.times[-1])


# Where our figure's hinges are OpenSim's to the degree. Their knees roll, and their ankle, subtalar
# and toe hinges lie askew, ours straight: those turn the same way, by less.
SAME = {
    "pelvis": "pelvis", "femur_r": "thigh_twist_r", "femur_l": "thigh_twist_l",
    "torso": "lumbar_high",
}  # fmt: skip
NEAR = {"tibia_r": "shank_r", "tibia_l": "shank_l"}
KNEES_ROLL_DEG = 12.0  # of the Rajagopal knee at its deepest bend here, to the side and inward


@pytest.mark.reference
@pytest.mark.parametrize(
    ("model", "knee_sign"), [("gait2392_thelen2003muscle", -1.0), ("Rajagopal2015", 1.0)]
)
def test_opensims_own_skeleton_takes_our_pose(tmp_path: Path, model: str, knee_sign: float):
    file = reference(f"models/{model}.osim")
    opensim = pytest.importorskip("opensim", reason="the opensim package is not installed")
    opensim.Logger.setLevelString("Off")
    clip = sample_clip()
    (tmp_path / "a.mot").write_text(mot_text(recorded(clip)))
    table = opensim.TimeSeriesTable(str(tmp_path / "a.mot"))
    row = round(clip.out_s * ROWS_A_SECOND)
    labels = table.getColumnLabels()
    said = dict(zip(labels, table.getRowAtIndex(row).to_numpy(), strict=True))
    ours = Skeleton(read_body())
    frame = ours.frames(all_values(clip)[[len(clip.times) // 2]]).turn[0]
    bodies = _posed(opensim.Model(str(file)), said, knee_sign)
    for name, joint in (SAME | NEAR).items():
        off = _degrees(bodies[name] @ frame[ours.index[joint]].T)
        assert off < (KNEES_ROLL_DEG if name in NEAR else 0.1), name


def _posed(model, said: dict[str, float], knee_sign: float) -> dict[str, np.ndarray]:
    state = model.initSystem()
    for coordinate in model.getCoordinateSet():
        name = coordinate.getName()
        if name in said:
            sign = knee_sign if name.startswith("knee_angle") else 1.0
            length = name.startswith("pelvis_t") and name != "pelvis_tilt"
            value = said[name] if length else np.radians(said[name] * sign)
            coordinate.setLocked(state, False)
            coordinate.setValue(state, float(value), False)
    model.assemble(state)
    model.realizePosition(state)
    found = {}
    for body in model.getBodySet():
        turn = body.getTransformInGround(state).R()
        rows = [[turn.get(i, j) for j in range(3)] for i in range(3)]
        found[body.getName()] = np.array(rows)
    return found


def _degrees(turn: np.ndarray) -> float:
    return float(np.degrees(np.arccos(np.clip((np.trace(turn) - 1) / 2, -1, 1))))
