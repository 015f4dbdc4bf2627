from django.urls import path

from coxa.web.report import views

app_name = "report"
urlpatterns = [
    path("", views.home, name="home"),
    path("report.pdf", views.paper, name="paper"),
    path("question/", views.ask, name="ask"),
    path("question/<uuid:entry_id>/", views.take_back, name="take_back"),
]
