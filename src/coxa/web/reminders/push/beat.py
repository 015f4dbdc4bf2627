"""While Coxa serves, it looks once a minute for what is due. Without keys there is nothing to do,
and no thread for it."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coxa.web.reminders.push.keys import keys_file

log = logging.getLogger(__name__)

EVERY_S = 60
JOIN_S = 5


@contextmanager
def each_minute(data_dir: Path, every_s: float = EVERY_S) -> Iterator[None]:
    if not keys_file(data_dir).exists():
        yield
        return
    stop = threading.Event()
    thread = threading.Thread(target=_look, args=(stop, every_s), name="reminders", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(JOIN_S)


def _look(stop: threading.Event, every_s: float) -> None:
    from django.db import connection

    from coxa.web import clock
    from coxa.web.reminders.push.sending import NotReadyError, send_due

    while not stop.wait(every_s):
        try:
            send_due(clock.now())
        except NotReadyError as error:
            log.warning("no reminders are sent: %s", error)
            break
        except Exception:  # a minute that fails must not end all the minutes after it
            log.exception("reminders could not be sent this minute")
    connection.close()
