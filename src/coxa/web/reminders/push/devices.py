"""The browsers that asked for messages: taken in, listed, let go."""

import json
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from pydantic import Field, ValidationError

from coxa.reading.values import Value
from coxa.web.household.models import Profile
from coxa.web.reminders.models import PushDevice


class Keys(Value):
    p256dh: str = Field(pattern=r"^[\w-]{80,100}=*$")
    auth: str = Field(pattern=r"^[\w-]{16,40}=*$")


class Subscription(Value):
    """What `PushSubscription.toJSON()` gives, as far as it is needed."""

    endpoint: str = Field(max_length=1000)
    keys: Keys


def read(body: bytes) -> Subscription | None:
    """None for what is no subscription, or one that leads elsewhere than to a push service: else
    whoever is let in could make this computer call any address."""
    try:
        data = json.loads(body)
        found = Subscription(endpoint=data["endpoint"], keys=Keys(**data["keys"]))
    except (ValueError, ValidationError, KeyError, TypeError):
        return None
    return found if is_push_service(found.endpoint) else None


def is_push_service(endpoint: str) -> bool:
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    named = any(
        host == one or (one.startswith(".") and host.endswith(one))
        for one in settings.PUSH_SERVICES
    )
    return parts.scheme == "https" and parts.port in (None, 443) and not parts.username and named


def take_in(profile: Profile, device: Subscription, now: datetime) -> None:
    """A browser is one person's: whoever asks for messages on it last gets them there."""
    keys = device.keys.model_dump() | {"profile": profile, "made_at": now, "sent_until": now}
    PushDevice.objects.update_or_create(endpoint=device.endpoint, defaults=keys)


def let_go(profile: Profile, endpoint: str) -> None:
    PushDevice.objects.filter(profile=profile, endpoint=endpoint).delete()


def how_many(profile: Profile) -> int:
    return PushDevice.objects.filter(profile=profile).count()
