"""Whose pages these are: `request.profile` in views, `profile` in templates."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from coxa.web import clock
from coxa.web.household import store
from coxa.web.household.models import Profile

Handler = Callable[[HttpRequest], HttpResponse]

CHOSEN = "profile"


class RequestOfProfile(HttpRequest):
    """A request of who entered; what views annotate."""

    profile: Profile


class ChosenProfile:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: RequestOfProfile) -> HttpResponse:
        if getattr(request, "entered", False):
            request.profile = store.chosen(request.session.get(CHOSEN), clock.now())
        return self.get_response(request)


def profile_in_templates(request: HttpRequest) -> dict[str, Profile | None]:
    return {"profile": getattr(request, "profile", None)}
