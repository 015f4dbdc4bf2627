"""The safety page, long and short, and the full stop it may end in."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from coxa.training.log import AboutAnswered, SafetyAnswered
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.safety import outcome
from coxa.web.safety.forms import SafetyForm, StartNowForm, filled_from


@require_http_methods(["GET", "HEAD", "POST"])
def whole(request: RequestOfProfile) -> HttpResponse:
    entries = store.log_of(request.profile)
    last = outcome.last_answers(entries)
    form = SafetyForm(request.POST if request.method == "POST" else None, initial=filled_from(last))
    known = any(isinstance(entry.body, AboutAnswered) for entry in entries)
    today = store.today_of(request)
    again = any(isinstance(e.body, SafetyAnswered) and e.day < today for e in entries)
    return _page(request, form, reverse("week:home" if known else "about:time"), again)


@require_http_methods(["GET", "HEAD", "POST"])
def start_now(request: RequestOfProfile) -> HttpResponse:
    form = StartNowForm(request.POST if request.method == "POST" else None)
    return _page(request, form, reverse("session:start_now"))


@require_safe
def stop(request: RequestOfProfile) -> HttpResponse:
    """What to do now. It stays until the questions are answered anew."""
    last = outcome.last_answers(store.log_of(request.profile))
    found = outcome.stopped_by(last, store.today_of(request)) if last else None
    if found is None:
        return redirect("start")
    return render(request, "safety/stop.html", {"found": found})


def _page(
    request: RequestOfProfile, form: SafetyForm, onward: str, again: bool = False
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        answers = form.answered()
        store.note(request, answers)
        stopped = outcome.stopped_by(answers, store.today_of(request))
        return redirect("safety:stop" if stopped else onward)
    status = 422 if form.errors else 200
    return render(request, "safety/page.html", {"form": form, "again": again}, status=status)
