from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.checks.library import checks
from coxa.web.learn.checks_read import check_read
from coxa.web.learn.shelf import pages
from coxa.web.learn.shown import page_shown, shelves

PLACE = {"place": "Library"}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "learn/home.html", PLACE | {"shelves": shelves()})


@require_safe
def page(request: HttpRequest, page_id: str) -> HttpResponse:
    one = pages().get(page_id)
    if one is None:
        raise Http404
    return render(request, "learn/page.html", PLACE | {"shown": page_shown(one)})


@require_safe
def check(request: HttpRequest, check_id: str) -> HttpResponse:
    """How one check is read."""
    one = checks().get(check_id)
    if one is None:
        raise Http404
    return render(request, "learn/check.html", PLACE | {"read": check_read(one)})
