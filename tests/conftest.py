"""What all tests share: their own data folder, a served Coxa, a browser that stays with it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

# Before numpy is read in: several processes test at once, and a sum that is spread over busy cores
# waits for the last of them. Two that solve a motion side by side took 9.0 s, and 6.3 s with this.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Before Django reads its settings: tests never touch the data of whoever runs them.
os.environ["COXA_DATA_DIR"] = tempfile.mkdtemp(prefix="coxa-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "coxa.web.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
    "1"  # Playwright's loop runs beside the tests, not in them
)

import django
from hypothesis import settings

from tests.serving import COXA, Emptied, Served, serving, serving_one_after_the_other

django.setup()

# An example may take its time: how fast something is, is measured in benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

CHROMIUM_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]

# A session goes by the sound card's clock, which no test can move; without it by the page's.
WITHOUT_SOUND = "delete window.AudioContext"

# How long a page is waited for: a machine that tests on all its cores is slow.
PATIENCE_MS = 60_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that drive a browser, or take long, come first, each whole and in its own order: so
    one process has their browser and server, and at the end nobody waits for a long test."""
    slow = {
        item.path
        for item in items
        if item.get_closest_marker("browser") or item.get_closest_marker("slow")
    }
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def _no_data_left_behind() -> Iterator[None]:
    yield
    shutil.rmtree(os.environ["COXA_DATA_DIR"], ignore_errors=True)


@pytest.fixture
def coxa(tmp_path: Path):
    """Runs the command `coxa` as a person would, with a data folder of its own."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "COXA_DATA_DIR": str(tmp_path / "data"), **environment}
        env.pop("DJANGO_SETTINGS_MODULE")
        return subprocess.run(
            [COXA, *arguments], env=env, capture_output=True, text=True, timeout=60, check=False
        )

    return run


@pytest.fixture(scope="session")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emptied]:
    with serving_one_after_the_other(tmp_path_factory.mktemp("served")) as one:
        yield one


@pytest.fixture
def server(emptied: Emptied) -> Served:
    """A real `coxa start` on a free port, without data. It goes on after the test: who stops it
    takes `own_server`."""
    return emptied.again()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Served]:
    """A real `coxa start` for this test alone."""
    with serving(tmp_path / "data") as served:
        yield served


@pytest.fixture(scope="session")
def playwright():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@contextmanager
def launched(playwright, arguments: list[str]) -> Iterator[Any]:
    """A real Chromium."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.fail("These tests drive a real browser. Install it: sudo apt-get install chromium")
    browser = playwright.chromium.launch(executable_path=executable, args=arguments)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def chromium(playwright):
    with launched(playwright, CHROMIUM_ARGUMENTS) as browser:
        yield browser


@pytest.fixture
def page(chromium, server: Served, request: pytest.FixtureRequest):
    """A page of a browser that came in by the link. Going anywhere else, an error in a script or a
    breach of the content policy fails the test. Size and scheme: `@pytest.mark.parametrize` on
    `look`, else a phone in the light."""
    look = {"width": 360, "height": 740, "scheme": "light", **getattr(request, "param", {})}
    context = chromium.new_context(
        viewport={"width": look["width"], "height": look["height"]},
        color_scheme=look["scheme"],
        base_url=server.address,
        service_workers="block",  # each test would fetch a week for offline; the worker has its own
    )
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(WITHOUT_SOUND)
    faults = watch(context, server.address)
    page = context.new_page()
    page.goto(server.link)
    yield page
    context.close()
    assert not faults, "\n".join(faults)


def watch(context, address: str) -> list[str]:
    """Writes down what no page of Coxa may do."""
    faults: list[str] = []

    def on_request(request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            faults.append(f"a request left the machine: {request.url}")

    def on_console(message) -> None:
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    context.on("request", on_request)
    context.on("console", on_console)
    context.on("weberror", lambda error: faults.append(f"an error in a script: {error.error}"))
    return faults
