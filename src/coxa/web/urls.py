"""Which address belongs to which feature."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView, TemplateView

from coxa.web.access.views import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="household:profiles"), name="start"),
    path("healthz", healthz, name="healthz"),
    path("offline/", TemplateView.as_view(template_name="offline.html"), name="offline"),
    path("enter/", include("coxa.web.access.urls")),
    path("household/", include("coxa.web.household.urls")),
]

handler400 = "coxa.web.errors.not_understood"
handler500 = "coxa.web.errors.broken"

if settings.DEBUG:
    urlpatterns.append(path("style/", include("coxa.web.style_guide.urls")))
