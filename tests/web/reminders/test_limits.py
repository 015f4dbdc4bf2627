"""So many times in so many seconds."""

from hypothesis import given
from hypothesis import strategies as st

from coxa.web.reminders.limits import MOST_NAMES, AtMost


def test_it_allows_so_many_times_and_again_when_the_first_is_long_past():
    limit = AtMost(2, 10)
    assert [limit.allows("a", at) for at in (0, 1, 2, 9.9, 10, 10.5, 11)] == [
        True, True, False, False, True, False, True,
    ]  # fmt: skip


def test_one_name_does_not_use_up_anothers():
    limit = AtMost(1, 10)
    assert limit.allows("a", 0)
    assert limit.allows("b", 0)
    assert not limit.allows("a", 1)


def test_whoever_makes_up_names_does_not_fill_the_memory():
    limit = AtMost(1, 10)
    for n in range(2 * MOST_NAMES):
        limit.allows(str(n), 0)
    assert len(limit._seen) == MOST_NAMES


@given(
    times=st.integers(1, 5),
    within=st.floats(1, 100),
    gaps=st.lists(st.floats(0, 50), max_size=40),
)
def test_no_stretch_of_that_length_ever_holds_more(times, within, gaps):
    limit, now, allowed = AtMost(times, within), 0.0, []
    for gap in gaps:
        now += gap
        if limit.allows("a", now):
            allowed.append(now)
    for start in allowed:
        assert sum(start <= one < start + within for one in allowed) <= times
