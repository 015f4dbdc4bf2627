import uuid

from django.db import models

from coxa.web.household.models import Profile


class CalendarAddress(models.Model):
    """The address at which calendars read one person's reminders; gone with the person."""

    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, primary_key=True)
    id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seed = models.CharField(max_length=43)  # with the server's key it gives the token anew
    digest = models.CharField(max_length=64)  # of the token, which itself is not kept
    made_at = models.DateTimeField()
    state = models.CharField(max_length=64, blank=True)  # of what was shown last
    changed_at = models.DateTimeField()  # since when that has been so
    asked_at = models.DateTimeField(null=True)  # when a calendar asked last, to the hour

    def __str__(self) -> str:
        return str(self.id)


class PushDevice(models.Model):
    """A browser that asked to be sent reminders, as it named itself to us (RFC 8030, 8291)."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE)
    endpoint = models.URLField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=60)
    made_at = models.DateTimeField()
    sent_until = models.DateTimeField()  # what rang up to then was sent, or was not to be

    def __str__(self) -> str:
        return f"a device of {self.profile}"
