from django.urls import path

from coxa.web.progress import views

app_name = "progress"
urlpatterns = [
    path("", views.home, name="home"),
    path("pain/", views.pain, name="pain"),
    path("sessions/", views.sessions, name="sessions"),
    path("muscles/", views.muscles, name="muscles"),
    path("profile/", views.profile, name="profile"),
    path("checks/", views.checks_done, name="checks"),
    path("checks/<slug:check_id>/", views.check, name="check"),
    path("milestones/", views.milestones, name="milestones"),
]
