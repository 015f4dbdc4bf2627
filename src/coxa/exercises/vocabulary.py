"""The closed word lists that exercise files are written in."""

from enum import StrEnum

from coxa.language import Phrases, later


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

# What an exercise with the tag does, behind "it".
TAGS: Phrases[str] = Phrases(
    {
        "active_abduction": later("lifts or presses the leg out to the side"),
        "advanced": later("for trained people only"),
        "balance": later("trains or asks for balance"),
        "bed_ok": later("can be done on a firm bed"),
        "deep_knee_bend": later("bends the knee deeply under load"),
        "direct_pressure_groin": later("presses on the front of the hip"),
        "dynamic": later("moves all the time"),
        "floor": later("is done down on the floor"),
        "functional": later("is a movement of daily life"),
        "gentle": later("is gentle enough for a sore day"),
        "glute_med_high_emg": later("measured high in the side of the hip"),
        "hamstring_end_range": later("takes the back of the thigh to its end"),
        "hanging": later("hangs from a bar"),
        "head_down": later("takes the head below the heart"),
        "hip_adduction_past_midline": later("takes the leg across the middle of the body"),
        "hip_extension_end_range": later("takes the hip back to its end"),
        "hip_extension_neutral": later("opens the hip to straight, no further"),
        "hip_external_rotation_end_range": later("turns the hip out to its end"),
        "hip_flexion_90": later("bends the hip to a right angle"),
        "hip_flexion_end_range": later("bends the hip to its end"),
        "hip_flexion_gt_90": later("bends the hip past a right angle"),
        "hip_internal_rotation": later("turns the hip in"),
        "hip_internal_rotation_end_range": later("turns the hip in to its end"),
        "isometric": later("holds still against effort"),
        "knee_flexion_end_range": later("bends the knee to its end"),
        "kneeling": later("rests on a knee"),
        "low_load": later("loads lightly"),
        "neutral_spine": later("keeps the back long"),
        "plane_frontal": later("moves out and in"),
        "plane_multi": later("moves round in every direction"),
        "plane_sagittal": later("moves forward and back"),
        "plane_transverse": later("turns in and out"),
        "plank": later("holds the body like a plank"),
        "prone": later("lies face down"),
        "quadruped": later("is done on hands and knees"),
        "seated": later("is done sitting"),
        "side_lying": later("lies on the side"),
        "side_lying_load": later("carries the body's weight on one side"),
        "single_leg_load": later("loads one leg at a time"),
        "split_stance": later("stands with one foot far in front of the other"),
        "standing": later("is done standing"),
        "supine": later("lies on the back"),
        "supported": later("has the shoulders or hands supported"),
        "supported_single_leg": later("stands on one leg with support"),
        "trunk_flexion": later("rounds the trunk forward"),
        "trunk_rotation_end_range": later("turns the trunk to its end"),
        "unsupported": later("has no support for balance"),
        "unsupported_single_leg": later("stands on one leg without support"),
        "wide_abduction": later("spreads the legs wide"),
        "wrist_load": later("puts weight through the wrists"),
    }
)


class SourceStatus(StrEnum):
    CONFIRMED = "confirmed"  # read where it is cited
    SECONDARY = "secondary"  # read on a page that cites the original
    MEMORY = "memory"  # known, not yet looked up again
    OUR_CHOICE = "our_choice"  # an engineering choice, no evidence claimed


SOURCE_NUMBERS = ("000", "001", "002", "003", "004")


def met_by(needs: tuple[str, ...], owned: frozenset[Equipment]) -> bool:
    """Whether the things owned are enough for everything needed."""
    return all(NEEDS[need] & owned for need in needs)
