"""How an exercise moves, as data: key poses, what touches what, the tempo and the things around.

Angles are degrees under OpenSim's coordinate names (`coxa.anatomy.coordinates` has them with their
signs); a name
without its side means both sides. Left is the working side; right is its mirror image. Poses follow
one another on
the way out; the way back is the way out, turned round.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from coxa.anatomy.coordinates import coordinates
from coxa.exercises.postures import ARMS, LYING
from coxa.exercises.props import PROPS
from coxa.exercises.touching import Touch, patch, touches
from coxa.reading.faults import unknown_word
from coxa.reading.values import Value
from coxa.reading.worded import WORDS

Word = Annotated[str, Field(min_length=2, max_length=80)]
WordedName = Annotated[str, Field(min_length=2, max_length=80), WORDS]
Degrees = Annotated[float, Field(ge=-200, le=200)]
Newtons = Annotated[float, Field(ge=-2000, le=2000)]
View = Literal["front", "back", "left", "right", "top", "front-left", "front-right", "back-left"]


class PropPlace(Value):
    """A thing in the scene. `at` is forward, up, right of the place where the figure starts, in
    metres; `turn` its turn about the vertical, in degrees to the left. A band or belt goes
    `between` two places on the body; a slider or ball goes `with` one. `pull_n` is how hard a band
    pulls, or how hard a cushion is squeezed, in newtons, where the usual is not meant."""

    kind: str
    name: str = ""
    at: tuple[float, float, float] = (0, 0, 0)
    turn: Degrees = 0
    between: tuple[str, str] | None = None
    goes_with: str | None = None
    pull_n: Annotated[float, Field(gt=0, le=500)] | None = None

    @property
    def called(self) -> str:
        return self.name or self.kind

    @field_validator("kind")
    @classmethod
    def _known(cls, kind: str) -> str:
        if kind not in PROPS:
            raise ValueError(unknown_word("prop", kind, PROPS))
        return kind

    @field_validator("between", "goes_with")
    @classmethod
    def _on_the_body(cls, value: tuple[str, str] | str | None) -> tuple[str, str] | str | None:
        for text in (value,) if isinstance(value, str) else value or ():
            patch(text)
        return value


class KeyPose(Value):
    """One pose on the way out. What is not given is left to the solver, near a relaxed stance."""

    name: WordedName
    lying: str = ""  # how the trunk lies; sets the pelvis's turn unless `angles` does
    angles: Mapping[str, Degrees] = {}
    arms: str = ""
    contacts: tuple[Word, ...] = ()
    share: Annotated[float, Field(ge=0, le=1)] | None = None  # of the way out; evenly if not given

    @field_validator("lying")
    @classmethod
    def _known_lying(cls, word: str) -> str:
        if word and word not in LYING:
            raise ValueError(unknown_word("way to lie", word, LYING))
        return word

    @field_validator("arms")
    @classmethod
    def _known_arms(cls, word: str) -> str:
        if word and word not in ARMS:
            raise ValueError(unknown_word("place for the arms", word, ARMS))
        return word

    @field_validator("angles")
    @classmethod
    def _known_angles(cls, angles: Mapping[str, float]) -> Mapping[str, float]:
        wrong = [name for name in angles if not both_sides(name)]
        if wrong:
            words = [unknown_word("coordinate", name, coordinates()) for name in wrong]
            raise ValueError("; ".join(words))
        return angles

    def by_coordinate(self) -> dict[str, float]:
        """The angles with every side written out; what names a side goes before what names both."""
        written = {c: v for name, v in self.angles.items() for c in both_sides(name)}
        return written | {n: v for n, v in self.angles.items() if n in coordinates()}


class Tempo(Value):
    """Seconds of one repetition as the figure shows it: way out, hold, way back."""

    out_s: Annotated[float, Field(gt=0, le=20)]
    hold_s: Annotated[float, Field(ge=0, le=20)]
    back_s: Annotated[float, Field(gt=0, le=20)]


class Force(Value):
    """A force on a place of the body that no prop shows: a weight at the ankle, a hand that pushes.
    Newtons forward, up and right in the room; a weight of 4 kg is (0, -39, 0)."""

    on: str
    newtons: tuple[Newtons, Newtons, Newtons]

    @field_validator("on")
    @classmethod
    def _on_the_body(cls, text: str) -> str:
        patch(text)
        return text

    @property
    def patch(self) -> str:
        return patch(self.on)


class Shown(Value):
    """Poses with what is around them: the whole motion, or one variant of it."""

    poses: tuple[KeyPose, ...] = Field(min_length=1, max_length=6)
    props: tuple[PropPlace, ...] = ()
    forces: tuple[Force, ...] = ()
    view: View = "front-left"
    tempo: Tempo | None = None

    @model_validator(mode="after")
    def _said_right(self) -> Self:
        wrong = []
        for pose in self.poses:
            for text in pose.contacts:
                try:
                    touches(text, self.surfaces)
                except ValueError as error:
                    wrong.append(f"in pose '{pose.name}': {error}")
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The names that a contact may end with: each prop, and each of its surfaces."""
        return tuple(
            name
            for prop in self.props
            for name in (prop.called, *(f"{prop.called}.{s}" for s in PROPS[prop.kind].surfaces))
        )

    def touches_of(self, pose: KeyPose) -> tuple[Touch, ...]:
        return tuple(t for text in pose.contacts for t in touches(text, self.surfaces))


class Variant(Shown):
    """Another way of doing it, or of doing it wrong."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: WordedName
    kind: Literal["easier", "harder", "isometric", "dynamic", "other_place", "fault"]


class Motion(Shown):
    """The motion of an exercise, a check or a habit."""

    variants: tuple[Variant, ...] = ()


def both_sides(name: str) -> tuple[str, ...]:
    """The coordinates that a name means: itself, or left and right; none if it is unknown."""
    known = coordinates()
    if name in known:
        return (name,)
    pair = (f"{name}_l", f"{name}_r")
    return pair if all(one in known for one in pair) else ()
