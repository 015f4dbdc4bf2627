from django.urls import path

from coxa.web.access.views import enter

app_name = "access"
urlpatterns = [path("<str:token>/", enter, name="enter")]
