import uuid

from django.db import models


class Profile(models.Model):
    """One person of the household. They trust each other, so there is no password."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    language = models.CharField(max_length=20, default="", blank=True)  # "": the browser's

    class Meta:
        ordering = ("created_at", "id")

    def __str__(self) -> str:
        return self.name
