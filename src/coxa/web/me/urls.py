from django.urls import path

from coxa.web.me import views

app_name = "me"
urlpatterns = [path("", views.home, name="home")]
