from django.urls import path

from coxa.web.about import views
from coxa.web.about.steps import STEPS

app_name = "about"
urlpatterns = [
    path(f"{step.name}/", views.page, {"name": step.name}, name=step.name) for step in STEPS
]
