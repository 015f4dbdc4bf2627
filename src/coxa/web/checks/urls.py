from django.urls import path

from coxa.web.checks import views

app_name = "checks"
urlpatterns = [
    path("", views.home, name="home"),
    path("first/", views.first, name="first"),
    path("<slug:check_id>/", views.page, name="page"),
    path("<slug:check_id>/result/", views.result, name="result"),
]
