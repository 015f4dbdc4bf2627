import json

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from coxa.interchange.sets_csv import sets_csv
from coxa.training.log import SessionDoneEntry
from coxa.web.diary import store as diary
from coxa.web.household.middleware import CHOSEN, RequestOfProfile
from coxa.web.mydata import store
from coxa.web.mydata.forms import EraseForm, ImportForm

PLACE = {"place": "Me"}


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    return _home(request, ImportForm())


@require_safe
def everything(request: RequestOfProfile) -> HttpResponse:
    """The whole log in one file that a person can read."""
    text = json.dumps(store.archive_of(request.profile), ensure_ascii=False, indent=2) + "\n"
    return _download(request, text, "application/json", "json")


@require_safe
def sets(request: RequestOfProfile) -> HttpResponse:
    text = sets_csv(diary.log_of(request.profile))
    return _download(request, text, "text/csv; charset=utf-8", "csv")


@require_http_methods(["GET", "HEAD", "POST"])
def put_in(request: RequestOfProfile) -> HttpResponse:
    if request.method != "POST":
        return _home(request, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _home(request, form)
    archive = form.cleaned_data["file"]
    new = store.put_in(request.profile, archive)
    counts = {"new": new, "known": len(archive.entries) - new, "whose": archive.profile_name}
    return render(request, "mydata/added.html", PLACE | counts)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: RequestOfProfile) -> HttpResponse:
    """A page of its own, with a word to type: nothing here happens by a slip of the thumb."""
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        name = request.profile.name
        store.erase([request.profile])
        request.session.pop(CHOSEN, None)
        answer = render(request, "mydata/gone.html", {"name": name})
        # What the pages keep in the browser for the time without a network goes too.
        answer["Clear-Site-Data"] = '"cache", "storage"'
        return answer
    status = 422 if form.errors else 200
    context = PLACE | {"form": form, "counts": _counts(request)}
    return render(request, "mydata/erase.html", context, status=status)


def _home(request: RequestOfProfile, form: ImportForm) -> HttpResponse:
    context = PLACE | {"form": form, "counts": _counts(request)}
    return render(request, "mydata/home.html", context, status=422 if form.errors else 200)


def _counts(request: RequestOfProfile) -> dict[str, object]:
    log = diary.log_of(request.profile)
    return {
        "entries": len(log),
        "sessions": sum(isinstance(one.body, SessionDoneEntry) for one in log),
        "since": log[0].day if log else None,
    }


def _download(request: RequestOfProfile, text: str, kind: str, ending: str) -> HttpResponse:
    who = slugify(request.profile.name) or "me"
    day = diary.today_of(request)
    answer = HttpResponse(text, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="coxa-{who}-{day}.{ending}"'
    return answer
