"""My week, muscle by muscle: words that say all, bars beside them, and how it is counted."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH
from coxa.coaching.week_muscles import Aim, MuscleWeek
from coxa.exercises.vocabulary import Kind
from coxa.web import clock
from coxa.web.week.muscles import amount_words, muscles_shown

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
TIME = {"age": "52", "minutes_per_session": "20", "days_per_week": "5", "sessions_per_day": "1"}
AIMS = {Kind.STRENGTH: Aim(enough=4, most=12), Kind.STRETCH: Aim(enough=300, most=600)}


def sides(
    kind: Kind, muscle: Muscle, planned: float, *done: float, asked: bool = True
) -> list[MuscleWeek]:
    """Left and right; what is done given once for both, or for each."""
    return [
        MuscleWeek(
            kind=kind, muscle=muscle, side=side, planned=planned, done=amount,
            aim=AIMS[kind], asked=asked,
        )
        for side, amount in zip(BOTH, done * (2 if len(done) == 1 else 1), strict=True)
    ]  # fmt: skip


def strength(planned: float, *done: float, muscle: Muscle = Muscle.GLUTE_MED):
    return sides(Kind.STRENGTH, muscle, planned, *done)


def only_row(rows: list[MuscleWeek]):
    (part,) = muscles_shown(rows).parts
    (row,) = part.asked
    return row


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        (Kind.STRENGTH, 1, "1 set"),
        (Kind.STRENGTH, 2.5, "2½ sets"),
        (Kind.STRENGTH, 0.5, "½ set"),
        (Kind.STRENGTH, 0, "0 sets"),
        (Kind.STRETCH, 300, "5 minutes"),
        (Kind.STRETCH, 290, "4½ minutes"),
        (Kind.STRETCH, 60, "1 minute"),
        (Kind.STRETCH, 29, "0 minutes"),
    ],
)
def test_amounts_are_said_down_to_the_half(kind, amount, words):
    """Rounded down: nobody is told of an aim reached that is not."""
    assert amount_words(kind, amount) == words


def test_what_is_done_is_said_against_the_aim():
    row = only_row(strength(6, 3))
    assert (row.done, row.planned, row.reached) == ("3 of 4 sets done", "6 planned", False)


def test_a_reached_aim_is_said_and_more_is_just_counted():
    assert only_row(strength(6, 4)).done == "4 of 4 sets done"
    assert only_row(strength(6, 5)).done == "5 sets done"
    assert only_row(strength(6, 5)).reached


def test_beyond_the_upper_bound_it_is_called_plenty():
    assert "plenty" in only_row(strength(12, 13)).done


def test_sides_that_are_alike_share_a_row_and_others_have_one_each():
    assert only_row(strength(4, 2)).side == "both sides"
    (part,) = muscles_shown(strength(4, 2, 3)).parts
    assert [(row.side, row.done) for row in part.asked] == [
        ("left", "2 of 4 sets done"),
        ("right", "3 of 4 sets done"),
    ]


@pytest.mark.parametrize(("planned", "done"), [(0, 0), (4, 0), (4, 2), (2, 4), (40, 1), (3, 40)])
def test_a_bar_never_leaves_its_track(planned, done):
    row = only_row(
        [*strength(planned, done), *sides(Kind.STRENGTH, Muscle.CORE, 1, 0, asked=False)]
    )
    assert row.done_at >= 0
    assert row.still_at >= 0
    assert row.done_at + row.still_at <= 100


def test_a_week_that_reaches_everything_says_so():
    says = muscles_shown(strength(4, 0)).says
    assert says == [
        "Done as it stands, your week reaches every aim below.",
        "Nothing of it is done yet.",
    ]


def test_what_falls_short_is_named_kindly():
    rows = [*strength(4, 4), *strength(2, 0, muscle=Muscle.HIP_FLEXORS),
            *sides(Kind.STRETCH, Muscle.HAMSTRINGS, 120, 60)]  # fmt: skip
    first, second = muscles_shown(rows).says
    assert "reaches 1 of 3 aims" in first
    assert (
        "less strength for the front of the hip and stretching for the back of the thigh" in first
    )
    assert "fine" in first
    assert second == "So far 1 of 3 is reached."


def test_a_kind_that_the_week_has_nothing_of_is_not_spoken_of():
    rows = [*strength(0, 0), *sides(Kind.STRETCH, Muscle.HAMSTRINGS, 300, 0)]
    shown = muscles_shown(rows)
    assert [part.title for part in shown.parts] == ["Stretching"]


@pytest.fixture
def at_home(entered: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Someone who answered everything on a Monday morning."""
    moments = (MONDAY + timedelta(seconds=n) for n in range(1000))
    monkeypatch.setattr(clock, "now", lambda: next(moments))
    entered.post("/safety/", {"none": "on", "floor": "yes"})
    entered.post("/about/time/", TIME)
    entered.post("/about/things/", {"equipment": ["wall", "chair", "towel", "couch"]})
    return entered


@pytest.mark.django_db
def test_the_week_page_tells_of_strength_and_stretching(at_home: Client):
    page = at_home.get("/week/").content.decode()
    assert "Muscle by muscle" in page
    assert re.search(r"\d½? of 4 sets done", page)
    assert re.search(r"\d½? of 5 minutes done", page)
    assert "How this is counted" in page
    assert "Nothing of it is done yet." in page


@pytest.mark.django_db
def test_every_bar_stands_beside_words_and_is_not_read_aloud(at_home: Client):
    page = at_home.get("/week/").content.decode()
    bars = re.findall(r'<svg class="gauge" viewBox="0 0 100 10"[^>]*>', page)
    assert bars
    assert all('aria-hidden="true"' in bar for bar in bars)
    assert len(bars) == page.count('class="gauges__done"')


@pytest.mark.django_db
def test_every_cell_has_its_headings(at_home: Client):
    page = at_home.get("/week/").content.decode()
    tables = re.findall(r'<table class="gauges">.*?</table>', page, re.DOTALL)
    assert tables
    for table in tables:
        assert "<caption" in table
        assert table.count('scope="col"') == 2
        assert table.count('scope="row"') == table.count("<td>")


@pytest.mark.django_db
def test_what_is_done_is_seen_at_once(at_home: Client):
    shown = at_home.get("/week/").context
    day = next(day for day in shown["days"] if day.can_change)
    at_home.post(f"/session/{day.sessions[0].key}/")
    after = at_home.get("/week/").context["muscles"]
    assert "Nothing" not in after.says[-1]


@pytest.mark.django_db
def test_before_any_question_there_is_nothing_to_count(entered: Client):
    assert "Muscle by muscle" not in entered.get("/week/").content.decode()
