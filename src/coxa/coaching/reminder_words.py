"""What a reminder says: by name, or so that it tells nothing to whoever looks over the shoulder."""

from coxa.coaching.reminders import Kind, Reminder
from coxa.coaching.words import minutes_words
from coxa.language import gettext as _
from coxa.reading.values import Value


class Said(Value):
    title: str
    text: str = ""


def said(one: Reminder, neutral: bool) -> Said:
    """Its title, and a line or two below it. A neutral one says nothing of hips or of training."""
    if neutral:
        return Said(title=_neutral(one))
    return _of_session(one) if one.kind in ("session", "second") else _of_rest(one.kind)


def _neutral(one: Reminder) -> str:
    titles = {
        "session": _("Time for yourself, {minutes}"),
        "second": _("A few more minutes, if you like: {minutes}"),
        "morning": _("A short question"),
        "checks": _("A look back, {minutes}"),
        "sitting": _("Stand up for two minutes"),
    }
    return titles[one.kind].format(minutes=minutes_words(one.seconds))


def _of_session(one: Reminder) -> Said:
    words = _("{name}, {minutes}") if one.kind == "session" else _("{name}, {minutes}, optional")
    title = words.format(name=one.name, minutes=minutes_words(one.seconds))
    return Said(title=title, text="\n".join(one.exercises))


def _of_rest(kind: Kind) -> Said:
    if kind == "morning":
        return Said(
            title=_("How is the hip this morning?"),
            text=_("Two taps: they decide what your next session is."),
        )
    if kind == "checks":
        return Said(
            title=_("The same checks again"),
            text=_("They show what has changed. You can skip them."),
        )
    return Said(
        title=_("Two minutes away from sitting"),
        text=_("At your chair, standing and sitting."),
    )
