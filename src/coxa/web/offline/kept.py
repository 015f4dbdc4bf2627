"""Which pages a browser keeps for the time without a network: Today, the week, its sessions."""

import hashlib
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language

from coxa import __version__
from coxa.coaching.week import WeekView, week_of
from coxa.training.log import Log, SafetyAnswered


def pages_of(entries: Log, today: date) -> list[str]:
    """Addresses. Of whom too little is known there is nothing to keep but Today itself."""
    if not entries:
        return []
    pages = [reverse("today:home"), reverse("week:home")]
    if any(isinstance(entry.body, SafetyAnswered) for entry in entries):
        pages.append(reverse("session:start_now"))
    view = week_of(entries, today)
    return pages + (list(_sessions(view, today)) if view else [])


def _sessions(view: WeekView, today: date) -> Iterator[str]:
    for day in view.days:
        if day.date >= today:
            for session in day.sessions:
                if not session.done:
                    yield reverse("session:play", kwargs={"key": session.key})


def stamp_of(whose: UUID, how_far: tuple[int, UUID | None], today: date) -> str:
    """Another one whenever a kept page may have become another. `how_far` the diary has come, as
    `diary.store` tells it."""
    count, last = how_far
    language = get_language() or ""
    told = "|".join((__version__, str(whose), str(today), str(count), str(last), language))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
