"""Coxa as an app on a home screen: its manifest, and the worker that keeps pages for offline."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coxa import __version__
from coxa.web.built import Built
from coxa.web.household.middleware import PROFILE_HEADER

# What a system paints around the app; `--paper` of the tokens.
PAPER = {"light": "#fbf6ee", "dark": "#1b1815"}
# In pixels. What a home screen and a splash screen ask for; a maskable one may be cut to any shape.
ICONS = (
    ("app-192.png", 192, "any"),
    ("app-512.png", 512, "any"),
    ("mask-512.png", 512, "maskable"),
)


def manifest_of(built: Built) -> dict[str, Any]:
    """The web app manifest: https://www.w3.org/TR/appmanifest/."""
    return {
        "id": "/",
        "name": _("Coxa, the open hip coach"),
        "short_name": "Coxa",
        "description": _("A week that fits your hips, led step by step."),
        "lang": get_language(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER["light"],
        "theme_color": PAPER["light"],
        "categories": ["health", "fitness"],
        "icons": [_icon(built, *one) for one in ICONS],
        "shortcuts": [
            {"name": _("Today"), "url": reverse("today:home"), "icons": [_icon(built, *ICONS[0])]},
            {"name": _("Week"), "url": reverse("week:home"), "icons": [_icon(built, *ICONS[0])]},
        ],
    }


def _icon(built: Built, name: str, size: int, purpose: str) -> dict[str, str]:
    address = settings.STATIC_URL + built.file(name)
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def worker_of(built: Built, text: str) -> str:
    """The worker's script `text`, told what this very Coxa is made of. Whatever changes in it makes
    another text, by which a browser knows that there is a new worker."""
    about = {
        "away": reverse("offline:away"),
        "pages": reverse("offline:pages"),
        "entries": reverse("diary:entries"),
        "home": reverse("today:home"),
        "sessions": "/session/",
        "whose": PROFILE_HEADER,
        "files": settings.STATIC_URL,
        "later": [settings.STATIC_URL + one for one in built.later],
    }
    made_of = json.dumps([__version__, about, built.files, built.imports, text], sort_keys=True)
    build = hashlib.sha256(made_of.encode()).hexdigest()[:12]
    return f"self.COXA = {json.dumps(about | {'build': build})};\n{text}"
