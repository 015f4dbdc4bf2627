"""The pages of anatomy, as the server sends them."""

import re
from pathlib import Path

import pytest
from django.test import Client

import coxa.web.anatomy
from coxa.anatomy.groups import groups
from coxa.anatomy.muscles import Muscle

pytestmark = pytest.mark.django_db

BENT = "/anatomy/deep_rotators/?hip_flexion=90&knee_angle=90"


def page(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_all_groups_stand_on_one_page_each_with_its_exercises(entered: Client):
    html = page(entered, "/anatomy/")
    for muscle, group in groups().items():
        assert f'href="/anatomy/{muscle}/"' in html
        assert group.where in html
        assert group.felt in html
    assert html.count("Works it most") == len(Muscle)
    assert "CC BY 3.0" in html


@pytest.mark.parametrize("muscle", Muscle)
def test_a_group_has_its_page(entered: Client, muscle: Muscle):
    html = page(entered, f"/anatomy/{muscle}/")
    assert groups()[muscle].where in html
    assert "What it is made of" in html
    assert f"/library/?muscle={muscle}" in html
    for look in groups()[muscle].looks:
        assert look.words in html


def test_the_explorer_answers_a_form_that_was_sent_without_a_script(entered: Client):
    assert "turns out" in row_of(page(entered, "/anatomy/deep_rotators/"), "Piriformis")
    html = page(entered, BENT)
    assert "turns in" in row_of(html, "Piriformis")
    assert 'value="90"' in html


def row_of(html: str, name: str) -> str:
    found = re.search(rf'<th scope="row">{name}</th>(.*?)</tr>', html, re.DOTALL)
    assert found
    return found[1]


def test_htmx_gets_what_changes_alone_and_it_is_the_same(entered: Client):
    part = page(entered, BENT, **{"hx-request": "true"})
    assert "<html" not in part
    assert part.count('id="reading"') == 1
    assert row_of(part, "Piriformis") == row_of(page(entered, BENT), "Piriformis")
    assert "HX-Request" in entered.get(BENT)["Vary"]


def test_a_position_out_of_reach_says_so(entered: Client):
    html = page(entered, "/anatomy/hamstrings/?hip_flexion=130")
    assert "most people get to about 95° bent" in html
    assert "Out of reach here" in html


def test_the_curves_are_there_as_numbers_too(entered: Client):
    address = "/anatomy/deep_rotators/curves/?knee_angle=90&along=hip_flexion"
    assert address.partition("?")[0] in page(entered, "/anatomy/deep_rotators/")
    html = page(entered, address)
    table = html[html.index("Turning the leg") :]
    cells = re.findall(r"<td[^>]*>(-?\d+)</td>", row_of(table, "Piriformis"))
    levers = [int(cell) for cell in cells]
    assert levers[0] < -20
    assert levers[-1] > 10
    assert levers == sorted(levers)
    assert "bend the knee: 90° bent" in html


def test_an_unknown_group_is_not_found(entered: Client):
    for address in ("/anatomy/biceps/", "/anatomy/biceps/figure.glb", "/anatomy/biceps/curves/"):
        assert entered.get(address).status_code == 404


def test_the_figure_comes_as_a_small_file_that_does_not_depend_on_where_its_slider_stands(
    entered: Client,
):
    first = entered.get("/anatomy/glute_med/figure.glb?hip_flexion=0&along=hip_flexion")
    other = entered.get("/anatomy/glute_med/figure.glb?hip_flexion=70&along=hip_flexion")
    turned = entered.get("/anatomy/glute_med/figure.glb?hip_rotation=30&along=hip_flexion")
    assert first["Content-Type"] == "model/gltf-binary"
    assert first.content[:4] == b"glTF"
    assert len(first.content) < 15_000
    assert first.content == other.content
    assert first.content != turned.content


def test_the_library_leads_to_anatomy(entered: Client):
    assert 'href="/anatomy/"' in page(entered, "/library/")


def test_an_exercise_leads_to_its_muscles(entered: Client):
    html = page(entered, "/library/glute_bridge/")
    assert 'href="/anatomy/"' in html
    assert 'href="/anatomy/glute_max/"' in html


def test_who_did_not_come_in_by_the_link_sees_nothing(db):
    assert Client(headers={"host": "127.0.0.1"}).get("/anatomy/").status_code != 200


def test_the_styles_of_anatomy_hold_no_colours_of_their_own():
    folder = Path(coxa.web.anatomy.__file__).parent
    css = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.css"))
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb\(", css)
