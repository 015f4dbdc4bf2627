from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.web import clock
from coxa.web.household import store
from coxa.web.household.forms import NameForm
from coxa.web.household.middleware import CHOSEN, RequestOfProfile
from coxa.web.household.models import Profile
from coxa.web.mydata.forms import EraseForm
from coxa.web.mydata.store import erase


@require_safe
def profiles(request: HttpRequest) -> HttpResponse:
    return render(request, "household/profiles.html", {"profiles": store.profiles()})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _choose(request, store.add(form.cleaned_data["name"], clock.now()))
        return redirect("start")
    return _form(request, form, _("Add a person"))


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest, profile_id: UUID) -> HttpResponse:
    profile = _known(profile_id)
    form = NameForm(request.POST or None, initial={"name": profile.name}, own=profile.name)
    if request.method == "POST" and form.is_valid():
        store.rename(profile, form.cleaned_data["name"])
        return redirect("household:profiles")
    return _form(request, form, _("Change the name of {name}").format(name=profile.name))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: RequestOfProfile, profile_id: UUID) -> HttpResponse:
    """Erases another person's data for good. Whoever is here erases their own under My data."""
    profile = _known(profile_id)
    if profile == request.profile:
        return redirect("mydata:erase")
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        erase([profile])
        return redirect("household:profiles")
    status = 422 if form.errors else 200
    return render(request, "household/remove.html", {"form": form, "one": profile}, status=status)


@require_POST
def choice(request: RequestOfProfile, profile_id: UUID) -> HttpResponse:
    """The one place where one person's pages become another's, from the header or the list."""
    _choose(request, _known(profile_id))
    return redirect("start")


def _choose(request: HttpRequest, profile: Profile) -> None:
    request.session[CHOSEN] = str(profile.id)


def _known(profile_id: UUID) -> Profile:
    profile = store.by_id(str(profile_id))
    if profile is None:
        raise Http404
    return profile


def _form(request: HttpRequest, form: NameForm, title: str) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "household/name.html", {"form": form, "title": title}, status=status)
