from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from coxa.reading.faults import FaultyInputError
from coxa.web.diary import store
from coxa.web.diary.intake import read_entries
from coxa.web.household.middleware import RequestOfProfile

PROFILE_HEADER = "X-Coxa-Profile"


@require_POST
def entries(request: RequestOfProfile) -> HttpResponse:
    """Takes a list of entries. Sent again, they are stored once; answered, they are on the disk."""
    meant = request.headers.get(PROFILE_HEADER, str(request.profile.id))
    if meant != str(request.profile.id):  # chosen in another window since: keep them until then
        return JsonResponse({"fault": "These entries are another person's."}, status=409)
    try:
        taken = read_entries(request.body)
    except FaultyInputError as error:
        return JsonResponse({"faults": [one.as_json() for one in error.faults]}, status=422)
    stored = store.append(request.profile, taken)
    return JsonResponse({"stored": stored, "known": len(taken) - stored})
