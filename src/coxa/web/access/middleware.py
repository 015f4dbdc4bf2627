"""Nobody sees a page who did not come in by a link."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Handler = Callable[[HttpRequest], HttpResponse]

ENTERED = "entered"
OF_THE_HOUSE = "of_the_house"
# Nothing personal on them; a browser asks for the app's manifest without a cookie.
OPEN_PAGES = frozenset({"/healthz", "/offline/", "/manifest.webmanifest", "/worker.js"})
# Links that let in, and the certificate: what every device is shown that connects by HTTPS.
# Calendars have no cookie: each of their addresses holds a token of its own.
OPEN_FOLDERS = ("/enter/", "/trust/", "/calendar/")


class OnlyWhoEntered:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_open(request.path_info):
            return self.get_response(request)
        if not _entered_here(request):
            return render(request, "access/closed.html", status=403)
        request.entered = True  # type: ignore[attr-defined]
        return self.get_response(request)


def let_in(request: HttpRequest) -> None:
    request.session.cycle_key()
    request.session[ENTERED] = True
    request.session[OF_THE_HOUSE] = request.is_secure()


def _entered_here(request: HttpRequest) -> bool:
    """By this door: what a phone carries over HTTPS opens nothing on this computer without it, and
    the other way round."""
    by_https = request.session.get(OF_THE_HOUSE, False)
    return bool(request.session.get(ENTERED)) and by_https == request.is_secure()


def _is_open(path: str) -> bool:
    return path in OPEN_PAGES or path.startswith(OPEN_FOLDERS)
