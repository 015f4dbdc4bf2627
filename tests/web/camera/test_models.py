"""The models as they were built: the lite one is put together here, so it is looked at closely."""

import hashlib
import struct
import zipfile

import pytest

from coxa.web.built import FOLDER, built

VENDORS_FULL = "4eaa5eb7a98365221087693fcc286334cf0858e2eb6e15b506aa4a7ecdcec4ad"
PARTS = ["pose_detector.tflite", "pose_landmarks_detector.tflite"]


def model(name: str):
    return FOLDER / built().file(f"camera/{name}.task")


def test_the_full_model_is_the_vendors_own():
    assert hashlib.sha256(model("full").read_bytes()).hexdigest() == VENDORS_FULL


def test_the_lite_model_holds_both_parts_whole():
    archive = zipfile.ZipFile(model("lite"))
    assert archive.namelist() == PARTS
    assert archive.testzip() is None


def test_both_models_find_persons_with_the_same_part():
    lite, full = (zipfile.ZipFile(model(name)).read(PARTS[0]) for name in ("lite", "full"))
    assert lite == full


def test_the_parts_of_the_lite_model_lie_where_they_can_be_mapped():
    content = model("lite").read_bytes()
    for entry in zipfile.ZipFile(model("lite")).infolist():
        assert entry.compress_type == zipfile.ZIP_STORED
        names, extra = struct.unpack_from("<HH", content, entry.header_offset + 26)
        assert (entry.header_offset + 30 + names + extra) % 64 == 0


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


def content(data: bytes, at: int) -> bytes:
    return data[at + 4 : at + 4 + u32(data, at)]
