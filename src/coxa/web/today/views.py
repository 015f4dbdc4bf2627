"""Today: what is asked, then the one thing to do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.coaching.questions import due
from coxa.coaching.week import week_of
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.diary.zone import zone_of
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.reminders.offering import time_to_offer
from coxa.web.today import asked
from coxa.web.today.day import card_of, sits_long
from coxa.web.today.forms import ChangeForm, MorningForm

FORMS = {"morning": MorningForm, "change": ChangeForm}


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    if not store.log_of(request.profile):
        return redirect("welcome:home")
    return render(request, "today/home.html", _page(request))


@require_POST
def answer(request: RequestOfProfile, kind: str) -> HttpResponse:
    """The answer to a question asked on Today itself."""
    form = FORMS[kind](request.POST)
    if form.is_valid():
        store.note(request, form.answered())
        return redirect("today:home")
    page = _page(request)
    page["forms"] = page["forms"] | {kind: form}
    return render(request, "today/home.html", page, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def weekly(request: RequestOfProfile) -> HttpResponse:
    entries, today = store.log_of(request.profile), store.today_of(request)
    form = asked.weekly_form(entries, today, request.POST or None)
    if request.method == "POST" and form.is_valid():
        store.note(request, form.answered())
        return redirect("today:home")
    context = {"form": form, "place": "Today"}
    return render(request, "today/weekly.html", context, status=422 if form.errors else 200)


def _page(request: RequestOfProfile) -> dict[str, Any]:
    entries, today = store.log_of(request.profile), store.today_of(request)
    questions = due(entries, today)
    view = week_of(entries, today)
    card = card_of(view, entries, today) if view else None
    return {
        "place": "Today",
        "today": today,
        "forms": asked.forms_of(questions),
        "links": asked.links_of(questions),
        "safety_first": any(one.kind == "safety" for one in questions),
        "card": card,
        "at_a_desk": card is not None and card.kind != "stopped" and sits_long(entries),
        "offer": time_to_offer(entries, clock.now(), zone_of(request)),
    }
