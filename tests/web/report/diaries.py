"""Diaries for the report: the least that there can be, and the most."""

from datetime import date, timedelta
from typing import Any

from coxa.checks.library import checks
from coxa.training.log import QuestionNoted, SessionDoneEntry
from tests.cast import MONDAY, Diary, farid, safety, session_id
from tests.twelve_weeks import twelve_weeks

LAST_DAY = MONDAY + timedelta(days=83)
LONG_NAME = "Wwwwwwww-Mmmmmmmm von und zu Wwwwwwwwwww"  # 40 characters, the widest letters
LONGEST_WORD = "W" * 80


def nothing() -> Diary:
    return Diary()


def begun(day: date = MONDAY) -> Diary:
    """The questions are answered, and nothing else."""
    return Diary(day).knows(farid())


def the_most() -> Diary:
    """Twelve weeks with everything that a person can say, as long as it may be."""
    diary = twelve_weeks()
    person = farid(
        conditions=("hip_oa", "knee_pain", "wrist_pain", "shoulder_pain", "osteoporosis", "hernia"),
        activities=activities("first"),
    )
    diary.on(MONDAY + timedelta(days=1)).write(safety(person))
    diary.weekly(activities=activities("first"), pain=dict.fromkeys(SITES, 8))
    for number in range(5):
        diary.write(QuestionNoted(text=f"{number} {'What about this? ' * 18}"[:300]))
    for day in (5, 82):
        diary.on(MONDAY + timedelta(days=day))
        for check in checks().values():
            diary.check(check.id, reading(check.id, day))
    diary.on(LAST_DAY).weekly(
        activities=activities("last"), stiffness=9, pain=dict.fromkeys(SITES, 8)
    )
    for number in range(3):
        done = {"session_id": session_id(f"note {number}"), "note": f"{LONGEST_WORD} " * 6}
        diary.write(SessionDoneEntry.model_validate(done | {"pain_now": 8}))
    for number in range(4):
        diary.session(
            hurts=[{"exercise_id": "lunge", "what": "sharp_or_locking"}], name=f"bad {number}"
        )
    red = ("red_bone_drug", "red_cauda_equina", "red_not_the_hip")
    return diary.write(safety(person, red_flags=red), safety(person))


SITES = ("groin", "hip", "lateral_hip_left", "lateral_hip_right", "buttock", "thigh", "knee")


def activities(when: str) -> tuple[dict[str, Any], ...]:
    return tuple(
        {"name": f"{when} {number} {LONGEST_WORD}"[:80], "rating": 7 if when == "first" else 2}
        for number in range(3)
    )


def reading(check_id: str, day: int) -> Any:
    """A reading that the check can give, worse on the left and worse later."""
    check = checks()[check_id]
    kind = check.measure.kind
    if kind == "choice":
        return "left"
    if kind == "yes_no":
        return {"left": True, "right": day < 10} if check.sides == "each" else True
    if kind == "grade":
        return {"left": 1, "right": 2} if check.sides == "each" else 1
    value = 20 if day < 10 else 12
    return {"left": value, "right": value + 10} if check.sides == "each" else value
