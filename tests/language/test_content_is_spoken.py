"""Exercises, checks and the rest in the reader's language: the words, and nothing but the words."""

from datetime import date

import pytest

from coxa.checks.library import checks
from coxa.coaching.plan import make_plan
from coxa.exercises.library import exercises
from coxa.language import use
from coxa.programmes.library import habits, programmes
from coxa.reading.values import Value
from coxa.reading.worded import Worded, in_language, said, words_of
from coxa.safety.flags import messages, red_flags
from tests.cast import CAST
from tests.language import pseudo

LIBRARIES = (exercises, checks, programmes, habits, messages, red_flags)


@pytest.fixture(scope="module")
def brackets(tmp_path_factory):
    with pseudo.spoken_everywhere(tmp_path_factory.mktemp("locale")):
        yield


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)
def test_every_declared_word_is_spoken_and_nothing_else_changes(brackets, library):
    english = library()
    with use(pseudo.TAG):
        spoken = library()
    assert spoken.keys() == english.keys()
    for key, one in english.items():
        for (field, before), (_, after) in zip(words_of(one), words_of(spoken[key]), strict=True):
            assert after.startswith(pseudo.OPEN), (key, field, before)
        assert _without_words(one) == _without_words(spoken[key])
    assert library() is english or library() == english  # and English is still English


def _without_words(one):
    return said(one, lambda _: "")


@pytest.mark.parametrize("person", CAST, ids=lambda person: person.__name__)
def test_a_plan_is_the_same_in_every_language_but_for_its_words(brackets, person):
    today = date(2026, 3, 2)
    english = make_plan(person(), today, weeks=1)
    with use(pseudo.TAG):
        spoken = make_plan(person(), today, weeks=1)
    assert _doses(spoken) == _doses(english)
    assert [one.rule for one in spoken.decisions] == [one.rule for one in english.decisions]
    said = [reason for week in spoken.weeks for item in week.items() for reason in item.reasons]
    assert all(reason.startswith(pseudo.OPEN) for reason in said)


def _doses(plan) -> list[dict]:
    items = [item for week in plan.weeks for item in week.items()]
    return [item.model_dump(exclude={"reasons"}) for item in items]


class Inner(Value):
    says: Worded = ""
    key: str = ""


class Outer(Value):
    title: Worded | None = None
    parts: tuple[Inner, ...] = ()
    by_name: dict[str, Inner] = {}
    lines: tuple[Worded, ...] = ()
    ids: tuple[str, ...] = ()


WHOLE = Outer(
    title="Chair",
    parts=(Inner(says="Wall", key="Wall"),),
    by_name={"Bench": Inner(says="Bench")},
    lines=("Bed", ""),
    ids=("Bed",),
)


def test_words_are_found_wherever_they_are_declared():
    assert [text for _, text in words_of(WHOLE)] == ["Chair", "Wall", "Bench", "Bed"]


def test_a_value_in_english_is_the_very_same():
    assert in_language(WHOLE) is WHOLE
