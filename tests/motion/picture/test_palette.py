"""The colours and lights that pictures are made of."""

import numpy as np
import pytest

from coxa.exercises.props import PROPS
from coxa.motion.body import read_body
from coxa.motion.picture.palette import linear, palette
from coxa.motion.picture.shading import encoded

PAPER = {"light": "#fbf6ee", "dark": "#1b1815"}
LEAST_CONTRAST = 1.6  # our choice: clothes and skin stand off the page before any shading


def test_every_material_of_the_body_and_the_things_is_there():
    assert set(read_body().triangles) <= set(palette().materials)
    assert {kind.colour for kind in PROPS.values()} <= set(palette().materials)


def test_what_the_body_is_made_of_is_the_person():
    assert all(palette().material(one).figure for one in read_body().triangles)
    assert not any(palette().material(kind.colour).figure for kind in PROPS.values())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("material", ["skin", "top", "shorts"])
def test_the_person_stands_off_the_page(theme, material):
    share = (0.2126, 0.7152, 0.0722)  # of red, green, blue in brightness (WCAG 2.2)
    one = share @ linear(getattr(palette().material(material), theme))
    other = share @ linear(PAPER[theme])
    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) > LEAST_CONTRAST


def test_a_colour_comes_back_as_it_was_written():
    steps = np.round(encoded(linear("#0a80fe")) * 255)
    assert steps.tolist() == [0x0A, 0x80, 0xFE]
