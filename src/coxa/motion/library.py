"""Every motion that Coxa shows: those of exercises, checks and habits, as written and as solved."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from coxa.checks.library import checks
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.motion import Motion, Shown, Tempo
from coxa.exercises.vocabulary import Kind
from coxa.language import per_language
from coxa.motion.clip import Clip
from coxa.programmes.library import habits
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.folders import read_toml
from coxa.reading.values import read_value

STRETCH = Tempo(out_s=2.5, hold_s=3.0, back_s=2.0)  # our choice: slow in, slow out
LONGEST_HOLD_S = 3.0  # the figure shows a hold, it does not sit it out


@dataclass(frozen=True)
class Described:
    """One thing to show: a motion or a variant of one, under the name of its files."""

    id: str
    variant: str
    title: str
    shown: Shown
    tempo: Tempo

    @property
    def key(self) -> str:
        return f"{self.id}--{self.variant}" if self.variant else self.id


@per_language()
def described() -> Mapping[str, Described]:
    """Every motion and variant by key, sorted."""
    found = [one for motion in _all() for one in motion]
    return {one.key: one for one in sorted(found, key=lambda d: d.key)}


@cache
def shown_by(id: str) -> str | None:
    """The id whose motion shows an exercise, check or habit: its own, or the one that it names."""
    if id in described():
        return id
    for one in (checks().get(id), habits().get(id)):
        if one and one.shown_by:
            return one.shown_by
    return None


def _all() -> Iterator[Iterator[Described]]:
    for exercise in exercises().values():
        if exercise.motion:
            yield parts(exercise.id, exercise.name, exercise.motion, tempo_of(exercise))
    for check in checks().values():
        if check.motion:
            yield parts(check.id, check.name, check.motion, STRETCH)
    for habit in habits().values():
        if habit.motion:
            yield parts(habit.id, habit.name, habit.motion, STRETCH)


def parts(id: str, name: str, motion: Motion, tempo: Tempo) -> Iterator[Described]:
    yield Described(id, "", name, motion, motion.tempo or tempo)
    for variant in motion.variants:
        title = f"{name}: {variant.title}"
        yield Described(id, variant.name, title, variant, variant.tempo or motion.tempo or tempo)


def tempo_of(exercise: Exercise) -> Tempo:
    """What the figure's repetition lasts, from the dose: two fifths of the way out, three of the
    way back.
    """
    if exercise.kind in (Kind.STRETCH, Kind.BALANCE) or not exercise.dose.rep_s:
        return STRETCH
    moving = max(exercise.dose.rep_s, 2)
    hold = min(max(exercise.dose.hold_s, 0.4), LONGEST_HOLD_S)
    return Tempo(out_s=0.4 * moving, hold_s=hold, back_s=0.6 * moving)


def read_motion(path: Path) -> list[Described]:
    """A motion file's motion and variants. It is an exercise's file, or just `id`, `name` and
    `[motion]`.

    Raises FaultyInputError with every fault of the file.
    """
    tables = read_toml(path)
    if "motion" not in tables:
        right = "needs a [motion] table with its poses; docs/developers/motions.md shows one"
        raise FaultyInputError([Fault(path.name, "motion", "", right)])
    motion = read_value(Motion, tables["motion"], path.name)
    id, name = str(tables.get("id", path.stem)), str(tables.get("name", path.stem))
    return list(parts(id, name, motion, STRETCH))


def solved_folder() -> Path:
    return Path(str(files("coxa.motion"))) / "figures" / "solved"


@cache
def clip(key: str) -> Clip:
    """A solved motion by key. Raises FaultyInputError for a key that is not in the library."""
    path = solved_folder() / f"{key}.json"
    if not path.exists():
        known = [p.stem for p in solved_folder().glob("*.json")]
        raise FaultyInputError([Fault(key, "", "", unknown_word("motion", key, known))])
    return Clip.from_json(json.loads(path.read_text(encoding="utf-8")), path.name)
