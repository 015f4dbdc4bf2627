"""The checks: a list, one page each, and what its result says. All of them may be skipped."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from coxa.checks.check import Check
from coxa.checks.library import checks
from coxa.coaching import assess
from coxa.coaching.follow import person_from
from coxa.coaching.screen import screen
from coxa.training.plan import LeftOut
from coxa.web.checks import visit
from coxa.web.checks.forms import AnswerForm
from coxa.web.checks.how import how_words
from coxa.web.checks.standing import Last, change_words, in_order, last_of, unit_words, value_words
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    entries, today = store.log_of(request.profile), store.today_of(request)
    person = person_from(entries, today)
    if person is None:
        return redirect("safety:whole")
    limits = screen(person, today).limits
    offered, left_out = [], []
    for check in in_order():
        why = assess.screen_check(check, limits)
        if why is None:
            offered.append(_row(check, last_of(check, entries), today))
        else:
            left_out.append(_left_out(check, why))
    context = {"offered": offered, "left_out": left_out, "place": "Me"}
    return render(request, "checks/home.html", context)


@require_safe
def first(request: RequestOfProfile) -> HttpResponse:
    """The few checks of a first visit: named before the first, then one after the other."""
    chosen = visit.first_checks(request)
    if chosen is None:
        return redirect("safety:whole")
    gone = request.GET.get("after")
    names = [check.id for check in chosen]
    if gone is None and chosen:
        minutes = sum(check.minutes for check in chosen)
        return render(request, "checks/first.html", {"checks": chosen, "minutes": minutes})
    remaining = names[names.index(gone) + 1 :] if gone in names else []
    if not remaining:
        return redirect("week:home")
    return redirect(f"{reverse('checks:page', args=[remaining[0]])}?first=1")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: RequestOfProfile, check_id: str) -> HttpResponse:
    check = visit.known(check_id)
    person, limits = visit.person_of(request)
    if person is None:
        return redirect("safety:whole")
    why = assess.screen_check(check, limits)
    if why is not None:
        return render(request, "checks/left_out.html", {"check": check, "why": why, "place": "Me"})
    form = AnswerForm(check, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        store.note(request, form.done())
        return redirect(visit.with_first(request, "checks:result", check))
    context = {"check": check, "form": form, "unit": unit_words(check.measure), "place": "Me"}
    context |= visit.place_of(request, check) | {"camera": _camera(request, check)}
    return render(request, "checks/page.html", context, status=422 if form.errors else 200)


@require_safe
def result(request: RequestOfProfile, check_id: str) -> HttpResponse:
    check = visit.known(check_id)
    entries = store.log_of(request.profile)
    last, person = last_of(check, entries), person_from(entries, store.today_of(request))
    if last is None or person is None:
        return redirect("checks:page", check_id=check.id)
    context = {
        "check": check,
        "value": value_words(check, last.value),
        "how": how_words(check, last.done),
        "changes": change_words(check, last),
        "findings": list(assess.findings_of(check, last.value, person)),
        "due": last.due,
        "place": "Me",
    }
    return render(request, "checks/result.html", context | visit.place_of(request, check))


def _camera(request: RequestOfProfile, check: Check) -> str:
    """Where this check is measured with the camera; "" where no camera can."""
    return visit.with_first(request, "camera:check", check) if check.camera else ""


def _row(check: Check, last: Last | None, today: date) -> dict[str, object]:
    return {
        "check": check,
        "last": last,
        "value": value_words(check, last.value) if last else "",
        "due": last is not None and last.due <= today,
    }


def _left_out(check: Check, why: LeftOut) -> dict[str, object]:
    return {"check": check, "reason": why.reason, "instead": checks().get(why.instead or "")}
