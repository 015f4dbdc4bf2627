"""Journeys are made where nothing can be drawn: a simulated minute would draw thousands of frames
in software. The figure has its own tests, in a browser that draws."""

import shutil
from collections.abc import Iterator

import pytest

from tests.conftest import CHROMIUM_ARGUMENTS


@pytest.fixture(scope="session")
def chromium(chromium) -> Iterator[object]:
    browser = chromium.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=[*CHROMIUM_ARGUMENTS, "--disable-3d-apis"],
    )
    yield browser
    browser.close()
