"""Landmarks in .npz and .csv: written, read, and every fault of one named."""

import io
import math
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.interchange.landmark_files import (
    Landmarks,
    csv_columns,
    csv_text,
    frames_of,
    landmarks_of,
    npz_bytes,
    parse_csv,
    parse_npz,
    plain_column,
)
from coxa.motion.watching.points import at
from coxa.reading.faults import FaultyInputError


@st.composite
def recordings(draw: st.DrawFn) -> Landmarks:
    """Some moments of either kind or both; in some of them nobody was seen."""
    count = draw(st.integers(1, 4))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    kinds = draw(st.sampled_from(((True, True), (True, False), (False, True))))
    arrays = [random.random((count, 33, 4)) if kind else None for kind in kinds]
    for one in arrays:
        if one is not None:
            one[random.random(count) < 0.3] = math.nan
    aspect = draw(st.sampled_from((0.5625, 1.0, 1.7778))) if kinds[0] else 1.0
    return Landmarks(np.arange(count) / 30, arrays[0], arrays[1], aspect)


def assert_same(one: Landmarks, other: Landmarks) -> None:
    np.testing.assert_allclose(one.times, other.times, atol=1e-6)
    assert one.aspect == pytest.approx(other.aspect, abs=1e-4)
    for kind in ("image", "world"):
        ours, theirs = getattr(one, kind), getattr(other, kind)
        assert (ours is None) == (theirs is None)
        if ours is not None:
            np.testing.assert_allclose(ours, theirs, atol=1e-5)


@given(recordings())
@settings(max_examples=25)
def test_an_npz_is_read_as_it_was_written(landmarks: Landmarks) -> None:
    assert_same(parse_npz(npz_bytes(landmarks), "f.npz"), landmarks)


@given(recordings())
@settings(max_examples=25)
def test_a_csv_is_read_as_it_was_written(landmarks: Landmarks) -> None:
    text = csv_text(landmarks.times, csv_columns(landmarks))
    assert_same(parse_csv(text.encode(), "f.csv"), landmarks)


@given(recordings())
@settings(max_examples=25)
def test_frames_become_arrays_again(landmarks: Landmarks) -> None:
    again = landmarks_of(frames_of(landmarks))
    for kind in ("image", "world"):
        ours, theirs = getattr(landmarks, kind), getattr(again, kind)
        # Where nobody is in any moment, there is nothing of that kind.
        if ours is not None and np.isfinite(ours).any():
            np.testing.assert_array_equal(ours, theirs)


def test_nobody_in_a_moment_is_an_empty_frame() -> None:
    image = np.full((2, 33, 4), math.nan)
    image[1] = 0.5
    frames = frames_of(Landmarks(np.array([0.0, 0.1]), image, None))
    assert [frame.empty for frame in frames] == [True, False]


def test_a_point_that_a_table_does_not_have_was_not_seen() -> None:
    text = "time_s,world_left_knee_x,world_left_knee_y\n0,0.1,0.4\n0.1,,\n"
    found = frames_of(parse_csv(text.encode(), "f.csv"))
    assert found[0].world is not None
    knee, hip = at("left_knee"), at("left_hip")
    assert found[0].world[knee : knee + 4] == (0.1, 0.4, 0.0, 1.0)
    assert found[0].world[hip + 3] == 0
    assert found[1].empty


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("World_Left_Hip_X", "world_left_hip_x"),
        ("left_hip_v", "image_left_hip_visibility"),
        ("world.23.y", "world_left_hip_y"),
        ("image_32_vis", "image_right_foot_index_visibility"),
        ("time", "time_s"),
        ("knee_angle_l", "knee_angle_l"),
    ],
)
def test_columns_of_other_programs_are_known(theirs: str, ours: str) -> None:
    assert plain_column(theirs) == ours


def npz(**arrays: object) -> bytes:
    out = io.BytesIO()
    np.savez(out, **arrays)  # type: ignore[arg-type]
    return out.getvalue()


def faults(content: bytes) -> list[str]:
    with pytest.raises(FaultyInputError) as caught:
        parse_npz(content, "f.npz")
    return [str(fault) for fault in caught.value.faults]


def test_all_faults_of_an_npz_are_said_at_once() -> None:
    wrong = npz(time_s=np.arange(3), image=np.zeros((3, 17, 4)), world=np.zeros((2, 33, 4)))
    assert faults(wrong) == [
        "f.npz: image = (3, 17, 4): must have the shape (3, 33, 4)",
        "f.npz: world = (2, 33, 4): must have the shape (3, 33, 4)",
    ]


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"image": np.zeros((1, 33, 4))}, "time_s: must be given"),
        ({"time_s": np.zeros(1)}, "image, world: one of them must be given"),
        ({"time_s": np.zeros(2), "image": np.zeros((2, 33, 4))}, "must be later"),
        ({"time_s": np.zeros(1), "image": np.full((1, 33, 4), np.inf)}, "share of the picture"),
        ({"time_s": np.zeros(1), "image": np.full((1, 33, 4), 2.0)}, "must be from 0 to 1"),
        ({"time_s": np.array(["now"]), "image": np.zeros((1, 33, 4))}, "must hold numbers"),
        ({"time_s": np.array([None]), "image": np.zeros((1, 33, 4))}, "is no .npz file"),
    ],
)
def test_each_fault_is_named(arrays: dict[str, object], words: str) -> None:
    assert any(words in one for one in faults(npz(**arrays)))


def test_a_file_that_is_cut_off_is_said_to_be() -> None:
    whole = npz(time_s=np.arange(50), image=np.zeros((50, 33, 4)))
    assert "is cut off or damaged" in faults(whole[: len(whole) // 2])[0]


def test_all_faults_of_a_csv_are_said_at_once() -> None:
    text = "time_s,image_nose_x,image_nose_y\n0,zero,0\nsoon,0,0\n1,0\n"
    with pytest.raises(FaultyInputError) as caught:
        parse_csv(text.encode(), "f.csv")
    found = [str(fault) for fault in caught.value.faults]
    assert len(found) == 3
    assert "f.csv: line 2, image_nose_x = zero: must be a number such as 0.25, or empty" in found[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("a,b\n1,2\n", "must have a column 'time_s'"),
        ("time_s\n1\n", "must have columns of landmarks"),
        ("time_s,image_nose_x\n0,1\n", "lacks its columns y"),
        ("time_s,image_nose_x,image_nose_y\n", "must have a row of numbers"),
    ],
)
def test_a_table_that_is_no_table_of_landmarks_is_refused(text: str, words: str) -> None:
    with pytest.raises(FaultyInputError, match=words):
        parse_csv(text.encode(), "f.csv")


@given(st.binary(max_size=200), st.integers(0, 900), st.booleans())
@settings(max_examples=80)
def test_no_bytes_are_more_than_faulty(raw: bytes, at_byte: int, inside: bool) -> None:
    whole = npz(time_s=np.arange(1.0), image=np.zeros((1, 33, 4))) if inside else b""
    broken = whole[:at_byte] + raw + whole[at_byte + len(raw) :]
    for parse in (parse_npz, parse_csv):
        with suppress(FaultyInputError):
            parse(broken, "f")
