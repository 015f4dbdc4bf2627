"""The calendar itself: read by programs, without a session, by its address alone."""

import time
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from coxa.web import clock
from coxa.web.language.speaking import best_for, speaking
from coxa.web.reminders import feed, tokens
from coxa.web.reminders.limits import AtMost
from coxa.web.reminders.models import CalendarAddress

KIND = "text/calendar; charset=utf-8"
# Our choices: calendars ask every five minutes at most; nobody types an address wrong 20 times.
OF_ONE_CALENDAR = AtMost(60, 3600)
OF_STRANGERS = AtMost(20, 600)


@require_safe
def calendar(request: HttpRequest, address_id: UUID, token: str) -> HttpResponse:
    """404 for a wrong address, 429 for one asked too often, 304 where nothing is new."""
    address = tokens.opened_by(address_id, token)
    if address is None:
        return _turned_away(request)
    if not OF_ONE_CALENDAR.allows(str(address.id), time.monotonic()):
        return _too_often(3600)
    chosen = address.profile.language
    if not chosen:
        return _answer(request, address)
    with speaking(best_for([chosen])):
        return _answer(request, address)


def _answer(request: HttpRequest, address: CalendarAddress) -> HttpResponse:
    now, base = clock.now(), request.build_absolute_uri("/")
    state = feed.state_of(address.profile, now)
    changed, tag = feed.noted(address, state, now), feed.tag_of(state, base)
    known = get_conditional_response(request, etag=tag, last_modified=int(changed.timestamp()))
    answer = known or HttpResponse(
        feed.document(address.profile, now, changed, base), content_type=KIND
    )
    answer["ETag"] = tag
    answer["Last-Modified"] = http_date(changed.timestamp())
    # May be kept, but not used without asking; and by nobody in between.
    answer["Cache-Control"] = "private, no-cache"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _turned_away(request: HttpRequest) -> HttpResponse:
    """Only who had a wrong address is counted, so that nobody can shut out who has a right one."""
    if not OF_STRANGERS.allows(request.META.get("REMOTE_ADDR", ""), time.monotonic()):
        return _too_often(600)
    return _plain("There is no calendar at this address. It may have been renewed.\n", 404)


def _too_often(seconds: int) -> HttpResponse:
    answer = _plain("Asked too often. Try again later.\n", 429)
    answer["Retry-After"] = str(seconds)
    return answer


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8", status=status)
