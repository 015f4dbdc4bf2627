from django.urls import path

from coxa.web.household import views

app_name = "household"
urlpatterns = [
    path("", views.profiles, name="profiles"),
    path("new/", views.new, name="new"),
    path("<uuid:profile_id>/name/", views.name, name="name"),
    path("<uuid:profile_id>/remove/", views.remove, name="remove"),
    path("<uuid:profile_id>/choice/", views.choice, name="choice"),
]
