"""What is said while somebody moves: one line at a time, seldom, and good news too.

Who is told everything hears nothing. So: at most one line a repetition, the same cue at most once
in three, and when a fault that was spoken of has gone, that is said. Cues speak of a place outside
the body where they can (a wall, the floor, a tray): attention outward makes moving easier to learn
(external focus: PMC8637244, a clinical commentary).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from coxa.language import gettext as _
from coxa.language import later
from coxa.motion.watching.faults import BY_ID
from coxa.motion.watching.faults.finder import Found

REST = 3  # repetitions from one saying of a line to the next of the same (the issue's own figure)
ALL_THE_WAY = "all_the_way"
FULL_WORDS = later("All the way.")
CLEAN_FOR_PRAISE = 2  # full repetitions without a fault in a row: once is luck (our choice)


@dataclass(frozen=True, slots=True)
class Cue:
    """One line. `id` is the fault's, or `all_the_way`; `good` if it is good news."""

    id: str
    words: str
    good: bool


class Cues:
    """Chooses what to say. Ask `during` in every picture, and `after` when a repetition ended."""

    def __init__(self) -> None:
        self._number = 0  # repetitions that have ended
        self._said: dict[tuple[str, bool], int] = {}
        self._spoke_in: int | None = None
        self._open: dict[str, None] = {}  # faults that were spoken of and not yet seen gone
        self._clean = 0

    def during(self, new: Iterable[Found]) -> Cue | None:
        """What to say about faults that were just named, or None."""
        for found in new:
            if cue := self._fault(found.id):
                return cue
        return None

    def after(self, faults: Iterable[Found], full: bool) -> Cue | None:
        """What to say when a repetition has ended, with its faults, the most important first."""
        ids = tuple(dict.fromkeys(found.id for found in faults))
        self._clean = self._clean + 1 if full and not ids else 0
        cue = self._mended(ids) or self._first(ids) or self._praise()
        self._number += 1
        return cue

    def _first(self, ids: Iterable[str]) -> Cue | None:
        return next((cue for id_ in ids if (cue := self._fault(id_))), None)

    def _fault(self, id_: str) -> Cue | None:
        cue = self._say(Cue(id_, _(BY_ID[id_].cue), good=False))
        if cue is not None:
            self._open[id_] = None
        return cue

    def _mended(self, ids: Iterable[str]) -> Cue | None:
        """Good news about a fault that was spoken of in an earlier repetition, and is gone."""
        here = set(ids)
        for id_ in list(self._open):
            if id_ not in here and self._said[id_, False] < self._number:
                del self._open[id_]
                if cue := self._say(Cue(id_, _(BY_ID[id_].better), good=True)):
                    return cue
        return None

    def _praise(self) -> Cue | None:
        if self._clean < CLEAN_FOR_PRAISE:
            return None
        return self._say(Cue(ALL_THE_WAY, _(FULL_WORDS), good=True))

    def _say(self, cue: Cue) -> Cue | None:
        """The cue, unless something was said in this repetition, or the same not long ago."""
        last = self._said.get((cue.id, cue.good))
        if self._spoke_in == self._number:
            return None
        if last is not None and self._number - last < REST:
            return None
        self._said[cue.id, cue.good] = self._spoke_in = self._number
        return cue
