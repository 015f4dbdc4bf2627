"""A page to read: short parts, each sentence of them with who says so."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coxa.anatomy.muscles import Muscle
from coxa.exercises.exercise import Id
from coxa.exercises.vocabulary import SourceStatus
from coxa.reading.values import Value
from coxa.reading.worded import WORDS

OURS = "coxa"  # the source of what we chose ourselves

Line = Annotated[str, Field(min_length=3, max_length=160), WORDS]
Paragraph = Annotated[str, Field(min_length=10, max_length=500), WORDS]

Shelf = Literal["pain", "training", "hips", "evidence"]
Shown = Literal["", "red_flags_now", "red_flags_soon", "checks", "report"]


class Source(Value):
    """Where something was read. Without an address where there is none that will last."""

    title: Line
    address: Annotated[str, Field(pattern=r"^https?://")] | None = None


class Sources(Value):
    sources: Mapping[str, Source]


class Claim(Value):
    """Some sentences, and for each source of them how we know: read there, read where it is
    quoted, or chosen by us."""

    text: Paragraph
    by: Mapping[str, SourceStatus] = Field(min_length=1)

    @model_validator(mode="after")
    def _ours_is_ours(self) -> Self:
        for source, status in self.by.items():
            if (source == OURS) != (status is SourceStatus.OUR_CHOICE):
                raise ValueError(f"our_choice belongs to '{OURS}' and to nothing else")
        return self


class Part(Value):
    """`shows` names what the program itself puts under the text, from its own libraries."""

    heading: Line
    form: Literal["text", "list"] = "text"
    says: tuple[Claim, ...] = ()
    shows: Shown = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.says and not self.shows:
            raise ValueError("a part says or shows something")
        return self


class Page(Value):
    id: Id
    shelf: Shelf
    order: int = Field(ge=1, le=99)  # on its shelf
    title: Line
    lead: Line
    picture: Id  # the exercise, check or habit whose still stands beside the title
    phase: Literal["start", "end"] = "end"
    parts: tuple[Part, ...] = Field(min_length=2, max_length=6)
    exercises: tuple[Id, ...] = ()
    checks: tuple[Id, ...] = ()
    habits: tuple[Id, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    then: tuple[Id, ...] = Field(min_length=1, max_length=3)  # what to read next

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for part in self.parts for claim in part.says)

    @property
    def words(self) -> int:
        """How long it is to read, headings included."""
        texts = (self.lead, *(one.heading for one in self.parts), *(c.text for c in self.claims))
        return sum(len(text.split()) for text in texts)
