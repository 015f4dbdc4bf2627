"""Which language is in use, and what a sentence is in it."""

import threading
from datetime import date

import pytest

from coxa import language
from coxa.language import catalogs, gettext, listed, ngettext, number, per_language, use, weekday
from tests.language import pseudo


@pytest.fixture(scope="module")
def brackets(tmp_path_factory):
    with pseudo.spoken_everywhere(tmp_path_factory.mktemp("locale")):
        yield


def test_english_is_what_the_source_says():
    assert gettext("Your minutes were spent on what matters more for you.").startswith("Your")
    assert ngettext("{n} set", "{n} sets", 1) == "{n} set"
    assert ngettext("{n} set", "{n} sets", 3) == "{n} sets"


def test_what_has_no_translation_is_said_in_english(brackets):
    with use(pseudo.TAG):
        assert gettext("Nobody ever marked this.") == "Nobody ever marked this."


def test_nothing_is_said_as_nothing():
    assert gettext("") == ""


def test_a_language_ends_with_its_with(brackets):
    with use(pseudo.TAG):
        assert language.current() == pseudo.TAG
    assert language.current() == language.SOURCE


def test_another_thread_speaks_its_own_language(brackets):
    heard = []
    with use(pseudo.TAG):
        other = threading.Thread(target=lambda: heard.append(language.current()))
        other.start()
        other.join()
    assert heard == [language.SOURCE]


@pytest.mark.parametrize(
    ("wished", "found"),
    [
        (["fr"], "fr"),
        (["fr-CA"], "fr"),
        (["fr_CH.UTF-8"], "fr"),
        (["de", "fr-BE", "en"], "fr"),
        (["en-GB", "fr"], "en"),
        (["de"], None),
        ([""], None),
    ],
)
def test_the_first_wished_language_that_there_is(wished, found):
    assert language.best_of(wished, ("en", "fr")) == found


def test_a_cache_keeps_languages_apart(brackets):
    asked = []

    @per_language()
    def sentence() -> str:
        asked.append(language.current())
        return gettext("Nothing on the floor today.")

    for _ in range(2):
        assert sentence() == "Nothing on the floor today."
        with use(pseudo.TAG):
            assert sentence() == "⟦Nothing on the floor today.⟧"
    assert asked == [language.SOURCE, pseudo.TAG]


def test_a_list_ends_with_and():
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip


def test_numbers_and_days_are_as_the_language_has_them(tmp_path, monkeypatch):
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "coxa.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgctxt "decimal mark"\nmsgid "."\nmsgstr ","\n\nmsgid "Monday"\nmsgstr "lundi"\n',
        encoding="utf-8",
    )
    from tools.languages.catalogs import compile_all

    compile_all(tmp_path)
    monkeypatch.setattr(catalogs, "FOLDER", tmp_path)
    with use("xx"):
        assert (number(2.5), number(3), number(1.25, ".1f")) == ("2,5", "3", "1,2")
        assert weekday(date(2026, 3, 2)) == "lundi"
    assert (number(2.5), weekday(date(2026, 3, 2))) == ("2.5", "Monday")


def test_where_there_are_no_files_a_language_is_learnt_from_a_table(monkeypatch):
    monkeypatch.setattr(catalogs, "_learnt", {})
    language.learn(
        "yy",
        {"{n} degree": ["{n} degré", "{n} degrés"], "decimal mark\x04.": ",", "Monday": "lundi"},
        plural="001",
    )
    with use("yy"):
        assert gettext("Monday") == "lundi"
        assert gettext("Tuesday") == "Tuesday"
        said = [ngettext("{n} degree", "{n} degrees", n) for n in (1, 2, 300)]
        assert said == ["{n} degré", "{n} degrés", "{n} degrés"]
        assert number(2.5) == "2,5"
    catalogs._catalog.cache_clear()
