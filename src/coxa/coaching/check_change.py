"""Whether a check has changed by more than chance, from how it was read and how well it repeats."""

from coxa.checks.change import smallest_change, typical_error
from coxa.checks.check import Check
from coxa.training.log import CheckDone, OfSide
from coxa.training.person import Reading, Sided

SHARE_OF_CHANCE = 0.10  # of the reading before, where no measurement error is known


def is_real(check: Check, side: OfSide, before: CheckDone, now: CheckDone) -> bool:
    """Whether the two readings of that side differ by more than may be chance.

    Readings that are no numbers or grades are real when they differ.
    """
    was, is_now = reading_of(before, side), reading_of(now, side)
    if check.measure.kind not in ("number", "grade") or was is None or is_now is None:
        return was != is_now
    return abs(float(is_now) - float(was)) > chance(check, side, before, now)


def chance(check: Check, side: OfSide, before: CheckDone, now: CheckDone) -> float:
    """A change of that side no larger than this may be chance, in the check's unit.

    The largest of: the check's own error; the camera's, if a camera took part; and what the tries
    of the sitting in which they lay farther apart allow.
    """
    both = (before, now)
    by_camera = check.camera is not None and any(one.method == "camera" for one in both)
    camera = check.camera.error.value if check.camera is not None and by_camera else 0.0
    return smallest_change(_known(check, side, before), camera, _typical(side, both))


def reading_of(done: CheckDone, side: OfSide) -> Reading | None:
    if not isinstance(done.value, Sided):
        return done.value
    return {"left": done.value.left, "right": done.value.right}.get(side)


def _known(check: Check, side: OfSide, before: CheckDone) -> float:
    if check.measure.counts_from is not None:
        return check.measure.counts_from - 1
    if check.measure.error is not None:
        return check.measure.error
    reading = reading_of(before, side)
    if check.measure.kind != "number" or not isinstance(reading, float | int):
        return 0.0
    return abs(reading) * SHARE_OF_CHANCE


def _typical(side: OfSide, both: tuple[CheckDone, ...]) -> float | None:
    found = [typical_error([float(one) for one in done.tries.get(side, ())]) for done in both]
    return max((one for one in found if one is not None), default=None)
