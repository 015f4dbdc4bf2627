"""Twelve weeks as they might go: a diary for pictures and tests of progress and of the report.

Farid's hip is worn. It hurts less in the end, not in a straight line; in the sixth week he is away;
his left side catches up with the right; two exercises become harder ones; one session hurts.
Nothing is drawn by lot: the same diary on every run, `weeks` long, from any Monday.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from coxa.training.log import ChangeAnswered
from coxa.training.person import Person
from coxa.training.plan import Item
from tests.cast import MONDAY, Diary, farid, item

WEEKS = 12
AWAY = 6  # the week without training
# Which days are trained, week by week; four were planned.
DAYS = {1: (0, 2, 4, 5), 3: (0, 1, 4), 4: (0, 1, 3, 4, 6), AWAY: (), 7: (1, 3, 5), 12: (0, 2, 4)}
USUAL_DAYS = (0, 2, 3, 5)
PAIN = (5, 5, 4, 5, 4, 4, 4, 3, 4, 3, 3, 2)  # the usual one, told each Sunday
STIFF = (6, 6, 5, 5, 5, 6, 5, 4, 4, 4, 3, 3)
SOCKS = (3, 3, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7)
STAIRS = (4, 4, 4, 5, 5, 5, 5, 6, 5, 6, 6, 7)
FEELS = ("looser", "looser", "same", "looser", "stiffer", "same", "looser")
CHECKS: tuple[dict[str, Any], ...] = (  # at the start, and every four weeks
    {
        "thomas_angle": {"left": 6, "right": 1},
        "hip_abduction_range": {"left": 25, "right": 33},
        "check_ankle_over_knee": {"left": False, "right": True},
        "slr_active": {"left": 61, "right": 68},
        "single_leg_stance": {"left": 14, "right": 31},
        "single_leg_bridge_reps": {"left": 7, "right": 12},
        "check_knee_cave_lunge": {"left": 2, "right": 1},
    },
    {
        "thomas_angle": {"left": 4, "right": 0},
        "hip_abduction_range": {"left": 28, "right": 34},
        "check_ankle_over_knee": {"left": False, "right": True},
        "slr_active": {"left": 64, "right": 70},
        "single_leg_bridge_reps": {"left": 9, "right": 13},
    },
    {
        "thomas_angle": {"left": 0, "right": -4},
        "hip_abduction_range": {"left": 31, "right": 35},
        "check_ankle_over_knee": {"left": True, "right": True},
        "slr_active": {"left": 69, "right": 71},
        "single_leg_stance": {"left": 21, "right": 34},
        "single_leg_bridge_reps": {"left": 12, "right": 14},
        "check_knee_cave_lunge": {"left": 1, "right": 0},
        "trendelenburg_30s": {"left": 24, "right": 30},
    },
    {
        "thomas_angle": {"left": -3, "right": -6},
        "hip_abduction_range": {"left": 33, "right": 36},
        "check_ankle_over_knee": {"left": True, "right": True},
        "slr_active": {"left": 71, "right": 70},
        "single_leg_stance": {"left": 27, "right": 36},
        "single_leg_bridge_reps": {"left": 14, "right": 15},
        "trendelenburg_30s": {"left": 30, "right": 30},
        "faber_height": {"left": 17, "right": 14},
    },
)


def twelve_weeks(start: date = MONDAY, weeks: int = WEEKS) -> Diary:
    """`start` is the Monday it begins on. Longer than twelve weeks it goes on as it ended."""
    person = patient()
    diary = Diary(start).knows(person)
    _checked(diary, CHECKS[0])
    for week in range(1, weeks + 1):
        _week(diary, start + timedelta(weeks=week - 1), week)
    return diary


def patient() -> Person:
    """Farid, four days a week, with pain in the groin of 5."""
    return farid(
        days_per_week=4,
        equipment=("wall", "chair", "couch", "band_loop"),
        pain={"now": 5, "worst_24h": 6, "location": "groin"},
        activities=_activities(0),
        stiffness=STIFF[0],
    )


def _week(diary: Diary, monday: date, week: int) -> None:
    place = min(week, WEEKS) - 1
    for n, day in enumerate(DAYS.get(week, USUAL_DAYS)):
        _session(diary.on(monday + timedelta(days=day)), week, n)
    diary.on(monday + timedelta(days=6)).weekly(
        activities=_activities(place), stiffness=STIFF[place], pain={"groin": PAIN[place]}
    )
    if week % 4 == 0 and week <= WEEKS:
        _checked(diary, CHECKS[week // 4])
        diary.write(ChangeAnswered(rating=4 + week // 6))


def _session(diary: Diary, week: int, number: int) -> None:
    place = min(week, WEEKS) - 1
    bad = (week, number) == (5, 1)
    hurts = [{"exercise_id": "lunge", "what": "none_of_these", "pain": 6, "site": "groin"}]
    diary.session(
        *_items(week, number),
        effort=_effort(week, number),
        pain_now=min(10, max(0, PAIN[place] - 1 + (number % 2) + 2 * bad)),
        hurts=hurts if bad else (),
        feels="stiffer" if bad else FEELS[(week * 3 + number) % len(FEELS)],
        seconds=60.0 * (11 + week // 3 + (week + number) % 4),
    )
    diary.later(1).morning("worse" if bad else "better" if week > 8 else "same").later(-1)


def _effort(week: int, number: int) -> str:
    if week <= 2:
        return "4+"
    return "0-1" if (week + number) % 5 == 0 else "2-3"


def _items(week: int, number: int) -> Iterable[Item]:
    """Strength every other time, stretches always; harder forms from the fifth week on."""
    sets = 2 if week <= 6 else 3
    if number % 2 == 0:
        yield item("glute_bridge" if week < 5 else "hip_thrust", sets=sets, reps=8 + min(week, 7))
        yield item("x_clamshell" if week < 7 else "side_lying_leg_raise", sets=sets, reps=12)
        yield item("x_seated_march", sets=2, reps=10)
        if week >= 5:
            yield item("lunge" if week == 5 else "x_split_squat_supported", sets=2, reps=8)
    yield item("half_kneeling_hip_flexor", sets=2, reps=1, hold_s=30)
    yield item("x_hip_hinge_seated_reach", sets=2, reps=1, hold_s=30)
    if number % 2:
        yield item("figure4_supine", sets=2, reps=1, hold_s=30 if week < 6 else 45)


def _activities(place: int) -> tuple[dict[str, Any], ...]:
    return (
        {"name": "Putting on socks", "rating": SOCKS[place]},
        {"name": "Climbing stairs", "rating": STAIRS[place]},
    )


def _checked(diary: Diary, values: dict[str, Any]) -> None:
    for check_id, value in values.items():
        diary.check(check_id, value)


def two_years(start: date = MONDAY) -> Diary:
    """A session each day for two years, with sets on each side, effort, mornings and weeks: as long
    a log as one person keeps."""
    diary = Diary(start).knows(patient())
    for day in range(730):
        week = day // 7 + 1
        _session(diary.on(start + timedelta(days=day)), min(week, WEEKS), day % 2)
        if day % 7 == 6:
            place = (week - 1) % WEEKS
            diary.weekly(activities=_activities(place), pain={"groin": PAIN[place]})
        if day % 28 == 27:
            _checked(diary, CHECKS[week // 4 % len(CHECKS)])
    return diary
