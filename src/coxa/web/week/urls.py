from django.urls import path

from coxa.web.week import views

app_name = "week"
urlpatterns = [
    path("", views.home, name="home"),
    path("adjust/", views.adjust, name="adjust"),
    path("next/", views.what_next, name="next"),
]
