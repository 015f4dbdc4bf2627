from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from coxa.exercises.library import exercises
from coxa.programmes.library import habits as all_habits
from coxa.programmes.library import programmes
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.library.cards import card
from coxa.web.library.for_person import for_person
from coxa.web.library.forms import FilterForm
from coxa.web.library.pages import exercise_page
from coxa.web.library.search import found
from coxa.web.muscles.section import section

PLACE = {"place": "Library"}


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    """Everything, or what fits the filters. With htmx only the list and its count are sent."""
    form = FilterForm(request.GET)
    who = for_person(request)
    cards = [card(one, who.reason(one)) for one in found(form.wanted(), exercises().values())]
    asked = bool(urlencode({k: v for k, v in request.GET.items() if v}))
    partly = request.headers.get("HX-Request") == "true"
    answer = render(
        request,
        "library/found.html" if partly else "library/home.html",
        PLACE | {"form": form, "cards": cards, "asked": asked, "folded": not _inner(request)},
    )
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _inner(request: HttpRequest) -> bool:
    """Whether one of the filters inside the fold is set, so that the fold stands open."""
    return any(request.GET.get(name) for name in ("muscle", "place", "level", "have", "bare"))


@require_safe
def exercise(request: RequestOfProfile, exercise_id: str) -> HttpResponse:
    one = exercises().get(exercise_id)
    if one is None:
        raise Http404
    page = exercise_page(one, exercises(), for_person(request))
    form = request.GET.get("form", "")
    context = {"page": page, "exercise": one, "form": form, "muscles": section(one, form)}
    return render(request, "library/exercise.html", PLACE | context)


@require_safe
def habits(request: HttpRequest) -> HttpResponse:
    return render(request, "library/habits.html", PLACE | {"habits": all_habits().values()})


@require_safe
def habit(request: HttpRequest, habit_id: str) -> HttpResponse:
    one = all_habits().get(habit_id)
    if one is None:
        raise Http404
    using = [p for p in programmes().values() if habit_id in p.habits]
    return render(request, "library/habit.html", PLACE | {"habit": one, "programmes": using})
