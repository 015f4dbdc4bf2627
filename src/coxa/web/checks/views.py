"""The checks: a list, one page each, and what its result says. All of them may be skipped."""

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from coxa.checks.check import Check
from coxa.checks.library import checks
from coxa.coaching import assess
from coxa.coaching.follow import person_from
from coxa.coaching.screen import screen
from coxa.training.limits import Limits
from coxa.training.log import Log
from coxa.training.person import Person
from coxa.training.plan import LeftOut
from coxa.web.checks.forms import AnswerForm
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
    chosen = _first_checks(request)
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
    check = _known(check_id)
    person, limits = _person(request)
    if person is None:
        return redirect("safety:whole")
    why = assess.screen_check(check, limits)
    if why is not None:
        return render(request, "checks/left_out.html", {"check": check, "why": why, "place": "Me"})
    form = AnswerForm(check, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        store.note(request, form.done())
        return redirect(_with_first(request, "checks:result", check))
    context = {"check": check, "form": form, "unit": unit_words(check.measure), "place": "Me"}
    context |= _visit(request, check)
    return render(request, "checks/page.html", context, status=422 if form.errors else 200)


@require_safe
def result(request: RequestOfProfile, check_id: str) -> HttpResponse:
    check = _known(check_id)
    entries = store.log_of(request.profile)
    last, person = last_of(check, entries), person_from(entries, store.today_of(request))
    if last is None or person is None:
        return redirect("checks:page", check_id=check.id)
    context = {
        "check": check,
        "value": value_words(check, last.value),
        "changes": change_words(check, last),
        "findings": list(assess.findings_of(check, last.value, person)),
        "due": last.due,
        "place": "Me",
    }
    return render(request, "checks/result.html", context | _visit(request, check))


def _visit(request: RequestOfProfile, check: Check) -> dict[str, object]:
    """Where this check stands among those of a first visit, and what comes after it."""
    if request.GET.get("first") != "1":
        return {"onward": reverse("checks:home"), "skip": reverse("checks:home")}
    names = [one.id for one in _first_checks(request) or ()]
    onward = f"{reverse('checks:first')}?{urlencode({'after': check.id})}"
    number = names.index(check.id) + 1 if check.id in names else len(names)
    return {"onward": onward, "skip": onward, "number": number, "of": len(names)}


def _with_first(request: RequestOfProfile, name: str, check: Check) -> str:
    address = reverse(name, args=[check.id])
    return f"{address}?first=1" if request.GET.get("first") == "1" else address


def _first_checks(request: RequestOfProfile) -> tuple[Check, ...] | None:
    person, limits = _person(request)
    return None if person is None else assess.first_checks(person, limits)


def _person(request: RequestOfProfile) -> tuple[Person | None, Limits]:
    entries: Log = store.log_of(request.profile)
    today = store.today_of(request)
    person = person_from(entries, today)
    return person, screen(person, today).limits if person else Limits()


def _known(check_id: str) -> Check:
    if check_id not in checks():
        raise Http404
    return checks()[check_id]


def _row(check: Check, last: Last | None, today: date) -> dict[str, object]:
    return {
        "check": check,
        "last": last,
        "value": value_words(check, last.value) if last else "",
        "due": last is not None and last.due <= today,
    }


def _left_out(check: Check, why: LeftOut) -> dict[str, object]:
    return {"check": check, "reason": why.reason, "instead": checks().get(why.instead or "")}
