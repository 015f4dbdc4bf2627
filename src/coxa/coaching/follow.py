"""The person as the log tells of them today: the newest answers, and what was done since."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from coxa.checks.library import checks
from coxa.coaching import feeling
from coxa.coaching.blocks import Block, adherence, block_of
from coxa.coaching.logbook import last_week_strength_sets, log_of_exercises, strength_sets
from coxa.coaching.sessions import SessionRecord, sessions_of
from coxa.exercises.library import exercises
from coxa.safety.profiles import profiles
from coxa.training.log import (
    AboutAnswered,
    CheckDone,
    Entry,
    ExerciseChanged,
    Log,
    SafetyAnswered,
    in_force,
)
from coxa.training.person import History, Person, Reading, Sided, Wishes, split_weeks

FAMILIAR_AFTER = 2  # sessions
SWAPS_TO_NEVER = 2
MOST_LEVELS = 2

_FROM_ABOUT = (
    "age", "sex", "level", "goal", "minutes_per_session", "sessions_per_day", "days_per_week",
    "equipment", "reason", "irritability", "sitting_hours", "sports", "someone_nearby",
)  # fmt: skip
_FROM_SAFETY = (
    "conditions", "clearance", "red_flags", "screen", "floor",
    "surgery_date", "due_date", "birth_date",
)  # fmt: skip
_WEEKS = re.compile(r"\d+$")


def person_from(entries: Iterable[Entry], today: date) -> Person | None:
    """None until both the safety page and "about me" are answered."""
    log = in_force(entries)
    return person_of(log, sessions_of(log), today)


def person_of(log: Log, records: Sequence[SessionRecord], today: date) -> Person | None:
    """The same, of a log in force and its sessions, where they are known already."""
    safety, about = safety_in_force(log, today), _about(log)
    if safety is None or about is None:
        return None
    block = block_of(log, records, today)
    data: dict[str, Any] = {name: getattr(about.body, name) for name in _FROM_ABOUT}
    data |= {name: getattr(safety, name) for name in _FROM_SAFETY}
    if block and block.goal and block.chosen_at and block.chosen_at >= about.at:
        data["goal"] = block.goal
    return Person(
        **data,
        checks=_checks(log),
        pain=feeling.pain_of(log, today),
        activities=feeling.activities(log),
        stiffness=feeling.stiffness(log),
        history=_history(log, records, today),
        wishes=_wishes(records, block),
    )


def history_from(entries: Iterable[Entry], today: date) -> History:
    log = in_force(entries)
    return _history(log, sessions_of(log), today)


def safety_in_force(entries: Iterable[Entry], today: date) -> SafetyAnswered | None:
    """The last whole safety page, brought up to date by shorter ones since; None without a whole.

    The shorter page of Start now asks all red flags anew, so its answer to them rules; a condition
    it does not name may only not have been asked, so conditions add up.
    """
    page: SafetyAnswered | None = None
    for entry in in_force(entries):
        if isinstance(entry.body, SafetyAnswered):
            answer = entry.body.model_copy(
                update={"conditions": _grown(entry.body.conditions, (today - entry.day).days)}
            )
            if answer.whole:
                page = answer
            elif page is not None:
                page = _updated(page, answer)
    return page


def _updated(page: SafetyAnswered, shorter: SafetyAnswered) -> SafetyAnswered:
    said = {
        name: value
        for name in ("age", "clearance", "surgery_date", "due_date", "birth_date")
        if (value := getattr(shorter, name)) is not None
    }
    joined = {
        "conditions": tuple(dict.fromkeys((*page.conditions, *shorter.conditions))),
        "screen": tuple(dict.fromkeys((*page.screen, *shorter.screen))),
    }
    newest = {"red_flags": shorter.red_flags, "floor": shorter.floor}
    return page.model_copy(update=said | joined | newest)


def _grown(conditions: Sequence[str], days: int) -> tuple[str, ...]:
    """`pregnant_weeks_28`, said three weeks ago, is `pregnant_weeks_31` today."""
    counted = {row.code for row in profiles() if row.counts_weeks}
    words = []
    for word in conditions:
        code, weeks = split_weeks(word)
        if weeks is not None and code in counted:
            word = _WEEKS.sub(str(weeks + max(0, days) // 7), word)
        words.append(word)
    return tuple(words)


def _about(log: Log) -> Entry | None:
    return next((e for e in reversed(log) if isinstance(e.body, AboutAnswered)), None)


def _checks(log: Log) -> dict[str, Sided | Reading]:
    """The newest value of each check; of one done side by side, the newest of each side."""
    found: dict[str, Sided | Reading] = {}
    for entry in log:
        body = entry.body
        if not isinstance(body, CheckDone) or body.check_id not in checks():
            continue
        before = found.get(body.check_id)
        if isinstance(body.value, Sided) and isinstance(before, Sided):
            newer = body.value.model_dump(exclude_none=True)
            found[body.check_id] = before.model_copy(update=newer)
        else:
            found[body.check_id] = body.value
    return found


def _history(log: Log, records: Sequence[SessionRecord], today: date) -> History:
    block = block_of(log, records, today)
    about = _about(log)
    if block is None:
        return History()
    usual = feeling.usual_pain(log)
    days = about.body.days_per_week if about and isinstance(about.body, AboutAnswered) else 7
    return History(
        week=min(520, block.week_on(today)),
        adherence=adherence(block, records, days, today),
        baseline_pain=usual,
        last_session_days_ago=_days_ago(records, _trained, today),
        last_strength_days_ago=_days_ago(records, strength_sets, today),
        last_week_strength_sets=last_week_strength_sets(records, today),
        weekly_pain=feeling.weekly_pain(log, block.start),
        maintaining=block.maintaining,
        log=log_of_exercises(records, usual, block.start, today),
        outcomes=feeling.outcomes(log),
    )


def _days_ago(
    records: Sequence[SessionRecord], counts: Callable[[SessionRecord], object], today: date
) -> int | None:
    """How long ago the newest one was that counts; older ones are not looked at."""
    newest_first = sorted(records, key=lambda one: one.day, reverse=True)
    newest = next((one for one in newest_first if counts(one)), None)
    return max(0, (today - newest.day).days) if newest else None


def _trained(record: SessionRecord) -> bool:
    return record.trained


def _wishes(records: Sequence[SessionRecord], block: Block | None) -> Wishes:
    """What taps say about the plan.

    never: swapped away in two sessions since it was last chosen by hand.
    levels: harder less easier, each session one step at most, in this block. Easier taken because
    something hurt is no wish about the level: the pain rules see to it.
    familiar: done in two sessions or more.
    """
    done = Counter(i for one in records for i in one.exercise_ids if i in exercises())
    in_block = [one for one in records if block and one.day >= block.start]
    steps = sum(_step(one) for one in in_block)
    return Wishes(
        never=tuple(sorted(_never(records))),
        levels=max(-MOST_LEVELS, min(MOST_LEVELS, steps)),
        familiar=tuple(sorted(i for i, times in done.items() if times >= FAMILIAR_AFTER)),
    )


def _never(records: Sequence[SessionRecord]) -> set[str]:
    swapped: Counter[str] = Counter()
    for record in records:
        swaps = [one for one in record.changes if one.change == "swapped"]
        swapped.update({one.exercise_id for one in swaps if one.exercise_id in exercises()})
        for one in record.changes:
            if one.to_exercise is not None:
                swapped.pop(one.to_exercise, None)
    return {one for one, times in swapped.items() if times >= SWAPS_TO_NEVER}


def _step(record: SessionRecord) -> int:
    sore = {one.exercise_id for one in record.hurts}
    taps = sum(_direction(one) for one in record.changes if one.exercise_id not in sore)
    return max(-1, min(1, taps))


def _direction(change: ExerciseChanged) -> int:
    return {"harder": 1, "easier": -1}.get(change.change, 0)
