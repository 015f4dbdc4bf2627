"""The page Reminders: what, when, the calendar's address, and the one offer on Today."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.coaching.reminders import wishes_of
from coxa.language import per_language
from coxa.reading.folders import read_file
from coxa.reading.values import Value
from coxa.reading.worded import Worded
from coxa.training.log import AboutAnswered, Log, ProgrammeChosen, RemindersChosen
from coxa.web import clock
from coxa.web.diary import store as diary
from coxa.web.diary.zone import zone_of
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.reminders import feed, offering, tokens
from coxa.web.reminders.calendar_view import KIND
from coxa.web.reminders.forms import RemindersForm
from coxa.web.reminders.push import devices
from coxa.web.reminders.push.keys import public_key
from coxa.web.whereabouts import address_in_the_house

SUBSCRIBING = Path(__file__).with_name("subscribing.toml")


class Program(Value):
    """How one calendar program is told to read an address."""

    name: Worded
    steps: tuple[Worded, ...]


class Subscribing(Value):
    program: tuple[Program, ...]


@dataclass(frozen=True)
class CalendarShown:
    """`address` is empty where it cannot be shown again, and only be renewed."""

    address: str
    house: str  # the same for devices in the house, where it is served and is not `address`
    only_here: bool  # no other device can reach `address`
    asked_at: datetime | None


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: RequestOfProfile) -> HttpResponse:
    log = diary.log_of(request.profile)
    wanted = wishes_of(log)
    filled = RemindersForm.filled_from(wanted)
    form = RemindersForm(request.POST or None, initial=filled)
    if request.method == "POST" and form.is_valid():
        diary.note(request, RemindersChosen(wanted=form.wanted(wanted)))
        return redirect(f"{reverse('reminders:home')}?saved#saved")
    context = {
        "place": "Me",
        "form": form,
        "twice": wanted.second_at is not None or _may_be_twice(log),
        "saved": "saved" in request.GET and not form.errors,
        "calendar": _calendar(request),
        "programs": _programs(),
        "push_key": public_key(settings.DATA_DIR),
    }
    return render(request, "reminders/home.html", context, status=422 if form.errors else 200)


@require_safe
def file(request: RequestOfProfile) -> HttpResponse:
    """The calendar as it is now, in one file, for a calendar that cannot reach this computer."""
    now = clock.now()
    text = feed.document(request.profile, now, now, request.build_absolute_uri("/"))
    answer = HttpResponse(text, content_type=KIND)
    answer["Content-Disposition"] = 'attachment; filename="coxa.ics"'
    return answer


@require_POST
def address(request: RequestOfProfile) -> HttpResponse:
    """Makes the calendar's address, makes another in its place, or closes it."""
    if request.POST.get("do") == "stop":
        tokens.revoke(request.profile)
    else:
        tokens.renew(request.profile, clock.now())
    return redirect(f"{reverse('reminders:home')}#calendar")


@require_POST
def offer(request: RequestOfProfile) -> HttpResponse:
    """The answer to the same time each day: taken or declined, it is not offered again."""
    takes = request.POST.get("answer") == "take"
    log = diary.log_of(request.profile)
    wanted = offering.answered(log, clock.now(), zone_of(request), takes)
    if wanted is not None:
        diary.note(request, RemindersChosen(wanted=wanted))
    return redirect("reminders:home" if takes else "today:home")


@require_POST
def device(request: RequestOfProfile) -> HttpResponse:
    """Takes in, or lets go, the browser that asks for messages."""
    found = devices.read(request.body)
    if found is None or public_key(settings.DATA_DIR) is None:
        return HttpResponse(status=422)
    if request.GET.get("do") == "stop":
        devices.let_go(request.profile, found.endpoint)
    else:
        devices.take_in(request.profile, found, clock.now())
    return HttpResponse(status=204)


def _may_be_twice(log: Log) -> bool:
    """Whether a day of theirs may hold a second session."""
    bodies = [one.body for one in log if isinstance(one.body, AboutAnswered | ProgrammeChosen)]
    abouts = [one for one in bodies if isinstance(one, AboutAnswered)]
    follows = bodies and isinstance(bodies[-1], ProgrammeChosen) and bodies[-1].programme_id
    return bool(follows) or bool(abouts and abouts[-1].sessions_per_day > 1)


def _calendar(request: RequestOfProfile) -> CalendarShown | None:
    made = tokens.of(request.profile)
    if made is None:
        return None
    token = tokens.token_of(made)
    path = reverse("reminders:calendar", args=[made.id, token]) if token else ""
    here = request.build_absolute_uri(path) if path else ""
    house = address_in_the_house(settings.DATA_DIR)
    return CalendarShown(
        address=here,
        house=f"{house}{path}" if house and path and not here.startswith(house) else "",
        only_here=not request.is_secure(),
        asked_at=made.asked_at,
    )


@per_language()
def _programs() -> tuple[Program, ...]:
    return read_file(SUBSCRIBING, Subscribing).program
