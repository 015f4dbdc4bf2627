"""Small pieces of the sentences in which a rule explains itself."""

from coxa.training.case import Case
from coxa.training.person import SessionDone


def number(value: float) -> str:
    return f"{value:g}"


def all_sets(count: int) -> str:
    return {1: "The set", 2: "Both sets"}.get(count, f"All {count} sets")


def done_twice(case: Case) -> str:
    """What went well in the last two sessions: the grounds of every increase."""
    if case.reps_range is None:
        reached = f"were held for {number(case.dose.hold_s)} seconds twice"
        return f"{all_sets(case.dose.sets)} {reached if case.dose.sets > 1 else _one(reached)}"
    least = min(min(one.reps) for one in case.last_two)
    spare = " with repetitions to spare" if case.asks_effort else ""
    return f"{all_sets(case.dose.sets)} reached {least} twice{spare}"


def pain_was(session: SessionDone) -> str:
    return f"{number(session.pain_during or 0)} out of 10"


def morning_was(session: SessionDone) -> str:
    return f"{number(session.pain_next_morning or 0)} out of 10"


def sets_of(count: int) -> str:
    return "1 set" if count == 1 else f"{count} sets"


def called(name: str) -> str:
    """An exercise's name in the middle of a sentence."""
    return name if name[1:2].isupper() or name[1:2] == "-" else name[0].lower() + name[1:]


def _one(words: str) -> str:
    return words.replace("were", "was", 1)
