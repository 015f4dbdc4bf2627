import pytest

from coxa.coaching.words import clock_words, dose_words, minutes_words
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Sides
from coxa.training.plan import Item


def exercise(sides: Sides) -> Exercise:
    return next(one for one in exercises().values() if one.sides is sides)


def item(**dose: object) -> Item:
    usual = {"exercise_id": "any", "sets": 2, "reps": 10, "hold_s": 2, "rest_s": 30}
    return Item.model_validate(usual | dose)


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ({}, "2 sets of 10, hold 2 s, each side"),
        ({"sets": 1, "hold_s": 0}, "10 times, each side"),
        ({"sets": 1, "reps": 1, "hold_s": 30}, "hold 30 s, each side"),
        ({"reps": 1, "hold_s": 30, "side": "left"}, "2 holds of 30 s, left side"),
        ({"sets": 1, "reps": 1, "hold_s": 0, "side": "right"}, "once, right side"),
        ({"hold_s": 2.5}, "2 sets of 10, hold 2.5 s, each side"),
        ({"hold_s": 0, "lowering_s": 4}, "2 sets of 10, lower for 4 s, each side"),
        ({"hold_s": 0, "load_kg": 7.5}, "2 sets of 10, 7.5 kg, each side"),
        ({"hold_s": 0, "band": "light"}, "2 sets of 10, light band, each side"),
    ],
)
def test_a_dose_reads_as_a_person_would_say_it(dose: dict[str, object], words: str):
    assert dose_words(item(**dose), exercise(Sides.EACH)) == words


def test_both_legs_at_once_name_no_side():
    assert dose_words(item(hold_s=0), exercise(Sides.TOGETHER)) == "2 sets of 10"


def test_alternating_moves_say_that_the_sides_take_turns():
    words = dose_words(item(hold_s=0), exercise(Sides.ALTERNATING))
    assert words == "2 sets of 10, left and right in turn"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "1 minute"), (60, "1 minute"), (61, "2 minutes"), (725, "13 minutes")],
)
def test_minutes_are_rounded_up(seconds: int, words: str):
    assert minutes_words(seconds) == words


@pytest.mark.parametrize(("seconds", "words"), [(45, "0:45"), (725, "12:05"), (3750, "1:02:30")])
def test_running_time_reads_as_a_clock(seconds: int, words: str):
    assert clock_words(seconds) == words
