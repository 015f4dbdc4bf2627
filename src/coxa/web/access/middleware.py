"""Nobody sees a page who did not come in by a link."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Handler = Callable[[HttpRequest], HttpResponse]

ENTERED = "entered"
OPEN_PAGES = frozenset({"/healthz", "/offline/"})  # nothing personal on them
DOOR = "/enter/"


class OnlyWhoEntered:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_open(request.path_info):
            return self.get_response(request)
        if not request.session.get(ENTERED):
            return render(request, "access/closed.html", status=403)
        request.entered = True  # type: ignore[attr-defined]
        return self.get_response(request)


def _is_open(path: str) -> bool:
    return path in OPEN_PAGES or path.startswith(DOOR)
