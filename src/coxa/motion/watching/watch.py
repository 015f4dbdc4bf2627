"""Watches one person do one exercise: landmarks in, what is seen out, picture by picture.

The same object serves the live coach and a recording: what `frame` says at once is what `report`
says at the end, but that the end knows how far this person usually goes.
"""

from collections import Counter as Tally
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coxa.language import gettext as _
from coxa.motion.watching.angles import Reading, readings
from coxa.motion.watching.correctness import judged, rules_for
from coxa.motion.watching.cues import Cue, Cues
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import BY_ID
from coxa.motion.watching.faults.fault import Moment
from coxa.motion.watching.faults.finder import FaultFinder, Found
from coxa.motion.watching.finding import Finder, find
from coxa.motion.watching.holds import Hold, HoldTimer
from coxa.motion.watching.points import Frame
from coxa.motion.watching.repetitions import Counter, Repetition, settled, with_faults, with_form
from coxa.motion.watching.reporting import (
    TIME_DIGITS,
    fault_json,
    hold_json,
    repetition_json,
    rounded,
)
from coxa.motion.watching.series import Series
from coxa.motion.watching.setting_up import Help, SettingUp
from coxa.motion.watching.smoothing import TRUNK_AND_LEGS, Smoother
from coxa.motion.watching.view import View, ViewFinder
from coxa.motion.watching.worst import Worst, WorstOfHold

MOSTLY = 0.5  # of the pictures: what is missing in more than this is said
RECENT = 2048  # pictures that are kept, to judge the repetition that has just ended


@dataclass(frozen=True, slots=True)
class Seen:
    """What one picture showed. `repetition` is given in the picture in which it has ended.

    `faults` were named in this picture; those of a whole repetition stand in it. `cue` is to be
    said now, `help` what to change before the camera sees what it needs. `reps` counts the full
    ones until now, `progress` is how far out this one is (0 to 1), `hold_s` how long the position
    has been held, `worst` where this hold was worst until now, if it had a fault.
    """

    view: View
    readings: Mapping[str, Reading]
    repetition: Repetition | None
    reps: int
    progress: float
    hold_s: float
    side: str
    faults: tuple[Found, ...] = ()
    cue: Cue | None = None
    help: Help | None = None
    worst: Worst | None = None


class Watcher:
    """Watches one exercise; without `expected`, any movement that repeats itself."""

    def __init__(self, expected: Expected | None = None) -> None:
        self.expected = expected
        self.series = Series()
        self.reps = 0
        self._smoother = Smoother(TRUNK_AND_LEGS)
        self._finder = ViewFinder()
        self._view = View.UNKNOWN
        self._views: Tally[View] = Tally()
        self._pictures = self._empty = 0
        counts = expected is not None and expected.kind == "repetitions"
        holds = expected is not None and expected.kind == "hold"
        self._counter = Counter(expected) if expected is not None and counts else None
        self._timer = HoldTimer(expected) if expected is not None and holds else None
        self._unnamed = Finder() if expected is None else None
        self._faults = FaultFinder(expected)
        self._worst = WorstOfHold(tuple(BY_ID))
        self._cues = Cues()
        self._cue: Cue | None = None
        self._setting_up = SettingUp(expected)
        self._rules = rules_for(expected.exercise) if expected is not None else None
        self._recent: deque[Frame] = deque(maxlen=RECENT)
        self._form: dict[float, float] = {}  # by when a repetition began

    def frame(self, frame: Frame) -> Seen:
        """One picture more. Times must grow; a picture from before the last changes nothing."""
        if self.series.time_s and frame.time_s <= self.series.time_s[-1]:
            self._cue = None
            return self._seen(self._finder.view, {}, None, [])
        self._pictures += 1
        if frame.empty:
            self._empty += 1
        view = self._finder.add(frame)
        if view is not self._view and frame.image is not None and self._counter is not None:
            self._counter.seen_from(view)
        self._view = view
        self._views[view] += 1
        smooth = self._smoother.add(frame)
        now = readings(smooth, view)
        self.series.add(frame.time_s, now)
        # From pictures the rules have not been measured: markers only.
        if self._rules is not None and frame.image is None and not frame.empty:
            self._recent.append(smooth)
        faults = [] if frame.empty else self._faults.add(Moment(smooth, view, now, self.expected))
        self._cue = self._cues.during(faults) if faults else None
        self._setting_up.add(frame, view)
        repetition = self._follow(frame.time_s, now)
        wrong = {} if frame.empty else self._faults.now
        worst = self._worst.add(frame.time_s, self._held_s, wrong)
        return self._seen(view, now, repetition, faults, worst)

    def report(self) -> dict[str, Any]:
        """The whole recording: what `coxa measure --json` gives, times in seconds, degrees."""
        series = self.series
        repetitions, faults = self._with_faults()
        return {
            "view": self._main_view().value,
            "time_s": [round(t, TIME_DIGITS) for t in series.time_s],
            "angles": {name: rounded(column) for name, column in series.angles.items()},
            "confidence": {name: rounded(column) for name, column in series.confidence.items()},
            "repetitions": [repetition_json(one) for one in repetitions],
            "holds": [hold_json(one) for one in self.holds()],
            "faults": [fault_json(one) for one in faults],
            "notes": list(self._notes()),
        }

    def repetitions(self) -> list[Repetition]:
        """All until now, as if the recording ended here, judged with all of it known."""
        return self._with_faults()[0]

    def faults(self) -> list[Found]:
        """All until now, in the order in which they began."""
        return self._with_faults()[1]

    def _with_faults(self) -> tuple[list[Repetition], list[Found]]:
        """What was full is known better at the end, so the faults of whole repetitions are too."""
        found, repetitions = list(self._faults.found), []
        for one in self._counted():
            faults = self._faults.ended(one)
            found += [fault for fault in faults if fault.fault.measure is None]
            repetitions.append(self._judged(with_faults(one, [fault.id for fault in faults])))
        return repetitions, sorted(found, key=lambda fault: fault.time_s)

    def _counted(self) -> list[Repetition]:
        if self._counter is not None and self.expected is not None:
            return settled(self._counter.ended(), self._counter.way_deg)
        return find(self.series) if self._unnamed is not None else []

    def holds(self) -> list[Hold]:
        """All until now, the one that still lasts included."""
        return self._timer.ended() if self._timer is not None else []

    def _follow(self, time_s: float, now: Mapping[str, Reading]) -> Repetition | None:
        if self._timer is not None:
            before = self._timer.side
            self._timer.add(time_s, now)
            if self._timer.side and not before:
                self._faults.worked(self._timer.side)
            return None
        counter = self._counter or self._unnamed
        repetition = counter.add(time_s, now) if counter is not None else None
        if repetition is None:
            return None
        self.reps += repetition.full
        self._faults.worked(repetition.side)
        faults = self._faults.ended(repetition)
        self._cue = self._cues.after(faults, repetition.full) or self._cue
        return self._judged(with_faults(repetition, [one.id for one in faults]))

    def _judged(self, repetition: Repetition) -> Repetition:
        """With what the rules for this exercise say of its form, where there are any."""
        if self._rules is None:
            return repetition
        if repetition.start_s not in self._form:
            times = repetition.start_s, repetition.end_s
            frames = [one for one in self._recent if times[0] <= one.time_s <= times[1]]
            said = judged(frames, self._rules, self._finder.view)
            if said is None:
                return repetition
            self._form[repetition.start_s] = said.score
        return with_form(repetition, self._form[repetition.start_s])

    def _seen(
        self,
        view: View,
        now: Mapping[str, Reading],
        repetition: Repetition | None,
        faults: Iterable[Found],
        worst: Worst | None = None,
    ) -> Seen:
        timer, counter = self._timer, self._counter
        return Seen(
            view=view,
            readings=now,
            repetition=repetition,
            reps=self.reps,
            progress=counter.progress if counter is not None else 0.0,
            hold_s=self._held_s,
            side=timer.side if timer is not None else repetition.side if repetition else "",
            faults=tuple(faults),
            cue=self._cue,
            help=self._setting_up.help,
            worst=worst,
        )

    @property
    def _held_s(self) -> float:
        return self._timer.held_s if self._timer is not None else 0.0

    def _main_view(self) -> View:
        known = [(n, view) for view, n in self._views.items() if view is not View.UNKNOWN]
        return max(known)[1] if known else View.UNKNOWN

    def _notes(self) -> Iterable[str]:
        if not self._pictures:
            yield _("There is no picture in this recording.")
            return
        if self._empty:
            yield _("Nobody was seen in {empty} of {pictures} pictures.").format(
                empty=self._empty, pictures=self._pictures
            )
        if self.expected is not None:
            yield from self._notes_on(self.expected)

    def _notes_on(self, expected: Expected) -> Iterable[str]:
        seen = [column for name, column in self.series.angles.items() if _is(name, expected)]
        read = max((sum(v is not None for v in column) for column in seen), default=0)
        if read < MOSTLY * self._pictures:
            words = expected.primary.replace("_", " ")
            yield _("The {words} could be read in {read} of {pictures} pictures only.").format(
                words=words, read=read, pictures=self._pictures
            )
        view = self._main_view()
        if expected.views and view.value not in expected.views and view is not View.UNKNOWN:
            yield _("Seen from {view}; {views} shows this better.").format(
                view=view.value, views=" or ".join(expected.views)
            )


def _is(name: str, expected: Expected) -> bool:
    return expected.primary in (name, name[:-2])
