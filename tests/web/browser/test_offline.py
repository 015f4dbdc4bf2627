"""Coxa without a network, in real browsers with their worker: kept, opened, played, sent once."""

import json
import signal
import subprocess
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.conftest import PATIENCE_MS, WITHOUT_SOUND, watch
from tests.serving import COXA, Served
from tests.web.browser.kept_here import PAGES, ROWS, WAITING, is_ready_for_offline, kept_pages
from tests.web.browser.test_session_player import ABOUT, all_sent, play, say, stored
from tests.web.browser.waiting import until

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


@contextmanager
def device(chromium, server: Served, link: str):
    """A phone that came in by `link`, with its worker."""
    context = chromium.new_context(viewport=PHONE, base_url=server.address)
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(WITHOUT_SOUND)
    faults = watch(context, server.address)
    page = context.new_page()
    page.goto(link)
    yield page
    context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def phone(chromium, server: Served):
    with device(chromium, server, server.link) as page:
        yield page


def has_a_week(page) -> None:
    """Known well enough for a plan, which is kept for offline."""
    say(page, {"kind": "safety_answered"}, ABOUT)
    page.goto("/today/")
    until(page, lambda: "/week/" in kept_pages(page) and is_ready_for_offline(page))


def start_todays(page) -> None:
    page.goto("/today/")
    page.locator("a[href^='/session/2']").first.click()
    page.wait_for_url("**/session/2*/")
    page.clock.install()
    page.reload()
    page.get_by_role("button", name="Ready").click()


def test_opened_without_a_network_it_shows_today_and_plays_todays_session(phone, server):
    has_a_week(phone)
    phone.context.set_offline(True)
    phone.goto("/")
    expect(phone.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    expect(phone.get_by_text("Coxa cannot be reached")).to_be_visible()
    broken = "[...document.images].filter((one) => one.complete && !one.naturalWidth).length"
    assert phone.evaluate(broken) == 0
    start_todays(phone)
    play(phone)
    done = phone.evaluate(WAITING)
    assert done > 3
    assert stored(server.data_dir, "session_started") == []
    phone.context.set_offline(False)
    all_sent(phone)
    assert len(stored(server.data_dir, "session_started")) == 1
    assert len(stored(server.data_dir, "session_done")) == 1
    assert len({one["id"] for one in stored(server.data_dir)}) == done + 2


def test_cut_off_in_the_middle_a_reload_goes_on_in_the_same_set(phone, server):
    has_a_week(phone)
    start_todays(phone)
    phone.locator("[data-go]").click()
    for _ in range(3):
        phone.keyboard.press("ArrowRight")
    phone.clock.run_for(1000)
    phone.context.set_offline(True)
    place = phone.locator("[data-place]").text_content(), phone.locator("[data-set]").text_content()
    phone.reload()
    phone.get_by_role("button", name="Go on where you were").click()
    expect(phone.locator("[data-place]")).to_have_text(place[0])
    expect(phone.locator("[data-set]")).to_have_text(place[1])
    phone.keyboard.press("Space")
    play(phone)
    phone.context.set_offline(False)
    all_sent(phone)
    assert len(stored(server.data_dir, "session_started")) == 1
    assert len(stored(server.data_dir, "session_done")) == 1


def test_what_is_not_kept_says_that_coxa_is_away_and_a_form_is_not_lost_in_an_error(phone):
    has_a_week(phone)
    phone.goto("/household/new/")
    phone.get_by_label("Name").fill("Bob")
    phone.context.set_offline(True)
    phone.get_by_label("Name").press("Enter")
    expect(phone.get_by_role("heading", name="Coxa does not answer")).to_be_visible()
    phone.goto("/library/")
    expect(phone.get_by_role("heading", name="Coxa does not answer")).to_be_visible()
    phone.get_by_role("link", name="Open Today").click()
    expect(phone.get_by_role("heading", name="Today", exact=True)).to_be_visible()


def test_with_a_network_the_servers_page_is_shown_and_not_the_kept_one(phone):
    has_a_week(phone)
    say(phone, {"kind": "safety_answered", "red_flags": ["red_cardiac"]})
    phone.goto("/today/")
    expect(phone.get_by_text("Coxa cannot be reached")).to_be_hidden()
    assert phone.locator("a[href^='/session/2']").count() == 0


def test_after_signing_out_nothing_about_anyone_is_left(phone):
    has_a_week(phone)
    phone.goto("/household/")
    phone.get_by_role("link", name="Sign out here").click()
    phone.get_by_role("button", name="Sign out").click()
    expect(phone.get_by_role("heading", name="You are signed out")).to_be_visible()
    until(phone, lambda: nothing_about_anyone(phone))
    phone.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        phone.goto("/today/")


def nothing_about_anyone(page) -> bool:
    entries = page.evaluate(f'{ROWS}("waiting")') + page.evaluate(f'{ROWS}("running")')
    return not page.evaluate(PAGES) and not entries


def test_another_persons_pages_take_the_place_of_the_first_ones(phone):
    has_a_week(phone)
    first = next(name for name in phone.evaluate(PAGES) if name.startswith("coxa-pages-"))
    phone.goto("/household/new/")
    phone.get_by_label("Name").fill("Bob")
    with phone.expect_navigation():
        phone.get_by_label("Name").press("Enter")
    phone.goto("/household/")
    until(phone, lambda: is_ready_for_offline(phone))
    assert first not in phone.evaluate(PAGES)
    phone.context.set_offline(True)
    phone.goto("/today/")
    expect(phone.get_by_role("heading", name="Coxa does not answer")).to_be_visible()


def test_let_out_from_elsewhere_the_pages_go_and_what_was_not_sent_is_asked_about(phone):
    has_a_week(phone)
    start_todays(phone)
    phone.context.set_offline(True)
    phone.keyboard.press("ArrowRight")
    phone.keyboard.press("ArrowRight")
    until(phone, lambda: phone.evaluate(WAITING) > 0)
    phone.context.clear_cookies()
    phone.context.set_offline(False)
    phone.goto("/today/")
    expect(phone.get_by_role("heading", name="Come in by a link")).to_be_visible()
    expect(phone.get_by_text("are not saved yet")).to_be_visible()
    assert kept_pages(phone) == []
    phone.get_by_role("button", name="Throw them away").click()
    until(phone, lambda: nothing_about_anyone_but_files(phone))


def nothing_about_anyone_but_files(page) -> bool:
    return not kept_pages(page) and not page.evaluate(WAITING)


OLD = """([profile, entry]) => localStorage.setItem(
  `coxa.entry:${profile}:${entry.at}:${entry.id}`, JSON.stringify(entry))"""
SETTLED = "navigator.locks.query().then(({held, pending}) => held.length + pending.length)"


def an_entry(number: int) -> dict:
    return {
        "id": f"00000000-0000-4000-8000-{number:012d}",
        "at": f"2026-03-31T06:00:{number % 60:02d}.000Z",
        "day": "2026-03-31",
        "zone": "UTC",
        "body": {
            "kind": "set_done",
            "session_id": "00000000-0000-4000-8000-00000000ffff",
            "exercise_id": "x_clamshell",
            "set_number": 1 + number % 20,
            "reps": 12,
        },
    }


def keeps(page, entries: list[dict]) -> str:
    """Puts entries where an earlier Coxa kept them; says whose they are."""
    profile = page.locator("[data-behaviour=diary-sender]").get_attribute("data-profile")
    for entry in entries:
        page.evaluate(OLD, [profile, entry])
    return profile


def test_what_an_earlier_coxa_kept_moves_in_and_two_windows_send_it_once(phone, server):
    phone.goto("/household/")
    posted = []
    phone.context.on(
        "request",
        lambda request: (
            request.method == "POST"
            and request.url.endswith("/diary/entries/")
            and posted.extend(one["id"] for one in json.loads(request.post_data))
        ),
    )
    phone.context.set_offline(True)
    entries = [an_entry(number) for number in range(1, 31)]
    keeps(phone, entries)
    other = phone.context.new_page()
    phone.context.set_offline(False)
    for page in (phone, other):
        page.goto("/household/", wait_until="commit")
    for page in (phone, other):
        until(page, lambda page=page: page.evaluate(WAITING) == 0 and not page.evaluate(SETTLED))
    until(phone, lambda: len(stored(server.data_dir, "set_done")) == 30)
    assert phone.evaluate("Object.keys(localStorage).join()") == ""
    assert sorted(posted) == [one["id"] for one in entries]


def test_a_server_killed_while_it_is_sent_to_has_everything_once_when_it_is_back(
    chromium, own_server: Served
):
    """Its answer is lost: it may have stored what the browser sends again."""
    with device(chromium, own_server, own_server.link) as phone:
        phone.goto("/household/")
        keeps(phone, [an_entry(number) for number in range(1, 651)])
        sent = []

        def kill(route) -> None:
            answer = route.fetch()  # it is stored, and the answer comes to nobody
            sent.append(answer.json()["stored"])
            own_server.process.send_signal(signal.SIGKILL)
            own_server.process.wait()
            route.abort()

        phone.context.route("**/diary/entries/", kill, times=1)
        phone.reload()
        until(phone, lambda: sent and own_server.process.poll() is not None)
        assert phone.evaluate(WAITING) == 650
        assert len(stored(own_server.data_dir, "set_done")) == sent[0] == 200
        port = own_server.address.rpartition(":")[2]
        again = subprocess.Popen(
            [COXA, "start", "--port", port, "--no-browser", "--data", own_server.data_dir],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(phone, lambda: phone.evaluate(WAITING) == 0)
            found = [one["id"] for one in stored(own_server.data_dir, "set_done")]
            wanted = [an_entry(number)["id"].replace("-", "") for number in range(1, 651)]
            assert sorted(found) == wanted
        finally:
            again.send_signal(signal.SIGINT)
            again.wait(timeout=10)


def test_two_phones_without_a_network_both_finish_and_both_are_in_the_diary(chromium, server, coxa):
    with device(chromium, server, server.link) as one:
        has_a_week(one)
        link = coxa("link", COXA_DATA_DIR=str(server.data_dir)).stdout.strip().split()[-1]
        with device(chromium, server, link) as other:
            other.goto("/today/")
            until(other, lambda: "/week/" in kept_pages(other) and is_ready_for_offline(other))
            before = len(stored(server.data_dir))
            for phone in (one, other):
                phone.context.set_offline(True)
                start_todays(phone)
                play(phone)
            made = [phone.evaluate(WAITING) for phone in (one, other)]
            assert min(made) > 3
            for phone in (other, one):
                phone.context.set_offline(False)
                all_sent(phone)
            assert len(stored(server.data_dir)) == before + sum(made)
            assert len(stored(server.data_dir, "session_done")) == 2
