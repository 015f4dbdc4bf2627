"""From named terms to a score that says why: how likely a repetition was done as it is meant.

A **rule set** belongs to one movement. For each term it knows what is usual (the mean over people
who did the movement rightly and wrongly), how much people differ (the standard deviation), and how
much it counts. A term adds `weight x (value - usual) / spread` to the case against the repetition;
the sum becomes a chance by the logistic function. What made a score low can be read off, term by
term, in degrees.

Weights never go against what the term means: more of a fault can only lower the score. They were
fitted, by `tests/reference/watching/fit_correctness.py`; usual and spread are from the same data.

All of it from markers. A landmark model's points lie elsewhere, those of the head most of all: what
the scores are worth from a camera has not been measured, so `Watcher` asks for none from pictures.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from coxa.language import gettext as _
from coxa.motion.watching.correctness.terms import BY_ID, terms_of
from coxa.motion.watching.points import Frame
from coxa.motion.watching.view import View

FARTHEST = 3.0  # spreads: what lies farther out says no more than that (our choice)
LEAST_SEEN = 0.6  # of the weight: with less of it seen, no score is given (our choice)
NAMED_FROM = 0.5  # of the case against (in logits): what adds less is not worth a word (our choice)


@dataclass(frozen=True, slots=True)
class Weighed:
    """How one term counts in one movement. `usual` and `spread` in the term's own unit."""

    usual: float
    spread: float
    weight: float

    def against(self, value: float) -> float:
        """What this value adds to the case against the repetition; minus speaks for it."""
        far = (value - self.usual) / self.spread
        return self.weight * max(-FARTHEST, min(FARTHEST, far))


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule set of one movement. `exercises` are the ids that it is for."""

    movement: str
    exercises: tuple[str, ...]
    offset: float
    terms: Mapping[str, Weighed]


@dataclass(frozen=True, slots=True)
class Judged:
    """`score` is 1 for surely done as meant and 0 for surely not.

    `against` has what each term added, largest first; minus speaks for the repetition. `seen` is
    the share of the weight that could be seen at all.
    """

    score: float
    against: Mapping[str, float]
    seen: float

    @property
    def reasons(self) -> tuple[str, ...]:
        """In words, what spoke against it, the strongest first."""
        return tuple(_(BY_ID[id_].words) for id_, far in self.against.items() if far >= NAMED_FROM)


def rules_for(exercise: str) -> Rules | None:
    """The rule set for that exercise, or None: most exercises have no data to fit one on."""
    return next((rules for rules in read_rules() if exercise in rules.exercises), None)


def judged(frames: Iterable[Frame], rules: Rules, view: View = View.UNKNOWN) -> Judged | None:
    """One repetition's frames, weighed. None where too little of it was seen to say anything.

    A term in a plane that the view does not show is left out, as if it were as usual. Frames
    without a picture (markers) were measured in space and show every plane.
    """
    shown = tuple(frames)
    flat = any(frame.image is not None for frame in shown)
    values = {id_: value for id_, value in terms_of(shown).items() if not flat or shows(view, id_)}
    return weighed(values, rules)


def weighed(values: Mapping[str, float], rules: Rules) -> Judged | None:
    """The same from terms that are there already. None where too little of the weight is."""
    total = sum(abs(one.weight) for one in rules.terms.values())
    found = {id_: one for id_, one in rules.terms.items() if id_ in values}
    seen = sum(abs(one.weight) for one in found.values()) / total if total else 0.0
    if seen < LEAST_SEEN:
        return None
    against = {id_: one.against(values[id_]) for id_, one in found.items()}
    case = rules.offset + sum(against.values())
    largest = dict(sorted(against.items(), key=lambda pair: -pair[1]))
    return Judged(1.0 / (1.0 + exp(case)), largest, seen)


def shows(view: View, term: str) -> bool:
    """Whether a picture from there shows the plane in which that term happens."""
    plane = BY_ID[term].plane
    if plane == "any":
        return view is not View.UNKNOWN
    return {"frontal": view.frontal, "sagittal": view.from_a_side}.get(plane, False)


@cache
def read_rules() -> tuple[Rules, ...]:
    """All rule sets, from `rules.toml`."""
    text = Path(__file__).with_name("rules.toml").read_text(encoding="utf-8")
    return tuple(_rules(movement, table) for movement, table in tomllib.loads(text).items())


def _rules(movement: str, table: Mapping[str, object]) -> Rules:
    exercises, offset, terms = table["exercises"], table["offset"], table["terms"]
    if not (isinstance(exercises, list) and isinstance(offset, float) and isinstance(terms, dict)):
        raise TypeError(f"rules.toml: {movement} needs exercises, offset and terms")
    return Rules(
        movement,
        tuple(exercises),
        offset,
        {id_: Weighed(**numbers) for id_, numbers in terms.items() if id_ in BY_ID},
    )
