"""The session page, and what was done in one session."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from coxa.coaching import guide
from coxa.coaching.follow import person_from
from coxa.coaching.plan import decisions_of
from coxa.coaching.screen import screen
from coxa.coaching.sessions import SessionRecord, sessions_of
from coxa.coaching.words import dose_words, minutes_words
from coxa.exercises.library import exercises
from coxa.safety.flags import stop_rules
from coxa.training.log import Log
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.session import after, hurts, record
from coxa.web.session.forms import FEELS, PAIN, DoneForm
from coxa.web.session.script import allowed_for, notes_of, script_of
from coxa.web.session.sources import Elsewhere, Found, resolve


@require_http_methods(["GET", "HEAD", "POST"])
def play(request: RequestOfProfile, key: str) -> HttpResponse:
    """The session page. POST is for who did it without being led: all of it, as planned."""
    found = resolve(request, key)
    if isinstance(found, Elsewhere):
        return HttpResponseRedirect(found.address)
    if request.method == "POST":
        session_id, bodies = record.all_at_once(found)
        store.note(request, *bodies)
        return redirect("session:done", session_id=session_id)
    if found.done_as and "again" not in request.GET:
        return redirect("session:done", session_id=found.done_as)
    return render(request, "session/play.html", _page(request, key, found))


def _page(request: RequestOfProfile, key: str, found: Found) -> dict[str, Any]:
    entries, today = store.log_of(request.profile), store.today_of(request)
    allowed = allowed_for(entries, today)
    a_break = found.origin == "desk"  # nothing is said or asked as of training
    notes = () if a_break else notes_of(found.items, entries, today, found.notes)
    script = script_of(found.items, notes, allowed, asks_effort=not a_break)
    return {
        "key": key,
        "found": found,
        "notes": notes,
        "rows": rows(found.items),
        "minutes": minutes_words(guide.nominal_s(guide.script(found.items))),
        "rules": stop_rules(),
        "exercise_ids": sorted(script["positions"]),
        "hurts": hurts.WORDS.items(),
        "stops": hurts.stops(),
        "pains": PAIN,
        "feels": FEELS,
        "script": script | {"origin": found.origin, "programme_id": found.programme_id},
        "after_address": reverse("session:after", args=[UUID(int=0)]),
        "done_address": reverse("session:done", args=[UUID(int=0)]),
    }


def rows(items: Any) -> list[dict[str, Any]]:
    """Items as a list on a page: the exercise, and its dose in words."""
    known = [(item, exercises()[item.exercise_id]) for item in items]
    return [{"exercise": one, "item": item, "dose": dose_words(item, one)} for item, one in known]


@require_http_methods(["GET", "HEAD", "POST"])
def done(request: RequestOfProfile, session_id: UUID) -> HttpResponse:
    """How it was: said, or set right later."""
    entries = store.log_of(request.profile)
    session, entry = _session(entries, session_id), record.done_of(entries, session_id)
    if entry is None:
        raise Http404
    form = DoneForm(request.POST or None, initial=DoneForm.filled_from(entry.body))
    if request.method == "POST" and form.is_valid():
        store.note(request, record.corrected(entry, form.answered(entry.body)))
        return redirect("today:home")
    context = {"form": form, "session": session, "said": _said(request, entries, session)}
    return render(request, "session/done.html", context, status=422 if form.errors else 200)


@require_safe
def what_changes(request: RequestOfProfile, session_id: UUID) -> HttpResponse:
    """The one sentence that the player shows at the end, once the entries are here."""
    entries = store.log_of(request.profile)
    said = _said(request, entries, _session(entries, session_id))
    return HttpResponse(said, "text/plain; charset=utf-8")


def _session(entries: Log, session_id: UUID) -> SessionRecord:
    found = [one for one in sessions_of(entries, breaks=True) if one.session_id == session_id]
    if not found:
        raise Http404
    return found[0]


def _said(request: RequestOfProfile, entries: Log, session: SessionRecord) -> str:
    first = next((one for one in sessions_of(entries) if one.trained), session)
    today = store.today_of(request)
    person = person_from(entries, today)
    decisions = decisions_of(person, screen(person, today)) if person else ()
    return after.sentence(session, first.session_id == session.session_id, decisions)
