"""Thirteen weeks through the real log, three ways: well, at the limit, and sore."""

from datetime import timedelta
from itertools import pairwise

import pytest

from coxa.coaching import plan as planning
from coxa.coaching.questions import due
from coxa.coaching.week import WeekView, week_of
from coxa.exercises.library import exercises
from coxa.training.log import BlockChosen
from tests.cast import MONDAY, Diary
from tests.coaching.course import (
    WEEKS,
    Course,
    good,
    mean_level,
    mixed,
    names,
    sets,
    sore,
    strength,
)

PHASES = ["learn"] * 2 + ["build"] * 4 + ["progress"] * 6
UP = ("increase", "swap_harder")
DOWN = ("reduce", "swap_easier", "stop")
MOST_INCREASES = 2
THIRTEENTH = MONDAY + timedelta(weeks=WEEKS)


@pytest.fixture(scope="module")
def well() -> Course:
    return good()


@pytest.fixture(scope="module")
def limited() -> Course:
    return mixed()


@pytest.fixture(scope="module")
def hurting() -> Course:
    return sore()


def verdicts(view: WeekView) -> list[str]:
    return [decision.decision for decision in view.plan.decisions]


@pytest.mark.parametrize("course", ["well", "limited", "hurting"])
def test_phases_change_at_weeks_three_and_seven_and_say_so(course: str, request):
    weeks = request.getfixturevalue(course).weeks
    assert [view.phase for view in weeks] == PHASES
    assert [view.block_week for view in weeks] == list(range(1, WEEKS + 1))
    told = [n for n, view in enumerate(weeks, 1) if any(c.verdict == "phase" for c in view.changes)]
    assert told == [3, 7]


@pytest.mark.parametrize("course", ["well", "limited", "hurting"])
def test_every_change_has_a_reason(course: str, request):
    for view in request.getfixturevalue(course).weeks:
        assert all(len(change.text) > 20 for change in view.changes)


@pytest.mark.parametrize("course", ["well", "limited", "hurting"])
def test_what_is_new_or_gone_is_told(course: str, request):
    weeks = request.getfixturevalue(course).weeks
    for before, after in pairwise(weeks):
        told = {change.exercise_id for change in after.changes}
        told |= {decision.to_exercise for decision in after.plan.decisions}
        assert names(after) ^ names(before) <= told


def test_good_weeks_end_harder_than_they_began(well: Course):
    first, last = well.week(1), well.week(12)
    assert mean_level(last) > mean_level(first)
    assert max(i.lowering_s for i in strength(last)) > max(i.lowering_s for i in strength(first))
    assert max(exercises()[i].level for i in names(last)) == 3
    assert not any(set(verdicts(view)) & set(DOWN) for view in well.weeks)


def test_good_weeks_never_raise_more_than_two_things_at_a_review(well: Course):
    for before, after in pairwise(well.weeks):
        done = names(before)
        up = [d for d in after.plan.decisions if d.decision in UP and d.exercise_id in done]
        assert len(up) <= MOST_INCREASES


def test_an_increase_is_in_the_very_next_week(well: Course):
    raised = 0
    for view in well.weeks:
        by_id = {item.exercise_id: item for item in strength(view)}
        for one in view.plan.decisions:
            if one.decision == "increase" and one.exercise_id in by_id:
                item = by_id[one.exercise_id].model_dump()
                change = {k for k, v in one.to_dose.items() if one.from_dose.get(k) != v}
                assert len(change) == 1
                key = change.pop()
                if key != "sets":  # how many fit is the week's own matter
                    assert item[key] == one.to_dose[key]
                    raised += 1
    assert raised >= 5


def test_weeks_at_the_limit_hold(limited: Course):
    for view in limited.weeks:
        assert set(verdicts(view)) <= {"hold"}
    first, last = limited.week(1), limited.week(12)
    assert max(exercises()[i].level for i in names(last)) <= max(
        exercises()[i].level for i in names(first)
    )
    assert {i.lowering_s for i in strength(last)} == {i.lowering_s for i in strength(first)}
    before = {i.exercise_id: i.dose for i in strength(limited.week(11))}
    for item in strength(last):
        if item.exercise_id in before:
            held = before[item.exercise_id].model_copy(update={"sets": item.sets})
            assert item.dose == held


def test_sore_weeks_get_easier_and_fewer_and_send_to_a_professional(hurting: Course):
    first, last = hurting.week(1), hurting.week(12)
    assert sets(last) < sets(first)
    assert mean_level(last) < mean_level(first)
    assert not any(set(verdicts(view)) & set(UP) for view in hurting.weeks)
    assert any("see_clinician" in view.messages for view in hurting.weeks[5:])
    assert last.status == "ok_with_caution"


def test_soreness_is_no_way_to_harder_exercises(hurting: Course):
    for before, after in pairwise(hurting.weeks):
        known = {i for view in hurting.weeks[: after.block_week - 1] for i in names(view)}
        swapped = {d.to_exercise for d in after.plan.decisions}
        new = names(after) - known - swapped
        assert all(exercises()[i].level == 1 for i in new), (before.block_week, new)


@pytest.mark.parametrize("course", ["well", "hurting"])
def test_weeks_derived_again_are_the_same(course: str, request):
    lived = request.getfixturevalue(course)
    planning.cached_plan.cache_clear()
    for number in (3, 7, 12):
        monday = MONDAY + timedelta(weeks=number - 1)
        known = [entry for entry in lived.diary.entries if entry.day < monday]
        assert week_of(known, monday) == lived.week(number)


def test_the_end_of_the_block_asks_for_one_choice(well: Course):
    assert "block" in {question.kind for question in due(well.diary.entries, THIRTEENTH)}


def chosen(course: Course, **choice: str) -> Diary:
    """A diary that goes on from a course, which itself stays as it was."""
    diary = Diary(THIRTEENTH)
    diary._written = list(course.diary.entries)
    return diary.on(THIRTEENTH).write(BlockChosen.model_validate(choice))


def test_week_thirteen_maintains_the_load_with_less_of_it(well: Course):
    view = week_of(chosen(well, choice="maintain").entries, THIRTEENTH)
    last = well.week(12)
    assert view is not None
    assert view.phase == "maintain"
    assert 0 < sets(view) < sets(last)
    assert {item.sets for item in strength(view)} == {1}
    assert len({d.date for d in view.days if any(strength_in(s) for s in d.sessions)}) <= 2
    before = {i.exercise_id: i for i in strength(last)}
    shared = [i for i in strength(view) if i.exercise_id in before]
    assert shared
    for item in shared:
        was = before[item.exercise_id]
        assert (item.lowering_s, item.load_kg, item.band) == (was.lowering_s, was.load_kg, was.band)


def strength_in(session) -> bool:
    return any(exercises()[i.exercise_id].kind == "strength" for i in session.items)


def test_week_thirteen_begins_a_new_block_with_its_goal(well: Course):
    diary = chosen(well, choice="new_block", goal="mobility")
    view = week_of(diary.entries, THIRTEENTH)
    assert view is not None
    assert view.phase == "learn"
    assert view.block_week == 1
    assert any(day.sessions for day in view.days)
    assert sets(view) < sets(well.week(1))


def test_week_thirteen_goes_on_where_a_professional_is_seen(hurting: Course):
    view = week_of(chosen(hurting, choice="see_professional").entries, THIRTEENTH)
    assert view is not None
    assert view.status in ("ok_with_caution", "hold")
    assert any(day.sessions for day in view.days)
    assert sets(view) <= sets(hurting.week(1))
