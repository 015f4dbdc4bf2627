"""Reading and writing the profiles of a household."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from coxa.web.household.models import Profile


def profiles() -> Sequence[Profile]:
    return list(Profile.objects.all())


def others(profile: Profile) -> Sequence[Profile]:
    return list(Profile.objects.exclude(pk=profile.pk))


def how_many() -> int:
    return Profile.objects.count()


def chosen(given: str | None, now: datetime) -> Profile:
    """The profile with the id `given`, else the oldest, else a first: nobody has to sign up."""
    found = by_id(given) if given else None
    return found or Profile.objects.first() or _first(now)


def by_id(given: str) -> Profile | None:
    try:
        return Profile.objects.filter(id=UUID(given)).first()
    except ValueError:
        return None


def add(name: str, now: datetime) -> Profile:
    return Profile.objects.create(name=name, created_at=now)


def rename(profile: Profile, name: str) -> None:
    profile.name = name
    profile.save(update_fields=["name"])


def speak(profile: Profile, language: str) -> None:
    """From now on in this language; "" is the browser's."""
    profile.language = language
    profile.save(update_fields=["language"])


@transaction.atomic
def _first(now: datetime) -> Profile:
    """The transaction writes from its start, so that two first requests make one profile."""
    return Profile.objects.first() or add(_("Me"), now)
