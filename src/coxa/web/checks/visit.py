"""Who does a check, whether safety leaves it out, and where it stands in a first visit."""

from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from coxa.checks.check import Check
from coxa.checks.library import checks
from coxa.coaching import assess
from coxa.coaching.follow import person_from
from coxa.coaching.screen import screen
from coxa.training.limits import Limits
from coxa.training.person import Person
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile


def known(check_id: str) -> Check:
    if check_id not in checks():
        raise Http404
    return checks()[check_id]


def person_of(request: RequestOfProfile) -> tuple[Person | None, Limits]:
    """None before the safety page is answered."""
    today = store.today_of(request)
    person = person_from(store.log_of(request.profile), today)
    return person, screen(person, today).limits if person else Limits()


def first_checks(request: RequestOfProfile) -> tuple[Check, ...] | None:
    person, limits = person_of(request)
    return None if person is None else assess.first_checks(person, limits)


def is_first(request: RequestOfProfile) -> bool:
    return request.GET.get("first") == "1"


def place_of(request: RequestOfProfile, check: Check) -> dict[str, object]:
    """Where this check stands among those of a first visit, and what comes after it."""
    if not is_first(request):
        return {"onward": reverse("checks:home"), "skip": reverse("checks:home")}
    names = [one.id for one in first_checks(request) or ()]
    onward = f"{reverse('checks:first')}?{urlencode({'after': check.id})}"
    number = names.index(check.id) + 1 if check.id in names else len(names)
    return {"onward": onward, "skip": onward, "number": number, "of": len(names)}


def with_first(request: RequestOfProfile, name: str, check: Check) -> str:
    """The address of a check's page by its `name`, within the first visit where this is one."""
    address = reverse(name, args=[check.id])
    return f"{address}?first=1" if is_first(request) else address
