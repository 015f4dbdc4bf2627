"""The muscle groups the library speaks of, coarse enough to be felt and trained at home."""

from enum import StrEnum

from coxa.language import Phrases, later


class Muscle(StrEnum):
    GLUTE_MAX = "glute_max"
    GLUTE_MED = "glute_med"
    HIP_FLEXORS = "hip_flexors"
    RECTUS_FEMORIS = "rectus_femoris"
    HAMSTRINGS = "hamstrings"
    ADDUCTORS = "adductors"
    DEEP_ROTATORS = "deep_rotators"
    TFL_ITB = "tfl_itb"
    QUADS = "quads"
    CORE = "core"

    @property
    def words(self) -> str:
        """ "side of the hip (gluteus medius)": everyday words, then the field's."""
        return _WORDS[self]


# Translators: everyday words, then those of anatomy between " (" and ")".
_WORDS: Phrases[Muscle] = Phrases(
    {
        Muscle.GLUTE_MAX: later("buttock (gluteus maximus)"),
        Muscle.GLUTE_MED: later("side of the hip (gluteus medius)"),
        Muscle.HIP_FLEXORS: later("front of the hip (hip flexors)"),
        Muscle.RECTUS_FEMORIS: later("front of the thigh (rectus femoris)"),
        Muscle.HAMSTRINGS: later("back of the thigh (hamstrings)"),
        Muscle.ADDUCTORS: later("inner thigh (adductors)"),
        Muscle.DEEP_ROTATORS: later("deep hip rotators"),
        Muscle.TFL_ITB: later("outer thigh (tensor fasciae latae)"),
        Muscle.QUADS: later("thigh (quadriceps)"),
        Muscle.CORE: later("trunk (core)"),
    }
)
