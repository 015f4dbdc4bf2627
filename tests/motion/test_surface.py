"""What a surface refuses to be."""

import numpy as np
import pytest

from coxa.motion.surface import Surface

CORNERS = np.eye(3)
TRIANGLE = np.array([[0, 1, 2]])


def test_a_surface_keeps_its_arrays_as_numbers():
    surface = Surface([[0, 0, 0]] * 3, CORNERS, [[0, 1, 2]], "skin")
    assert surface.vertices.dtype == np.float64
    assert surface.triangles.dtype == np.int64
    assert surface.frame


def test_an_empty_surface_is_a_surface():
    assert Surface([], [], [], "skin").triangles.shape == (0, 3)


@pytest.mark.parametrize(
    ("vertices", "normals", "triangles", "material", "right"),
    [
        (CORNERS[:, :2], CORNERS, TRIANGLE, "skin", r"must be \(n, 3\)"),
        (CORNERS, CORNERS[:2], TRIANGLE, "skin", "must be one a vertex"),
        (CORNERS * np.nan, CORNERS, TRIANGLE, "skin", "must be a number"),
        (CORNERS, CORNERS, TRIANGLE + 1, "skin", "there are 3"),
        (CORNERS, CORNERS, TRIANGLE - 1, "skin", "there are 3"),
        (CORNERS, CORNERS, TRIANGLE, "", "must name its material"),
    ],
)
def test_arrays_that_do_not_agree_are_refused(vertices, normals, triangles, material, right):
    with pytest.raises(ValueError, match=right):
        Surface(vertices, normals, triangles, material)
