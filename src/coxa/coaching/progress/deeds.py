"""Milestones as a person reads them: said as done, never as more than was asked."""

from coxa.checks.library import checks
from coxa.coaching.progress.milestones import Deed, Milestone
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.language import ngettext


def deed_words(one: Milestone) -> str:
    """What was done: "10 sessions", "A harder form: Hip thrust"."""
    if one.deed is Deed.SESSIONS:
        if one.count == 1:
            return _("Your first session")
        return ngettext("{n} session", "{n} sessions", one.count).format(n=one.count)
    if one.deed is Deed.WEEKS:
        said = ngettext("Training in {n} week", "Training in {n} weeks", one.count)
        return said.format(n=one.count)
    if one.deed is Deed.HOURS:
        said = ngettext("{n} hour of training", "{n} hours of training", one.count)
        return said.format(n=one.count)
    if one.deed is Deed.LEVEL_UP:
        return _("A harder form: {name}").format(name=exercises()[one.about].name)
    if one.deed is Deed.CHECK_BETTER:
        return _("Really better than at first: {name}").format(name=checks()[one.about].name)
    return {
        Deed.FULL_WEEK: _("All the days you planned for a week"),
        Deed.FIRST_CHECK: _("Your first check"),
        Deed.PAIN_BETTER: _("Your usual pain went down by a change that matters"),
        Deed.BACK_AGAIN: _("Back again after two weeks away or more"),
    }[one.deed]
