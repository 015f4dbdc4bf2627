"""Journeys are made where nothing can be drawn: a simulated minute would draw thousands of frames
in software. The figure has its own tests, in a browser that draws."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.conftest import CHROMIUM_ARGUMENTS, PATIENCE_MS, launched

expect.set_options(timeout=PATIENCE_MS)

DRAWS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@pytest.fixture(scope="session")
def chromium(playwright) -> Iterator[object]:
    with launched(playwright, [*CHROMIUM_ARGUMENTS, "--disable-3d-apis"]) as browser:
        yield browser


@pytest.fixture(scope="session")
def chromium_that_draws(playwright) -> Iterator[object]:
    """Without a graphics card."""
    quiet = [one for one in CHROMIUM_ARGUMENTS if one != "--disable-gpu"]
    with launched(playwright, [*quiet, *DRAWS]) as browser:
        yield browser
