"""People and logs for the tests of progression: small, and readable where they are used."""

from typing import Any

from coxa.training.person import Person


def session(day: int, *reps: int, **more: Any) -> dict[str, Any]:
    """A session with effort and pain told: easy, painless, fine next morning."""
    usual = {"rir": 3, "pain_during": 0, "pain_next_morning": 0, "form_ok": True}
    return {"day": day, "sets": len(reps), "reps": reps} | usual | more


def log(exercise: str, *sessions: dict[str, Any], low: int = 10, high: int = 15, **more: Any):
    sets = max(one["sets"] for one in sessions)
    span = {"reps": (low, high), "sets": sets}
    return {"exercise_id": exercise, "range": span, "sessions": sessions} | more


def person(*logs: dict[str, Any], history: dict[str, Any] | None = None, **more: Any) -> Person:
    """A novice in week 5 with a wall and a chair, who trained two days ago."""
    past = {"week": 5, "adherence": 0.9, "baseline_pain": 0, "last_session_days_ago": 2}
    return Person.model_validate(
        {
            "age": 40,
            "minutes_per_session": 15,
            "days_per_week": 5,
            "equipment": ("wall", "chair"),
            "history": past | {"log": logs} | (history or {}),
        }
        | more
    )


GOOD = (session(-5, 15, 15), session(-3, 15, 15))
