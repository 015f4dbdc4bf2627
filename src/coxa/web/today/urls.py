from django.urls import path, re_path

from coxa.web.today import views

app_name = "today"
urlpatterns = [
    path("", views.home, name="home"),
    path("weekly/", views.weekly, name="weekly"),
    re_path(r"^(?P<kind>morning|change)/$", views.answer, name="answer"),
]
