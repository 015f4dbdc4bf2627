"""What the camera said of a check, as its page sends it: judged like all that comes in."""

import json
from math import isfinite
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from pydantic import Field, TypeAdapter, ValidationError

from coxa.checks.check import Check
from coxa.reading.values import Value
from coxa.training.person import Reading, Sided

LONGEST = 2000  # characters: two sides of five tries take 200
MOST_TRIES = 10  # no check asks for as many; who struck some out sends fewer
MOST = 3600  # seconds or repetitions: where a check sets no upper end, an hour is enough

UNREADABLE = lazy(
    "What the camera noted could not be read and is left out. Your answer is still here: "
    "look at it and save again."
)

SideName = Literal["left", "right", "both"]


class SideSeen(Value):
    """One side: every try that counts, in the check's own measure, and the value made of them."""

    tries: Annotated[tuple[Reading, ...], Field(min_length=1, max_length=MOST_TRIES)]
    proposed: Reading


Seen = dict[SideName, SideSeen]
_SEEN = TypeAdapter(Seen)


def seen_from(text: str, check: Check) -> Seen:
    """The sides that the camera saw. Raises ValueError where it is not what this check gives."""
    if not text:
        return {}
    if check.camera is None:
        raise ValueError(f"{check.id} is not measured with a camera")
    try:
        seen = _SEEN.validate_python(json.loads(text))
    except (ValidationError, RecursionError) as error:
        raise ValueError(str(error)) from None
    faults = [fault for name, side in seen.items() for fault in _faults(check, name, side)]
    if faults:
        raise ValueError("; ".join(faults))
    return seen


def _faults(check: Check, name: str, side: SideSeen) -> list[str]:
    right_sides = ("left", "right") if check.sides == "each" else ("both",)
    found = []
    if name not in right_sides:
        wrong = _("{name} is not one of {sides}")
        found.append(wrong.format(name=name, sides=", ".join(right_sides)))
    for reading in (*side.tries, side.proposed):
        fault = check.measure.fault_of(reading) or _odd(check, reading)
        if fault:
            found.append(fault)
    return found


def _odd(check: Check, reading: Reading) -> str | None:
    """What a check by hand cannot come to: endless numbers, half a grade."""
    if isinstance(reading, str | bool):
        return None
    if not isfinite(reading) or abs(reading) > MOST:
        return _("{reading} must lie within {most}").format(reading=reading, most=MOST)
    if check.measure.kind == "grade" and reading != int(reading):
        return _("{reading} must be a whole grade").format(reading=reading)
    return None


def details_of(seen: Seen, value: Sided | Reading) -> dict[str, Any]:
    """What the log keeps beside `value`: nothing of a side that was discarded, the proposal only
    where the person made something else of it."""
    kept = {name: side for name, side in seen.items() if _on(value, name) is not None}
    if not kept:
        return {}
    details: dict[str, Any] = {
        "method": "camera",
        "tries": {name: side.tries for name, side in kept.items()},
    }
    if any(side.proposed != _on(value, name) for name, side in kept.items()):
        said = {name: side.proposed for name, side in kept.items()}
        details["proposed"] = Sided(**said) if isinstance(value, Sided) else said["both"]
    return details


def _on(value: Sided | Reading, name: str) -> Reading | None:
    return getattr(value, name) if isinstance(value, Sided) else value
