"""The built files that looking takes: workers, models, and the Python that runs in the browser."""

from collections.abc import Mapping

from django.conf import settings

from coxa.language import current
from coxa.web.built import built
from coxa.web.language.phrases import CAMERA, words_for

# By the names that the scripts use for them.
FILES = {
    "pose": "camera-pose.js",
    "watch": "camera-watch.js",
    "loader": "camera/vision.js",
    "wasm": "camera/vision.wasm",
    "lite": "camera/lite.task",
    "full": "camera/full.task",
    "pyodide": "camera/pyodide",
}


def addresses() -> Mapping[str, str]:
    """{name: address} of every file that a page with a camera asks for; and what the Python in the
    browser says in the reader's language, if that is not English."""
    files = {name: settings.STATIC_URL + built().file(file) for name, file in FILES.items()}
    words = words_for(CAMERA)
    return files | ({"language": current(), "words": words} if words else {})
