from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coxa.reading.faults import FaultyInputError
from coxa.web.diary import store
from coxa.web.diary.intake import read_entries
from coxa.web.household import store as household
from coxa.web.household.middleware import PROFILE_HEADER, RequestOfProfile


@require_http_methods(["GET", "HEAD", "POST"])
def entries(request: RequestOfProfile) -> HttpResponse:
    """Takes a list of entries. Sent again, they are stored once; answered, they are on the disk.

    GET gives what has to be sent with them, to who has no page of today: the worker, or a page
    that lay in the browser.
    """
    if request.method != "POST":
        return JsonResponse({"csrf": get_token(request)})
    # The person they are about, who need not be the one whose pages are shown since.
    profile = household.by_id(request.headers.get(PROFILE_HEADER, str(request.profile.id)))
    if profile is None:
        return JsonResponse({"fault": _("This person was erased here.")}, status=410)
    try:
        taken = read_entries(request.body)
    except FaultyInputError as error:
        return JsonResponse({"faults": [one.as_json() for one in error.faults]}, status=422)
    stored = store.append(profile, taken)
    return JsonResponse({"stored": stored, "known": len(taken) - stored})
