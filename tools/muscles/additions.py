"""Obturator internus and externus, in the frames and strengths of the model, from additions.toml.

The one work's bones are brought to the model's by the turn and the scale about the hip's centre
that lay the attachments which both have nearest to each other. Strength is the area that was
measured times what the model gives to its neighbours for theirs, so that neighbours keep their
proportion; the fibres stand, in standing, as long as they were found. Both are our choice.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from tools.muscles.source import Floats, Line, Model, Point

FILE = Path(__file__).with_name("additions.toml")
SARCOMERE_UM = 2.7  # at which a human sarcomere pulls hardest: Lieber, Loren and Friden 1994
CENTIMETRE = 0.01

Tables = Mapping[str, Any]


@dataclass(frozen=True)
class Addition:
    """A muscle's path, and the part of its length (m) that lies before its first point."""

    line: Line
    inside: float


def additions(model: Model) -> list[Addition]:
    """The muscles of the file, of the right side."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    strength = _strength(model, tables["areas_cm2"])
    places = {body: _Brought(model, body, tables[f"{body}_cm"]) for body in ("pelvis", "femur")}
    curves = model.lines[0]
    return [_addition(row, places, strength, curves) for row in tables["muscles"]]


def about() -> str:
    """What the additions are, in one sentence."""
    found: str = tomllib.loads(FILE.read_text(encoding="utf-8"))["about"]
    return found


def _addition(
    row: Tables, places: Mapping[str, "_Brought"], strength: float, curves: Line
) -> Addition:
    origin, insertion = places["pelvis"](row["origin_cm"]), places["femur"](row["insertion_cm"])
    points = (Point("pelvis", tuple(origin.tolist())), Point("femur", tuple(insertion.tolist())))
    hip = places["pelvis"].hip
    whole, fibre = row["whole_cm"] * CENTIMETRE, row["fibre_cm"] * CENTIMETRE
    pennation = np.radians(row["pennation_deg"])
    standing = fibre * row["sarcomere_um"] / SARCOMERE_UM
    line = replace(
        curves,
        name=row["name"],
        points=points,
        max_force=round(row["area_cm2"] * strength),
        fibre=fibre,
        # At rest and no longer than their best length, fibres do not pull: the tendon is slack.
        tendon=round(float(whole - np.sqrt(standing**2 - (fibre * np.sin(pennation)) ** 2)), 6),
        pennation=round(float(pennation), 8),
    )
    return Addition(line, whole - float(np.linalg.norm(insertion + hip - origin)))


class _Brought:
    """From one work's bone to the model's."""

    def __init__(self, model: Model, body: str, known_cm: Mapping[str, list[float]]) -> None:
        self.hip = np.array(next(j.place for j in model.joints if j.child == "femur"))
        self._centre = self.hip if body == "pelvis" else np.zeros(3)
        first = {line.name: _first(line, body) for line in model.lines if line.name in known_cm}
        given = np.array([known_cm[name] for name in first]) * CENTIMETRE
        wanted = np.array(list(first.values())) - self._centre
        self._turn, self._scale = similarity(given, wanted)

    def __call__(self, place_cm: list[float]) -> Floats:
        moved: Floats = self._scale * self._turn @ (np.array(place_cm) * CENTIMETRE) + self._centre
        return moved


def similarity(given: Floats, wanted: Floats) -> tuple[Floats, float]:
    """The rotation (3, 3) and scale that bring points (n, 3) nearest to others, about the origin.

    Umeyama 1991 (IEEE Trans Pattern Anal Mach Intell 13:376), without a shift.
    """
    left, sizes, right = np.linalg.svd(wanted.T @ given)
    proper = np.array([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    return (left * proper) @ right, float((sizes * proper).sum() / (given**2).sum())


def _first(line: Line, body: str) -> tuple[float, ...]:
    return next(point.place for point in line.points if point.body == body)


def _strength(model: Model, areas: Mapping[str, float]) -> float:
    """Newtons a square centimetre that the model gives: the median over its muscles `areas`."""
    forces = {
        name: sum(line.max_force for line in model.lines if line.name.startswith(name))
        for name in areas
    }
    return median(forces[name] / areas[name] for name in areas)
