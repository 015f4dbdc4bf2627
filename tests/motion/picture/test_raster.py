"""Which triangle is seen at which sample."""

import numpy as np
import pytest

from coxa.motion.picture import raster
from coxa.motion.picture.raster import Corners, Grid, towards_eye, visible

GRID = Grid(40, 30)
SQUARE = np.array([[(5, 5), (25, 5), (25, 25)], [(5, 5), (25, 25), (5, 25)]], dtype=float)


def corners(xy, near=1.0):
    xy = np.asarray(xy, dtype=float)
    return Corners(xy, np.broadcast_to(np.asarray(near, dtype=float), xy.shape[:2]))


def test_a_triangle_covers_the_samples_inside_it_and_no_others():
    hits = visible(corners([[(2, 3), (33, 7), (11, 27)]]), GRID)
    x, y = GRID.xy(np.arange(GRID.samples))
    a, b, c = np.array([(2, 3), (33, 7), (11, 27)], dtype=float)

    def left_of(p, q):
        return (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]) > 0

    inside = left_of(a, b) & left_of(b, c) & left_of(c, a)
    assert np.array_equal(hits.place, np.flatnonzero(inside))


def test_two_triangles_with_a_shared_edge_leave_no_gap():
    hits = visible(corners(SQUARE), GRID)
    assert len(hits.place) == 20 * 20
    assert set(hits.triangle) == {0, 1}


@pytest.mark.parametrize("seed", range(5))
def test_a_fan_of_slivers_covers_its_disc_once(seed):
    angles = np.sort(np.random.default_rng(seed).uniform(0, 2 * np.pi, 200))
    rim = np.array([20, 15]) + 14 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    fan = np.stack(
        [np.broadcast_to([20.0, 15.0], rim.shape), rim, np.roll(rim, -1, axis=0)], axis=1
    )
    every = [visible(corners(fan[i : i + 1]), GRID).place for i in range(len(fan))]
    together = np.concatenate(every)
    assert len(together) == len(set(together))
    assert np.array_equal(np.sort(together), visible(corners(fan), GRID).place)


def test_the_nearer_triangle_is_seen_whichever_comes_first():
    both = np.concatenate([SQUARE[:1], SQUARE[:1]])
    assert set(visible(corners(both, [[2], [1]]), GRID).triangle) == {0}
    assert set(visible(corners(both, [[1], [2]]), GRID).triangle) == {1}


def test_triangles_that_cross_are_each_seen_on_their_side():
    leaning = corners([SQUARE[0], SQUARE[0]], [[1, 3, 3], [2, 2, 2]])
    hits = visible(leaning, GRID)
    column = hits.place % GRID.width
    assert column[hits.triangle == 1].max() <= column[hits.triangle == 0].min()


def test_nearness_runs_straight_over_a_triangle():
    hits = visible(corners(SQUARE[:1], [[5, 25, 25]]), GRID)
    assert hits.near == pytest.approx(hits.place % GRID.width + 0.5, abs=1e-6)


def test_what_has_no_area_or_lies_outside_is_not_seen():
    line = [(3, 3), (9, 9), (15, 15)]
    away = [(-9, -9), (-3, -9), (-3, -3)]
    assert not len(visible(corners([line, away]), GRID).place)
    assert not len(visible(corners(np.empty((0, 3, 2))), GRID).place)


def test_a_triangle_larger_than_the_picture_fills_it():
    assert len(visible(corners([[(-99, -99), (300, -99), (-99, 300)]]), GRID).place) == GRID.samples


def test_more_samples_a_pixel_measure_its_share_more_finely():
    fine = Grid(40, 30, (0.25, 0.75))
    hits = visible(corners(SQUARE + 0.5), fine)
    share = np.bincount(fine.pixels(hits.place), minlength=40 * 30).reshape(30, 40) / 2
    assert share[10, 10] == 1
    assert share[10, 5] == share[5, 10] == 0.5
    assert share.sum() == 20 * 20


def test_the_outside_of_a_triangle_turns_counter_clockwise():
    seen = [(0, 10), (10, 10), (0, 0)]  # y runs down
    assert towards_eye(corners([seen, seen[::-1]])).tolist() == [True, False]


def test_too_many_triangles_are_refused(monkeypatch):
    monkeypatch.setattr(raster, "MOST_TRIANGLES", 1)
    with pytest.raises(ValueError, match="at most 1"):
        visible(corners(SQUARE), GRID)
