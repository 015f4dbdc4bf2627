from django.urls import path

from coxa.web.camera import views

app_name = "camera"
urlpatterns = [
    path("", views.anything, name="anything"),
    path("<str:exercise_id>/", views.coach, name="coach"),
]
