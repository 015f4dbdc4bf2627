"""The models as they were built: they are put together here, so they are looked at closely."""

import struct
import zipfile

import pytest

from coxa.web.built import FOLDER, built

PARTS = ["pose_detector.tflite", "pose_landmarks_detector.tflite"]


def model(name: str):
    return FOLDER / built().file(f"camera/{name}.task")


@pytest.mark.parametrize("name", ["lite", "full"])
def test_a_model_holds_both_parts_whole(name: str):
    archive = zipfile.ZipFile(model(name))
    assert archive.namelist() == PARTS
    assert archive.testzip() is None


def test_both_models_find_persons_with_the_same_part():
    lite, full = (zipfile.ZipFile(model(name)).read(PARTS[0]) for name in ("lite", "full"))
    assert lite == full


@pytest.mark.parametrize("name", ["lite", "full"])
def test_the_parts_lie_where_they_can_be_mapped(name: str):
    content = model(name).read_bytes()
    for entry in zipfile.ZipFile(model(name)).infolist():
        assert entry.compress_type == zipfile.ZIP_STORED
        names, extra = struct.unpack_from("<HH", content, entry.header_offset + 26)
        assert (entry.header_offset + 30 + names + extra) % 64 == 0


@pytest.mark.parametrize("name", ["lite", "full"])
def test_no_operator_is_left_that_only_paints_a_mask(name: str):
    """Five answers, as the landmarker wants them; whether somebody is there stands in for it."""
    data = zipfile.ZipFile(model(name)).read(PARTS[1])
    graph = vector(data, field(data, follow(data, 0), 2))[0]
    shapes = [numbers(data, field(data, one, 0)) for one in vector(data, field(data, graph, 0))]
    outputs = numbers(data, field(data, graph, 2))
    assert [shapes[one] for one in outputs] == [[1, 195], [1, 1], [1, 1], [1, 64, 64, 39], [1, 117]]
    made = [
        out
        for operator in vector(data, field(data, graph, 3))
        for out in numbers(data, field(data, operator, 2))
    ]
    assert [1, 256, 256, 1] not in [shapes[one] for one in made]
    assert set(outputs) <= set(made)


@pytest.mark.parametrize("name", ["lite", "full"])
def test_the_landmark_part_says_what_its_input_is(name: str):
    """A FlatBuffer walked by hand: the metadata that the landmarker insists on is there once."""
    data = zipfile.ZipFile(model(name)).read(PARTS[1])
    assert data[4:8] == b"TFL3"
    found = metadata_of(data)
    assert found[b"TFLITE_METADATA"][4:8] == b"M001"
    assert struct.pack("<f", 255.0) in found[b"TFLITE_METADATA"]


def metadata_of(data: bytes) -> dict[bytes, bytes]:
    root = follow(data, 0)
    buffers = vector(data, field(data, root, 4))
    found = {}
    for table in vector(data, field(data, root, 6)):
        named = follow(data, field(data, table, 0))
        holder = buffers[u32(data, field(data, table, 1))]
        found[content(data, named)] = content(data, follow(data, field(data, holder, 0)))
    return found


def u32(data: bytes, at: int) -> int:
    return struct.unpack_from("<I", data, at)[0]


def follow(data: bytes, at: int) -> int:
    return at + u32(data, at)


def field(data: bytes, table: int, number: int) -> int:
    shape = table - struct.unpack_from("<i", data, table)[0]
    return table + struct.unpack_from("<H", data, shape + 4 + 2 * number)[0]


def vector(data: bytes, at: int) -> list[int]:
    start = follow(data, at)
    return [follow(data, start + 4 + 4 * one) for one in range(u32(data, start))]


def numbers(data: bytes, at: int) -> list[int]:
    start = follow(data, at)
    return list(struct.unpack_from(f"<{u32(data, start)}i", data, start + 4))


def content(data: bytes, at: int) -> bytes:
    return data[at + 4 : at + 4 + u32(data, at)]
