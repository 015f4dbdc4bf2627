"""Makes src/coxa/mechanics/data/muscles.json from the model gait2392.

Run as `python -m tools.muscles.fit_paths gait2392_thelen2003muscle.osim [FILE]`. The model is in
the collection opensim-org/opensim-models, folder Models/Gait2392_Simbody (CC BY 3.0); the two
muscles that it lacks are in additions.toml. The same files give the same bytes. Nothing but numpy
is needed.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tools.muscles import exact, knee, sampling
from tools.muscles.additions import Addition, about, additions
from tools.muscles.sampling import KNEE_ENDS
from tools.muscles.source import Floats, Line, Model, read_model

from coxa.mechanics.measuring import Sums
from coxa.mechanics.model import Model as RunModel
from coxa.mechanics.model import of_json
from coxa.mechanics.paths import Measure

FILE = Path("src/coxa/mechanics/data/muscles.json")
DIGITS = 12  # after the point, of metres: far below what any error is
# Muscles of one kind of path stand together; sartorius and tensor are of the hip's and the knee's.
BRIM = ("iliacus", "psoas")
HIP = (
    *(f"glut_{part}{i}" for part in ("max", "med", "min") for i in (1, 2, 3)),
    *("peri", "gem", "quad_fem", "obt_int", "obt_ext"),
    *("pect", "add_long", "add_brev", "add_mag1", "add_mag2", "add_mag3"),
    *("sar", "tfl"),
)
KNEE = ("sar", "tfl", "vas_med", "vas_int", "vas_lat", "bifemsh")
THIGH = ("bifemlh", "semimem", "semiten", "grac", "rect_fem")
CALF = ("med_gas", "lat_gas")
TOES = ("flex_dig", "flex_hal", "ext_dig", "ext_hal")
FOOT = ("soleus", "tib_post", "tib_ant", "per_brev", "per_long", "per_tert", *TOES)
TRUNK = ("ercspn", "intobl", "extobl")
ORDER = (*BRIM, *HIP, *KNEE[2:], *THIGH, *CALF, *FOOT, *TRUNK)
STRAIGHT = {
    ("pelvis", "femur"): HIP,
    ("tibia", "calcn"): FOOT,
    ("calcn", "toes"): TOES,
    ("pelvis", "torso"): TRUNK,
}
# Hip flexion in degrees; see coxa.mechanics.brim. The model lets go at 45 in one jump; 20 degrees
# on either side keep the arm that the change itself makes below the greatest of the model.
LETS_GO = (25.0, 65.0)
HELD = 75.0
SPENT = 140.0  # the end of the range
# Of poses all over the joints' ranges, the share that is not longer. The very longest is where a
# few coordinates are at their ends at once, which no exercise asks for.
EXTREME = 0.995
SAMPLED, SEED = 20_000, 5
KNEE_TOP = 155.0
LONGEST_DIGITS = 5

Tables = dict[str, Any]


def build(model: Model) -> Tables:
    """The file's tables."""
    tables = _paths(model)
    longest = _longest(of_json(tables))
    for muscle, length in zip(tables["muscles"], longest.tolist(), strict=True):
        muscle["longest_m"] = round(length, LONGEST_DIGITS)
    return tables


def _paths(model: Model) -> Tables:
    added = {one.line.name: one for one in additions(model)}
    lines = {line.name: line for line in (*model.lines, *(one.line for one in added.values()))}
    if sorted(ORDER) != sorted(lines):
        raise ValueError(f"muscles are {sorted(lines)}, must be {sorted(ORDER)}")
    degree = knee.degree(_knee_functions(model, lines))
    print(f"  knee: degree {degree}")  # noqa: T201
    return {
        "about": _about(model),
        "curves": _curves(model.lines),
        "muscles": [_muscle(lines[name], added.get(name)) for name in ORDER],
        "strings": [
            _strings(model, across, [lines[name] for name in names])
            for across, names in STRAIGHT.items()
        ],
        "knee": {
            "low_deg": KNEE_ENDS[0],
            "high_deg": KNEE_ENDS[1],
            "degree": degree,
            "muscles": KNEE,
            "length_m": [knee.fitted(knee.length(model, lines[n]), degree)[0] for n in KNEE],
        },
        "thigh": _bent(model, [lines[name] for name in THIGH], ("pelvis", "femur"), degree),
        "calf": _bent(model, [lines[name] for name in CALF], ("tibia", "calcn"), degree),
        "brim": _brim(model, [lines[name] for name in BRIM]),
        "bodies": {
            name: {"mass_kg": one.mass, "centre_m": one.centre, "inertia_kg_m2": one.inertia}
            for name, one in model.masses.items()
        },
        "joints": _joints(model),
    }


def _about(model: Model) -> Tables:
    return {
        "source": "gait2392_thelen2003muscle.osim, OpenSim collection of models",
        "sha256": model.sha256,
        "licence": "CC BY 3.0, http://creativecommons.org/licenses/by/3.0/",
        "authors": "S. L. Delp, J. P. Loan, M. G. Hoy, F. E. Zajac, E. L. Topp, J. M. Rosen, "
        "D. G. Thelen, F. C. Anderson, A. Seth",
        "works": [
            "Delp and others 1990, IEEE Trans Biomed Eng 37:757",
            "Yamaguchi and Zajac 1989, J Biomech 22:1",
            "Anderson and Pandy 1999, Comput Methods Biomech Biomed Engin 2:201",
            "Thelen 2003, J Biomech Eng 125:70",
        ],
        "changed": "right side only; paths turned into closed forms and polynomials; iliacus and "
        "psoas smoothed, and followed only to 75 degrees of hip flexion; straight on beyond 120 "
        "degrees of knee flexion. See tools/muscles.",
        "added": about(),
    }


def _curves(lines: Sequence[Line]) -> Tables:
    found = {
        (one.tendon_strain, one.fibre_strain, one.passive_shape, one.active_shape) for one in lines
    }
    if len(found) != 1:
        raise ValueError("the muscles' curves are not all the same")
    names = ("tendon_strain", "fibre_strain", "passive_shape", "active_shape")
    return dict(zip(names, found.pop(), strict=True))


def _muscle(line: Line, added: Addition | None) -> Tables:
    fixed = 0.0 if line.name in BRIM else exact.fixed(line)  # at the brim it depends on the way
    return {
        "name": line.name,
        "added": added is not None,
        "max_force_n": line.max_force,
        "fibre_m": line.fibre,
        "tendon_m": line.tendon,
        "pennation_rad": line.pennation,
        "longest_m": 0.0,  # follows
        "fixed_m": fixed + (added.inside if added else 0.0),
    }


def _strings(model: Model, across: tuple[str, str], lines: Sequence[Line]) -> Tables:
    pairs = [exact.crossing(line, across) for line in lines]
    return {
        "coordinates": exact.ACROSS[across],
        "muscles": [line.name for line in lines],
        "squared_m2": exact.strings(model, [one for one in pairs if one], exact.ACROSS[across]),
    }


def _knee_functions(model: Model, lines: Mapping[str, Line]) -> knee.Functions:
    """All of them at once, to choose one degree for all."""
    parts = [knee.length(model, lines[name]) for name in KNEE]
    for name in (*THIGH, *CALF):
        over = knee.over(lines[name])
        parts += [knee.place(model, point, over.frame) for point in (over.edge, over.near)]
    return lambda poses: np.concatenate([part(poses) for part in parts])


def _bent(model: Model, lines: Sequence[Line], across: tuple[str, str], degree: int) -> Tables:
    coordinates = exact.ACROSS[across]
    overs = [knee.over(line) for line in lines]

    def weights(which: str) -> Floats:
        """(2, m, degree + 1)"""
        points = [(getattr(over, which), over.frame) for over in overs]
        found = [knee.fitted(knee.place(model, *point), degree) for point in points]
        return np.array(found).transpose(1, 0, 2)

    def depth(which: str) -> list[float]:
        poses, _ = knee.bends(2)
        return [
            float(exact.seen_from(model, getattr(over, which), over.frame, poses)[2, 0])
            for over in overs
        ]

    far = [exact.places(model, over.far, over.frame, coordinates) for over in overs]
    return {
        "coordinates": coordinates,
        "muscles": [line.name for line in lines],
        "way": [knee.way(model, over) for over in overs],
        "edge_m": weights("edge"),
        "edge_z_m": depth("edge"),
        "near_m": weights("near"),
        "near_z_m": depth("near"),
        "far_m": np.array(far).transpose(1, 0, 2),
    }


def _brim(model: Model, lines: Sequence[Line]) -> Tables:
    """Origin, a point above the brim, one at it that the model lets go, two points of the thigh."""
    tables: Tables = {"muscles": [line.name for line in lines]}
    for which, last in (("low", 2), ("high", 1)):
        pairs = [(line.points[last], line.points[3]) for line in lines]
        tables[f"{which}_m2"] = exact.strings(model, pairs, exact.HIP)
        along = [(*line.points[: last + 1], None, *line.points[3:]) for line in lines]
        tables[f"{which}_fixed_m"] = [exact.along_bone(points) for points in along]
    return tables | {"lets_go_deg": LETS_GO, "held_deg": HELD, "spent_deg": SPENT}


def _longest(model: RunModel) -> Floats:
    """How long each muscle gets within the combined ranges, but for the most extreme poses (M,)."""
    poses = sampling.poses(SAMPLED, SEED, knee_top=KNEE_TOP)
    lengths = np.empty((len(model.names), SAMPLED))
    Measure(model)(np.radians(poses.T), Sums(lengths, None))
    return np.asarray(np.quantile(lengths, EXTREME, axis=1))


def _joints(model: Model) -> list[Tables]:
    """Those of this body; the one that places it in the room is the figure's own."""
    return [
        {
            "parent": joint.parent,
            "child": joint.child,
            "place_m": joint.place,
            "turns": [
                {"coordinate": turn.coordinate, "axis": turn.axis}
                for turn in joint.turns
                if turn.coordinate
            ],
        }
        for joint in model.joints
        if joint.parent != "ground"
    ]


def _plain(value: Any) -> Any:
    """As JSON has it, floats rounded; whole numbers without their point."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, np.ndarray):
        return _plain(value.tolist())
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        rounded = round(value, DIGITS)
        return int(rounded) if rounded.is_integer() else rounded
    return value


def text(tables: Tables) -> str:
    """One line for each list of numbers: small, and a change can be read."""
    return _text(_plain(tables), "") + "\n"


def _text(value: Any, indent: str) -> str:
    deeper = indent + " "
    if isinstance(value, dict):
        rows = [f"{deeper}{json.dumps(key)}: {_text(one, deeper)}" for key, one in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(one, list | dict) for one in value):
        rows = [deeper + _text(one, deeper) for one in value]
        return "[\n" + ",\n".join(rows) + f"\n{indent}]"
    return json.dumps(value, separators=(",", ":"))


def main() -> None:
    model = read_model(Path(sys.argv[1]))
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else FILE
    written = text(build(model))
    file.write_text(written, encoding="utf-8")
    print(f"{file}: {len(written)} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
