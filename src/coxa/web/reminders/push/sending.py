"""Sends what is due to the browsers that asked for it."""

import json
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from coxa.coaching.reminder_words import said
from coxa.coaching.reminders import LATE, Reminder, ringing, wishes_of
from coxa.web.diary import store as diary
from coxa.web.language.speaking import best_for, speaking
from coxa.web.reminders.feed import OPENS, zone_of
from coxa.web.reminders.models import PushDevice
from coxa.web.reminders.push.keys import keys_file

log = logging.getLogger(__name__)

TIMEOUT_S = 10
GONE = (404, 410)  # the browser took its wish back (RFC 8030, 7.3)

Post = Callable[[PushDevice, str], int]  # gives the status of the answer; 0: there was none


class NotReadyError(Exception):
    """What is missing before anything can be sent, in words."""


def send_due(now: datetime, post: Post | None = None) -> int:
    """How many messages a push service took. What could not be sent is not tried again: a reminder
    has its time."""
    deliver = post or poster(Path(settings.DATA_DIR))
    devices = list(PushDevice.objects.select_related("profile").filter(sent_until__lt=now))
    return sum(_send(one, now, deliver) for one in devices)


def message(one: Reminder, neutral: bool) -> str:
    words = said(one, neutral)
    return json.dumps(
        {
            "title": words.title,
            "text": words.text,
            "address": reverse(OPENS[one.kind]),
            "tag": one.kind,  # a newer one of its kind takes the place of an older
        },
        ensure_ascii=False,
    )


def _send(device: PushDevice, now: datetime, deliver: Post) -> int:
    entries = diary.log_of(device.profile)
    since, neutral = device.sent_until, wishes_of(entries).neutral
    # Noted before it is sent: rather a reminder too few than the same one again and again.
    PushDevice.objects.filter(pk=device.pk).update(sent_until=now)
    taken = 0
    with speaking(best_for([device.profile.language])):
        for one in ringing(entries, since, now, zone_of(entries)):
            status = deliver(device, message(one, neutral))
            if status in GONE:
                device.delete()
                return taken
            taken += 200 <= status < 300
    return taken


def poster(data_dir: Path) -> Post:
    """Sends by pywebpush, which encrypts (RFC 8291) and signs (RFC 8292). Raises NotReadyError."""
    if not keys_file(data_dir).exists():
        raise NotReadyError("There are no keys yet. Make them once: coxa push keys")
    if not settings.PUSH_CONTACT:
        raise NotReadyError(
            "Push services want to know whom to ask. Set COXA_PUSH_CONTACT=mailto:you@example.org"
        )
    try:
        import requests
        from pywebpush import WebPushException, webpush
    except ImportError:
        raise NotReadyError(
            "The package pywebpush is not installed. Add it: pip install 'coxa[server]'"
        ) from None
    session: Any = requests.Session()
    session.max_redirects = 0  # a push service answers itself

    def post(device: PushDevice, text: str) -> int:
        keys = {"p256dh": device.p256dh, "auth": device.auth}
        try:
            answer = webpush(
                {"endpoint": device.endpoint, "keys": keys},
                text,
                vapid_private_key=str(keys_file(data_dir)),
                vapid_claims={"sub": settings.PUSH_CONTACT},
                ttl=int(LATE.total_seconds()),
                timeout=TIMEOUT_S,
                requests_session=session,
            )
        except WebPushException as error:
            return _refused(getattr(error.response, "status_code", 0))
        except (requests.RequestException, ValueError):
            return _refused(0)
        return int(answer.status_code)

    return post


def _refused(status: int) -> int:
    """Said without the address, which is a person's."""
    if status not in GONE:
        log.warning("a push service did not take a message (%s)", status or "no answer")
    return status
