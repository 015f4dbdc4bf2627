"""The report as a page, its download, and the questions that a person adds."""

import io
import re
from datetime import timedelta

import pytest
from django.test import Client
from pypdf import PdfReader

from coxa.training.log import QuestionNoted
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household import store as household
from coxa.web.report.forms import MOST
from tests.cast import Diary, farid
from tests.twelve_weeks import twelve_weeks

pytestmark = pytest.mark.django_db


def html_of(client: Client, address: str = "/report/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.fixture
def farids(entered: Client) -> Client:
    """Twelve weeks that end this week."""
    entered.get("/report/")
    monday = clock.today() - timedelta(days=clock.today().weekday(), weeks=11)
    entries = [one for one in twelve_weeks(monday).entries if one.day <= clock.today()]
    store.append(household.profiles()[0], entries)
    return entered


def standing() -> list[str]:
    log = store.log_of(household.profiles()[0])
    return [one.body.text for one in log if isinstance(one.body, QuestionNoted)]


def test_who_has_told_nothing_sees_an_empty_report_and_no_error(entered: Client):
    html = html_of(entered)
    assert "Hip report so far" in html
    assert "“About me” is not answered yet." in html


def test_the_page_and_the_paper_say_the_same(farids: Client):
    html = re.sub(r"\s+", " ", html_of(farids))
    paper = farids.get("/report/report.pdf").content
    printed = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    for words in ("Twelve-week hip report", "Usual pain: 5 of 10 at first", "Putting on socks"):
        assert words in html
        assert words in re.sub(r"\s+", " ", printed)


def test_every_table_says_what_its_cells_are(farids: Client):
    html = html_of(farids)
    tables = re.findall(r"<table.*?</table>", html, re.DOTALL)
    assert len(tables) == 4
    assert all('scope="col"' in table and 'scope="row"' in table for table in tables)


def test_the_download_is_a_pdf_that_nobody_keeps_on_the_way(farids: Client):
    answer = farids.get("/report/report.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert re.search(
        r'attachment; filename="coxa-report-me-[\d-]+\.pdf"', answer["Content-Disposition"]
    )
    assert answer["Cache-Control"] == "no-store"
    assert len(PdfReader(io.BytesIO(answer.content)).pages) == 2


def test_a_question_is_added_and_stands_first(farids: Client):
    assert farids.post("/report/question/", {"text": "  May I\nski? "}).status_code == 302
    html = html_of(farids)
    assert standing() == ["May I ski?"]
    assert re.search(r'<ol class="report__list"><li>May I ski\?</li>', html)


def test_what_is_written_is_text_on_the_page(farids: Client):
    farids.post("/report/question/", {"text": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in html_of(farids)


@pytest.mark.parametrize("text", ["", "   ", "x" * 301])
def test_a_question_that_is_none_is_said_to_be_so_and_kept(farids: Client, text: str):
    answer = farids.post("/report/question/", {"text": text})
    assert answer.status_code == 422
    assert 'class="field__errors"' in answer.content.decode()
    assert standing() == []


def test_five_questions_are_enough(farids: Client):
    for number in range(MOST + 2):
        farids.post("/report/question/", {"text": f"Question {number}"})
    assert len(standing()) == MOST
    assert "Five questions are enough" in html_of(farids)


def test_a_question_can_be_taken_back(farids: Client):
    farids.post("/report/question/", {"text": "May I ski?"})
    entry = next(
        one for one in store.log_of(household.profiles()[0]) if isinstance(one.body, QuestionNoted)
    )
    assert farids.post(f"/report/question/{entry.id}/").status_code == 302
    assert standing() == []
    assert farids.post(f"/report/question/{entry.id}/").status_code == 404


def test_nothing_but_a_question_can_be_taken_back_here(farids: Client):
    other = store.log_of(household.profiles()[0])[0]
    before = len(store.everything(household.profiles()[0]))
    assert farids.post(f"/report/question/{other.id}/").status_code == 404
    assert len(store.everything(household.profiles()[0])) == before


def test_one_persons_question_is_no_business_of_another(farids: Client):
    second = household.add("Greta", clock.now())
    diary = Diary(clock.today()).knows(farid()).write(QuestionNoted(text="Is it mine?"))
    store.append(second, diary.entries)
    assert "Is it mine?" not in html_of(farids)
    assert farids.post(f"/report/question/{diary.last.id}/").status_code == 404


def test_reading_changes_nothing(farids: Client):
    assert farids.get("/report/question/").status_code == 405
    assert farids.post("/report/").status_code == 405


@pytest.mark.parametrize("address", ["/me/", "/learn/see_somebody/"])
def test_one_finds_the_way_to_it(farids: Client, address: str):
    assert 'href="/report/"' in html_of(farids, address)
