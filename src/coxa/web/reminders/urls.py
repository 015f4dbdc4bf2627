from django.urls import path

from coxa.web.reminders import views
from coxa.web.reminders.calendar_view import calendar

app_name = "reminders"
urlpatterns = [
    path("reminders/", views.home, name="home"),
    path("reminders/coxa.ics", views.file, name="file"),
    path("reminders/address/", views.address, name="address"),
    path("reminders/offer/", views.offer, name="offer"),
    path("reminders/device/", views.device, name="device"),
    # Open to whoever has the address; nothing else lies below /calendar/.
    path("calendar/<uuid:address_id>/<str:token>.ics", calendar, name="calendar"),
]
