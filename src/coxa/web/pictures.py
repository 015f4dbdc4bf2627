"""Which icon stands for which thing a person may own, and what it is called on a page."""

from coxa.exercises.vocabulary import Equipment

EQUIPMENT_WORDS: dict[Equipment, str] = {
    Equipment.WALL: "A free wall",
    Equipment.CHAIR: "A sturdy chair",
    Equipment.COUCH: "A couch",
    Equipment.BENCH: "A bench",
    Equipment.BED: "A firm bed",
    Equipment.TOWEL: "A towel",
    Equipment.SLIDER: "A slider",
    Equipment.BAND_LOOP: "A band loop",
    Equipment.WEIGHTS: "Weights",
    Equipment.BELT: "A belt",
    Equipment.CUSHION: "A cushion",
    Equipment.STEP: "A step",
    Equipment.FOAM_ROLLER: "A foam roller",
    Equipment.TENNIS_BALL: "A tennis ball",
    Equipment.PULL_UP_BAR: "A pull-up bar",
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
