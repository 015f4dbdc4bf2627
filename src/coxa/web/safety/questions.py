"""What the safety page asks: the red flags and our screen, with the words that follow a yes."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.reading.values import Value
from coxa.safety.flags import ScreenQuestion, screen_questions
from coxa.safety.profiles import profiles

NONE = "none"
UNDER_16 = "under_16"
# Who does not know how a new hip was put in gets the limits of all three ways.
UNKNOWN_NEW_HIP = "thr_unknown"
NEW_HIPS = ("thr_posterior", "thr_anterior", "thr_lateral")

# Which date belongs to which condition; weeks are counted from it.
DATES: Mapping[str, tuple[str, ...]] = {
    "surgery_date": (*NEW_HIPS, UNKNOWN_NEW_HIP, "hip_surgery"),
    "due_date": ("pregnant",),
    "birth_date": ("postpartum",),
}
DATE_WORDS: Mapping[str, str] = {
    "surgery_date": lazy("When was the operation?"),
    "due_date": lazy("When is your baby due?"),
    "birth_date": lazy("When was your baby born?"),
}


class Asked(Value):
    """One screen question on the page."""

    code: str
    question: str
    follow_up: tuple[tuple[str, str], ...] = ()  # condition words to choose from
    dates: tuple[str, ...] = ()
    asks_clearance: bool = False


def asked(short: bool) -> tuple[Asked, ...]:
    """The screen questions, the few of Start now where `short`; its age band asks for under 16."""
    return tuple(
        _as_asked(question)
        for question in screen_questions()
        if not short or (question.on_start_now and question.code != UNDER_16)
    )


def sets_conditions(question: ScreenQuestion, chosen: set[str]) -> tuple[str, ...]:
    """The conditions that a yes to `question` stands for."""
    if _choice_needed(question):
        known = (one for one in question.conditions if one in chosen)
        from_unknown = NEW_HIPS if UNKNOWN_NEW_HIP in chosen & set(_offered(question)) else ()
        return tuple(dict.fromkeys((*known, *from_unknown)))
    return question.conditions


def as_chosen(conditions: Iterable[str]) -> list[str]:
    """Conditions as they were chosen on the page: all three new hips stand for "I do not know"."""
    found = list(conditions)
    if set(NEW_HIPS) <= set(found):
        found = [UNKNOWN_NEW_HIP, *(one for one in found if one not in NEW_HIPS)]
    return found


def condition_words(code: str) -> str:
    if code == UNKNOWN_NEW_HIP:
        return _("A new hip, and I do not know how it was put in")
    return next(row.words for row in profiles() if row.code == code)


def nothing_fits(code: str) -> str:
    """The answer for whom none of a question's words fits."""
    return f"other:{code}"


def clearance_needed(code: str) -> bool:
    return code in _ASK_CLEARANCE


_ASK_CLEARANCE = frozenset(
    question.code
    for question in screen_questions()
    if question.code not in ("ill_today", UNDER_16, "pregnancy_trouble")
    and (
        question.leads_to == "refer"
        or any(row.needs_clearance for row in profiles() if row.code in question.conditions)
        or question.code == "pregnancy_or_birth"
    )
)


def _as_asked(question: ScreenQuestion) -> Asked:
    offered = _offered(question) if _choice_needed(question) else ()
    return Asked(
        code=question.code,
        question=question.question,
        follow_up=tuple((code, _words(code)) for code in offered),
        dates=tuple(date for date, codes in DATES.items() if set(codes) & set(offered)),
        asks_clearance=question.code in _ASK_CLEARANCE,
    )


def _choice_needed(question: ScreenQuestion) -> bool:
    return question.leads_to == "conditions" and len(question.conditions) > 1


def _offered(question: ScreenQuestion) -> tuple[str, ...]:
    unknown = (UNKNOWN_NEW_HIP,) if "thr_posterior" in question.conditions else ()
    return (*question.conditions, *unknown, nothing_fits(question.code))


def _words(code: str) -> str:
    return _("None of these words fits") if code.startswith("other:") else condition_words(code)
