"""Which address belongs to which feature."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import TemplateView

from coxa.web.access.views import healthz
from coxa.web.welcome.views import start

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start, name="start"),
    path("healthz", healthz, name="healthz"),
    path("offline/", TemplateView.as_view(template_name="offline.html"), name="offline"),
    path("enter/", include("coxa.web.access.urls")),
    path("household/", include("coxa.web.household.urls")),
    path("diary/", include("coxa.web.diary.urls")),
    path("today/", include("coxa.web.today.urls")),
    path("session/", include("coxa.web.session.urls")),
    path("library/", include("coxa.web.library.urls")),
    path("anatomy/", include("coxa.web.anatomy.urls")),
    path("camera/", include("coxa.web.camera.urls")),
    path("programmes/", include("coxa.web.programmes.urls")),
    path("mydata/", include("coxa.web.mydata.urls")),
    path("welcome/", include("coxa.web.welcome.urls")),
    path("safety/", include("coxa.web.safety.urls")),
    path("about/", include("coxa.web.about.urls")),
    path("checks/", include("coxa.web.checks.urls")),
    path("week/", include("coxa.web.week.urls")),
    path("me/", include("coxa.web.me.urls")),
    path("", include("coxa.web.lan.urls")),
]

handler400 = "coxa.web.errors.not_understood"
handler500 = "coxa.web.errors.broken"

if settings.DEBUG:
    urlpatterns.append(path("style/", include("coxa.web.style_guide.urls")))
