"""The same time each day, seen in when sessions began."""

from datetime import UTC, datetime, time, timedelta

import pytest

from coxa.coaching.usual_time import usual_time
from coxa.training.log import Entry, SessionDoneEntry, SessionStarted
from tests.cast import MONDAY, session_id

ROME = "Europe/Rome"
LATER = datetime.combine(MONDAY + timedelta(days=13), time(23), UTC)


def begun(*moments: tuple[int, str]) -> list[Entry]:
    """Sessions, each on a day after Monday at a time in UTC."""
    entries = []
    for day, clock in moments:
        began = datetime.combine(MONDAY + timedelta(days=day), time.fromisoformat(clock), UTC)
        sid = session_id(f"{day} {clock}")
        for n, body in enumerate(
            (SessionStarted(session_id=sid), SessionDoneEntry(session_id=sid))
        ):
            at = began + timedelta(minutes=n)
            one = Entry(
                id=session_id(f"{day} {clock} {n}"), at=at, day=began.date(), zone=ROME, body=body
            )
            entries.append(one)
    return entries


@pytest.mark.parametrize(
    ("moments", "usual"),
    [
        ([(0, "06:28"), (1, "06:31"), (3, "06:33"), (4, "06:29")], time(7, 30)),
        ([(0, "06:30"), (1, "06:30"), (3, "06:30")], None),  # too few days
        ([(0, "06:00"), (1, "11:00"), (3, "17:00"), (4, "20:00")], None),  # all over the day
        ([(0, "06:30"), (1, "06:30"), (3, "06:40"), (4, "19:00")], time(7, 30)),  # once otherwise
        ([(0, "22:50"), (1, "23:05"), (3, "23:10"), (4, "22:55")], time(23, 55)),  # near midnight
        ([(0, "06:30"), (0, "19:00"), (1, "06:30"), (2, "06:30"), (3, "06:30")], time(7, 30)),
    ],
)
def test_the_middle_of_the_days_first_begins_if_they_lie_together(moments, usual):
    assert usual_time(begun(*moments), LATER, ROME) == usual


def test_older_than_two_weeks_says_nothing_about_today():
    entries = begun((0, "06:30"), (1, "06:30"), (2, "06:30"), (3, "06:30"))
    assert usual_time(entries, LATER + timedelta(days=14), ROME) is None


def test_the_time_is_that_of_the_clock_also_over_a_change_of_the_clocks():
    saturday = datetime(2026, 3, 28, tzinfo=UTC).date()
    days = [(saturday - MONDAY).days + n for n in range(4)]
    entries = begun(*[(d, "06:30" if n == 0 else "05:30") for n, d in enumerate(days)])
    assert usual_time(entries, datetime(2026, 4, 2, tzinfo=UTC), ROME) == time(7, 30)
