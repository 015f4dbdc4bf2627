"""About me, one short page after the other. Each page saves: leaving midway loses nothing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coxa.training.log import AboutAnswered, Log
from coxa.web.about.steps import STEPS, Step, after, before, step_named
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.pictures import EQUIPMENT_ICONS

STARTING = {"minutes_per_session": 10, "days_per_week": 5, "sessions_per_day": 1}


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: RequestOfProfile, name: str) -> HttpResponse:
    step = step_named(name)
    about = last_about(store.log_of(request.profile))
    if about is None and step is not STEPS[0]:
        return redirect(f"about:{STEPS[0].name}")
    initial = step.form.filled_from(about) if about else STARTING
    form = step.form(request.POST if request.method == "POST" else None, initial=initial)
    # A page without a tick sends nothing but the token, and is an answer all the same.
    if request.method == "POST" and form.is_valid():
        told = _told(about, form.changes())
        if told != about:
            store.note(request, told)
        return _onward(request, step, told)
    return _shown(request, step, form, about)


def last_about(entries: Log) -> AboutAnswered | None:
    given = (entry.body for entry in reversed(entries))
    return next((body for body in given if isinstance(body, AboutAnswered)), None)


def _told(about: AboutAnswered | None, changes: dict[str, object]) -> AboutAnswered:
    known = about.model_dump() if about else {}
    return AboutAnswered.model_validate(known | changes)


def _onward(request: RequestOfProfile, step: Step, about: AboutAnswered) -> HttpResponse:
    if _edits(request):
        return redirect("me:home")
    following = after(step, about)
    return redirect(f"about:{following.name}" if following else "checks:first")


def _shown(
    request: RequestOfProfile, step: Step, form: object, about: AboutAnswered | None
) -> HttpResponse:
    earlier = before(step, about) if about else None
    following = after(step, about) if about else None
    context = {
        "step": step,
        "form": form,
        "number": STEPS.index(step) + 1,
        "of": len(STEPS),
        "back": f"about:{earlier.name}" if earlier else "safety:whole",
        "skip": f"about:{following.name}" if following else "checks:first",
        "skippable": about is not None and step is not STEPS[0],
        "edits": _edits(request),
        "equipment_icons": EQUIPMENT_ICONS,
    }
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, step.template, context, status=status)


def _edits(request: RequestOfProfile) -> bool:
    """Whether the page was opened to change one thing, from the page Me."""
    return request.GET.get("from") == "me"
