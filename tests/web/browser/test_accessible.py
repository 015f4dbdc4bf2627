"""axe finds nothing on any page, on a phone and on a desk, in the light and in the dark."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tools.pages import places

from tests.cast import Diary, alice
from tests.web.browser.axe import violations
from tests.web.browser.diaries import put_in

pytestmark = pytest.mark.browser

# Many pages one after the other: in parts, so that they share the work among them.
PARTS = 3

FAULTY = """() => {
  const main = document.querySelector("main");
  main.innerHTML = "<img><p>pale</p><button>1</button><button>2</button>";
  main.querySelector("p").style.color = "#999";
  for (const one of main.querySelectorAll("button"))
    Object.assign(one.style, {width: "12px", height: "12px", padding: 0, minHeight: 0});
}"""


def test_every_route_is_a_page_that_is_looked_at_or_says_why_not():
    assert places.routes() == set(places.PAGES) | set(places.NOT_PAGES)


def test_axe_would_find_what_is_wrong(page):
    page.goto("/welcome/")
    page.evaluate(FAULTY)
    found = "\n".join(violations(page))
    for rule in ("image-alt", "color-contrast", "target-size"):
        assert rule in found


def spills(page) -> list[str]:
    """Where one has to scroll sideways: on the narrowest screen that WCAG 1.4.10 names, and where a
    desk's window is zoomed to twice its size (1.4.4), which leaves half of its pixels."""
    found = []
    for width in (320, 1280 // 2):
        page.set_viewport_size({"width": width, "height": 800})
        whole = page.evaluate("document.documentElement.scrollWidth")
        if whole > width:
            found.append(f"{page.url}: {whole} px wide on {width} px")
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_violation(page, tmp_path: Path, part: int):
    start = datetime.now(UTC).date() - timedelta(days=3)
    put_in(page, tmp_path, Diary(start).knows(alice()))
    found = []
    for address in places.addresses()[part::PARTS]:
        answer = page.goto(address)
        assert answer.status == 200, address
        found += violations(page) + spills(page)
    assert not found, "\n".join(found)


def test_no_part_of_a_session_has_a_violation(page, tmp_path: Path):
    start = datetime.now(UTC).date()
    put_in(page, tmp_path, Diary(start).knows(alice()))
    page.goto("/session/start-now/")
    page.get_by_role("button", name="Ready").click()
    found = violations(page)
    page.get_by_role("button", name="It hurts").click()
    found += violations(page)
    sharp = page.locator("[data-act=hurt]").first
    sharp.click()
    found += violations(page)
    assert not found, "\n".join(found)


def test_no_refusal_has_a_violation(page):
    assert page.goto("/nowhere/").status == 404
    found = violations(page)
    page.context.clear_cookies()
    for address in ("/today/", "/enter/used-up/"):
        assert page.goto(address).status == 403
        found += violations(page)
    assert not found, "\n".join(found)
