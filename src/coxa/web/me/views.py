"""Me: what was said, in one place, with a way to change each thing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.web.about.views import last_about
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.language.forms import LanguageForm
from coxa.web.me.summary import about_rows, safety_row
from coxa.web.safety.outcome import last_answers


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    entries = store.log_of(request.profile)
    about, safety = last_about(entries), last_answers(entries)
    context = {
        "place": "Me",
        "about": about_rows(about) if about else [],
        "safety": safety_row(safety) if safety else "",
        "languages": LanguageForm(initial={"language": request.profile.language}),
    }
    return render(request, "me/home.html", context)
