"""A session whose server is killed in the middle."""

import json
import signal
import subprocess

import pytest

from tests.serving import COXA, Served
from tests.web.browser.kept_here import WAITING
from tests.web.browser.test_session_player import all_sent, begin, play, stored

pytestmark = pytest.mark.browser


@pytest.fixture
def server(own_server: Served) -> Served:
    """One that may be killed."""
    return own_server


def test_a_killed_server_has_every_entry_that_it_acknowledged(page, server):
    acknowledged: list[str] = []

    def on_answer(answer) -> None:
        if answer.url.endswith("/diary/entries/") and answer.ok:
            sent = json.loads(answer.request.post_data)
            acknowledged.extend(one["id"].replace("-", "") for one in sent)

    page.on("response", on_answer)
    begin(page)
    page.locator("[data-go]").click()
    page.clock.run_for(70_000)
    all_sent(page)
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    assert len(acknowledged) >= 3
    assert set(acknowledged) <= {one["id"] for one in stored(server.data_dir)}

    play(page)  # the page goes on by itself
    assert page.evaluate(WAITING) > 0
    port = server.address.rpartition(":")[2]
    again = subprocess.Popen(
        [COXA, "start", "--port", port, "--no-browser", "--data", server.data_dir],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        for _ in range(100):
            page.wait_for_timeout(100)
            page.clock.run_for(1000)
            if not page.evaluate(WAITING):
                break
        assert len(stored(server.data_dir, "set_done")) == 7
        assert len(stored(server.data_dir, "session_done")) == 1
    finally:
        again.send_signal(signal.SIGINT)
        again.communicate(timeout=10)
