"""Once a minute while Coxa serves, and not at all without keys."""

import threading
import time

import pytest

from coxa.web.reminders.push import beat, sending
from coxa.web.reminders.push.keys import make_keys

pytestmark = pytest.mark.django_db(transaction=True)


def running() -> bool:
    return any(one.name == "reminders" for one in threading.enumerate())


def test_without_keys_there_is_no_thread(tmp_path):
    with beat.each_minute(tmp_path, every_s=0.01):
        assert not running()


def test_with_keys_it_looks_again_and_again_until_coxa_stops(tmp_path, monkeypatch):
    looks = threading.Semaphore(0)

    def fails_at_first(_now: object) -> int:
        looks.release()
        raise OSError("the disk was away for a moment")

    monkeypatch.setattr(sending, "send_due", fails_at_first)
    make_keys(tmp_path)
    with beat.each_minute(tmp_path, every_s=0.01):
        assert running()
        assert all(looks.acquire(timeout=30) for _ in range(3))  # a failure ends nothing
    assert not running()


def test_what_is_not_set_up_is_said_once_and_the_thread_ends(tmp_path, monkeypatch, settings):
    settings.DATA_DIR, settings.PUSH_CONTACT = tmp_path, ""
    make_keys(tmp_path)
    said: list[str] = []
    monkeypatch.setattr(beat.log, "warning", lambda words, error: said.append(words % error))
    with beat.each_minute(tmp_path, every_s=0.01):
        until = time.monotonic() + 30
        while running() and time.monotonic() < until:
            time.sleep(0.01)
        assert not running()
    (words,) = said
    assert "COXA_PUSH_CONTACT" in words
