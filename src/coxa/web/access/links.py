"""One-time links: who can read this machine's terminal is let in, nobody else."""

import hashlib
import secrets
from datetime import datetime, timedelta

from coxa.web.access.models import EntryLink

LIFETIME = timedelta(minutes=10)
TOKEN_BYTES = 16  # 128 bits: not to be guessed in ten minutes, nor in ten thousand years


def new_token(now: datetime) -> str:
    """A token that opens the door once within ten minutes of `now`."""
    EntryLink.objects.filter(expires_at__lte=now).delete()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    EntryLink.objects.create(digest=_digest(token), expires_at=now + LIFETIME)
    return token


def use_token(token: str, now: datetime) -> bool:
    """Whether the token was good. It never is again: the row that makes it so is deleted,
    and of two requests at the same moment only one deletes it."""
    deleted, _ = EntryLink.objects.filter(digest=_digest(token), expires_at__gt=now).delete()
    return deleted == 1


def _digest(token: str) -> str:
    # The token is random through and through, so one round of hashing is enough.
    return hashlib.sha256(token.encode()).hexdigest()
