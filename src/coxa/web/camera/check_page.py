"""The page on which a camera measures a check. Only what the person confirms leaves the browser."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from coxa.checks.check import Check
from coxa.coaching import assess
from coxa.motion.check_tasks import task_of
from coxa.web.camera.files import addresses
from coxa.web.checks import visit
from coxa.web.checks.forms import AnswerForm
from coxa.web.checks.standing import unit_words
from coxa.web.household.middleware import RequestOfProfile

PLACE = {"place": "Me"}


@require_safe
def check(request: RequestOfProfile, check_id: str) -> HttpResponse:
    """Its form posts to the check's own page, as an answer by hand does."""
    one = visit.known(check_id)
    if one.camera is None:
        raise Http404
    person, limits = visit.person_of(request)
    if person is None:
        return redirect("safety:whole")
    why = assess.screen_check(one, limits)
    if why is not None:
        return render(request, "checks/left_out.html", PLACE | {"check": one, "why": why})
    context = {
        "check": one,
        "camera": one.camera,
        "form": AnswerForm(one),
        "unit": unit_words(one.measure),
        "by_hand": visit.with_first(request, "checks:page", one),
        "page": _page(one, one.camera.rest_s),
    }
    return render(request, "camera/check.html", PLACE | context | visit.place_of(request, one))


def _page(one: Check, rest_s: float) -> dict[str, Any]:
    """What the page's script is told: a task a side, in the order in which they are done."""
    sides = ("left", "right") if one.sides == "each" else ("both",)
    tasks = {side: task_of(one, side).to_json() for side in sides}
    return {"files": addresses(), "tasks": tasks, "rest_s": rest_s}
