"""What stands on an exercise's page, as words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coxa.coaching.words import dose_words, minutes_words, seconds_words
from coxa.exercises.exercise import DefaultDose, Exercise, Source
from coxa.exercises.library import Library
from coxa.exercises.vocabulary import TAGS, SourceStatus
from coxa.exercises.words import KINDS, LEVELS, POSITIONS, SOURCES, STATUSES, needs_words
from coxa.training.plan import Item
from coxa.web.library.cards import Card, card
from coxa.web.library.for_person import ForPerson, Standing

# A tag that is about where or how, not about what the hip has to bear.
ABOUT_THE_PLACE = {
    "bed_ok", "floor", "functional", "low_load", "seated", "standing", "supine", "supported",
    "dynamic",
}  # fmt: skip


@dataclass(frozen=True)
class SourceLine:
    title: str
    dose: str
    status: str
    tone: str


@dataclass(frozen=True)
class Page:
    kind: str
    where: str
    level: str
    needs: str
    helpful: str
    dose: str
    rest: str
    takes: str
    grows: str
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    harder: tuple[Card, ...]
    easier: tuple[Card, ...]
    sources: tuple[SourceLine, ...]
    asks: tuple[str, ...]
    setting: tuple[str, ...]
    standing: Standing
    left_out: str
    top_level: int


def exercise_page(one: Exercise, library: Library, who: ForPerson) -> Page:
    return Page(
        kind=KINDS[one.kind],
        where=POSITIONS[one.position],
        level=_("Level {level} of 5: {lower}").format(
            level=one.level, lower=LEVELS[one.level].lower()
        ),
        needs=_list(needs_words(one)),
        helpful=_list(list(one.equipment.helpful)),
        dose=dose_words(usual_item(one), one),
        rest=seconds_words(one.dose.rest_s) if one.dose.sets > 1 else "",
        takes=minutes_words(one.seconds(one.start_dose)),
        grows=_grows(one.dose),
        primary=tuple(muscle.words for muscle in one.muscles.primary),
        secondary=tuple(muscle.words for muscle in one.muscles.secondary),
        harder=tuple(card(library[i], who.reason(library[i])) for i in one.ladder.harder),
        easier=tuple(card(library[i], who.reason(library[i])) for i in one.ladder.easier),
        sources=tuple(map(_source, one.sources)),
        asks=tuple(TAGS[tag] for tag in one.tags if tag not in ABOUT_THE_PLACE),
        setting=tuple(TAGS[tag] for tag in one.tags if tag in ABOUT_THE_PLACE),
        standing=who.standing(one),
        left_out=who.reason(one),
        top_level=who.top_level,
    )


def usual_item(one: Exercise) -> Item:
    """The exercise as it is begun with."""
    d = one.dose
    return Item(exercise_id=one.id, sets=d.sets, reps=d.reps, hold_s=d.hold_s, rest_s=d.rest_s)


def _source(source: Source) -> SourceLine:
    title = source.title or SOURCES.get(source.number or "", "Coxa")
    tone = {SourceStatus.CONFIRMED: "do", SourceStatus.OUR_CHOICE: "care"}.get(source.status, "")
    return SourceLine(title, source.dose, STATUSES[source.status], tone)


def _grows(dose: DefaultDose) -> str:
    """How far the dose itself grows before a harder exercise takes over."""
    if dose.range.reps:
        low, high = dose.range.reps
        return (
            _("It grows from {low} to {high} repetitions").format(low=low, high=high)
            if low < high
            else ""
        )
    if dose.range.hold_s:
        low, high = dose.range.hold_s
        return (
            _("It grows from holds of {low} to {high} seconds").format(low=low, high=high)
            if low < high
            else ""
        )
    return ""


def _list(words: list[str]) -> str:
    """ "a, b and c" """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
