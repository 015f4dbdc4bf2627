from typing import get_args

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from coxa.coaching.follow import person_from
from coxa.coaching.programme import Form
from coxa.exercises.words import SOURCES
from coxa.programmes.library import habits, programmes
from coxa.programmes.programme import Programme
from coxa.safety.flags import messages, red_flags
from coxa.training.log import ProgrammeChosen
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.programmes.following import followed
from coxa.web.programmes.pages import programme_page

PLACE = {"place": "Library"}


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    log, today = store.log_of(request.profile), store.today_of(request)
    person, chosen = person_from(log, today), followed(log)
    lines = [(one, programme_page(one, "filled", person, today)) for one in programmes().values()]
    context = {"lines": lines, "followed": chosen}
    return render(request, "programmes/home.html", PLACE | context)


@require_safe
def programme(request: RequestOfProfile, programme_id: str) -> HttpResponse:
    one, form = _known(programme_id), _form(request.GET.get("form", "filled"))
    log, today = store.log_of(request.profile), store.today_of(request)
    person, chosen = person_from(log, today), followed(log)
    context = {
        "programme": one,
        "form": form,
        "version": one.as_written if form == "as_written" else one.filled,
        "page": (page := programme_page(one, form, person, today)),
        "person": person,
        "source": SOURCES[one.source],
        "habits": [habits()[habit] for habit in one.habits],
        "following": chosen is not None and chosen.programme_id == programme_id,
        "followed_form": chosen.form if chosen else "",
        "notices": list(_notices(page.week.messages)),
    }
    return render(request, "programmes/programme.html", PLACE | context)


@require_POST
def follow(request: RequestOfProfile, programme_id: str) -> HttpResponse:
    one, form = _known(programme_id), _form(request.POST.get("form", "filled"))
    store.note(request, ProgrammeChosen(programme_id=one.id, form=form))
    return redirect(f"{reverse('programmes:programme', args=[one.id])}?form={form}")


@require_POST
def back(request: RequestOfProfile) -> HttpResponse:
    """Back to the plan made for the person."""
    store.note(request, ProgrammeChosen(programme_id=None))
    return redirect("start")


def _known(programme_id: str) -> Programme:
    if programme_id not in programmes():
        raise Http404
    return programmes()[programme_id]


def _form(given: str) -> Form:
    if given not in get_args(Form):
        raise Http404
    return given  # type: ignore[return-value]


def _notices(codes: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Each message's kind, heading and text."""
    said = [messages()[code] for code in codes if code in messages()]
    flags = [red_flags()[code] for code in codes if code in red_flags()]
    return [("stop", one.heading, " ".join(one.do)) for one in flags] + [
        (one.kind, one.heading, one.text) for one in said
    ]
