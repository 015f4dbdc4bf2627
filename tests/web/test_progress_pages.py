"""Progress: every picture is drawn from a table that stands beside it, and nothing is counted
against anybody."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from django.test import Client

from coxa.checks.library import checks
from coxa.coaching.progress.judging import Band, Verdict
from coxa.coaching.progress.over_time import marks_of
from coxa.coaching.progress.profile import State, TermSide
from coxa.coaching.week_muscles import Aim
from coxa.mechanics.uses import Band as Painted
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.models import Profile
from coxa.web.progress.body import band_of
from coxa.web.progress.charts import Cell, Chart, Column, Row, room
from coxa.web.progress.dial import dial_of
from tests.cast import MONDAY, Diary, alice, item
from tests.twelve_weeks import twelve_weeks

pytestmark = pytest.mark.django_db

SUNDAY = MONDAY + timedelta(weeks=12) - timedelta(days=1)
PAGES = ("", "pain/", "sessions/", "muscles/", "profile/", "checks/", "milestones/")


@pytest.fixture
def on(entered: Client, monkeypatch: pytest.MonkeyPatch):
    """Someone with this diary, on a day."""

    def go(diary: Diary, day=SUNDAY) -> Client:
        moment = datetime.combine(day, time(18), UTC)
        monkeypatch.setattr(clock, "now", lambda: moment)
        entered.get("/household/")
        store.append(Profile.objects.get(), diary.entries)
        return entered

    return go


@pytest.fixture
def farid(on) -> Client:
    return on(twelve_weeks())


def read(client: Client, page: str) -> str:
    answer = client.get(f"/progress/{page}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def charts(page: str) -> list[str]:
    return re.findall(r"<figure class=\"chart\".*?</figure>", page)


def table(chart: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", chart)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    return [[re.sub(r"<[^>]+>", "", one) for one in row] for row in cells]


def chart_of(page: str, name: str) -> str:
    return next(one for one in charts(page) if f'id="chart-{name}"' in one)


def test_progress_is_one_of_the_places_of_the_app(farid: Client):
    assert re.search(r'href="/progress/" aria-current="page"', read(farid, ""))


@pytest.mark.parametrize("page", PAGES)
def test_before_anything_each_page_invites(on, page):
    shown = read(on(Diary()), page)
    assert not charts(shown)
    assert re.search(r'class="button[^"]*" href="/(today|checks)/"|will stand here|Nothing', shown)


@pytest.mark.parametrize("page", PAGES)
def test_after_one_day_each_page_says_what_there_is(on, page):
    diary = Diary().knows(alice()).session(item("glute_bridge"), feels="looser")
    diary.check("slr_active", {"left": 60, "right": 70})
    shown = read(on(diary, MONDAY), page)
    assert "chart__plot" not in shown  # one point is no line
    assert "really" not in re.sub(r"“Really better”", "", shown).lower()


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_has_its_table_and_its_sentence(farid: Client, page):
    for chart in charts(read(farid, page)):
        assert re.search(r"<figcaption>\S.*?</figcaption> <p>\S", chart)
        heads, *rows = table(chart)
        assert rows
        assert all(len(row) == len(heads) for row in rows)
        assert "<caption" in chart
        assert chart.count('scope="row"') == len(rows)
        assert chart.count('scope="col"') == len(heads)


def test_pain_shows_week_by_week_with_its_band_source_and_verdict(farid: Client):
    chart = chart_of(read(farid, ""), "pain")
    assert 'data-band="3.5 6.5"' in chart
    assert "from 3.5 to 6.5" in chart
    assert "Farrar" in chart
    assert "That is a change that matters" in chart
    assert ["18 May 2026", "2", "1.3"] in table(chart)


def test_minutes_and_days_have_a_row_for_the_week_away_too(farid: Client):
    page = read(farid, "sessions/")
    assert ["6 Apr 2026", "0", "0"] in table(chart_of(page, "minutes"))
    assert ["6 Apr 2026", "0", "4"] in table(chart_of(page, "days"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("word", ["streak", "missed", "failed", "in a row", "only 3", "%"])
def test_no_page_counts_anybody_out(farid: Client, page, word):
    main = read(farid, page).partition("<main")[2]
    assert word not in re.sub(r"<[^>]+>|two checks in a row", " ", main).lower()


def test_how_hips_felt_is_shown_and_can_be_set_right(farid: Client):
    page = read(farid, "sessions/")
    assert ["Week from", "Looser", "The same", "Stiffer"] in table(chart_of(page, "feels"))
    link = re.search(r'href="(/session/done/[^"]+|/session/[^"]+/done/)"', page)
    link = link or re.search(r'<th scope="row"><a href="(/session/[^"]+)"', page)
    answer = farid.get(link[1])
    assert "Your hips felt" in answer.content.decode()


def test_the_profile_says_what_each_score_is_made_of(farid: Client):
    page = read(farid, "profile/")
    assert "4 of 5 checks are within their mark. 2 are not yet checked." in page
    assert "left out for your safety" in page
    assert 'href="/checks/thomas_knee/"' in page  # the way to what is not yet checked
    assert "Difference: 3 degrees." in page


def test_each_check_has_a_page_with_readings_error_mark_and_sources(farid: Client):
    page = read(farid, "checks/thomas_angle/")
    chart = chart_of(page, "check")
    assert ["2 Mar 2026", "6 degrees", "1 degree"] in table(chart)
    assert 'data-marks="-5"' in chart
    assert "A change up to 5 degrees may be chance." in chart
    assert "Left: -3 degrees now, 6 degrees at first: really better." in chart
    assert "modified Thomas test" in page


@pytest.mark.parametrize("check_id", sorted(checks()))
def test_a_check_never_done_has_a_page_that_leads_to_it(on, check_id):
    page = read(on(Diary().knows(alice())), f"checks/{check_id}/")
    assert f'href="/checks/{check_id}/"' in page


def test_a_check_that_nobody_knows_is_not_found(farid: Client):
    assert farid.get("/progress/checks/nonsense/").status_code == 404


def test_yes_and_no_are_a_table_and_no_line(farid: Client):
    chart = chart_of(read(farid, "checks/check_ankle_over_knee/"), "check")
    assert 'data-draw="none"' in chart
    assert ["2 Mar 2026", "no", "yes"] in table(chart)


def test_muscles_are_painted_and_told(farid: Client):
    page = read(farid, "muscles/")
    assert page.count('class="muscle-map ') == 2
    assert "muscle--high" in page
    assert "half of it or more" in page
    assert "buttock (5 sets)" in page


@pytest.mark.parametrize(
    ("sets", "band"),
    [(0, "none"), (1, "low"), (2, "moderate"), (4, "high"), (12, "high"), (13, "very_high")],
)
def test_a_band_is_a_share_of_the_aim(sets, band):
    assert band_of(sets, Aim(enough=4, most=12)) is Painted(band)


def test_what_is_done_stands_with_its_day(farid: Client):
    page = read(farid, "milestones/")
    assert "A harder form: Hip thrust" in page
    assert "Really better than at first: Straight-leg raise, lying" in page
    assert '<time class="soft" datetime="2026-03-02">2 March 2026</time>' in page


def test_another_person_of_the_household_sees_nothing_of_it(farid: Client):
    other = Profile.objects.create(name="Other", created_at=clock.now())
    session = farid.session
    session["profile"] = str(other.pk)
    session.save()
    assert not charts(read(farid, ""))


def test_numbers_for_the_script_are_the_same_in_every_language(farid: Client):
    farid.cookies["django_language"] = "fr"
    answer = farid.get("/progress/", headers={"accept-language": "fr"}).content.decode()
    assert 'data-band="3.5 6.5"' in answer
    assert 'data-value="1.3"' in answer
    assert 'datetime="2026-05-18"' in answer


def test_a_chart_is_drawn_from_two_rows_on():
    rows = tuple(Row(MONDAY + timedelta(days=n), (Cell(n, str(n)),)) for n in range(2))
    chart = Chart("c", "C", (), "Day", (Column("A", band=Band(0.5, 1.5)),), rows, low=0)
    assert chart.drawn
    assert chart.ends == ("0", "")
    assert chart.columns[0].drawn_band == "0.5 1.5"
    assert not Chart("c", "C", (), "Day", (Column("A"),), rows[:1]).drawn


@pytest.mark.parametrize("values", [(1, 5), (3, 3), (0, 0), (-4, 2)])
def test_a_scale_has_room_round_its_values(values):
    low, high = room(values)
    assert low < min(values)
    assert high > max(values)


@pytest.mark.parametrize(
    ("check_id", "value", "at", "mark"),
    [
        ("hip_abduction_range", 45, "50.0", "33.3"),
        ("thomas_angle", 7.5, "50.0", "61.9"),  # lower is better: further right
        ("hip_ir_seated", 70, "100.0", ""),  # no mark without pain
        ("check_ankle_over_knee", True, None, None),
    ],
)
def test_a_dial_puts_a_reading_on_its_scale_the_better_way_to_the_right(check_id, value, at, mark):
    check = checks()[check_id]
    side = TermSide("left", value, State.WITHIN, Verdict.FIRST, step=5.0)
    found = dial_of(check.measure, side, tuple(marks_of(check, alice())))
    assert (found and found.at) == at
    assert (found and found.mark_at) == mark
    if found:
        assert 0 <= float(found.error_at) <= float(found.at)
        assert float(found.error_at) + float(found.error_width) <= 100
