from django.urls import path

from coxa.web.session import views

app_name = "session"
urlpatterns = [
    path("start-now/", views.play, {"key": "start-now"}, name="start_now"),
    path("desk/", views.play, {"key": "desk"}, name="desk"),
    path("done/<uuid:session_id>/", views.done, name="done"),
    path("done/<uuid:session_id>/change/", views.what_changes, name="after"),
    path("<path:key>/", views.play, name="play"),
]
