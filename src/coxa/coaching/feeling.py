"""How it feels, from all the places where a person says so: pain, stiffness, activities."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from coxa.coaching.blocks import monday_of
from coxa.training.log import (
    AboutAnswered,
    Entry,
    HurtReported,
    Log,
    SessionDoneEntry,
    WeeklyAnswered,
)
from coxa.training.person import Activity, OutcomeDone, Pain, Site

_ONE_DAY = timedelta(days=1)


def pain_of(log: Log, today: date) -> Pain:
    """Pain now is the newest word on it; the worst is of the last day, or as "about me" said."""
    newest = next(iter(reversed(list(_pain_now(log)))), None)
    if newest is None:
        return Pain(location=_main_site(log))
    entry, now = newest
    if isinstance(entry.body, AboutAnswered):
        worst = max(now, entry.body.pain_worst_24h)
    else:
        worst = max([now, *(p for e, p in _felt(log) if e.day >= today - _ONE_DAY)])
    return Pain(now=now, worst_24h=worst, location=_main_site(log))


def _pain_now(log: Log) -> Iterator[tuple[Entry, float]]:
    for entry in log:
        body = entry.body
        if isinstance(body, AboutAnswered | SessionDoneEntry) and body.pain_now is not None:
            yield entry, body.pain_now
        elif isinstance(body, WeeklyAnswered) and body.pain:
            yield entry, max(body.pain.values())


def _felt(log: Log) -> Iterator[tuple[Entry, float]]:
    yield from _pain_now(log)
    for entry in log:
        if isinstance(entry.body, HurtReported) and entry.body.pain is not None:
            yield entry, entry.body.pain


def _main_site(log: Log) -> Site | None:
    """Where it usually hurts most, by the newest answer that names a place."""
    by_site: Mapping[Site, float] = next(iter(reversed(list(_sites(log)))), {})
    sore = {site: pain for site, pain in by_site.items() if pain > 0}
    worst = max(sore.values(), default=0)
    return next((site for site, pain in sore.items() if pain == worst), None)


def _sites(log: Log) -> Iterator[Mapping[Site, float]]:
    for entry in log:
        if isinstance(entry.body, AboutAnswered | WeeklyAnswered) and entry.body.pain:
            yield entry.body.pain


def usual_pain(log: Log) -> float | None:
    """The usual pain at the main site as "about me" has it last; None if it was not answered."""
    abouts = [e.body for e in log if isinstance(e.body, AboutAnswered) and e.body.pain]
    return max(abouts[-1].pain.values()) if abouts else None


def weekly_pain(log: Log, since: date) -> tuple[float, ...]:
    """The mean of each Monday week that says anything, oldest first."""
    weeks: dict[date, list[float]] = defaultdict(list)
    for entry, pain in _pain_now(log):
        if entry.day >= since and not isinstance(entry.body, AboutAnswered):
            weeks[monday_of(entry.day)].append(pain)
    return tuple(round(sum(weeks[week]) / len(weeks[week]), 2) for week in sorted(weeks))


def stiffness(log: Log) -> float | None:
    said = [
        e.body.stiffness
        for e in log
        if isinstance(e.body, AboutAnswered | WeeklyAnswered) and e.body.stiffness is not None
    ]
    return said[-1] if said else None


def activities(log: Log) -> tuple[Activity, ...]:
    rated = list(_activities(log))
    return rated[-1] if rated else ()


def _activities(log: Log) -> Iterator[tuple[Activity, ...]]:
    for entry in log:
        if isinstance(entry.body, AboutAnswered | WeeklyAnswered) and entry.body.activities:
            yield entry.body.activities


def outcomes(log: Log) -> tuple[OutcomeDone, ...]:
    """First against last: usual pain, and the mean of the rated activities."""
    found = (_nrs(log), _activity_mean(list(_activities(log))))
    return tuple(one for one in found if one is not None)


def _nrs(log: Log) -> OutcomeDone | None:
    usual = [max(by_site.values()) for by_site in _sites(log)]
    if len(usual) < 2:
        return None
    return OutcomeDone(measure="nrs", first=usual[0], last=usual[-1])


def _activity_mean(rated: Sequence[Iterable[Activity]]) -> OutcomeDone | None:
    """Only activities named both times count: a new name is no change of the old one."""
    if len(rated) < 2:
        return None
    first, last = ({one.name: one.rating for one in ratings} for ratings in (rated[0], rated[-1]))
    both = [name for name in first if name in last]
    if not both:
        return None
    means = [round(sum(ratings[name] for name in both) / len(both), 2) for ratings in (first, last)]
    return OutcomeDone(measure="psfs_average", first=means[0], last=means[1])
