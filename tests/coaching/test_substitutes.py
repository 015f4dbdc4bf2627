"""What stands in for an exercise: for less, or for something else that does the same work."""

from hypothesis import given
from hypothesis import strategies as st

from coxa.coaching.substitutes import alike, another, substitute
from coxa.exercises.library import exercises

IDS = sorted(exercises())
some_exercises = st.sets(st.sampled_from(IDS))


@given(gone=st.sampled_from(IDS), taken=some_exercises, allowed=some_exercises)
def test_another_does_the_same_work_and_is_neither_taken_nor_forbidden(gone, taken, allowed):
    found = another(exercises()[gone], lambda one: one.id in allowed, taken)
    fit = {
        one
        for one in allowed - taken - {gone}
        if alike(exercises()[one], exercises()[gone])
    }  # fmt: skip
    assert (found is None) == (not fit)
    assert found is None or found.id in fit


@given(gone=st.sampled_from(IDS), taken=some_exercises)
def test_another_is_as_near_to_its_level_as_there_is(gone, taken):
    one = exercises()[gone]
    found = another(one, lambda _: True, taken)
    if found:
        apart = [
            abs(other.level - one.level)
            for other in exercises().values()
            if other.id not in taken | {gone} and alike(other, one)
        ]
        assert abs(found.level - one.level) == min(apart)


@given(gone=st.sampled_from(IDS))
def test_a_substitute_is_never_harder(gone):
    found = substitute(exercises()[gone], lambda _: True)
    assert found is None or found.level <= exercises()[gone].level
