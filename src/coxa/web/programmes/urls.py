from django.urls import path

from coxa.web.programmes import views

app_name = "programmes"
urlpatterns = [
    path("", views.home, name="home"),
    path("back/", views.back, name="back"),
    path("<str:programme_id>/", views.programme, name="programme"),
    path("<str:programme_id>/follow/", views.follow, name="follow"),
]
