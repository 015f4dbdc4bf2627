"""The body's rough shape: what is left out to be quick is outside it in any case."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.motion.judging.made import BODY

from coxa.motion.judging.segments import segments

SHAPES = segments(BODY).shapes
places = st.tuples(*[st.floats(-0.7, 0.7)] * 3)


@given(st.sampled_from(sorted(SHAPES)), st.lists(places, min_size=1, max_size=30))
def test_whatever_is_inside_a_part_is_near_it(part, points):
    shape, points = SHAPES[part], np.array(points)
    inside = np.flatnonzero(shape.depth(points) > 0)
    assert set(inside) <= set(shape.near(points))


@pytest.mark.parametrize("part", sorted(SHAPES))
def test_the_way_out_of_a_part_is_across_it_and_leads_out(part):
    shape = SHAPES[part]
    middle = np.insert(shape.middle[5], shape.axis, shape.at[5])
    step = np.insert(shape.half[5], shape.axis, 0.0) * [[0.5], [-0.5]]
    depth, way = shape.depth_and_way(middle + step)
    assert (depth > 0).all()
    assert way[:, shape.axis] == pytest.approx([0, 0])
    assert (np.einsum("ij,ij->i", way, step) > 0).all()
    out, _ = shape.depth_and_way(middle + step + way * (depth[:, None] + 1e-6))
    assert out == pytest.approx([0, 0], abs=1e-5)
