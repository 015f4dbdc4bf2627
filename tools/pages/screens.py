"""Pictures of every journey, on a phone and on a desk, in the light and in the dark.

    python -m tools.pages.screens [--only JOURNEY ...] [--language fr] [--out build/screens]

Starts a Coxa of its own with made-up diaries, walks through it in a real Chromium, and writes a
picture of each step and index.html to look at them side by side.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from tests.cast import Diary, alice
from tests.serving import Served, serving
from tests.twelve_weeks import WEEKS, twelve_weeks
from tests.web.browser.diaries import put_in
from tools.pages.steps import JOURNEYS, Step

OUT = Path(__file__).resolve().parents[2] / "build" / "screens"
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--no-first-run",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
SETTLED_MS = 700  # stills, fonts and a first picture of the figure


@dataclass(frozen=True)
class Look:
    name: str
    width: int
    height: int
    scheme: str


LOOKS = (
    Look("phone-light", 360, 740, "light"),
    Look("phone-dark", 360, 740, "dark"),
    Look("desktop-light", 1440, 900, "light"),
    Look("desktop-dark", 1440, 900, "dark"),
)


def main(arguments: Sequence[str]) -> int:
    asked = _asked(arguments)
    steps = [step for step in JOURNEYS if not asked.only or step.journey in asked.only]
    shutil.rmtree(asked.out, ignore_errors=True)
    asked.out.mkdir(parents=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        for whose, some in groupby(sorted(steps, key=lambda step: step.whose), lambda s: s.whose):
            _walk(browser, whose, list(some), asked)
        browser.close()
    (asked.out / "index.html").write_text("\n".join(_index(steps)), encoding="utf-8")
    print(f"{len(steps) * len(LOOKS)} pictures: {asked.out / 'index.html'}")  # noqa: T201
    return 0


def _walk(browser: Browser, whose: str, steps: list[Step], asked: argparse.Namespace) -> None:
    """All steps of one person, in each look, in a Coxa that knows only this person."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data") as served:
        state = _come_in(browser, served, whose, Path(folder))
        for look in LOOKS:
            context = browser.new_context(
                viewport={"width": look.width, "height": look.height},
                color_scheme=look.scheme,  # type: ignore[arg-type]
                base_url=served.address,
                locale=asked.language,
                storage_state=state,
                reduced_motion="reduce",
            )
            page = context.new_page()
            for step in steps:
                _picture(page, step, asked.out / f"{step.file}-{look.name}.png")
            context.close()


def _come_in(browser: Browser, served: Served, whose: str, folder: Path) -> Any:
    """By the link, and in English, with this person's diary. Gives what lets in."""
    context = browser.new_context(base_url=served.address, locale="en-GB")
    page = context.new_page()
    page.goto(served.link)
    if diary := _diary(whose, datetime.now(UTC).date()):
        put_in(page, folder, diary)
    state = context.storage_state()
    context.close()
    return state


def _diary(whose: str, today: date) -> Diary | None:
    if whose == "begun":
        return Diary(today - timedelta(days=2)).knows(alice())
    if whose == "twelve weeks":
        monday = today - timedelta(days=today.weekday())
        return twelve_weeks(monday - timedelta(weeks=WEEKS))
    return None


def _picture(page: Page, step: Step, file: Path) -> None:
    page.goto(step.address)
    step.act(page)
    size = page.viewport_size
    if not step.one_screen:  # as long as the page is: what sticks to the screen's foot stays there
        whole = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": max(size["height"], whole)})
    page.wait_for_timeout(SETTLED_MS)
    page.screenshot(path=file)
    page.set_viewport_size(size)


def _index(steps: Sequence[Step]) -> Iterator[str]:
    yield '<!doctype html><meta charset="utf-8"><title>Screens</title><style>'
    yield "body{font:16px sans-serif}figure{display:inline-block;margin:4px;vertical-align:top}"
    yield "img{max-height:640px;max-width:640px;border:1px solid #999}</style>"
    for step in steps:
        yield f"<h2>{escape(step.journey)}: {escape(step.name)}</h2>"
        for look in LOOKS:
            file = f"{step.file}-{look.name}.png"
            yield f'<figure><img src="{file}" alt=""><figcaption>{look.name}</figcaption></figure>'


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    journeys = sorted({step.journey for step in JOURNEYS})
    parser.add_argument("--only", nargs="*", choices=journeys, default=[], metavar="JOURNEY")
    parser.add_argument("--language", default="en-GB")
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
