from django.urls import path

from coxa.web.lan import views

app_name = "lan"
urlpatterns = [
    path("phone/", views.home, name="home"),
    path("phone/out/", views.out, name="out"),
    path("trust/", views.trust, name="trust"),
    path("trust/coxa.crt", views.certificate, name="certificate"),
]
