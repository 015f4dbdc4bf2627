"""Progress: what has changed, shown so that everybody can read it and nobody is counted out."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.checks.library import checks
from coxa.coaching.coverage import coverage
from coxa.coaching.progress.effort import effort_of
from coxa.coaching.progress.feels import feels_of
from coxa.coaching.progress.milestones import milestones_of
from coxa.coaching.progress.minutes import weeks_of
from coxa.coaching.progress.over_time import checks_of
from coxa.coaching.progress.pain import pain_of
from coxa.coaching.progress.profile import profile_of
from coxa.coaching.progress.ratings import ratings_of
from coxa.coaching.progress.told import Told, told
from coxa.coaching.progress.volume import volume_of
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.progress import body, shown
from coxa.web.progress.check_charts import check_chart
from coxa.web.progress.lately import sessions_shown
from coxa.web.progress.pain_charts import activities_chart, pain_chart, stiffness_chart
from coxa.web.progress.session_charts import (
    days_chart,
    effort_chart,
    feels_chart,
    minutes_chart,
)

NEWEST = 3  # milestones on the first page


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    known = _told(request)
    pain_found, weeks, done = pain_of(known), weeks_of(known), checks_of(known)
    if not (weeks or done or pain_found.told):
        return _page(request, "empty")
    profile_found, feels = profile_of(known, done), feels_of(known)
    context = {
        "begun": bool(weeks),
        "pain": pain_chart(pain_found) if pain_found.told else None,
        "minutes": minutes_chart(weeks) if weeks else None,
        "feels": feels_chart(feels) if feels.answers else None,
        "parts": shown.profile_shown(profile_found) if profile_found else [],
        "checks": shown.checks_shown(done)[:NEWEST],
        "more_checks": len(done) > NEWEST,
        "muscles": body.parts_of(volume_of(known, coverage()), known.person),
        "deeds": shown.deeds_shown(milestones_of(known))[:NEWEST],
    }
    return _page(request, "home", **context)


@require_safe
def pain(request: RequestOfProfile) -> HttpResponse:
    known = _told(request)
    found, ratings = pain_of(known), ratings_of(known)
    charts = [
        pain_chart(found) if found.told else None,
        activities_chart(ratings),
        stiffness_chart(ratings),
    ]
    return _page(
        request,
        "pain",
        charts=[one for one in charts if one],
        during=found.during[::-1],
        overall=ratings.overall_judged,
    )


@require_safe
def sessions(request: RequestOfProfile) -> HttpResponse:
    known = _told(request)
    weeks, feels = weeks_of(known), feels_of(known)
    effort = effort_of(known)
    charts = [
        minutes_chart(weeks),
        days_chart(weeks),
        feels_chart(feels) if feels.answers else None,
        effort_chart(effort) if effort else None,
    ]
    return _page(
        request,
        "sessions",
        charts=[one for one in charts if one] if weeks else [],
        sessions=sessions_shown(known.trained),
    )


@require_safe
def muscles(request: RequestOfProfile) -> HttpResponse:
    known = _told(request)
    volume = volume_of(known, coverage())
    return _page(request, "muscles", parts=body.parts_of(volume, known.person), whole=volume.whole)


@require_safe
def profile(request: RequestOfProfile) -> HttpResponse:
    known = _told(request)
    found = profile_of(known, checks_of(known))
    parts = shown.profile_shown(found) if found else []
    return _page(request, "profile", parts=parts, checked=found is not None and found.checked)


@require_safe
def checks_done(request: RequestOfProfile) -> HttpResponse:
    done = checks_of(_told(request))
    return _page(request, "checks", checks=shown.checks_shown(done))


@require_safe
def check(request: RequestOfProfile, check_id: str) -> HttpResponse:
    known = checks().get(check_id)
    found = next((o for o in checks_of(_told(request)) if o.check.id == check_id), None)
    if known is None:
        raise Http404
    return _page(
        request,
        "check",
        check=known,
        chart=check_chart(found) if found else None,
        since_last=shown.since_last(found) if found else [],
        sources=known.sources,
    )


@require_safe
def milestones(request: RequestOfProfile) -> HttpResponse:
    return _page(request, "milestones", deeds=shown.deeds_shown(milestones_of(_told(request))))


def _told(request: RequestOfProfile) -> Told:
    return told(store.log_of(request.profile), store.today_of(request))


def _page(request: RequestOfProfile, name: str, **context: Any) -> HttpResponse:
    return render(request, f"progress/{name}.html", {"place": "Progress", **context})
