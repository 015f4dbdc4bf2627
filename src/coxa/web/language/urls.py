from django.urls import path

from coxa.web.language import views

app_name = "language"
urlpatterns = [path("", views.choose, name="choose")]
