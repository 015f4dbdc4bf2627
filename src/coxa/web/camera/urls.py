from django.urls import path

from coxa.web.camera import check_page, views

app_name = "camera"
urlpatterns = [
    path("", views.anything, name="anything"),
    path("of-a-session/", views.of_a_session, name="of_a_session"),
    path("check/<slug:check_id>/", check_page.check, name="check"),
    path("<str:exercise_id>/", views.coach, name="coach"),
]
