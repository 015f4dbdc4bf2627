from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from coxa.anatomy.groups import groups
from coxa.anatomy.muscles import Muscle
from coxa.web.anatomy.asked import asked
from coxa.web.anatomy.explorer import reading, sliders
from coxa.web.anatomy.numbers import numbers
from coxa.web.anatomy.pages import all_told, group_page
from coxa.web.anatomy.posed import posed_glb
from coxa.web.anatomy.where import everywhere

PLACE = {"place": "Library"}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(
        request, "anatomy/home.html", PLACE | {"all_told": all_told(), "pictures": everywhere()}
    )


@require_safe
def group(request: HttpRequest, group: str) -> HttpResponse:
    """A muscle group. With htmx only what changes with the pose is sent."""
    muscle = _known(group)
    pose = asked(request.GET.dict(), muscle)
    context = PLACE | {"muscle": muscle, "reading": reading(muscle, pose), "asked": pose}
    partly = request.headers.get("HX-Request") == "true"
    if not partly:
        context |= {"page": group_page(muscle), "sliders": sliders(pose)}
    answer = render(request, "anatomy/reading.html" if partly else "anatomy/group.html", context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


@require_safe
def curves(request: HttpRequest, group: str) -> HttpResponse:
    """The explorer's curves as tables."""
    muscle = _known(group)
    pose = asked(request.GET.dict(), muscle)
    context = {"group": groups()[muscle], "numbers": numbers(muscle, pose), "query": pose.query}
    return render(request, "anatomy/numbers.html", PLACE | context)


@require_safe
def figure(request: HttpRequest, group: str) -> HttpResponse:
    """The figure for the viewer: the joint that is moved, from end to end."""
    pose = asked(request.GET.dict(), _known(group))
    return HttpResponse(posed_glb(pose), content_type="model/gltf-binary")


def _known(group: str) -> Muscle:
    if group not in set(Muscle):
        raise Http404
    return Muscle(group)
