from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from coxa.web.household import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.language.forms import LanguageForm


@require_POST
def choose(request: RequestOfProfile) -> HttpResponse:
    form = LanguageForm(request.POST)
    if form.is_valid():
        store.speak(request.profile, form.cleaned_data["language"])
    return redirect("me:home")
