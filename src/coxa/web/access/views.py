from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from coxa import __version__
from coxa.web import clock
from coxa.web.access.links import use_token
from coxa.web.access.middleware import let_in
from coxa.web.household import store


@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Lets the browser in and sends it on at once, so that the token leaves the address."""
    if _only_looking(request):
        return _discreet(HttpResponse(status=204))
    if not use_token(token, clock.now()):
        return _discreet(render(request, "access/spent.html", status=403))
    let_in(request)
    several = store.how_many() > 1
    return _discreet(redirect("household:profiles" if several else "start"))


@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """That the server answers. It reads nothing that is anybody's."""
    return JsonResponse({"status": "ok", "version": __version__})


def _only_looking(request: HttpRequest) -> bool:
    """A browser or a chat that fetches a link ahead must not use it up."""
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return request.method == "HEAD" or "prefetch" in purpose


def _discreet(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response
