"""The live coach: from a picture of the camera to feedback on the screen, and how soon it begins.

Headless Chromium with a film for a camera, 640 x 480, 30 pictures a second. Beside it, in the same
browser and turn by turn, the vendor's library alone with the same models: a worker, and a dot for
each landmark; no analysis, no page. What counts is the ratio of the two, as all of this depends on
what else the computer does; its load is printed.

A delay begins when the camera took the picture, as far as the browser knows that.
"""

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright
from rich.console import Console
from rich.table import Table

from coxa.web.built import FOLDER, read

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.serving import Served, serving  # noqa: E402
from tests.web.browser.fake_camera import arguments, camera_film  # noqa: E402

BARE = Path(__file__).resolve().parent / "_bare_pose"
VENDOR = ROOT / "node_modules" / "@mediapipe" / "tasks-vision"
SIZE = (640, 480)
PAGE = "/camera/lunge/"
MODELS = ("lite", "full")
ROUNDS = 2
LASTS_S = 5.0  # of each turn; what is slow at first has passed by then
SETTLES_S = 2.0
PATIENCE_MS = 180_000
AIMS = {"fps": 24, "p95": 80, "first": 4.0}
STAGES = ("picture", "pose", "handed", "watching", "drawing")
NOTE = """
  window.seen = [];
  document.addEventListener("coach:seen", ({ detail: { took_ms, stages } }) => {
    window.first ??= performance.now();
    window.seen.push({ at: performance.now(), took_ms, stages });
  }, true);
"""


@dataclass(frozen=True)
class Turn:
    """What was seen in one turn: times in milliseconds of the page's clock."""

    seen: list[dict[str, Any]]

    @property
    def rate(self) -> float:
        """Pictures a second, from the first to the last."""
        return 1000 * (len(self.seen) - 1) / (self.seen[-1]["at"] - self.seen[0]["at"])

    @property
    def delays(self) -> list[float]:
        return sorted(one["took_ms"] for one in self.seen)

    @property
    def p95(self) -> float:
        return self.delays[int(0.95 * (len(self.delays) - 1))]

    def stage(self, name: str) -> float | None:
        found = [one["stages"][name] for one in self.seen if name in one["stages"]]
        return median(found) if found else None


class Handler(SimpleHTTPRequestHandler):
    """The page of the bare library, the library, and the models that Coxa's pages use."""

    def translate_path(self, path: str) -> str:
        name = path.partition("?")[0].lstrip("/")
        if name.startswith("vendor/"):
            return str(VENDOR / name.removeprefix("vendor/"))
        if name.endswith(".task"):
            return str(FOLDER / read().file(f"camera/{name}"))
        return str(BARE / (name or "index.html"))

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def bare() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def let_in(browser: Browser, served: Served) -> StorageState:
    """What a browser that has come in holds. The link is good for once: asked for a single time."""
    with browser.new_context() as context:
        context.new_page().goto(served.link)
        return context.storage_state()


def entered(browser: Browser, served: Served, right: StorageState, model: str) -> BrowserContext:
    """A browser that has nothing of Coxa yet but the right to come in."""
    context = browser.new_context(
        base_url=served.address, permissions=["camera"], storage_state=right
    )
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(NOTE)
    context.add_init_script(f'localStorage.setItem("coxa.camera.model", "{model}")')
    return context


def begun(page: Page) -> float:
    """Opens the page and starts it. Seconds from asking for the page to the first feedback."""
    page.goto(PAGE)
    page.get_by_role("button", name="Start the camera").click()
    page.locator(".coach[data-part=watching]").wait_for(timeout=PATIENCE_MS)
    return float(page.evaluate("window.first")) / 1000


def turn(page: Page) -> Turn:
    page.wait_for_timeout(1000 * SETTLES_S)
    page.evaluate("window.seen.length = 0")
    for _ in range(10):  # until there is something to tell, however slow
        page.wait_for_timeout(1000 * LASTS_S)
        if page.evaluate("window.seen.length") > 1:
            break
    return Turn(page.evaluate("window.seen"))


def coach(context: BrowserContext) -> tuple[float, Turn]:
    page = context.new_page()
    first = begun(page)
    found = turn(page)
    page.close()
    return first, found


def alone(browser: Browser, address: str, model: str) -> Turn:
    with browser.new_context(permissions=["camera"]) as context:
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.goto(f"{address}?model={model}.task")
        for _ in range(PATIENCE_MS // 200):
            if page.evaluate("(window.seen ?? []).length"):
                break
            page.wait_for_timeout(200)
        return turn(page)


@dataclass
class Found:
    first: list[float]
    ours: list[Turn]
    theirs: list[Turn]


def measured(browser: Browser, context: BrowserContext, address: str, model: str) -> Found:
    """Turn by turn, each with pages of its own. The first of `first` is cold, the rest are warm."""
    found = Found([], [], [])
    for _ in range(ROUNDS):
        first, ours = coach(context)
        found.first.append(first)
        found.ours.append(ours)
        found.theirs.append(alone(browser, address, model))
    return found


def live_table(of: dict[str, Found]) -> Table:
    table = Table(
        "", "fps", "delay, median", "delay, p95", *STAGES, "fps to alone", "p95 to alone",
        title=f"Live, milliseconds (aim for lite: {AIMS['fps']} fps, p95 {AIMS['p95']})",
    )  # fmt: skip
    for model, found in of.items():
        best = max(found.ours, key=lambda one: one.rate)
        fps = median(o.rate / t.rate for o, t in zip(found.ours, found.theirs, strict=True))
        p95 = median(o.p95 / t.p95 for o, t in zip(found.ours, found.theirs, strict=True))
        table.add_row(f"Coxa, {model}", *_row(best), f"{fps:.2f}", f"{p95:.2f}")
        table.add_row(f"alone, {model}", *_row(max(found.theirs, key=lambda one: one.rate)))
    return table


def _row(one: Turn) -> list[str]:
    stages = [one.stage(name) for name in STAGES]
    plain = [f"{one.rate:.1f}", f"{median(one.delays):.0f}", f"{one.p95:.0f}"]
    return [*plain, *("" if stage is None else f"{stage:.1f}" for stage in stages)]


def main() -> None:
    found: dict[str, Found] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        film = camera_film(Path(folder) / "camera.mjpeg", SIZE)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments(film)
        )
        with serving(Path(folder) / "data") as served, bare() as address:
            right = let_in(browser, served)
            for model in MODELS:
                with entered(browser, served, right, model) as context:
                    found[model] = measured(browser, context, address, model)
        browser.close()
    Console(width=140).print(live_table(found))
    for model, one in found.items():
        cold, *warm = one.first
        aim = AIMS["first"]
        print(f"First result, {model}: cold {cold:.1f} s, warm {min(warm):.1f} s (aim {aim:.0f})")
    print(f"Load of the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


if __name__ == "__main__":
    main()
