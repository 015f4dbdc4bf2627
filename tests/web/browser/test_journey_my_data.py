"""Journey 10: everything out in one file, everything gone for good, everything back."""

import json

import pytest
from playwright.sync_api import expect

from tests.cast import Diary, alice, item
from tests.web.browser.diaries import put_in

pytestmark = pytest.mark.browser


def test_alice_takes_everything_out_erases_it_and_puts_it_back(page, server, tmp_path):
    diary = Diary().knows(alice()).session(item("glute_bridge"))
    put_in(page, tmp_path, diary)
    page.goto("/mydata/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything").click()
    out = tmp_path / "out.json"
    download.value.save_as(out)
    assert len(json.loads(out.read_text())["entries"]) == len(diary.entries)

    page.get_by_role("link", name="Erase everything").click()
    page.get_by_label("Type the word erase").fill("eras")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_text("This is not the word erase. Nothing was erased.")).to_be_visible()
    page.get_by_label("Type the word erase").fill("erase")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_role("heading", name="It is all gone")).to_be_visible()
    held = b"".join(one.read_bytes() for one in server.data_dir.rglob("*") if one.is_file())
    assert b"glute_bridge" not in held

    page.goto("/mydata/")
    page.get_by_label("A file that Coxa wrote").set_input_files(out)
    page.get_by_role("button", name="Add to my diary").click()
    expect(page.get_by_text(f"{len(diary.entries)} entries added")).to_be_visible()


def test_the_wrong_file_is_refused_with_every_fault_and_the_page_stays_usable(page, tmp_path):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"format": "coxa-archive", "version": 1, "profile": {}, "entry": []}')
    page.goto("/mydata/")
    page.get_by_label("A file that Coxa wrote").set_input_files(wrong)
    page.get_by_role("button", name="Add to my diary").click()
    alert = page.get_by_role("alert")
    expect(alert.get_by_text("3 things in this file are not right")).to_be_visible()
    expect(page.get_by_role("link", name="Download everything")).to_be_visible()


@pytest.mark.parametrize(
    "page", [{}, {"width": 1440, "height": 900, "scheme": "dark"}], indirect=True
)
def test_nothing_sticks_out_of_my_data(page):
    for address in ("/mydata/", "/mydata/erase/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
