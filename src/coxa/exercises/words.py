"""What the closed words of exercise files are called where people read them."""

from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind, Position, SourceStatus

KINDS: dict[Kind, str] = {
    Kind.STRENGTH: "Strength",
    Kind.STRETCH: "Stretch",
    Kind.DRILL: "Loosening drill",
    Kind.BALANCE: "Balance",
    Kind.SELF_MASSAGE: "Self-massage",
}

POSITIONS: dict[Position, str] = {
    Position.STANDING: "Standing",
    Position.STANDING_OR_SEATED: "Standing or sitting",
    Position.SEATED_CHAIR: "On a chair",
    Position.SEATED_FLOOR: "Sitting on the floor",
    Position.SUPINE: "On your back",
    Position.PRONE: "On your front",
    Position.SIDE_LYING: "On your side",
    Position.SIDE_SUPPORT: "Propped on your side",
    Position.HALF_KNEELING: "On one knee",
    Position.QUADRUPED: "On hands and knees",
    Position.PLANK: "On hands and feet",
    Position.SUPPORTED_BRIDGE: "Shoulders on a couch",
    Position.HAND_SUPPORT: "Held up by your hands",
    Position.HANGING: "Hanging from a bar",
    Position.ANY: "Any position",
}

# What an exercise needs, with the articles it is said with: "You need a chair."
NEEDS_WORDS: dict[str, str] = {
    "wall": "a free wall",
    "chair": "a sturdy chair",
    "band_loop": "a band loop",
    "pull_up_bar": "a pull-up bar",
    "couch_or_bench": "a couch or bench",
    "wall_or_bench": "a wall, couch or bench",
    "slider_or_towel": "a slider or towel",
    "foam_roller_or_ball": "a foam roller or ball",
}

LEVELS: dict[int, str] = {
    1: "First steps",
    2: "Steady",
    3: "Firm",
    4: "Hard",
    5: "For trained people",
}

STATUSES: dict[SourceStatus, str] = {
    SourceStatus.CONFIRMED: "Read in the source",
    SourceStatus.SECONDARY: "Read where it is quoted",
    SourceStatus.MEMORY: "Not yet looked up again",
    SourceStatus.OUR_CHOICE: "Our own choice",
}

SOURCES: dict[str, str] = {
    "000": "A simple routine for hip strength and mobility (a fitness blog)",
    "001": "The Hip Workout (Specialist Physical Therapy)",
    "002": "Six exercises to strengthen your hip muscles (Hinge Health)",
    "003": "How to train your hip flexors for strength and mobility (web article)",
    "004": "Improve your hip mobility (web article)",
}


def needs_words(exercise: Exercise) -> list[str]:
    return [NEEDS_WORDS[need] for need in exercise.equipment.required]
