"""The first page, with its two ways in; and where "/" leads who has been here before."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from coxa.training.log import AboutAnswered, SessionStarted
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile


@require_safe
def start(request: RequestOfProfile) -> HttpResponse:
    """Whoever has begun goes on; whoever is new is asked nothing yet."""
    begun = any(
        isinstance(entry.body, AboutAnswered | SessionStarted)
        for entry in store.log_of(request.profile)
    )
    return redirect("today:home" if begun else "welcome:home")


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    return render(request, "welcome/home.html")
