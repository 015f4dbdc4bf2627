"""The muscles of the model: their names, the group that each belongs to, what they are made of.

A muscle that fans out is several lines, each with its own path: gluteus medius has three.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from coxa.anatomy.muscles import Muscle
from coxa.mechanics.model import model
from coxa.motion.values import Whole

#: The lines of each group. Gluteus minimus lies under medius and does the same, so it is counted
#: with it; sartorius bends the hip; pectineus and gracilis are of the inner thigh. The obturators
#: are no part of gait2392: they count where `model.ADDITIONS` is set.
GROUPS: Mapping[Muscle, tuple[str, ...]] = {
    Muscle.GLUTE_MAX: ("glut_max1", "glut_max2", "glut_max3"),
    Muscle.GLUTE_MED: (
        *("glut_med1", "glut_med2", "glut_med3"),
        *("glut_min1", "glut_min2", "glut_min3"),
    ),
    Muscle.HIP_FLEXORS: ("iliacus", "psoas", "sar"),
    Muscle.RECTUS_FEMORIS: ("rect_fem",),
    Muscle.HAMSTRINGS: ("bifemlh", "bifemsh", "semimem", "semiten"),
    Muscle.ADDUCTORS: (
        *("add_long", "add_brev", "add_mag1", "add_mag2", "add_mag3"),
        *("pect", "grac"),
    ),
    Muscle.DEEP_ROTATORS: ("peri", "gem", "quad_fem", "obt_int", "obt_ext"),
    Muscle.TFL_ITB: ("tfl",),
    Muscle.QUADS: ("vas_med", "vas_int", "vas_lat"),
    Muscle.CORE: ("ercspn", "intobl", "extobl"),
}

WORDS: Mapping[str, str] = {
    "iliacus": "iliacus",
    "psoas": "psoas",
    "glut_max1": "gluteus maximus, upper part",
    "glut_max2": "gluteus maximus, middle part",
    "glut_max3": "gluteus maximus, lower part",
    "glut_med1": "gluteus medius, front part",
    "glut_med2": "gluteus medius, middle part",
    "glut_med3": "gluteus medius, back part",
    "glut_min1": "gluteus minimus, front part",
    "glut_min2": "gluteus minimus, middle part",
    "glut_min3": "gluteus minimus, back part",
    "peri": "piriformis",
    "gem": "gemelli",
    "quad_fem": "quadratus femoris",
    "obt_int": "obturator internus",
    "obt_ext": "obturator externus",
    "pect": "pectineus",
    "add_long": "adductor longus",
    "add_brev": "adductor brevis",
    "add_mag1": "adductor magnus, upper part",
    "add_mag2": "adductor magnus, middle part",
    "add_mag3": "adductor magnus, lower part",
    "sar": "sartorius",
    "tfl": "tensor fasciae latae",
    "vas_med": "vastus medialis",
    "vas_int": "vastus intermedius",
    "vas_lat": "vastus lateralis",
    "bifemsh": "biceps femoris, short head",
    "bifemlh": "biceps femoris, long head",
    "semimem": "semimembranosus",
    "semiten": "semitendinosus",
    "grac": "gracilis",
    "rect_fem": "rectus femoris",
    "med_gas": "gastrocnemius, inner head",
    "lat_gas": "gastrocnemius, outer head",
    "soleus": "soleus",
    "tib_post": "tibialis posterior",
    "tib_ant": "tibialis anterior",
    "per_brev": "peroneus brevis",
    "per_long": "peroneus longus",
    "per_tert": "peroneus tertius",
    "flex_dig": "flexor digitorum longus",
    "flex_hal": "flexor hallucis longus",
    "ext_dig": "extensor digitorum longus",
    "ext_hal": "extensor hallucis longus",
    "ercspn": "erector spinae",
    "intobl": "internal oblique",
    "extobl": "external oblique",
}


@dataclass(frozen=True)
class MuscleLine:
    """A muscle or one of its parts; `column` is its place in every array of the package.

    `group` is None for the muscles of calf and foot, of which the library does not speak. Force in
    newtons, lengths in metres, `pennation_deg` the angle of fibres to tendon at `fibre_m`, the
    fibre length at which the muscle has its `max_force_n`.
    """

    name: str
    column: int
    group: Muscle | None
    max_force_n: float
    fibre_m: float
    tendon_m: float
    pennation_deg: float

    @property
    def words(self) -> str:
        return WORDS[self.name]


@cache
def lines() -> Mapping[str, MuscleLine]:
    """Every line by its name, in the order of the arrays."""
    of = model().fibres
    group = {name: muscle for muscle, names in GROUPS.items() for name in names}
    return {
        name: MuscleLine(
            name=name,
            column=i,
            group=group.get(name),
            max_force_n=float(of.max_force[i]),
            fibre_m=float(of.fibre[i]),
            tendon_m=float(of.tendon[i]),
            pennation_deg=float(np.degrees(of.pennation[i])),
        )
        for i, name in enumerate(model().names)
    }


@cache
def columns(muscle: Muscle) -> Whole:
    """Where a group's lines stand in every array."""
    return np.array([line.column for line in lines().values() if line.group is muscle])
