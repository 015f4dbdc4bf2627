"""Coxa on a phone: a code to scan, the certificate to trust, and the way back."""

import tomllib
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.language import gettext, per_language
from coxa.web import clock
from coxa.web.access.links import new_token
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.lan import phones, qr
from coxa.web.lan.certificates import fingerprint
from coxa.web.lan.keeping import authority_of
from coxa.web.whereabouts import address_in_the_house, is_away

TRUSTING = Path(__file__).parent / "trusting.toml"


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: RequestOfProfile) -> HttpResponse:
    """A code is made when it is asked for: it lets in whoever scans it."""
    address = address_in_the_house(settings.DATA_DIR)
    context: dict[str, Any] = {
        "place": "Me",
        "address": address,
        "away": is_away(settings.DATA_DIR),
        "phones": phones.how_many(clock.now()),
    }
    if address and request.method == "POST":
        link = f"{address}/enter/{new_token(clock.now())}/"
        context |= {"link": link, "code": mark_safe(qr.svg(link))}  # noqa: S308 (made by us)
    return render(request, "lan/home.html", context)


@require_POST
def out(request: RequestOfProfile) -> HttpResponse:
    """Out with every phone; with this one too, if it is one."""
    phones.let_out(clock.now())
    return redirect("lan:home")


@require_safe
def trust(request: HttpRequest) -> HttpResponse:
    """Open to all: whoever has to trust before coming in. Nothing on it is secret or personal."""
    authority = authority_of(settings.DATA_DIR)
    context = {
        "fingerprint": fingerprint(authority).split() if authority else [],
        "devices": _devices(),
    }
    return render(request, "lan/trust.html", context)


@require_safe
def certificate(request: HttpRequest) -> HttpResponse:
    """Named by its type and not as a download: then iOS and Firefox offer to install it."""
    authority = authority_of(settings.DATA_DIR)
    if authority is None:
        raise Http404
    pem = authority.public_bytes(Encoding.PEM)
    return HttpResponse(pem, content_type="application/x-x509-ca-cert")


@per_language()
def _devices() -> list[dict[str, Any]]:
    devices = tomllib.loads(TRUSTING.read_text(encoding="utf-8"))["device"]
    return [_said(one) for one in devices]


def _said(device: dict[str, Any]) -> dict[str, Any]:
    steps = [gettext(step) for step in device["steps"]]
    return {"name": gettext(device["name"]), "steps": steps, "back": gettext(device["back"])}
