"""What to ask now, and why. A question is due until it is answered or its time is over."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from coxa.coaching.blocks import WEEK, Block, block_of, monday_of
from coxa.coaching.sessions import SessionRecord, sessions_of
from coxa.language import gettext as _
from coxa.language import ngettext
from coxa.reading.values import Value
from coxa.training.log import (
    AboutAnswered,
    BlockChosen,
    ChangeAnswered,
    CheckDone,
    Entry,
    HurtReported,
    Log,
    SafetyAnswered,
    WeeklyAnswered,
    in_force,
)
from coxa.training.phases import BLOCK_WEEKS

AWAY = timedelta(days=28)
MORNING_WITHIN = timedelta(days=2)
MARKS = (4, 8, 12)  # weeks of a block at which one looks back
FIRST_CHECKS = 4
FIRST_CHECKS_UNTIL = 4  # the week
WEEKLY_FROM = 2


class Question(Value):
    kind: Literal["safety", "morning", "weekly", "change", "recheck", "block"]
    reason: str
    about: date | None = None  # morning: the day of the session that is asked about
    week: int | None = None  # of the block
    checks: tuple[str, ...] = ()  # recheck: those done before; empty: the first ones


def due(entries: Iterable[Entry], today: date) -> tuple[Question, ...]:
    """All that is due, in the order in which it should be asked."""
    log = in_force(entries)
    records = sessions_of(log)
    return tuple(_all(log, records, today))


def _all(log: Log, records: Sequence[SessionRecord], today: date) -> Iterator[Question]:
    block = block_of(log, records, today)
    week = block.week_on(today) if block else 0
    yield from _safety(log, records, block, week, today)
    yield from _morning(records, today)
    known = any(isinstance(e.body, AboutAnswered) for e in log)
    if block is None or not known:
        return
    yield from _weekly(log, week, today)
    yield from _change(log, block, week, today)
    yield from _checks(log, block, week, today)
    yield from _block(log, records, block, week, today)


def _safety(
    log: Log, records: Sequence[SessionRecord], block: Block | None, week: int, today: date
) -> Iterator[Question]:
    answered = [e.day for e in log if isinstance(e.body, SafetyAnswered)]
    whole = any(isinstance(e.body, SafetyAnswered) and e.body.whole for e in log)
    trained = [one.day for one in records if one.finished]
    if not whole:
        reason = _("Before your first plan, we ask whether it is safe to train now.")
    elif _hurt_badly_since(log):
        reason = _("Something hurt in a way that we ask about before you go on.")
    elif today - max(answered + trained) > AWAY:
        reason = _("You were away for more than four weeks, and things may have changed.")
    elif block and max(answered) < _last_mark(block, week):
        reason = _("You are in week {week}: a short look at whether all is still well.")
        reason = reason.format(week=week)
    else:
        return
    yield Question(kind="safety", reason=reason, week=week or None)


def _hurt_badly_since(log: Log) -> bool:
    """Sharp or locking, numb or weak, cannot stand, calf or chest: said after the last page."""
    told = [e for e in log if isinstance(e.body, SafetyAnswered | HurtReported)]
    return any(
        isinstance(e.body, HurtReported) and e.body.what != "none_of_these"
        for e in _after_last_safety(told)
    )


def _after_last_safety(told: Sequence[Entry]) -> Sequence[Entry]:
    answers = [n for n, entry in enumerate(told) if isinstance(entry.body, SafetyAnswered)]
    return told[answers[-1] + 1 :] if answers else told


def _morning(records: Sequence[SessionRecord], today: date) -> Iterator[Question]:
    """About the last session of the two days before today, if nothing was said of it yet."""
    recent = [one for one in records if one.finished and today - MORNING_WITHIN <= one.day < today]
    last = max(recent, key=lambda one: (one.day, one.began), default=None)
    if last and last.morning is None:
        reason = _("How it feels the morning after decides what your next session is.")
        yield Question(kind="morning", about=last.day, reason=reason)


def _weekly(log: Log, week: int, today: date) -> Iterator[Question]:
    if week >= WEEKLY_FROM and not _this_week(log, WeeklyAnswered, today):
        reason = _("Once a week we ask how your days go.")
        yield Question(kind="weekly", week=week, reason=reason)


def _change(log: Log, block: Block, week: int, today: date) -> Iterator[Question]:
    if _at_mark(block, week) and not _this_week(log, ChangeAnswered, today):
        reason = ngettext(
            "After {n} week: how do you find it compared with the start?",
            "After {n} weeks: how do you find it compared with the start?",
            week,
        ).format(n=week)
        yield Question(kind="change", week=week, reason=reason)


def _checks(log: Log, block: Block, week: int, today: date) -> Iterator[Question]:
    """The same checks again at the marks; before that the first ones, a few a week."""
    if _this_week(log, CheckDone, today):
        return
    done = tuple(dict.fromkeys(e.body.check_id for e in log if isinstance(e.body, CheckDone)))
    if done and _at_mark(block, week):
        reason = _("The same checks again show what has changed.")
        yield Question(kind="recheck", week=week, checks=done, reason=reason)
    elif week <= FIRST_CHECKS_UNTIL and len(done) < FIRST_CHECKS:
        reason = _("A few short checks let your plan fit you better. You can skip them.")
        yield Question(kind="recheck", week=week, reason=reason)


def _block(
    log: Log, records: Sequence[SessionRecord], block: Block, week: int, today: date
) -> Iterator[Question]:
    since = block.start + (BLOCK_WEEKS - 1) * WEEK
    chosen = any(isinstance(e.body, BlockChosen) and e.day >= since for e in log)
    if block.maintaining or chosen:
        return
    over = week > BLOCK_WEEKS or (week == BLOCK_WEEKS and _days_done(log, records, today))
    if over:
        reason = _("Twelve weeks are done. You choose what comes next.")
        yield Question(kind="block", week=week, reason=reason)


def _days_done(log: Log, records: Sequence[SessionRecord], today: date) -> bool:
    """Whether all of this week's days are done."""
    abouts = [e.body for e in log if isinstance(e.body, AboutAnswered)]
    done = {one.day for one in records if one.finished and monday_of(today) <= one.day <= today}
    return bool(abouts) and len(done) >= abouts[-1].days_per_week


def _at_mark(block: Block, week: int) -> bool:
    """Weeks 4, 8 and 12; every twelfth week while maintaining."""
    return week in MARKS or (block.maintaining and week > 0 and week % BLOCK_WEEKS == 0)


def _last_mark(block: Block, week: int) -> date:
    """The Monday of the newest week to look back at: who was away that week is asked after it."""
    marks = [one for one in range(1, week + 1) if _at_mark(block, one)]
    return block.start + (marks[-1] - 1) * WEEK if marks else date.min


def _this_week(log: Log, kind: type, today: date) -> bool:
    return any(isinstance(e.body, kind) and e.day >= monday_of(today) for e in log)
