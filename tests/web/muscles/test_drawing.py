"""The drawing that the map is painted on."""

import json
import re

import numpy as np
import pytest
from tools.muscles import make_map
from tools.muscles.map_chart import charted, joints
from tools.muscles.map_figure import seen
from tools.muscles.map_lines import area, edges, fibres
from tools.muscles.map_paths import closed_path, open_path
from tools.muscles.map_territories import covered, inside, read_territories, smooth_line

from coxa.anatomy.muscles import Muscle
from coxa.web.muscles.known import FOLDER, views

MOST_BYTES = 12_500  # of a view: a phone loads all three at once
PART = re.compile(r'<(?:path|g) id="([\w-]+)"')
START = re.compile(r'id="([\w-]+)"[^>]*? d="M(-?\d+) ?(-?\d+)')


def drawing() -> str:
    return (FOLDER / "muscles.svg").read_text(encoding="utf-8")


def lines_of(view: str) -> list[str]:
    return [line for line in drawing().splitlines() if f'id="{view}-' in line]


def test_it_was_made_from_what_is_here_now():
    about = json.loads((FOLDER / "views.json").read_text(encoding="utf-8"))
    assert about["made_from"] == make_map.made_from(), "run: make figures"


@pytest.mark.slow
def test_it_can_be_made_again():
    again = make_map.made("")["muscles.svg"]
    assert PART.findall(again) == PART.findall(drawing())
    # Where each part begins, to 3 mm: the last digit of a sum is the machine's.
    for (_, *one), (_, *other) in zip(START.findall(again), START.findall(drawing()), strict=True):
        assert np.abs(np.array(one, int) - np.array(other, int)).max() <= 3


def test_each_view_is_small():
    for view in views():
        assert sum(len(line) for line in lines_of(view.name)) < MOST_BYTES, view.name


def test_every_part_that_pages_ask_for_is_there_once():
    names = PART.findall(drawing())
    assert len(names) == len(set(names))
    for view in views():
        for region in view.regions:
            assert {region.id, f"{region.id}-some", f"{region.id}-many"} <= set(names)
        assert {f"{view.name}-{part}" for part in ("skin", "shade", "marks")} <= set(names)


def test_every_muscle_lies_somewhere():
    assert {region.muscle for view in views() for region in view.regions} == set(Muscle)


@pytest.mark.parametrize(
    ("view", "muscles"),
    [
        ("front", {"quads", "rectus_femoris", "adductors", "hip_flexors", "tfl_itb", "core"}),
        ("back", {"glute_max", "glute_med", "hamstrings", "adductors", "core", "deep_rotators"}),
        ("side", {"glute_max", "glute_med", "tfl_itb", "quads", "hamstrings", "core"}),
    ],
)
def test_a_view_shows_what_lies_there(view: str, muscles: set[str]):
    (found,) = [one for one in views() if one.name == view]
    assert muscles <= {str(region.muscle) for region in found.regions}


def test_what_lies_deep_is_marked_so():
    deep = {(view.name, str(r.muscle)) for view in views() for r in view.regions if r.deep}
    assert deep == {("front", "hip_flexors"), ("back", "deep_rotators")}


@pytest.mark.parametrize(("view", "half"), [("front", "right"), ("back", "left")])
def test_the_persons_left_is_where_it_belongs_on_the_picture(view: str, half: str):
    """Facing someone, their left hip is at our right."""
    sight = seen(view)
    x, _ = sight.flat(np.array([joints()["thigh_l"]]))[0]
    middle = sight.on_skin.shape[1] / 2
    assert bool(x > middle) is (half == "right")


def test_the_side_view_looks_to_the_left():
    """It shows the left side, so the knee's front is at our left."""
    sight = seen("side")
    front, back = sight.flat(np.array([[0.2, 0.5, 0.0], [-0.2, 0.5, 0.0]]))[:, 0]
    assert front < back


def test_no_place_belongs_to_two_muscles():
    surface = tuple(one for one in read_territories() if one.kind == "surface")
    masks = covered(seen("side"), surface)
    assert np.sum(masks, axis=0).max() == 1


def test_the_chart_goes_round_from_the_front_outward():
    knee = np.array(joints()["shank_l"])
    around = np.array([[0.05, 0, 0], [0, 0, -0.05], [-0.05, 0, 0]]) + knee
    angle, level = charted(around)
    assert np.all(np.diff(angle) > 0)
    assert np.allclose(level, 0)


def test_both_halves_have_one_chart():
    places = np.array([[0.05, 0.7, -0.1], [0.05, 0.7, 0.1]])
    angle, _ = charted(places)
    assert angle[0] == pytest.approx(angle[1])


def test_a_line_round_a_disc_is_a_circle():
    y, x = np.mgrid[:100, :100] + 0.5
    disc = np.clip(30.5 - np.hypot(x - 50, y - 50), 0, 1)
    (loop,) = edges(disc, 0.5)
    assert np.hypot(*(loop - 50).T) == pytest.approx(30, abs=0.1)
    assert area(loop) == pytest.approx(np.pi * 900, rel=0.01)
    assert len(closed_path(loop)) < 120


def test_two_patches_have_two_lines_the_larger_first():
    field = np.zeros((60, 120))
    field[10:50, 10:50] = 1
    field[10:30, 70:90] = 1
    first, second = edges(field, 0.5)
    assert area(first) > area(second) > 0


def test_a_point_is_inside_a_line_or_not():
    square = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]])
    x, y = np.array([1.0, 3.0, -1.0]), np.array([1.0, 1.0, 1.0])
    assert inside(square, x, y).tolist() == [True, False, False]


def test_a_smooth_line_goes_through_its_points():
    points = np.array([[0.0, 0.0], [4.0, 1.0], [5.0, 5.0], [1.0, 4.0]])
    line = smooth_line(points)
    assert all(np.abs(line - point).sum(axis=1).min() < 1e-9 for point in points)


def test_fibres_run_along_a_muscle_and_stay_in_it():
    mask = np.zeros((200, 60), dtype=bool)
    mask[10:190, 10:50] = True
    lines = fibres(mask, apart=10)
    assert len(lines) == 4
    for line in lines:
        assert np.ptp(line[:, 1]) > 100
        assert line[:, 0].min() > 10
        assert line[:, 0].max() < 50
        assert open_path(line).count("l") == 1


def test_fibres_with_a_grain_slant_to_the_left_as_they_come_down():
    mask = np.ones((100, 100), dtype=bool)
    for line in fibres(mask, apart=20, grain=45):
        lower = line[np.argmax(line[:, 1])]
        assert lower[0] == line[:, 0].min()
