from django.urls import path

from coxa.web.offline import views

app_name = "offline"
urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("worker.js", views.worker, name="worker"),
    path("offline/", views.away, name="away"),
    path("offline/pages/", views.pages, name="pages"),
    path("leave/", views.leave, name="leave"),
]
