"""The page on which a camera watches an exercise. What the camera sees stays in the browser."""

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.web.camera.files import addresses
from coxa.web.camera.looked_for import looked_for
from coxa.web.camera.words import where_to_stand
from coxa.web.household.middleware import RequestOfProfile

PLACE = {"place": "Library"}


@require_safe
def coach(request: RequestOfProfile, exercise_id: str) -> HttpResponse:
    """The page of one exercise, of which the figure tells what to look for."""
    one = exercises().get(exercise_id)
    expected = looked_for(exercise_id) if one else None
    if one is None or expected is None:
        raise Http404
    page = _page(expected.kind, _goal(one, expected.kind), expected.to_json())
    context = {"exercise": one, "stand": where_to_stand(expected.views), "page": page}
    return render(request, "camera/coach.html", PLACE | context)


@require_safe
def anything(request: RequestOfProfile) -> HttpResponse:
    """Without an exercise: whatever repeats is counted."""
    page = _page("repetitions", None, None)
    return render(request, "camera/coach.html", PLACE | {"page": page})


@require_safe
def of_a_session(request: RequestOfProfile) -> HttpResponse:
    """What to look for in the exercises of a session, asked for when its camera is turned on.

    `?reps=lunge&hold=side_plank`: counted, or held. Null where no camera tells anything.
    """
    expected = {
        mode: {one: _told(one, mode == "hold") for one in request.GET.getlist(mode)}
        for mode in ("reps", "hold")
    }
    return JsonResponse({"files": addresses(), "expected": expected})


def _told(exercise_id: str, held: bool) -> dict[str, Any] | None:
    if exercise_id not in exercises():
        raise Http404
    found = looked_for(exercise_id, held)
    if found is None:
        return None
    return found.to_json() | {"stand": where_to_stand(found.views)}


def _page(kind: str, goal: float | None, expected: dict[str, Any] | None) -> dict[str, Any]:
    return {"kind": kind, "goal": goal, "expected": expected, "files": addresses()}


def _goal(one: Exercise, kind: str) -> float:
    """Repetitions of a set, or seconds of a hold, that the exercise is begun with."""
    return one.start_dose.hold_s if kind == "hold" else one.start_dose.reps
