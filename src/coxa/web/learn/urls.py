from django.urls import path

from coxa.web.learn import views

app_name = "learn"
urlpatterns = [
    path("", views.home, name="home"),
    path("checks/<slug:check_id>/", views.check, name="check"),
    path("<slug:page_id>/", views.page, name="page"),
]
