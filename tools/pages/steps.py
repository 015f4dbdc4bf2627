"""The steps of the journeys that are looked at: where each is, and what is done there first."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


def _only_look(page: Page) -> None:
    """What the address shows is what is looked at."""


@dataclass(frozen=True)
class Step:
    """One picture. `whose`: nobody yet, who has begun, or who has twelve weeks behind them."""

    journey: str
    name: str
    address: str
    act: Callable[[Page], None] = _only_look
    whose: str = "nobody"
    one_screen: bool = False  # the screen alone, not the whole length of the page

    @property
    def file(self) -> str:
        return f"{self.journey}-{self.name}".replace(" ", "-")


def _begin(page: Page) -> None:
    page.locator("[data-part=before] [data-act=start]").click()


def _it_hurts(page: Page) -> None:
    _begin(page)
    page.locator("[data-act=hurts]").click()


def _sore(page: Page) -> None:
    _it_hurts(page)
    page.locator("[data-act=hurt][data-what=none_of_these]").click()


def _stop(page: Page) -> None:
    _it_hurts(page)
    page.locator("[data-act=hurt]").first.click()


def _open_all(page: Page) -> None:
    for one in page.locator("main details").all():
        one.evaluate("one => one.open = true")


BEGUN, LONG = "begun", "twelve weeks"

JOURNEYS = (
    Step("start now", "welcome", "/welcome/"),
    Step("start now", "safety", "/safety/start-now/"),
    Step("my plan", "safety", "/safety/"),
    Step("my plan", "time", "/about/time/", whose=BEGUN),
    Step("my plan", "things", "/about/things/", whose=BEGUN),
    Step("my plan", "aim", "/about/aim/", whose=BEGUN),
    Step("my plan", "where", "/about/where/", whose=BEGUN),
    Step("my plan", "sore", "/about/sore/", whose=BEGUN),
    Step("my plan", "life", "/about/life/", whose=BEGUN),
    Step("my plan", "checks", "/checks/", whose=BEGUN),
    Step("my plan", "a check", "/checks/thomas_angle/", whose=BEGUN),
    Step("my plan", "week", "/week/", whose=BEGUN),
    Step("today", "begun", "/today/", whose=BEGUN),
    Step("today", "after twelve weeks", "/today/", whose=LONG),
    Step("today", "weekly", "/today/weekly/", whose=LONG),
    Step("session", "before", "/session/start-now/", whose=BEGUN, one_screen=True),
    Step("session", "playing", "/session/start-now/", _begin, BEGUN, one_screen=True),
    Step("session", "hurts", "/session/start-now/", _it_hurts, BEGUN, one_screen=True),
    Step("session", "sore", "/session/start-now/", _sore, BEGUN),
    Step("session", "stop", "/session/start-now/", _stop, BEGUN),
    Step("week", "after twelve weeks", "/week/", _open_all, LONG),
    Step("week", "what next", "/week/next/", whose=LONG),
    Step("progress", "all", "/progress/", whose=LONG),
    Step("progress", "with nothing yet", "/progress/"),
    Step("progress", "pain", "/progress/pain/", whose=LONG),
    Step("progress", "muscles", "/progress/muscles/", whose=LONG),
    Step("progress", "profile", "/progress/profile/", whose=LONG),
    Step("progress", "a check", "/progress/checks/thomas_angle/", whose=LONG),
    Step("progress", "report", "/report/", whose=LONG),
    Step("learn", "all", "/learn/"),
    Step("learn", "a page", "/learn/pain_rule/"),
    Step("reminders", "wishes", "/reminders/", whose=BEGUN),
    Step("programme", "all", "/programmes/"),
    Step("programme", "one", "/programmes/p001/"),
    Step("library", "all", "/library/", one_screen=True),
    Step("library", "an exercise", "/library/glute_bridge/", _open_all),
    Step("library", "a habit", "/library/habits/habit_even_stance/"),
    Step("library", "anatomy", "/anatomy/"),
    Step("library", "a muscle", "/anatomy/glute_med/"),
    Step("camera", "anything", "/camera/"),
    Step("camera", "a check", "/camera/check/check_reach_past_shins/", whose=BEGUN),
    Step("me", "home", "/me/", whose=BEGUN),
    Step("me", "household", "/household/", whose=BEGUN),
    Step("me", "phone", "/phone/", whose=BEGUN),
    Step("my data", "home", "/mydata/", whose=BEGUN),
    Step("my data", "erase", "/mydata/erase/", whose=BEGUN),
    Step("when things go wrong", "offline", "/offline/"),
    Step("when things go wrong", "nowhere", "/nowhere/"),
)
