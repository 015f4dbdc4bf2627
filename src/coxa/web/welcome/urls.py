from django.urls import path

from coxa.web.welcome import views

app_name = "welcome"
urlpatterns = [path("", views.home, name="home")]
