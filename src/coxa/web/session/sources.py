"""Where a session comes from: the plan, Start now, or a programme. One resolver each.

A resolver gets the request and the rest of the key; it gives what to do, or where to go instead.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from coxa.coaching import start_now as starting
from coxa.coaching.desk import desk_break
from coxa.coaching.follow import person_from
from coxa.coaching.programme import programme_week
from coxa.coaching.questions import AWAY, due
from coxa.coaching.week import SessionView, week_of
from coxa.programmes.library import programmes
from coxa.programmes.programme import Programme
from coxa.training.log import Log, ProgrammeChosen, SafetyAnswered
from coxa.training.plan import Item
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.diary.zone import local, zone_of
from coxa.web.household.middleware import RequestOfProfile

Origin = Literal["plan", "start_now", "programme", "desk"]


@dataclass(frozen=True)
class Found:
    """What one session is made of."""

    items: tuple[Item, ...]
    name: str
    origin: Origin
    programme_id: str | None = None
    notes: tuple[str, ...] = ()
    done_as: UUID | None = None  # it was done before, as this session


@dataclass(frozen=True)
class Elsewhere:
    """There is nothing to do here now; this address says why."""

    address: str


Resolver = Callable[[RequestOfProfile, Sequence[str]], Found | Elsewhere]


def resolve(request: RequestOfProfile, key: str) -> Found | Elsewhere:
    """`key` is the rest of the address: "2026-11-23.1", "start-now", "programme/p001/filled/a"."""
    first, *rest = key.split("/")
    return SOURCES.get(first, planned)(request, rest or [first])


def planned(request: RequestOfProfile, rest: Sequence[str]) -> Found | Elsewhere:
    """A session of this week's plan, whichever of its days it is done on."""
    entries, today = store.log_of(request.profile), store.today_of(request)
    if _ask_safety(entries, today):
        return Elsewhere(reverse("safety:whole"))
    view = week_of(entries, today)
    found = [
        session
        for day in (view.days if view else ())
        for session in day.sessions
        if session.key == rest[0]
    ]
    # None: the plan has changed since the link was made.
    return _of_plan(found[0]) if found else Elsewhere(reverse("today:home"))


def _of_plan(session: SessionView) -> Found:
    notes = (session.note,) if session.note else ()
    done_as = session.session_id if session.done else None
    return Found(session.items, session.name, "plan", notes=notes, done_as=done_as)


def start_now(request: RequestOfProfile, rest: Sequence[str]) -> Found | Elsewhere:
    """The five-minute block, for whoever answered the safety page in the last weeks."""
    answers = _answered(request)
    if answers is None:
        return Elsewhere(reverse("safety:start_now"))
    block = starting.block(answers, store.today_of(request))
    if not block.items:
        return Elsewhere(reverse("safety:stop"))
    return Found(block.items, _("Five minutes now"), "start_now")


def desk(request: RequestOfProfile, rest: Sequence[str]) -> Found | Elsewhere:
    """Two minutes for a chair and standing; another block each hour."""
    answers = _answered(request)
    if answers is None:
        return Elsewhere(reverse("safety:start_now"))
    today = store.today_of(request)
    block = desk_break(answers, today, local(clock.now(), zone_of(request)).hour)
    if not block.items:
        return Elsewhere(reverse("safety:stop"))
    return Found(block.items, _("Two minutes at the desk"), "desk")


def _answered(request: RequestOfProfile) -> SafetyAnswered | None:
    """The newest safety page, if it is of the last weeks."""
    today = store.today_of(request)
    given = [
        entry.body
        for entry in store.log_of(request.profile)
        if isinstance(entry.body, SafetyAnswered) and today - entry.day <= AWAY
    ]
    return given[-1] if given else None


def programme(request: RequestOfProfile, rest: Sequence[str]) -> Found | Elsewhere:
    """A session of a programme, as its author wrote it or filled in, after screening."""
    if len(rest) != 3 or rest[0] not in programmes() or rest[1] not in ("as_written", "filled"):
        raise Http404
    entries, today = store.log_of(request.profile), store.today_of(request)
    person = person_from(entries, today)
    if person is None or _ask_safety(entries, today):
        return Elsewhere(reverse("safety:whole"))
    chosen = programmes()[rest[0]]
    week = programme_week(chosen, rest[1], person, today, _week_of(chosen, entries, today))
    name = _session_name(chosen, rest[1], rest[2])
    found = [one for day in week.days for one in day.sessions if one.name == name]
    if not found:
        return Elsewhere(reverse("today:home"))
    return Found(found[0].items, name, "programme", programme_id=chosen.id)


def _session_name(chosen: Programme, form: str, session_id: str) -> str:
    version = chosen.as_written if form == "as_written" else chosen.filled
    for session in version.sessions:
        if session.id == session_id:
            return session.name
    raise Http404


def _week_of(chosen: Programme, entries: Log, today: date) -> int:
    """The week of the programme, counted from the day on which it was chosen."""
    days = [
        entry.day
        for entry in entries
        if isinstance(entry.body, ProgrammeChosen) and entry.body.programme_id == chosen.id
    ]
    return min(chosen.weeks, (today - days[-1]).days // 7 + 1) if days else 1


def _ask_safety(entries: Log, today: date) -> bool:
    return any(question.kind == "safety" for question in due(entries, today))


SOURCES: dict[str, Resolver] = {"start-now": start_now, "programme": programme, "desk": desk}
