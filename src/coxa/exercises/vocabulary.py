"""The closed word lists that exercise files are written in."""

from enum import StrEnum


class Kind(StrEnum):
    STRENGTH = "strength"
    STRETCH = "stretch"
    DRILL = "drill"
    BALANCE = "balance"
    SELF_MASSAGE = "self_massage"


class Sides(StrEnum):
    """How an exercise treats left and right."""

    TOGETHER = "together"  # both at once, nothing to repeat
    EACH = "each"  # all sets on one side, then on the other
    ALTERNATING = "alternating"  # one repetition is left and right once


class Position(StrEnum):
    STANDING = "standing"
    STANDING_OR_SEATED = "standing_or_seated"
    SEATED_CHAIR = "seated_chair"
    SEATED_FLOOR = "seated_floor"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side_lying"
    SIDE_SUPPORT = "side_support"
    HALF_KNEELING = "half_kneeling"
    QUADRUPED = "quadruped"
    PLANK = "plank"
    SUPPORTED_BRIDGE = "supported_bridge"
    HAND_SUPPORT = "hand_support"
    HANGING = "hanging"
    ANY = "any"


class Equipment(StrEnum):
    """Things a person may own."""

    WALL = "wall"
    CHAIR = "chair"
    COUCH = "couch"
    BENCH = "bench"
    BED = "bed"
    TOWEL = "towel"
    SLIDER = "slider"
    BAND_LOOP = "band_loop"
    WEIGHTS = "weights"
    BELT = "belt"
    CUSHION = "cushion"
    STEP = "step"
    FOAM_ROLLER = "foam_roller"
    TENNIS_BALL = "tennis_ball"
    PULL_UP_BAR = "pull_up_bar"


# What an exercise may ask for, and the owned things of which any one will do.
NEEDS: dict[str, frozenset[Equipment]] = {
    "wall": frozenset({Equipment.WALL}),
    "chair": frozenset({Equipment.CHAIR}),
    "band_loop": frozenset({Equipment.BAND_LOOP}),
    "pull_up_bar": frozenset({Equipment.PULL_UP_BAR}),
    "couch_or_bench": frozenset({Equipment.COUCH, Equipment.BENCH}),
    "wall_or_bench": frozenset({Equipment.WALL, Equipment.COUCH, Equipment.BENCH}),
    "slider_or_towel": frozenset({Equipment.SLIDER, Equipment.TOWEL}),
    "foam_roller_or_ball": frozenset({Equipment.FOAM_ROLLER, Equipment.TENNIS_BALL}),
}

TAGS: dict[str, str] = {
    "active_abduction": "lifts or presses the leg out to the side",
    "advanced": "for trained people only",
    "balance": "trains or asks for balance",
    "bed_ok": "can be done on a firm bed",
    "deep_knee_bend": "bends the knee deeply under load",
    "direct_pressure_groin": "presses on the front of the hip",
    "dynamic": "moves all the time",
    "floor": "is done down on the floor",
    "functional": "is a movement of daily life",
    "gentle": "is gentle enough for a sore day",
    "glute_med_high_emg": "measured high in the side of the hip",
    "hamstring_end_range": "takes the back of the thigh to its end",
    "hanging": "hangs from a bar",
    "head_down": "takes the head below the heart",
    "hip_adduction_past_midline": "takes the leg across the middle of the body",
    "hip_extension_end_range": "takes the hip back to its end",
    "hip_extension_neutral": "opens the hip to straight, no further",
    "hip_external_rotation_end_range": "turns the hip out to its end",
    "hip_flexion_90": "bends the hip to a right angle",
    "hip_flexion_end_range": "bends the hip to its end",
    "hip_flexion_gt_90": "bends the hip past a right angle",
    "hip_internal_rotation": "turns the hip in",
    "hip_internal_rotation_end_range": "turns the hip in to its end",
    "isometric": "holds still against effort",
    "knee_flexion_end_range": "bends the knee to its end",
    "kneeling": "rests on a knee",
    "low_load": "loads lightly",
    "neutral_spine": "keeps the back long",
    "plane_frontal": "moves out and in",
    "plane_multi": "moves round in every direction",
    "plane_sagittal": "moves forward and back",
    "plane_transverse": "turns in and out",
    "plank": "holds the body like a plank",
    "prone": "lies face down",
    "quadruped": "is done on hands and knees",
    "seated": "is done sitting",
    "side_lying": "lies on the side",
    "side_lying_load": "carries the body's weight on one side",
    "single_leg_load": "loads one leg at a time",
    "split_stance": "stands with one foot far in front of the other",
    "standing": "is done standing",
    "supine": "lies on the back",
    "supported": "has the shoulders or hands supported",
    "supported_single_leg": "stands on one leg with support",
    "trunk_flexion": "rounds the trunk forward",
    "trunk_rotation_end_range": "turns the trunk to its end",
    "unsupported": "has no support for balance",
    "unsupported_single_leg": "stands on one leg without support",
    "wide_abduction": "spreads the legs wide",
    "wrist_load": "puts weight through the wrists",
}


class SourceStatus(StrEnum):
    CONFIRMED = "confirmed"  # read where it is cited
    SECONDARY = "secondary"  # read on a page that cites the original
    MEMORY = "memory"  # known, not yet looked up again
    OUR_CHOICE = "our_choice"  # an engineering choice, no evidence claimed


SOURCE_NUMBERS = ("000", "001", "002", "003", "004")


def met_by(needs: tuple[str, ...], owned: frozenset[Equipment]) -> bool:
    """Whether the things owned are enough for everything needed."""
    return all(NEEDS[need] & owned for need in needs)
