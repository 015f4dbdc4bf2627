"""What Learn tells is what the rules do: change a figure there, and its page has to follow."""

from datetime import timedelta

from coxa.checks.library import checks
from coxa.coaching.check_change import SHARE_OF_CHANCE
from coxa.coaching.questions import MARKS
from coxa.coaching.report.questions import LONG
from coxa.training.outcomes import measures
from coxa.training.pain import ABOVE_USUAL, GREEN_UP_TO
from coxa.training.phases import phases
from coxa.training.planner.weights import weights
from coxa.training.progression import MOST_INCREASES
from coxa.training.steps import HOLDS
from coxa.training.volume import GROWTH
from coxa.web.learn.shelf import load_pages

WORDS = {2: "two", 4: "four", 5: "five", 6: "six", 10: "ten"}
NRS, MEAN, ONE = (measures()[name] for name in ("nrs", "psfs_average", "psfs_activity"))


def said(page_id: str) -> str:
    return " ".join(claim.text for claim in load_pages()[page_id].claims)


def test_the_pain_rule():
    words = f"up to {GREEN_UP_TO}, or up to {ABOVE_USUAL} above what is usual for you"
    assert words in said("pain_rule")


def test_what_counts_as_a_change_of_pain_and_activities():
    text = said("real_change")
    assert f"{WORDS[NRS.points].capitalize()} points less, or {100 * NRS.share:g} per cent" in text
    assert f"has to change by {MEAN.points:g} points, and one alone by {ONE.points:g}" in text


def test_when_one_looks_back():
    first, second, third = MARKS
    assert f"At weeks {first}, {second} and {third}" in said("real_change")


def test_what_counts_as_a_change_of_a_check():
    assert round(1 / SHARE_OF_CHANCE) == 10
    assert "a tenth of the first reading" in said("real_change")
    assert f"more than {checks()['faber_height'].measure.error:g} cm" in said("real_change")


def test_how_much_is_enough():
    enough, text = weights().enough, said("dose")
    assert f"About {WORDS[enough.sets]} sets a week" in text
    assert f"{WORDS[enough.stretch_s // 60]} minutes a week for a muscle" in text
    assert f"From {WORDS[enough.most_stretch_s // 60]} minutes on" in text
    assert f"{HOLDS[0]} to {HOLDS[-1]} seconds" in text


def test_how_the_plan_grows():
    text = said("progression")
    assert f"At most {WORDS[MOST_INCREASES]} exercises go up in a week" in text
    assert round(5 * (GROWTH.most - 1), 6) == 1
    assert "by a fifth at most" in text
    assert phases()["learn"].last_week == 2
    assert "Weeks 1 and 2 are for learning" in text


def test_how_long_one_waits_for_less_pain():
    assert timedelta(weeks=6) == LONG
    assert "for six weeks, and the pain is no better" in said("see_somebody")
