from django.db import models


class EntryLink(models.Model):
    """A link that lets one browser in, once. Only the token's digest is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField()
