"""The moving figure: how soon it is there on a slow phone, and what a frame of it costs.

A real Coxa and a real Chromium that draws in software, with a simulated phone: a processor four
times as slow, 1.6 Mbit/s down, 150 ms away. Cold: nothing of Coxa was ever loaded. Warm: the page
was seen before. Script a frame is what runs between the browser's call and its return. The
drawing itself is left out of it: where no graphics card is, script and drawing share a processor
and wait for one another.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.serving import Served, serving

PHONE = {"width": 360, "height": 740}
SLOWER = 4  # times, the processor
BITS_DOWN = 1_600_000
LATENCY_MS = 150
GOALS = {"still, cold": 1500, "moves, cold": 5000, "moves, warm": 1500, "script a frame": 4}
PATIENCE_MS = 60_000
FRAMES = 240  # four seconds of them, where the machine keeps up
ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader", "--disable-background-networking", "--no-first-run",
]  # fmt: skip

# Around every frame function of the page: how long it runs.
WATCH = """
  window.frameMs = [];
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (call) => ask((now) => {
    const begun = performance.now();
    call(now);
    window.frameMs.push(performance.now() - begun);
  });
"""
# Everything is told to the graphics card but to draw.
NO_DRAWING = "WebGL2RenderingContext.prototype.drawElements = () => {};"
# When the largest thing was painted, and whether it was the still.
PAINTED = """() => new Promise((done) => {
  const seen = (list) => {
    const ours = (entry) => entry.element?.closest(".viewer__stage");
    const one = list.getEntries().filter(ours).at(-1);
    if (one) done(one.startTime);
  };
  new PerformanceObserver(seen).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done(null), 3000);
})"""
MOVES = "performance.getEntriesByName('coxa:figure-moves')[0]?.startTime"
LOADED = """() => performance.getEntriesByType('resource').map((one) => (
  { name: one.name.split('/').at(-1), sent: one.encodedBodySize, whole: one.decodedBodySize }))"""


@dataclass(frozen=True)
class Seen:
    """One visit: milliseconds until the still and the moving figure were there; what was loaded."""

    still: float | None
    moves: float
    loaded: list[dict[str, Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exercise", default="glute_bridge")
    parser.add_argument(
        "--times", type=int, default=3, help="visits of each kind; the median counts"
    )
    given = parser.parse_args()
    console = Console()
    address = f"/library/{given.exercise}/"
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server, browser() as one:
        visitor = Visitor(one, server)
        pairs = [visitor.on_a_phone(address) for _ in range(given.times)]
        scripts = {
            "phone": visitor.frames(address, slow=True),
            "this machine": visitor.frames(address, slow=False),
        }
    cold, warm = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    console.print(_times(cold, warm))
    console.print(_scripts(scripts))
    console.print(_bytes(cold[0]))


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield found
        found.close()


class Visitor:
    """Somebody who came in by the link; each visit is with a browser that has loaded nothing."""

    def __init__(self, one: Browser, server: Served) -> None:
        self._browser, self._address = one, server.address
        context = one.new_context()
        context.new_page().goto(server.link)
        self._entered = context.storage_state()
        context.close()

    def on_a_phone(self, address: str) -> tuple[Seen, Seen]:
        """Cold, and then warm."""
        with self._page() as (page, devtools):
            _slow(devtools)
            return _seen(page, address), _seen(page, address)

    def frames(self, address: str, slow: bool) -> list[float]:
        """Milliseconds of script in each of many frames."""
        with self._page(NO_DRAWING) as (page, devtools):
            if slow:
                _slow(devtools)
            _seen(page, address)
            page.evaluate("window.frameMs.length = 0")
            _until(page, f"window.frameMs.length >= {FRAMES}")
            found: list[float] = page.evaluate("window.frameMs")
            return found

    @contextmanager
    def _page(self, *scripts: str) -> Iterator[tuple[Page, CDPSession]]:
        context = self._browser.new_context(
            viewport=PHONE,
            device_scale_factor=2,
            base_url=self._address,
            storage_state=self._entered,
        )
        for script in (WATCH, *scripts):
            context.add_init_script(script)
        page = context.new_page()
        yield page, context.new_cdp_session(page)
        context.close()


def _slow(devtools: CDPSession) -> None:
    devtools.send("Network.enable")
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    devtools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BITS_DOWN / 8,
            "uploadThroughput": BITS_DOWN / 8,
        },
    )


def _seen(page: Page, address: str) -> Seen:
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    _until(page, f"{MOVES} !== undefined")
    still = page.evaluate(PAINTED)
    return Seen(still, page.evaluate(MOVES), page.evaluate(LOADED))


def _until(page: Page, said: str) -> None:
    """Asked again and again from outside: the content policy lets no function be made inside."""
    for _ in range(PATIENCE_MS // 50):
        if page.evaluate(said):
            return
        page.wait_for_timeout(50)
    raise TimeoutError(f"{page.url}: it never came to {said}")


def _times(cold: list[Seen], warm: list[Seen]) -> Table:
    table = Table("", "ms", "goal", title="On a slow phone, from the tap")
    rows = {
        "still, cold": [one.still for one in cold],
        "moves, cold": [one.moves for one in cold],
        "still, warm": [one.still for one in warm],
        "moves, warm": [one.moves for one in warm],
    }
    for name, found in rows.items():
        known = [ms for ms in found if ms is not None]
        goal = f"{GOALS[name]}" if name in GOALS else ""
        table.add_row(name, f"{median(known):.0f}" if known else "not seen", goal)
    return table


def _scripts(by_machine: dict[str, list[float]]) -> Table:
    table = Table("script a frame", "median ms", "95 % below", "goal", "frames")
    for name, frames in by_machine.items():
        high = quantiles(frames, n=20)[-1]
        table.add_row(
            name,
            f"{median(frames):.2f}",
            f"{high:.2f}",
            str(GOALS["script a frame"]),
            str(len(frames)),
        )
    return table


def _bytes(one: Seen) -> Table:
    table = Table("loaded", "kB sent", "kB whole", title="What the page loads, cold")
    for file in sorted(one.loaded, key=lambda file: -file["sent"]):
        table.add_row(file["name"], f"{file['sent'] / 1000:.1f}", f"{file['whole'] / 1000:.1f}")
    table.add_row(
        "all",
        f"{sum(f['sent'] for f in one.loaded) / 1000:.0f}",
        f"{sum(f['whole'] for f in one.loaded) / 1000:.0f}",
    )
    return table


if __name__ == "__main__":
    main()
