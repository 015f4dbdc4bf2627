"""My week, what changed in it by hand, and the choice after week 12."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.coaching.coverage import coverage
from coxa.coaching.follow import person_from
from coxa.coaching.questions import Question, due
from coxa.coaching.week import WeekView, week_of
from coxa.coaching.week_muscles import aims_of, week_by_muscle
from coxa.safety.flags import messages
from coxa.training.log import Log
from coxa.training.phases import BLOCK_WEEKS, phases
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.safety.outcome import last_answers, stopped_by
from coxa.web.week.byhand import adjusted_days, together
from coxa.web.week.changes import is_different, what_changed
from coxa.web.week.forms import AdjustForm, NextForm
from coxa.web.week.muscles import MusclesShown, muscles_shown
from coxa.web.week.shown import changes_shown, days_shown, left_out_shown, said

NOT_UNDERSTOOD = lazy("That change could not be made, and the week is as it was. Please try again.")


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    return _page(request)


@require_POST
def adjust(request: RequestOfProfile) -> HttpResponse:
    form = AdjustForm(request.POST)
    if not form.is_valid():
        return _page(request, fault=NOT_UNDERSTOOD, status=422)
    change = form.adjusted()
    changes = [change]
    if change.change == "restore":
        changes = together(change, store.log_of(request.profile))
    after = urlencode([("after", entry.id) for entry in store.note(request, *changes)])
    return redirect(f"{reverse('week:home')}?{after}")


@require_http_methods(["GET", "HEAD", "POST"])
def what_next(request: RequestOfProfile) -> HttpResponse:
    """The one choice at the end of the twelve weeks."""
    form = NextForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        chosen = form.chosen()
        store.note(request, chosen)
        if chosen.choice == "see_professional":
            told = {"message": messages()["see_clinician"], "place": "Week"}
            return render(request, "week/professional.html", told)
        return redirect("week:home")
    status = 422 if form.errors else 200
    return render(request, "week/next.html", {"form": form, "place": "Week"}, status=status)


def _page(request: RequestOfProfile, fault: str = "", status: int = 200) -> HttpResponse:
    entries, today = store.log_of(request.profile), store.today_of(request)
    view = week_of(entries, today)
    if view is None:
        return render(request, "week/empty.html", {"place": "Week"})
    if not view.plan.weeks:
        return _waiting(request, entries, view)
    questions = due(entries, today)
    asked = {question.kind: question.reason for question in questions}
    sunday = view.monday + timedelta(days=6)
    context = {
        "place": "Week",
        "week": view,
        "phase": phases().get(view.phase),
        "changes": changes_shown(view),
        "sunday": sunday,
        "of": BLOCK_WEEKS,
        "days": days_shown(
            view, today, adjusted_days(entries, view.monday), person_from(entries, today)
        ),
        "messages": said(_worth_saying(view.messages, questions)),
        "left_out": left_out_shown(view),
        "muscles": _muscles(view, entries, today),
        **_changed(request, entries, view),
        "fault": fault,
        "asks_safety": asked.get("safety", ""),
        "asks_block": "block" in asked,
    }
    return render(request, "week/home.html", context, status=status)


def _muscles(view: WeekView, entries: Log, today: date) -> MusclesShown | None:
    """The week by muscle; None for who is not known well enough to be set an aim."""
    person, phase = person_from(entries, today), phases().get(view.phase)
    if person is None or phase is None:
        return None
    return muscles_shown(week_by_muscle(view, entries, coverage(), aims_of(person, phase)))


def _worth_saying(codes: tuple[str, ...], questions: tuple[Question, ...]) -> tuple[str, ...]:
    """A plan made from checks speaks of repeating them; that is said when their day has come."""
    if any(one.kind == "recheck" and one.checks for one in questions):
        return codes
    return tuple(code for code in codes if code != "recheck")


def _changed(request: RequestOfProfile, entries: Log, now: WeekView) -> dict[str, object]:
    """What the change named in the address did: the week without it, compared with the week."""
    after = set(request.GET.getlist("after"))
    without = tuple(entry for entry in entries if str(entry.id) not in after)
    before = week_of(without, store.today_of(request))
    if before is None or len(without) == len(entries):
        return {}
    return {"changed": what_changed(before, now), "is_different": is_different(before, now)}


def _waiting(request: RequestOfProfile, entries: Log, view: WeekView) -> HttpResponse:
    """The week of someone who is not to train now: what to do first."""
    answers = last_answers(entries)
    stopped = stopped_by(answers, store.today_of(request)) if answers else None
    context = {"place": "Week", "stopped": stopped, "messages": said(view.messages)}
    return render(request, "week/waiting.html", context)
