"""Which address belongs to which feature."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from coxa.web.access.views import healthz
from coxa.web.welcome.views import start

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start, name="start"),
    path("healthz", healthz, name="healthz"),
    path("enter/", include("coxa.web.access.urls")),
    path("household/", include("coxa.web.household.urls")),
    path("diary/", include("coxa.web.diary.urls")),
    path("today/", include("coxa.web.today.urls")),
    path("session/", include("coxa.web.session.urls")),
    path("library/", include("coxa.web.library.urls")),
    path("anatomy/", include("coxa.web.anatomy.urls")),
    path("learn/", include("coxa.web.learn.urls")),
    path("report/", include("coxa.web.report.urls")),
    path("camera/", include("coxa.web.camera.urls")),
    path("programmes/", include("coxa.web.programmes.urls")),
    path("mydata/", include("coxa.web.mydata.urls")),
    path("welcome/", include("coxa.web.welcome.urls")),
    path("safety/", include("coxa.web.safety.urls")),
    path("about/", include("coxa.web.about.urls")),
    path("checks/", include("coxa.web.checks.urls")),
    path("week/", include("coxa.web.week.urls")),
    path("progress/", include("coxa.web.progress.urls")),
    path("me/", include("coxa.web.me.urls")),
    path("", include("coxa.web.reminders.urls")),
    path("language/", include("coxa.web.language.urls")),
    path("", include("coxa.web.lan.urls")),
    path("", include("coxa.web.offline.urls")),
]

handler400 = "coxa.web.errors.not_understood"
handler500 = "coxa.web.errors.broken"

if settings.DEBUG:
    urlpatterns.append(path("style/", include("coxa.web.style_guide.urls")))
