"""The muscle groups the library speaks of, coarse enough to be felt and trained at home."""

from enum import StrEnum


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
        return _WORDS[self]


_WORDS = {
    Muscle.GLUTE_MAX: "buttock (gluteus maximus)",
    Muscle.GLUTE_MED: "side of the hip (gluteus medius)",
    Muscle.HIP_FLEXORS: "front of the hip (hip flexors)",
    Muscle.RECTUS_FEMORIS: "front of the thigh (rectus femoris)",
    Muscle.HAMSTRINGS: "back of the thigh (hamstrings)",
    Muscle.ADDUCTORS: "inner thigh (adductors)",
    Muscle.DEEP_ROTATORS: "deep hip rotators",
    Muscle.TFL_ITB: "outer thigh (tensor fasciae latae)",
    Muscle.QUADS: "thigh (quadriceps)",
    Muscle.CORE: "trunk (core)",
}
