from django.urls import path

from coxa.web.library import views

app_name = "library"
urlpatterns = [
    path("", views.home, name="home"),
    path("habits/", views.habits, name="habits"),
    path("habits/<str:habit_id>/", views.habit, name="habit"),
    path("<str:exercise_id>/", views.exercise, name="exercise"),
]
