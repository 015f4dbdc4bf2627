"""In which language a page is answered: what the person chose for their profile; else what their
browser asks for; else English."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from coxa.language import current
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.language.speaking import best_for, speaking

Handler = Callable[[HttpRequest], HttpResponse]


class AsTheBrowserAsks:
    """Stands before the door, so that who is not let in reads why in their language."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
        with speaking(best_for(tag for tag, _ in asked)):
            answer = _marked(self.get_response(request))
        patch_vary_headers(answer, ("Accept-Language",))
        return answer


class AsThePersonChose:
    """Stands after the profile is known."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: RequestOfProfile) -> HttpResponse:
        chosen = request.profile.language if hasattr(request, "profile") else ""
        if not chosen:
            return self.get_response(request)
        with speaking(best_for([chosen])):
            return _marked(self.get_response(request))


def _marked(answer: HttpResponse) -> HttpResponse:
    answer.headers.setdefault("Content-Language", current())
    return answer
