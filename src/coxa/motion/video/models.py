"""Where the pose models lie, and whether they are the ones that were tested.

A `.task` file is a zip of two networks: the one that finds a person and the one that places the
landmarks. Both are Google's BlazePose GHUM 3D (Apache-2.0). The assets build puts the files beside
the pages' own; COXA_POSE_MODELS names another folder.
"""

import zipfile
from collections.abc import Mapping, Set
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from os import environ
from pathlib import Path

from coxa.reading.faults import Fault, FaultyInputError, unknown_word

SETTING = "COXA_POSE_MODELS"
MODELS = ("lite", "full")
DETECTOR = "pose_detector.tflite"
LANDMARKS = "pose_landmarks_detector.tflite"
# sha256 of the networks inside, not of the zip. Of the one that places landmarks two are known: as
# our build leaves it, without the mask that it would paint, and as its makers publish it.
_FINDS_PEOPLE = {"04f5a96483f8ce5913f8730ad2aa0c4c999c80a4b75653bc0e4712de18e104b2"}
SUMS: Mapping[str, Mapping[str, Set[str]]] = {
    "full": {
        DETECTOR: _FINDS_PEOPLE,
        LANDMARKS: {
            "f829c3af88809c9bfbf8972b86518add9be273938ad603458a136486e306c888",
            "82be6d591b9dad7d29fe21dc9fd892bf8b9602c458fb05209283de8282a0c488",
        },
    },
    "lite": {
        DETECTOR: _FINDS_PEOPLE,
        LANDMARKS: {
            "67e5f831913d04df9ed8bc51a82205c5d3b155024357841c2156d053f6f66e25",
            "19062f8afead7bab5c439142fda0547211dc62154f2f0cd339363045f8972f0e",
        },
    },
}


@dataclass(frozen=True)
class Model:
    """The two networks of one pose model, as the bytes of their tflite files."""

    detector: bytes
    landmarks: bytes


def folder(settings: Mapping[str, str] = environ) -> Path:
    """Where the .task files are looked for."""
    if given := settings.get(SETTING):
        return Path(given)
    return Path(str(files("coxa"))) / "web" / "static" / "built" / "camera"


def load(name: str, where: Path | None = None) -> Model:
    """The networks of that model. FaultyInputError if it is unknown, absent, broken or another."""
    if name not in MODELS:
        right = unknown_word("pose model", name, MODELS)
        raise FaultyInputError([Fault("model", "", name, right)])
    file = _file(where or folder(), name)
    networks = {part: _part(file, part) for part in (DETECTOR, LANDMARKS)}
    for part, known in SUMS[name].items():
        if sha256(networks[part]).hexdigest() not in known:
            raise _fault(file, part, "is not the network that Coxa was tested with; " + _ADVICE)
    return Model(networks[DETECTOR], networks[LANDMARKS])


_ADVICE = f"run `make assets`, or name the folder that holds the pose models by {SETTING}"


def _file(where: Path, name: str) -> Path:
    """By the vendor's name, or by the built one: full.task with a hash in it."""
    named = sorted(where.glob(f"{name}*.task"))
    return named[0] if named else where / f"pose_landmarker_{name}.task"


def _part(file: Path, part: str) -> bytes:
    try:
        with zipfile.ZipFile(file) as task:
            return task.read(part)
    except FileNotFoundError:
        raise _fault(file, "", "there is no pose model here; " + _ADVICE) from None
    except (OSError, KeyError, zipfile.BadZipFile):
        raise _fault(file, part, "cannot be read as a pose model; " + _ADVICE) from None


def _fault(file: Path, part: str, right: str) -> FaultyInputError:
    return FaultyInputError([Fault(str(file), part, "", right)])
