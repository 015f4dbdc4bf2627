"""Small pieces of the sentences in which a rule explains itself."""

from coxa.language import Phrases, later, ngettext, number
from coxa.language import gettext as _
from coxa.training.case import Case
from coxa.training.person import SessionDone

BANDS: Phrases[str | None] = Phrases(
    {
        "light": later("light band"),
        "medium": later("medium band"),
        "strong": later("strong band"),
        "extra": later("extra band"),
    }
)


def done_twice(case: Case) -> str:
    """What went well in the last two sessions: the grounds of every increase."""
    if case.reps_range is None:
        return _held(case.dose.sets, number(case.dose.hold_s))
    done = _reached(case.dose.sets, min(min(one.reps) for one in case.last_two))
    return _("{done} with repetitions to spare").format(done=done) if case.asks_effort else done


def _held(sets: int, seconds: str) -> str:
    if sets == 2:
        return _("Both sets were held for {seconds} seconds twice").format(seconds=seconds)
    return ngettext(
        "The set was held for {seconds} seconds twice",
        "All {n} sets were held for {seconds} seconds twice",
        sets,
    ).format(n=sets, seconds=seconds)


def _reached(sets: int, reps: int) -> str:
    if sets == 2:
        return _("Both sets reached {reps} twice").format(reps=reps)
    return ngettext(
        "The set reached {reps} twice", "All {n} sets reached {reps} twice", sets
    ).format(n=sets, reps=reps)


def pain_was(session: SessionDone) -> str:
    return out_of_ten(session.pain_during or 0)


def morning_was(session: SessionDone) -> str:
    return out_of_ten(session.pain_next_morning or 0)


def out_of_ten(pain: float) -> str:
    return _("{pain} out of 10").format(pain=number(pain))


def sets_of(count: int) -> str:
    return ngettext("{n} set", "{n} sets", count).format(n=count)


def band_words(band: str | None) -> str:
    """ "light band"; a band that we do not know by its own name."""
    return BANDS.get(band) or _("{name} band").format(name=band)


def called(name: str) -> str:
    """An exercise's name in the middle of a sentence."""
    return name if name[1:2].isupper() or name[1:2] == "-" else name[0].lower() + name[1:]
