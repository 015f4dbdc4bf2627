"""Pictures of small things: what is seen, how it is lit, what is left open."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from tests.motion.picture.shapes import ball, facing_forward, facing_up

from coxa.motion.clip import View
from coxa.motion.picture.camera import framed
from coxa.motion.picture.still import encode, render
from coxa.reading.faults import FaultyInputError

FRONT = View("front", 0, 0)
ABOVE = View("above", 0, 30)
SIZE = (120, 100)


def brightness(picture):
    return picture[:, :, :3].astype(float).mean(axis=2)


def test_a_picture_has_its_size_and_four_values_a_pixel():
    picture = render([ball((0, 1, 0), 0.5)], FRONT, SIZE, "light")
    assert picture.shape == (100, 120, 4)
    assert picture.dtype == np.uint8


def test_nothing_is_drawn_where_nothing_is():
    picture = render([ball((0, 3, 0), 0.5)], FRONT, SIZE, "light")
    assert not picture[0].any()
    assert not picture[:, 0].any()
    assert picture[50, 60, 3] == 255


def test_alpha_is_straight():
    picture = render([facing_forward(0, 0.5, "wall")], View("", 7, 0), SIZE, "light")
    inside = picture[50, 60, :3].astype(int)
    half = picture[(picture[:, :, 3] > 60) & (picture[:, :, 3] < 200)]
    edges = half[half[:, 0] > 100]  # the others are the shadow on the floor
    assert len(edges) > 20
    assert np.abs(edges[:, :3].astype(int) - inside).max() < 40


def test_the_nearer_of_two_things_is_seen():
    red, blue = facing_forward(0.2, 0.5, "ball"), facing_forward(-0.2, 0.5, "foam")
    from_front = render([red, blue], FRONT, SIZE, "light")[50, 60]
    assert from_front[0] > from_front[2]
    assert np.array_equal(from_front, render([blue, red], FRONT, SIZE, "light")[50, 60])


def test_the_back_of_a_sheet_is_drawn_only_if_it_has_two_sides():
    behind = View("back", 180, 0)
    assert render([facing_forward(0, 0.5, "band")], behind, SIZE, "light")[50, 60, 3] == 255
    assert render([facing_forward(0, 0.5, "ball")], behind, SIZE, "light")[50, 60, 3] == 0


def test_a_ball_darkens_steadily_away_from_the_lamp():
    picture = render([ball((0, 4, 0), 0.5, "mat")], FRONT, (200, 200), "light")
    # The lamp stands to the left and above: from there to the middle, and on to the far edge.
    steps = np.arange(-48, 49, 6)
    along = [brightness(picture)[100 + s, 100 + s] for s in steps]
    darkening = np.diff(along[2:])
    assert (darkening <= 0.5).all()
    assert along[2] - along[-1] > 40


def test_both_themes_are_drawn_each_in_its_colours():
    light, dark = (
        render([ball((0, 1, 0), 0.5, "shorts")], FRONT, SIZE, t) for t in ("light", "dark")
    )
    assert brightness(dark)[50, 60] > brightness(light)[50, 60] + 20


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_same_surfaces_give_the_same_bytes(theme):
    surfaces = [
        ball((0, 0.5, 0), 0.5),
        facing_up(0, 1, "mat"),
        facing_forward(-1, 2, "wall", False),
    ]
    pictures = [render(surfaces, ABOVE, SIZE, theme) for _ in range(2)]
    assert pictures[0].tobytes() == pictures[1].tobytes()
    assert encode(pictures[0], "avif") == encode(pictures[1], "avif")


def test_a_thing_on_the_floor_has_a_shadow_and_one_high_up_has_less():
    camera = framed([ball((0, 0.5, 0), 0.5)], ABOVE, (200, 200))

    def beneath(height):
        picture = render([ball((0, height, 0), 0.5)], ABOVE, (200, 200), "light", camera)
        shadow = (picture[:, :, 3] > 0) & (picture[:, :, 3] < 250) & (brightness(picture) < 90)
        return picture[shadow, 3].max(initial=0)

    assert beneath(0.5) > beneath(0.9) > beneath(1.6)


def test_a_shadow_falls_on_a_mat_as_well():
    mat = facing_up(-0.001, 1.5, "mat")
    alone = render([mat], ABOVE, (200, 200), "light")
    camera = framed([mat], ABOVE, (200, 200))
    under = render([mat, ball((0, 0.25, 0), 0.25)], ABOVE, (200, 200), "light", camera)
    in_front = camera.on_picture(camera.seen(np.array([[0.15, 0, 0]])))
    column, row = in_front[0].astype(int)
    assert brightness(under)[row, column] < brightness(alone)[row, column] - 15


def test_one_thing_shades_another():
    low, high = facing_up(0.5, 0.5, "mat"), facing_up(0.8, 0.2, "cushion")
    camera = framed([low], ABOVE, (200, 200))
    lit, shaded = (render(s, ABOVE, (200, 200), "light", camera) for s in ([low], [low, high]))
    darker = brightness(lit) - brightness(shaded)
    green = (shaded[:, :, 1] > shaded[:, :, 0]) & (lit[:, :, 3] == 255)
    assert (darker[green] > 25).sum() > 100


def test_the_person_shows_through_what_hides_them():
    person = ball((0, 1, 0), 0.5, "top")
    hidden = render([person, facing_forward(1, 1, "couch")], FRONT, SIZE, "light")
    plain = render([facing_forward(1, 1, "couch")], FRONT, SIZE, "light")
    difference = np.abs(hidden[50, 60].astype(int) - plain[50, 60].astype(int))
    assert difference[:3].max() > 40
    beside = render([person, facing_forward(-1, 1, "couch")], FRONT, SIZE, "light")
    assert beside[50, 60, 1] > beside[50, 60, 0]


def test_what_is_not_framed_fades_into_the_page():
    person, wall = ball((0, 1, 0), 0.5), facing_forward(-0.6, 3, "wall", frame=False)
    picture = render([person, wall], FRONT, SIZE, "light")
    assert picture[:, 0, 3].max() < 10
    assert picture[0, :, 3].max() < 10
    beside_the_ball = picture[20, 25, 3]
    assert 100 < beside_the_ball <= 255


def test_a_wall_fades_in_the_same_place_in_every_phase():
    wall = facing_forward(-0.6, 3, "wall", frame=False)
    low, high = ball((0, 0.5, 0), 0.5), ball((0, 2, 0.4), 0.5)
    camera = framed([low, high], FRONT, SIZE)
    one, other = (render([ball_, wall], FRONT, SIZE, "light", camera) for ball_ in (low, high))
    edges = np.s_[:, :25, 3]
    assert np.array_equal(one[edges], other[edges])
    assert one[edges].max() > 20


def test_what_runs_past_the_eye_is_cut_not_lost():
    camera = framed([ball((0, 1, 0), 0.5)], ABOVE, SIZE)
    everywhere = render([facing_up(0, 40, "cushion")], ABOVE, SIZE, "light", camera)
    assert (everywhere[:, :, 3] == 255).all()
    above = render([facing_up(2.9, 40, "cushion")], ABOVE, SIZE, "light", camera)
    assert not (above[:, :, 3] == 255).any()


@pytest.mark.parametrize(("form", "name"), [("avif", "AVIF"), ("webp", "WEBP"), ("png", "PNG")])
def test_a_picture_becomes_a_file_that_opens_again(form, name):
    picture = render([ball((0, 1, 0), 0.5)], FRONT, SIZE, "light")
    opened = Image.open(BytesIO(encode(picture, form)))
    assert opened.format == name
    again = np.asarray(opened.convert("RGBA"))
    solid = picture[:, :, 3] == 255
    assert np.abs(again[solid].astype(int) - picture[solid]).mean() < 4


def test_words_that_are_not_known_are_taught():
    figure = [ball((0, 1, 0), 0.5)]
    with pytest.raises(FaultyInputError, match="did you mean dark"):
        render(figure, FRONT, SIZE, "drak")
    with pytest.raises(FaultyInputError, match="did you mean skin"):
        render([ball((0, 1, 0), 0.5, "skim")], FRONT, SIZE, "light")
    with pytest.raises(FaultyInputError, match="did you mean webp"):
        encode(render(figure, FRONT, SIZE, "light"), "wepb")


def test_a_camera_for_another_size_is_refused():
    figure = [ball((0, 1, 0), 0.5)]
    with pytest.raises(FaultyInputError, match=r"that of the camera, \(60, 50\)"):
        render(figure, FRONT, SIZE, "light", framed(figure, FRONT, (60, 50)))
