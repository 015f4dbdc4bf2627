"""What a first visit to a page costs, on a phone with a slow network: Lighthouse's scores, the
largest paint, and the bytes of the first view (the figure's stills apart: they are what the 3D
figure is without a graphics card), beside pages of another training manager.

    python benchmarks/pages.py

Lighthouse is installed into benchmarks/lighthouse once, as its lock file says. The page comes from
a Coxa of its own, with the diary of somebody who has twelve weeks behind them.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.serving import Served, serving  # noqa: E402
from tests.twelve_weeks import WEEKS, twelve_weeks  # noqa: E402
from tests.web.browser.diaries import put_in  # noqa: E402

LIGHTHOUSE = ROOT / "benchmarks" / "lighthouse"
PAGES = ("/welcome/", "/today/", "/library/glute_bridge/", "/progress/")
AIM, MOST_BYTES = 98, 60_000
# wger at aaba201 on the same kind of machine: bytes and largest paint of its lightest page.
WGER_BYTES, WGER_PAINT_MS = 1_500_000, 3_700
# Fetched by the browser to know the app, or by our own scripts once the page stands.
AFTERWARDS = ("Manifest", "app-192", "/icon-")
HEAD = "page                        perf  a11y  best  paint ms  first view  (stills)  to wger"


def main() -> int:
    node = shutil.which("node") or ROOT / ".venv/bin/node"
    if not (LIGHTHOUSE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=LIGHTHOUSE, check=True)
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data") as served:
        for one in measured(str(node), served, cookie_of(served, Path(folder))):
            print(line(one), flush=True)
    return 0


def cookie_of(served: Served, folder: Path) -> str:
    """Comes in, puts the diary in, and gives the cookie that lets in."""
    today = datetime.now(UTC).date()
    monday = today - timedelta(days=today.weekday())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless=new", "--no-sandbox"]
        )
        context = browser.new_context(base_url=served.address)
        page = context.new_page()
        page.goto(served.link)
        put_in(page, folder, twelve_weeks(monday - timedelta(weeks=WEEKS)))
        (found,) = (one for one in context.cookies() if one["name"].startswith("coxa_session"))
        browser.close()
    return f"{found['name']}={found['value']}"


def measured(node: str, served: Served, cookie: str) -> Iterator[dict[str, Any]]:
    addresses = [served.address + page for page in PAGES]
    command = [node, "run.mjs", shutil.which("chromium") or "chromium", cookie, *addresses]
    with subprocess.Popen(command, cwd=LIGHTHOUSE, stdout=subprocess.PIPE, text=True) as running:
        for said in running.stdout or ():
            yield json.loads(said)
    if running.returncode:
        raise SystemExit("Lighthouse did not come to its end")


def line(one: dict[str, Any]) -> str:
    scores = one["scores"]
    view = [each for each in one["loaded"] if not is_afterwards(each)]
    first = sum(each["bytes"] for each in view)
    stills = sum(each["bytes"] for each in view if "/figures/" in each["url"])
    page = "/" + one["address"].split("/", 3)[3]
    numbers = (scores["performance"], scores["accessibility"], scores["best-practices"])
    return (
        f"{page:26}"
        + "".join(f"{score:5}{' ' if score >= AIM else '!'}" for score in numbers)
        + f"{one['largest_paint_ms']:10}{first:11}{' ' if first - stills <= MOST_BYTES else '!'}"
        + f"{stills:9}{first / WGER_BYTES:9.3f}"
    )


def is_afterwards(each: dict[str, Any]) -> bool:
    named = any(part in each["url"] for part in AFTERWARDS)
    return each["kind"] == "Manifest" or named or each["after_load"]


if __name__ == "__main__":
    sys.exit(main())
