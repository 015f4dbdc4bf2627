from django.urls import path

from coxa.web.diary import views

app_name = "diary"
urlpatterns = [path("entries/", views.entries, name="entries")]
