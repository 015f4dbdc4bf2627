"""Which icon stands for which thing a person may own, and what it is called on a page."""

from django.utils.translation import gettext_lazy as lazy

from coxa.exercises.vocabulary import Equipment

EQUIPMENT_WORDS: dict[Equipment, str] = {
    Equipment.WALL: lazy("A free wall"),
    Equipment.CHAIR: lazy("A sturdy chair"),
    Equipment.COUCH: lazy("A couch"),
    Equipment.BENCH: lazy("A bench"),
    Equipment.BED: lazy("A firm bed"),
    Equipment.TOWEL: lazy("A towel"),
    Equipment.SLIDER: lazy("A slider"),
    Equipment.BAND_LOOP: lazy("A band loop"),
    Equipment.WEIGHTS: lazy("Weights"),
    Equipment.BELT: lazy("A belt"),
    Equipment.CUSHION: lazy("A cushion"),
    Equipment.STEP: lazy("A step"),
    Equipment.FOAM_ROLLER: lazy("A foam roller"),
    Equipment.TENNIS_BALL: lazy("A tennis ball"),
    Equipment.PULL_UP_BAR: lazy("A pull-up bar"),
}

# Most are drawn under their own name; these are Lucide's.
_LUCIDE = {
    Equipment.WALL: "brick-wall",
    Equipment.COUCH: "sofa",
    Equipment.BED: "bed-single",
    Equipment.WEIGHTS: "dumbbell",
}
EQUIPMENT_ICONS: dict[str, str] = {
    thing.value: _LUCIDE.get(thing, thing.value) for thing in Equipment
}
