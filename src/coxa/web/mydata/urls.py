from django.urls import path

from coxa.web.mydata import views

app_name = "mydata"
urlpatterns = [
    path("", views.home, name="home"),
    path("everything.json", views.everything, name="everything"),
    path("sets.csv", views.sets, name="sets"),
    path("import/", views.put_in, name="import"),
    path("erase/", views.erase, name="erase"),
]
