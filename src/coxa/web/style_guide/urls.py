from django.urls import path

from coxa.web.style_guide.views import page

app_name = "style_guide"
urlpatterns = [path("", page, name="page")]
