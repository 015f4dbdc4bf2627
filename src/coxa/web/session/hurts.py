"""What to do when it hurts: four answers end the session, one offers the easier form first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from django.utils.translation import gettext_lazy as lazy

from coxa.safety.flags import RedFlag, red_flags
from coxa.training.log import Hurt

WORDS: Mapping[Hurt, str] = {
    "sharp_or_locking": lazy("It is sharp, or the hip catches or locks"),
    "numb_or_weak": lazy("Something is numb, tingles or is weak"),
    "cannot_stand": lazy("I cannot put weight on the leg"),
    "calf_or_chest": lazy("My calf or my chest hurts, or I cannot get my breath"),
    "none_of_these": lazy("None of these. It is just sore here"),
}
HEADINGS: Mapping[Hurt, str] = {
    "sharp_or_locking": lazy("Stop here for today"),
    "numb_or_weak": lazy("Stop, and check two things"),
    "cannot_stand": lazy("Stop. Keep weight off this leg"),
    "calf_or_chest": lazy("Stop. Sit or lie down now"),
}
GRAVEST_FIRST = ("emergency", "urgent", "clinician")


@dataclass(frozen=True)
class Stop:
    """One answer that ends the session: what it is called and what may be behind it."""

    what: Hurt
    heading: str
    flags: tuple[RedFlag, ...]


def stops() -> tuple[Stop, ...]:
    return tuple(Stop(what, HEADINGS[what], _flags(what)) for what in WORDS if what in HEADINGS)


def _flags(what: Hurt) -> tuple[RedFlag, ...]:
    found = [flag for flag in red_flags().values() if what in flag.hurts]
    return tuple(sorted(found, key=lambda flag: GRAVEST_FIRST.index(flag.urgency)))


assert set(get_args(Hurt)) == set(WORDS)  # noqa: S101 (a word without words is a fault of ours)
