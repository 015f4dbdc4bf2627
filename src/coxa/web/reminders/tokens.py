"""Who may read a calendar: whoever has its address, and nobody who guesses.

The token is made from a random seed and the server's own key, so it can be shown again to the
person, but not be told from the database alone. What is asked for is held against its digest.
"""

import base64
import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from django.utils.crypto import salted_hmac

from coxa.web.household.models import Profile
from coxa.web.reminders.models import CalendarAddress

SEED_BYTES = 32
SALT = "coxa.web.reminders.calendar"
NOBODY = hashlib.sha256(b"").hexdigest()


def renew(profile: Profile, now: datetime) -> CalendarAddress:
    """A new address; the one of before opens nothing any more."""
    seed = secrets.token_urlsafe(SEED_BYTES)
    digest = _digest(_token(seed))
    fresh = {"seed": seed, "digest": digest, "made_at": now, "changed_at": now}
    address, _ = CalendarAddress.objects.update_or_create(
        profile=profile, defaults=fresh | {"state": "", "asked_at": None}
    )
    return address


def revoke(profile: Profile) -> None:
    CalendarAddress.objects.filter(profile=profile).delete()


def of(profile: Profile) -> CalendarAddress | None:
    return CalendarAddress.objects.filter(profile=profile).first()


def token_of(address: CalendarAddress) -> str | None:
    """The token of an address; None where the server's key is another than when it was made (a copy
    put back elsewhere): then only a new address can be shown."""
    token = _token(address.seed)
    return token if secrets.compare_digest(_digest(token), address.digest) else None


def opened_by(address_id: UUID, token: str) -> CalendarAddress | None:
    """The calendar that this opens. It takes as long whether the id, the token or both are wrong:
    only digests are compared, and always one."""
    found = CalendarAddress.objects.select_related("profile").filter(id=address_id).first()
    right = secrets.compare_digest(_digest(token), found.digest if found else NOBODY)
    return found if found and right else None


def _token(seed: str) -> str:
    made = salted_hmac(SALT, seed, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def _digest(token: str) -> str:
    # The token is random through and through, so one round of hashing is enough.
    return hashlib.sha256(token.encode()).hexdigest()
