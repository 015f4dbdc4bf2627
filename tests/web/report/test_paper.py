"""The report on paper, read back from the PDF."""

import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from PIL import Image
from pypdf import PdfReader

from coxa.coaching.report.report import report_of
from coxa.coaching.week import week_of
from coxa.interchange.report import pdf as paper
from coxa.interchange.report.pdf import report_pdf, report_pictures
from coxa.language import available, use
from coxa.web.report.sheet import sheet_of
from tests.cast import MONDAY, Diary
from tests.twelve_weeks import twelve_weeks
from tests.web.report.diaries import LAST_DAY, LONG_NAME, begun, nothing, the_most

NOON = datetime(2026, 5, 24, 12, tzinfo=UTC)
A4_POINTS = (595, 842)

HOSTILE = (
    '#panic("x")', "*bold* _it_ `raw` $x$", "#import \"@preview/x:1.0.0\"", "\\ \" ' ]} ) #eval",
    "<script>alert(1)</script>", "a\u202egnp.exe", "line\nbreak\ttab\u0000null", "=  Heading",
    "https://example.org @ref <label>", "\ufeff\u200b", "{{ name }} {% x %}",
)  # fmt: skip


def sheet(diary: Diary, name: str = "Farid", day=LAST_DAY) -> dict[str, Any]:
    return sheet_of(report_of(name, diary.entries, week_of(diary.entries, day), day))


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """All the words, however lines are broken and wherever long words may be."""
    text = " ".join(page.extract_text() for page in read(content).pages).replace("\u200b", "")
    return " ".join(text.split())


@pytest.fixture(scope="module")
def farid() -> bytes:
    return report_pdf(sheet(twelve_weeks()), NOON)


@pytest.mark.parametrize("diary", [nothing, begun, twelve_weeks, the_most])
@pytest.mark.parametrize("name", ["Jo", LONG_NAME])
def test_it_has_two_pages_whatever_was_told(diary, name: str):
    content = report_pdf(sheet(diary(), name), NOON)
    assert len(read(content).pages) == 2
    assert {round(float(one.mediabox.width)) for one in read(content).pages} == {A4_POINTS[0]}
    assert {round(float(one.mediabox.height)) for one in read(content).pages} == {A4_POINTS[1]}


@pytest.mark.parametrize("tag", available())
def test_it_has_two_pages_in_every_language(tag: str):
    with use(tag), translation.override(tag):
        made = sheet(the_most(), LONG_NAME)
    pdf = read(report_pdf(made, NOON))
    assert len(pdf.pages) == 2
    assert pdf.trailer["/Root"]["/Lang"] == tag


@pytest.mark.parametrize("diary", [twelve_weeks, the_most])
def test_nothing_of_the_sheet_is_cut_off(diary):
    """The words of every part are on the paper, each in its whole length."""
    made = sheet(diary(), LONG_NAME)
    printed = re.sub(r"\W", "", text_of(report_pdf(made, NOON)))
    missing = [one for one in words_in(made) if re.sub(r"\W", "", one) not in printed]
    assert missing == []


def words_in(made: dict[str, Any]) -> Iterator[str]:
    yield from (made["title"], made["name"], made["period"], made["made"])
    yield from (word for pair in made["about"] for word in pair)
    for part in ("short", "questions", "notes"):
        yield from made[part]["lines"]
    for part in ("pain", "checks", "plan"):
        yield from (cell for row in made[part]["rows"] for cell in row if cell != "–")
    yield from made["plan"]["left_out"]


def test_it_says_who_how_it_went_and_what_is_planned(farid: bytes):
    text = text_of(farid)
    for words in (
        "Twelve-week hip report", "Farid", "2 March 2026 to 24 May 2026",
        "Usual pain: 5 of 10 at first, 2 now: really better.",
        "Of the days planned, 86 % were used.",
        "Putting on socks", "Hanging thigh: angle", "Hip thrust", "Questions for the clinician",
        "Page 1 of 2", "Page 2 of 2",
    ):  # fmt: skip
        assert words in text, words


def test_before_twelve_weeks_it_says_how_far_it_is():
    content = report_pdf(sheet(twelve_weeks(weeks=5), day=MONDAY + timedelta(days=34)), NOON)
    assert "Hip report so far" in text_of(content)
    assert "Twelve-week" not in text_of(content)


def test_a_screen_reader_finds_title_language_headings_and_tables(farid: bytes):
    pdf = read(farid)
    root = pdf.trailer["/Root"]
    assert pdf.metadata
    assert pdf.metadata.title == "Twelve-week hip report"
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    tags = list(tags_in(root["/StructTreeRoot"]))
    assert tags.count("/H1") == 1
    assert tags.count("/H2") >= 6
    assert tags.count("/Table") == 4
    assert {"/TH", "/TD", "/L", "/Figure"} <= set(tags)
    assert b"pdfuaid:part" in farid


def tags_in(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, dict):
        if "/S" in node:
            yield node["/S"]
        yield from tags_in(node["/K"]) if "/K" in node else ()
    elif isinstance(node, list):
        for one in node:
            yield from tags_in(one)


def test_a_drawing_says_in_words_what_it_shows(farid: bytes):
    figures = [
        node for node in nodes_in(read(farid).trailer["/Root"]["/StructTreeRoot"])
        if node.get("/S") == "/Figure"
    ]  # fmt: skip
    assert figures
    assert all("Your usual pain was 5 of 10" in str(one["/Alt"]) for one in figures)


def nodes_in(node: Any) -> Iterator[Any]:
    node = node.get_object()
    for one in node if isinstance(node, list) else [node]:
        found = one.get_object()
        if isinstance(found, dict):
            yield found
            yield from nodes_in(found["/K"]) if "/K" in found else ()


def test_it_prints_in_black_and_white():
    """No pixel has a colour: nothing can be told by one."""
    for picture in report_pictures(sheet(twelve_weeks())):
        shown = Image.open(io.BytesIO(picture)).convert("RGB")
        assert all(max(pixel) - min(pixel) <= 2 for _, pixel in shown.getcolors(1 << 24))


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_person_writes_is_text_and_never_a_command(words: str):
    made = sheet(begun())
    made["name"] = words
    made["questions"]["lines"] = [words]
    made["pain"]["rows"] = [[words] * 5]
    content = report_pdf(made, NOON)
    plain = re.sub(r"[\u202e\ufeff\u200b\x00\s]", "", words)
    assert plain in re.sub(r"\s", "", text_of(content))
    assert b"/JavaScript" not in content
    assert len(read(content).pages) == 2


@pytest.mark.parametrize("name", ["Ελένη", "Наташа", "Łukasz Żółć", "Ağrı İpek", "Zoë Ñuñez"])
def test_a_name_in_other_letters_stands_as_it_is_written(name: str):
    assert name in text_of(report_pdf(sheet(begun(), name), NOON))


@pytest.mark.parametrize("name", ["张伟", "😀", "ក្ខែ"])
def test_a_name_that_no_font_has_leaves_a_report_all_the_same(name: str):
    content = report_pdf(sheet(begun(), name), NOON)
    assert len(read(content).pages) == 2
    assert "Questions for the clinician" in text_of(content)


def test_the_same_log_and_moment_give_the_same_bytes():
    made = sheet(twelve_weeks())
    assert report_pdf(made, NOON) == report_pdf(json.loads(json.dumps(made)), NOON)


def test_a_word_as_wide_as_it_can_be_stays_on_the_paper():
    """Nothing dark lies in the margins."""
    made = sheet(the_most(), LONG_NAME)
    for picture in report_pictures(made, ppi=72):
        shown = Image.open(io.BytesIO(picture)).convert("L")
        width, height = shown.size
        for edge in ((0, 0, 40, height), (width - 40, 0, width, height)):
            assert shown.crop(edge).getextrema()[0] == 255


def test_a_fault_of_the_template_is_no_quiet_blank_page():
    with pytest.raises(Exception, match="dictionary does not contain key"):
        report_pdf({"lang": "en"}, NOON)


def test_it_writes_no_file_and_reads_no_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    before = sorted(paper.HERE.rglob("*"))
    report_pdf(sheet(begun()), NOON)
    assert list(tmp_path.iterdir()) == []
    assert sorted(paper.HERE.rglob("*")) == before
    assert not paper.NOWHERE.exists()
    assert "@preview" not in paper.TEMPLATE.read_text(encoding="utf-8")


def test_the_fonts_are_ours_and_free():
    assert {one.name for one in paper.FONTS.glob("*.ttf")} == {
        "Figtree-Regular.ttf", "Figtree-Bold.ttf",
    }  # fmt: skip
    assert "SIL Open Font License" in (paper.FONTS / "OFL.txt").read_text(encoding="utf-8")
