from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coxa.web.built import FOLDER, built
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.offline.app import manifest_of, worker_of
from coxa.web.offline.kept import pages_of, stamp_of

# Everything that the pages keep in a browser: entries, kept pages, choices, the worker itself.
FORGET = '"cache", "storage"'


@require_safe
def manifest(_request: HttpRequest) -> HttpResponse:
    answer = JsonResponse(manifest_of(built()), content_type="application/manifest+json")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def worker(_request: HttpRequest) -> HttpResponse:
    """At the root, because a worker serves the addresses below its own."""
    text = (FOLDER / built().file("worker.js")).read_text(encoding="utf-8")
    answer = HttpResponse(worker_of(built(), text), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"  # an old worker would be an old Coxa
    return answer


@require_safe
def away(request: HttpRequest) -> HttpResponse:
    """What is shown where the server does not answer. It is kept in the browser."""
    return render(request, "offline/away.html")


@require_safe
def pages(request: RequestOfProfile) -> JsonResponse:
    """What to keep for this person, and a stamp of it. Who has all of that (`?has=` that stamp) is
    told nothing more."""
    today = store.today_of(request)
    stamp = stamp_of(request.profile.id, store.how_far(request.profile), today)
    told = {"profile": str(request.profile.id), "stamp": stamp}
    if request.GET.get("has") == stamp:
        return JsonResponse(told)
    return JsonResponse(told | {"pages": pages_of(store.log_of(request.profile), today)})


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: RequestOfProfile) -> HttpResponse:
    """Out of this browser, with nothing left in it. The data stay where Coxa runs."""
    if request.method != "POST":
        return render(request, "offline/leave.html", {"place": "Me"})
    request.session.flush()
    answer = render(request, "offline/left.html", {"profile": None})
    answer["Clear-Site-Data"] = FORGET
    return answer
