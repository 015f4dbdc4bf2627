"""The changes made by hand so far: which days they touch, and which of them belong together."""

from datetime import date, timedelta

from coxa.training.log import Log, WeekAdjusted

WEEK = timedelta(days=7)


def adjusted_days(entries: Log, monday: date) -> set[date]:
    """The days of this week that stand as the person changed them."""
    changed: set[date] = set()
    for change in _changes(entries, monday):
        changed = changed - {change.day} if change.change == "restore" else changed | _days(change)
    return changed


def together(restore: WeekAdjusted, entries: Log) -> list[WeekAdjusted]:
    """`restore`, and the same for the days that changed places with its day: a session that was
    moved must not stand in both."""
    linked = {restore.day}
    monday = restore.day - timedelta(days=restore.day.weekday())
    moves = [_days(one) for one in _changes(entries, monday) if one.change == "move"]
    while any(days & linked and not days <= linked for days in moves):
        linked = linked.union(*(days for days in moves if days & linked))
    return [WeekAdjusted(day=day, change="restore") for day in sorted(linked)]


def _changes(entries: Log, monday: date) -> list[WeekAdjusted]:
    bodies = (entry.body for entry in entries)
    return [
        body
        for body in bodies
        if isinstance(body, WeekAdjusted) and monday <= body.day < monday + WEEK
    ]


def _days(change: WeekAdjusted) -> set[date]:
    return {day for day in (change.day, change.to_day) if day}
