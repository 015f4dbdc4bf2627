"""Every language's catalogs against the source: nothing forgotten, nothing that does not fit."""

import pytest
from tools.languages import catalogs, checking, unmarked
from tools.languages.subjects import SUBJECTS, WEB
from tools.languages.where import LOCALE, SOURCE, folder_of, languages

COMPLETE = ("fr",)  # the languages that are promised to be whole
SHOWN_TO_NOBODY = {"style_guide"}  # of the pages: for who draws them
TEMPLATES = [
    path
    for path in sorted(WEB.rglob("templates/**/*.html"))
    if path.relative_to(WEB).parts[0] not in SHOWN_TO_NOBODY
]
SCRIPTS = [path for path in sorted(WEB.rglob("*.js")) if "static" not in path.parts]


@pytest.fixture(scope="module")
def texts():
    return catalogs.templates(SUBJECTS)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(WEB).as_posix())
def test_a_template_shows_no_word_that_is_not_marked(path):
    assert unmarked.in_template(path) == [], "put it between translate tags"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(WEB).as_posix())
def test_a_script_says_no_sentence_that_is_not_marked(path):
    assert unmarked.in_script(path) == [], "say it by phrase() of assets/phrases.js"


def test_no_text_is_asked_for_inside_an_f_string():
    found = {path: unmarked.in_python(path) for path in SOURCE.rglob("*.py")}
    assert {path.name: calls for path, calls in found.items() if calls} == {}


@pytest.mark.parametrize("tag", languages())
def test_the_catalogs_hold_what_the_source_says(tag, texts):
    for name, template in texts.items():
        known = catalogs.read(folder_of(tag) / f"{name}.po")
        missing = [
            one.id for one in template if one.id and (one.id, one.context) not in _ids(known)
        ]
        assert missing == [], f"{name}.po of {tag}: run make languages"


def _ids(catalog):
    return {(one.id, one.context) for one in catalog if one.id}


@pytest.mark.parametrize(
    "file",
    [file for tag in COMPLETE for file in sorted(folder_of(tag).glob("*.po"))],
    ids=lambda file: f"{file.parent.parent.name}/{file.stem}",
)
def test_a_whole_language_has_every_text_and_each_fits(file):
    faults = list(checking.faults_of(catalogs.read(file), file.parent.parent.name))
    assert faults == []


def test_no_catalog_is_too_long_for_one_translator(texts):
    words = {name: count[2] for name, count in catalogs.counts(texts).items()}
    assert {name: n for name, n in words.items() if n > 6_000} == {}


def test_a_language_is_added_by_dropping_in_its_folder(tmp_path):
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name in ("coxa", "pages", "scripts"):
        source = LOCALE / "fr" / "LC_MESSAGES" / f"{name}.po"
        (folder / f"{name}.po").write_bytes(source.read_bytes())
    catalogs.compile_all(tmp_path)
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {
        "de/LC_MESSAGES/coxa.mo", "pages/de/LC_MESSAGES/django.mo", "pages/de/scripts.json",
    } <= made  # fmt: skip


BAD = [
    ("{n} of 5", "{m} sur 5", "placeholders differ"),
    ("<strong>Stop</strong>", "Stop", "markup differs"),
    ("Stop.", "Arrêtez", "the full stop"),
    (" and ", "et", "space at the beginning differs"),
    ("Stop!", "Stop !", "an ordinary space"),
    ("Stop!", "Stop!", "narrow no-break space"),
    ("It is on", "C'est allumé", "apostrophe"),
    ("Stop", "", "not translated"),
]


@pytest.mark.parametrize(("english", "french", "fault"), BAD)
def test_a_translation_that_does_not_fit_is_named(english, french, fault):
    catalog = catalogs.Catalog(locale="fr")
    catalog.add(english, french)
    assert any(fault in found for found in checking.faults_of(catalog, "fr"))


def test_what_changed_in_english_is_fuzzy_and_so_a_fault():
    catalog = catalogs.Catalog(locale="fr")
    catalog.add("Press both feet down.", "Appuyez les deux pieds.")
    new = catalogs.Catalog()
    new.add("Press both feet into the floor.")
    catalog.update(new)
    assert any("fuzzy" in found for found in checking.faults_of(catalog, "fr"))
