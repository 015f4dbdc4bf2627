"""Doses, sides and times as a person reads them."""

from coxa.exercises.dose import USUAL_LOWERING_S
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Sides
from coxa.language import Phrases, later, ngettext, number
from coxa.language import gettext as _
from coxa.training.plan import Item, ItemSide
from coxa.training.words import band_words

ONE_SIDE: Phrases[ItemSide] = Phrases({"left": later("left side"), "right": later("right side")})


def dose_words(item: Item, exercise: Exercise) -> str:
    """An item's dose in one line: "2 sets of 10, hold 2 s, each side"."""
    parts = [_amount(item), *_loads(item), side_words(item.side, exercise)]
    return ", ".join(part for part in parts if part)


def side_words(side: ItemSide, exercise: Exercise) -> str:
    """Which side the sets are done on; nothing where both work at once."""
    if exercise.sides is Sides.ALTERNATING:
        return _("left and right in turn")
    if exercise.sides is Sides.TOGETHER:
        return ""
    return ONE_SIDE.get(side) or _("each side")


def seconds_words(seconds: float) -> str:
    """A hold or a rest: "2 s", "2.5 s"."""
    return _("{seconds} s").format(seconds=number(seconds))


def minutes_words(seconds: float) -> str:
    """How long something takes, rounded up so that nobody is promised too little."""
    whole = max(1, -int(-seconds // 60))
    return ngettext("{n} minute", "{n} minutes", whole).format(n=whole)


def clock_words(seconds: float) -> str:
    """Running time as a clock shows it: "0:45", "12:05", "1:02:30"."""
    whole = max(0, round(seconds))
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours}:{minutes:02}:{whole % 60:02}"
    return f"{minutes}:{whole % 60:02}"


def _amount(item: Item) -> str:
    if item.reps == 1 and item.hold_s:
        return _holds(item.sets, item.hold_s)
    if item.sets == 1:
        return _joined(_times(item.reps), _hold(item))
    sets = ngettext("{sets} set of {reps}", "{sets} sets of {reps}", item.sets)
    return _joined(sets.format(sets=item.sets, reps=item.reps), _hold(item))


def _holds(sets: int, hold_s: float) -> str:
    held = seconds_words(hold_s)
    if sets == 1:
        return _("hold {held}").format(held=held)
    return ngettext("{n} hold of {held}", "{n} holds of {held}", sets).format(n=sets, held=held)


def _hold(item: Item) -> str:
    return _("hold {held}").format(held=seconds_words(item.hold_s)) if item.hold_s else ""


def _times(reps: int) -> str:
    if reps == 1:
        return _("once")
    return ngettext("{n} time", "{n} times", reps).format(n=reps)


def _loads(item: Item) -> list[str]:
    """What makes it heavier, where there is such a thing."""
    return [
        _lowering(item.lowering_s) if item.lowering_s > USUAL_LOWERING_S else "",
        _("{kg} kg").format(kg=number(item.load_kg)) if item.load_kg else "",
        band_words(item.band) if item.band else "",
    ]


def _lowering(seconds: float) -> str:
    return _("lower for {held}").format(held=seconds_words(seconds))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
