"""Things that a body can touch and must not sink into."""

import numpy as np
import pytest

from coxa.exercises.motion import PropPlace
from coxa.exercises.props import PROPS
from coxa.motion.clip import Placed
from coxa.motion.props import mesh
from coxa.motion.solids import Patch, Round, solids_of, surface_of

CHAIR = PropPlace(kind="chair", at=(0.5, 0, 0))
SEAT_M = 0.42  # the hollow of the figure's knee


def test_a_chairs_seat_is_where_the_chair_is():
    seat = surface_of("chair.seat", (CHAIR,))
    assert isinstance(seat, Patch)
    assert np.allclose(seat.origin, [0.5, SEAT_M, 0])
    assert np.allclose(seat.normal, [0, 1, 0])


def test_a_turned_chair_has_its_front_edge_to_the_left():
    turned = PropPlace(kind="chair", turn=90)
    edge = surface_of("chair.edge", (turned,))
    assert np.allclose(edge.normal, [0, 0, -1])


def test_a_thing_by_itself_means_its_first_surface():
    assert np.allclose(surface_of("chair", (CHAIR,)).origin, [0.5, SEAT_M, 0])


def test_a_bar_is_round_and_runs_to_the_side():
    bar = surface_of("bar", (PropPlace(kind="bar", at=(0, 2.2, 0)),))
    assert isinstance(bar, Round)
    assert np.allclose(np.abs(bar.axis), [0, 0, 1])


@pytest.mark.parametrize(
    ("kind", "inside", "depth", "out"),
    [
        ("bench", (0.0, 0.40, 0.0), 0.02, (0, 1, 0)),
        ("bench", (0.19, 0.2, 0.0), 0.01, (1, 0, 0)),
        ("roller", (0.0, 0.14, 0.1), 0.01, (0, 1, 0)),
        ("ball", (0.0, 0.034, 0.03), 0.004, (0, 0, 1)),
        ("bench", (0.0, 0.5, 0.0), 0.0, None),
    ],
)
def test_how_deep_a_point_is_inside_and_the_way_out(kind, inside, depth, out):
    (solid,) = solids_of(PropPlace(kind=kind))
    found, way = solid.depth(np.array([inside]))
    assert found[0] == pytest.approx(depth, abs=1e-9)
    if out:
        assert np.allclose(way[0], out)


def test_whoever_sinks_through_a_thin_seat_is_pushed_up_not_down():
    seat = solids_of(CHAIR, ["chair.seat"])[0]
    depth, way = seat.depth(np.array([[0.5, SEAT_M - 0.05, 0]]))
    assert depth[0] == pytest.approx(0.05)
    assert np.allclose(way[0], [0, 1, 0])


@pytest.mark.parametrize("kind", sorted(PROPS))
def test_every_thing_has_a_closed_mesh_that_faces_outward(kind):
    for part in PROPS[kind].parts:
        surface = mesh(Placed(part.shape, PROPS[kind].colour, part.size, np.zeros((1, 3))))
        a, b, c = (surface.vertices[surface.triangles[:, i]] for i in range(3))
        facing = np.einsum(
            "ti,ti->t", np.cross(b - a, c - a), surface.normals[surface.triangles].mean(1)
        )
        assert facing.min() > 0
        assert np.allclose(np.linalg.norm(surface.normals, axis=1), 1)


@pytest.mark.parametrize("kind", sorted(PROPS))
def test_every_thing_is_its_own_mirror_image(kind):
    for part in PROPS[kind].parts:
        corners = mesh(Placed(part.shape, "wood", part.size, np.zeros((1, 3)))).vertices.round(6)
        mirrored = {tuple(v * (1, 1, -1) + 0.0) for v in corners}
        assert mirrored == {tuple(v + 0.0) for v in corners}


@pytest.mark.parametrize("kind", sorted(PROPS))
def test_a_surface_names_a_part_that_there_is(kind):
    assert all(part < len(PROPS[kind].parts) for part, _ in PROPS[kind].surfaces.values())


def test_a_thing_without_a_mesh_is_refused_by_name():
    with pytest.raises(ValueError, match="'cone' has no mesh"):
        mesh(Placed("cone", "wood", (0.1,), np.zeros((1, 3))))
