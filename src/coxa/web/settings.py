"""Every setting of the web server. What can be chosen from outside is read from COXA_*."""

import os
import re
from pathlib import Path
from typing import Any

from coxa.language import FOLDER, available, name_of
from coxa.web.clock import local_zone
from coxa.web.folder import SettingError, data_folder, make_private, secret_key


def _switch(name: str) -> bool:
    """A COXA_ variable that is on (1) or off (0 or absent), and nothing else."""
    value = os.environ.get(name, "0")
    if value not in ("0", "1"):
        raise SettingError(f"{name}={value}: must be 1 (on) or 0 (off)")
    return value == "1"


HERE = Path(__file__).parent
DATA_DIR: Path = make_private(data_folder(os.environ))
DATABASE_FILE: Path = DATA_DIR / "coxa.sqlite3"
DEBUG: bool = _switch("COXA_DEBUG")
SECRET_KEY: str = secret_key(DATA_DIR)

# Only this machine: a page elsewhere that points its own name at 127.0.0.1 is refused.
# `coxa start --lan` adds the address and name at which it serves the house.
ALLOWED_HOSTS: list[str] = ["127.0.0.1", "localhost", "[::1]"]
ROOT_URLCONF = "coxa.web.urls"
WSGI_APPLICATION = "coxa.web.wsgi.application"

# A feature is a folder and a Django app; its label is the folder's name.
INSTALLED_APPS: list[str] = [
    "django.contrib.sessions",
    "coxa.web",
    "coxa.web.figures",
    "coxa.web.access",
    "coxa.web.household",
    "coxa.web.language",
    "coxa.web.diary",
    "coxa.web.today",
    "coxa.web.session",
    "coxa.web.welcome",
    "coxa.web.safety",
    "coxa.web.about",
    "coxa.web.checks",
    "coxa.web.week",
    "coxa.web.progress",
    "coxa.web.me",
    "coxa.web.reminders",
    "coxa.web.library",
    "coxa.web.muscles",
    "coxa.web.anatomy",
    "coxa.web.learn",
    "coxa.web.report",
    "coxa.web.camera",
    "coxa.web.programmes",
    "coxa.web.mydata",
    "coxa.web.lan",
    "coxa.web.offline",
    *(["coxa.web.style_guide"] if DEBUG else []),
]

MIDDLEWARE: list[str] = [
    "django.middleware.security.SecurityMiddleware",
    "coxa.web.headers.StrictHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Files are compressed when they are built. Pages vary in length by chance, against guessing
    # at secrets from their size, and the form token is masked anew in each.
    "django.middleware.gzip.GZipMiddleware",
    "coxa.web.language.middleware.AsTheBrowserAsks",
    "django.middleware.common.CommonMiddleware",
    "coxa.web.access.cookies.SecureByHttps",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "coxa.web.access.middleware.OnlyWhoEntered",
    "django.middleware.csrf.CsrfViewMiddleware",
    "coxa.web.household.middleware.ChosenProfile",
    "coxa.web.language.middleware.AsThePersonChose",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "coxa.web.household.middleware.profile_in_templates",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "coxa.web.templatetags.shell",
                "coxa.web.language.templatetags.language",
                "coxa.web.figures.templatetags.motions",
                "coxa.web.muscles.templatetags.muscle_map",
            ],
        },
    }
]

# WAL: reading never waits for writing. FULL: what was answered "saved" survives a power cut.
# IMMEDIATE: two writers queue for busy_timeout instead of failing half-way.
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATABASE_FILE,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON;PRAGMA busy_timeout=10000;"
            ),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SESSION_COOKIE_NAME = "coxa_session"
SESSION_COOKIE_AGE = 90 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True  # one cookie, not two

# No HSTS, no redirect to HTTPS: 127.0.0.1 has none. In the house the certificate is our own, and a
# browser that was told to insist would lock out whoever does not trust it (docs/decisions/lan.md).
SECURE_HSTS_SECONDS = 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LANGUAGE_CODE = "en-gb"
USE_I18N = True
LANGUAGES = [(LANGUAGE_CODE, "English"), *((one, name_of(one)) for one in available()[1:])]
LOCALE_PATHS = [FOLDER / "pages"]
USE_TZ = True
TIME_ZONE: str = local_zone()

# Assets are bundled, named by their content and compressed when Coxa is built; see coxa.web.assets.
STATIC_URL = "/static/"
STATIC_ROOT: Path = HERE / "static" / "built"
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600
WHITENOISE_MIMETYPES = {".glb": "model/gltf-binary"}


HASHED_FOLDER = re.compile(r"-[0-9A-F]{8}$")


def WHITENOISE_IMMUTABLE_FILE_TEST(path: str, url: str) -> bool:  # noqa: N802 (WhiteNoise's name)
    """Whether the name carries a hash of the content, as in app-4F2A91C0.js, or its folder's does,
    for files that name each other."""
    stem = Path(path).name.partition(".")[0]
    return len(stem.rpartition("-")[2]) == 8 or bool(HASHED_FOLDER.search(Path(path).parent.name))


# Messages to browsers: sent only where `coxa push keys` has made keys, and to these services only,
# which are those of Chrome, Firefox, Safari and Edge. One that begins with a dot is all below it.
PUSH_CONTACT: str = os.environ.get("COXA_PUSH_CONTACT", "")
PUSH_SERVICES: tuple[str, ...] = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "coxa.web.logs.DiscreetFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "waitress": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
