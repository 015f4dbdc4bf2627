"""Marker files: written, read, and every fault of one named."""

import math
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.interchange.markers import Markers
from coxa.interchange.trc import parse_trc, read_trc, trc_text
from coxa.reading.faults import FaultyInputError

NAMES = st.lists(
    st.text(st.characters(categories=("L", "N")), min_size=1, max_size=6),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip
PLACE = st.one_of(st.just(math.nan), st.floats(-20, 20))


@st.composite
def recordings(draw: st.DrawFn) -> Markers:
    names = tuple(draw(NAMES))
    count = draw(st.integers(1, 5))
    places = draw(st.lists(PLACE, min_size=3 * count * len(names), max_size=3 * count * len(names)))
    times = np.arange(count) / draw(st.sampled_from((10, 25, 100)))
    return Markers("some.trc", times, names, np.reshape(places, (count, len(names), 3)))


@given(recordings())
@settings(max_examples=60)
def test_what_is_written_is_read_again(markers: Markers) -> None:
    again = parse_trc(trc_text(markers), "some.trc")
    assert again.names == markers.names
    np.testing.assert_allclose(again.times, markers.times, atol=1e-6)
    np.testing.assert_allclose(again.places, markers.places, atol=1e-5)


def small(unit: str = "mm", rows: str = "1\t0.00\t1000\t20\t3\n2\t0.04\t1001\t\t\n") -> str:
    count = len(rows.splitlines())
    return (
        "PathFileType\t4\t(X/Y/Z)\tsmall.trc\n"
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\n"
        f"25\t25\t{count}\t1\t{unit}\n"
        "Frame#\tTime\tLASI\t\t\n"
        f"\t\tX1\tY1\tZ1\n\n{rows}"
    )


@pytest.mark.parametrize(("unit", "metres"), [("mm", 1.0), ("cm", 10.0), ("m", 1000.0)])
def test_the_unit_is_the_one_that_the_file_names(unit: str, metres: float) -> None:
    assert parse_trc(small(unit, "1\t0\t1000\t0\t0\n"), "f").places[0, 0, 0] == pytest.approx(
        metres
    )


def test_an_empty_cell_is_a_marker_that_was_lost() -> None:
    places = parse_trc(small(), "f").places
    assert np.isfinite(places[0]).all()
    assert np.isnan(places[1, 0, 1:]).all()


def faults(text: str) -> list[str]:
    with pytest.raises(FaultyInputError) as caught:
        parse_trc(text, "small.trc")
    return [str(fault) for fault in caught.value.faults]


def test_all_faults_are_said_at_once() -> None:
    found = faults(small("inch", "1\t0.00\tten\t0\t0\n2\tsoon\t0\t0\t0\n"))
    assert len(found) == 3
    assert any("Units = inch: must be mm, cm or m" in one for one in found)
    assert any("line 7, LASI x = ten" in one for one in found)
    assert any("line 8, Time = soon" in one for one in found)


def test_rows_that_are_missing_at_the_end_are_noticed() -> None:
    whole = small()
    cut = whole[: whole.rindex("2\t0.04")]
    assert "NumFrames = 2: must be 1" in faults(cut)[0]


def test_a_row_that_was_cut_off_is_noticed() -> None:
    assert any("must be 5 cells" in one for one in faults(small()[:-8]))


def test_time_goes_forward() -> None:
    assert "must be later" in faults(small(rows="1\t1\t0\t0\t0\n2\t0.5\t0\t0\t0\n"))[0]


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "none.trc"
    file.write_bytes(b"")
    with pytest.raises(FaultyInputError, match="is empty"):
        read_trc(file)


@given(st.one_of(st.text(), st.text().map(lambda rest: small() + rest)))
@settings(max_examples=80)
def test_no_text_is_more_than_faulty(text: str) -> None:
    with suppress(FaultyInputError):
        assert np.isfinite(parse_trc(text, "any.trc").times).all()


@given(st.binary(max_size=300))
@settings(max_examples=40)
def test_no_bytes_are_more_than_faulty(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    file = tmp_path_factory.mktemp("trc") / "any.trc"
    file.write_bytes(raw)
    with pytest.raises(FaultyInputError):
        read_trc(file)
