from django.urls import path

from coxa.web.anatomy import views

app_name = "anatomy"
urlpatterns = [
    path("", views.home, name="home"),
    path("<str:group>/", views.group, name="group"),
    path("<str:group>/curves/", views.curves, name="curves"),
    path("<str:group>/figure.glb", views.figure, name="figure"),
]
