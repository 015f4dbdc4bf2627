"""Whose pages these are: `request.profile` in views, `profile` in templates."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coxa.web import clock
from coxa.web.household import store
from coxa.web.household.models import Profile

Handler = Callable[[HttpRequest], HttpResponse]

CHOSEN = "profile"
ASK = "household:profiles"
PROFILE_HEADER = "X-Coxa-Profile"  # whose an answer is, or entries that are sent


class RequestOfProfile(HttpRequest):
    """A request of who entered; what views annotate."""

    profile: Profile


class ChosenProfile:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: RequestOfProfile) -> HttpResponse:
        if not getattr(request, "entered", False):
            return self.get_response(request)
        given = request.session.get(CHOSEN)
        request.profile = store.chosen(given, clock.now())
        response = redirect(ASK) if _is_gone(request, given) else self.get_response(request)
        response.headers.setdefault(PROFILE_HEADER, str(request.profile.id))
        return response


def _is_gone(request: RequestOfProfile, given: str | None) -> bool:
    """Whether the person whose pages these were has been removed, and it is not plain who is here
    now: then nobody else's pages are shown before somebody says so."""
    gone = given is not None and given != str(request.profile.id)
    asks = request.path_info.startswith(reverse(ASK))
    return gone and not asks and request.method == "GET" and store.how_many() > 1


def profile_in_templates(request: HttpRequest) -> dict[str, Any]:
    """`housemates` are asked for only by a page that shows them."""
    profile: Profile | None = getattr(request, "profile", None)
    return {
        "profile": profile,
        "housemates": lambda: store.others(profile) if profile else [],
    }
