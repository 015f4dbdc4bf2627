from typing import Any, NoReturn

from django.db import models

from coxa.web.household.models import Profile


class OnlyAdded(models.QuerySet["EntryRow"]):
    def update(self, **_changes: Any) -> NoReturn:
        raise TypeError("entries are never changed; a `corrected` entry sets one right")


class EntryRow(models.Model):
    """One entry of a person's log. Added, never changed; gone only with everything else."""

    row = models.BigAutoField(primary_key=True)
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE)
    id = models.UUIDField(editable=False)
    at = models.DateTimeField()
    day = models.DateField()
    zone = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    body = models.JSONField()

    objects = OnlyAdded.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(fields=("profile", "id"), name="one_entry_an_id"),
        ]
        indexes = [models.Index(fields=("profile", "at"), name="entries_in_order")]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"

    def save(self, **options: Any) -> None:
        super().save(**{**options, "force_insert": True})
