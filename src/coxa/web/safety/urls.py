from django.urls import path

from coxa.web.safety import views

app_name = "safety"
urlpatterns = [
    path("", views.whole, name="whole"),
    path("start-now/", views.start_now, name="start_now"),
    path("stop/", views.stop, name="stop"),
]
