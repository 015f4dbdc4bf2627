"""The Coxa that serves one test after the other: what one leaves, the next does not find."""

import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from tests.serving import Emptied, Served


def come_in(served: Served) -> OpenerDirector:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    browser.open(served.link, timeout=60)
    return browser


def files(served: Served) -> bytes:
    return b"".join(one.read_bytes() for one in served.data_dir.rglob("*") if one.is_file())


def test_emptied_its_link_works_again_and_who_had_come_in_is_out(emptied: Emptied):
    served = emptied.again()
    earlier = come_in(served)
    assert earlier.open(f"{served.address}/household/", timeout=60).status == 200
    emptied.again()
    with pytest.raises(HTTPError, match="403"):
        earlier.open(f"{served.address}/household/", timeout=60)
    assert come_in(served).open(f"{served.address}/household/", timeout=60).status == 200


def test_emptied_no_word_of_what_was_written_is_in_any_file(emptied: Emptied):
    served = emptied.again()
    browser = come_in(served)
    assert b"First of all" not in files(served)
    page = browser.open(f"{served.address}/household/new/", timeout=60).read().decode()
    (token,) = {*re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)}
    form = urlencode({"name": "First of all", "csrfmiddlewaretoken": token}).encode()
    browser.open(f"{served.address}/household/new/", form, timeout=60)
    assert b"First of all" in files(served)
    emptied.again()
    assert b"First of all" not in files(served)
