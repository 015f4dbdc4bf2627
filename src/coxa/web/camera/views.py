"""The page on which a camera watches an exercise. What the camera sees stays in the browser."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.web.built import built
from coxa.web.camera.looked_for import looked_for
from coxa.web.camera.words import where_to_stand
from coxa.web.household.middleware import RequestOfProfile

PLACE = {"place": "Library"}
# What the page's scripts ask for, by the names they use for it.
FILES = {
    "pose": "camera-pose.js",
    "watch": "camera-watch.js",
    "loader": "camera/vision.js",
    "wasm": "camera/vision.wasm",
    "lite": "camera/lite.task",
    "full": "camera/full.task",
    "pyodide": "camera/pyodide",
    "watching": "camera/watching.zip",
}


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


def _page(kind: str, goal: float | None, expected: dict[str, Any] | None) -> dict[str, Any]:
    files = {name: settings.STATIC_URL + built().file(file) for name, file in FILES.items()}
    return {"kind": kind, "goal": goal, "expected": expected, "files": files}


def _goal(one: Exercise, kind: str) -> float:
    """Repetitions of a set, or seconds of a hold, that the exercise is begun with."""
    return one.start_dose.hold_s if kind == "hold" else one.start_dose.reps
