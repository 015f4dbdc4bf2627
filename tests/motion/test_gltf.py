"""glTF files: another program that plays them sees the figure where we have it, and no fault."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tests.motion.gltf_player import Player
from tests.motion.sample_clip import DEEP, sample_clip

from coxa.motion import quaternions
from coxa.motion.body import read_body
from coxa.motion.clip import Clip, Placed, all_values, sampled
from coxa.motion.gltf.clip import clip_glb
from coxa.motion.gltf.keys import Track, apart, grouped, restored
from coxa.motion.gltf.things import material
from coxa.motion.gltf.tracks import joint_tracks
from coxa.motion.gltf.whole import whole_glb
from coxa.motion.gltf.writer import unpacked
from coxa.motion.kinematics import Skeleton, places
from coxa.motion.props import mesh
from coxa.motion.turns import COLUMN, COORDINATES
from coxa.reading.faults import FaultyInputError

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "src" / "coxa" / "motion" / "figures"
FILES = sorted(FIGURES.rglob("*.glb"))
CLIPS = [file for file in FILES if file.parent != FIGURES]
MOST_BYTES = 15_000  # a clip: a tenth of a second on a slow phone's network
CLOSE_M = 0.006  # rounding of a whole chain of joints, from the pelvis to a fingertip


def gl(ours: np.ndarray) -> np.ndarray:
    return np.stack([-ours[..., 2], ours[..., 1], ours[..., 0]], axis=-1)


@pytest.fixture(scope="module")
def skeleton() -> Skeleton:
    return Skeleton(read_body())


@pytest.fixture(scope="module")
def clip() -> Clip:
    return sample_clip()


@pytest.fixture(scope="module")
def small(clip: Clip) -> Player:
    """As exact as can be: of any size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coxa.motion.gltf.clip.MOST_BYTES", 10**9)
        return Player(clip_glb(clip))


@pytest.fixture(scope="module")
def whole(clip: Clip) -> Player:
    return Player(whole_glb(clip))


def wild(seed: int, props: tuple[Placed, ...] = ()) -> Clip:
    """Every coordinate goes its own way."""
    random = np.random.default_rng(seed)
    clip = sample_clip(props=props)
    phase = random.uniform(0, 2 * np.pi, len(COORDINATES))
    way = np.sin(clip.times[:, None] * random.uniform(0.5, 3, len(COORDINATES)) + phase)
    values = way * random.uniform(0, 60, len(COORDINATES))
    values[:, :3] /= 200
    return sample_clip(values=values, props=props)


@pytest.mark.parametrize("moment", [0, 0.37, 1.1, 2.6, 3.4, 4.5])
def test_a_player_sees_every_joint_where_we_have_it(small: Player, clip: Clip, skeleton, moment):
    ours = skeleton.frames(all_values(sampled(clip, [moment]))).at[0]
    world = small.world(moment)
    theirs = np.array([world[small.node(name)][:3, 3] for name in skeleton.names])
    assert np.abs(theirs - gl(ours)).max() < CLOSE_M


@pytest.mark.parametrize("seed", range(3))
def test_a_player_sees_a_wild_motion_where_we_have_it(skeleton: Skeleton, seed: int):
    clip = wild(seed)
    player = Player(whole_glb(clip))
    for moment in clip.times[::7]:
        ours = skeleton.frames(all_values(sampled(clip, [moment]))).at[0]
        world = player.world(float(moment))
        theirs = np.array([world[player.node(name)][:3, 3] for name in skeleton.names])
        assert np.abs(theirs - gl(ours)).max() < 2 * CLOSE_M


@pytest.mark.parametrize("moment", [0, 2.0])
def test_a_player_sees_the_skin_where_we_have_it(whole: Player, clip: Clip, skeleton, moment):
    ours = places(skeleton.frames(all_values(sampled(clip, [moment]))), skeleton.skin())[0]
    assert np.abs(whole.skin(moment) - gl(ours)).max() < CLOSE_M


def test_a_player_sees_things_where_we_have_them(small: Player, clip: Clip):
    chair, _, ball, band = clip.props
    for moment in (0.0, 1.2, 3.0):
        world = small.world(moment)
        for thing in (chair, ball, band):
            now = sampled(sample_clip(props=(thing,)), [moment]).props[0]
            seen = _seen(small, world, thing.name)
            own = mesh(thing)
            corners = own.vertices[own.triangles.reshape(-1)] * now.scales[0]
            ours = now.positions[0] + quaternions.turned(corners, now.rotations[0])
            assert np.abs(seen - gl(ours)).max() < 0.003


def _seen(player: Player, world: list[np.ndarray], name: str) -> np.ndarray:
    """The corners of a thing's triangles, one after another."""
    number = player.node(name)
    primitive = player.json["meshes"][player.json["nodes"][number]["mesh"]]["primitives"][0]
    points = player.numbers(primitive["attributes"]["POSITION"])
    corners = points[player.numbers(primitive["indices"])[:, 0].astype(int)]
    return corners @ world[number][:3, :3].T + world[number][:3, 3]


def test_things_that_differ_in_size_only_share_their_mesh(small: Player):
    nodes = small.json["nodes"]
    assert nodes[small.node("chair")]["mesh"] == nodes[small.node("leg_r")]["mesh"]


def test_a_clip_has_the_joints_of_the_body_by_name_in_order_without_its_mesh(small: Player):
    body, _ = unpacked((FIGURES / "body.glb").read_bytes())
    joints = [body["nodes"][n] for n in body["skins"][0]["joints"]]
    here = small.json["nodes"][: len(joints)]
    assert [node["name"] for node in here] == [node["name"] for node in joints]
    assert [node.get("children") for node in here] == [node.get("children") for node in joints]
    assert "skins" not in small.json
    for node, joint in zip(here[1:], joints[1:], strict=True):
        assert node["translation"] == pytest.approx(joint["translation"], abs=1e-4)


def test_only_joints_that_change_have_a_channel(small: Player):
    moved = {small.json["nodes"][node]["name"] for node, _ in small.channels()}
    assert {"thigh_l", "shank_r", "pelvis", "upper_arm_l", "thigh_twist_l"} <= moved
    assert not {"head", "forearm_l", "hand_l", "toes_l", "chair"} & moved


def test_a_joint_that_is_held_has_its_pose_as_its_rotation(small: Player, skeleton: Skeleton):
    values = np.zeros((1, len(COORDINATES)))
    values[0, COLUMN["pro_sup_l"]] = 90
    assert "pro_sup_l" not in DEEP
    neutral = Player(clip_glb(sample_clip(values=np.repeat(values, 50, axis=0))))
    name = "hand_l"
    here = small.json["nodes"][small.node(name)]["rotation"]
    assert here == pytest.approx(neutral.json["nodes"][neutral.node(name)]["rotation"], abs=1e-4)


def test_a_clip_in_which_nothing_moves_has_no_animation():
    clip = sample_clip(values=np.repeat(sample_clip().values[:1], 50, axis=0), props=())
    assert "animations" not in Player(clip_glb(clip)).json


def test_times_run_from_nought_to_the_end_of_the_way_back(small: Player, clip: Clip):
    assert len(small.channels()) > 10
    for times, _ in small.channels().values():
        assert times[0] == 0
        assert times[-1] == pytest.approx(clip.out_s + clip.hold_s + clip.back_s)
        assert np.all(np.diff(times) > 0)


def test_turns_are_short_whole_numbers_that_go_the_shortest_way(small: Player):
    (animation,) = small.json["animations"]
    for channel in animation["channels"]:
        entry = small.json["accessors"][animation["samplers"][channel["sampler"]]["output"]]
        if channel["target"]["path"] == "rotation":
            assert entry["componentType"] == 5122
            assert entry["normalized"]
    for (_, path), (_, values) in small.channels().items():
        if path == "rotation":
            assert np.all(np.sum(values[1:] * values[:-1], axis=1) > 0)


def test_what_a_page_has_to_know_is_in_the_extras(small: Player, clip: Clip):
    extras = small.json["asset"]["extras"]
    assert (extras["out_s"], extras["hold_s"], extras["back_s"]) == (2, 1, 1.5)
    assert (extras["yaw_deg"], extras["pitch_deg"]) == (90, clip.view.pitch_deg)
    assert 1.5 < extras["size_m"] < 2.2
    assert extras["centre"] == pytest.approx([0, 0.85, 0], abs=0.3)


def test_a_whole_file_says_what_it_shows_and_keeps_the_body_as_it_is(whole: Player):
    body, data = unpacked((FIGURES / "body.glb").read_bytes())
    assert whole.json["asset"]["extras"]["title"] == "Knee bend"
    assert "CC0" in whole.json["asset"]["copyright"]
    assert whole.data.startswith(data)
    assert whole.json["skins"] == body["skins"]


def test_materials_are_those_of_the_palette():
    assert material("metal")["pbrMetallicRoughness"]["roughnessFactor"] < 0.6
    assert material("band")["doubleSided"]
    with pytest.raises(FaultyInputError, match="did you mean wood"):
        material("woood")


def test_a_clip_that_would_be_large_is_told_more_coarsely(skeleton: Skeleton):
    busy = wild(1)
    (fine, coarse) = (len(_kept(joint_tracks(busy, skeleton, c), busy)) for c in (1, 3))
    assert coarse < 0.8 * fine
    assert len(clip_glb(busy)) < 1.5 * MOST_BYTES


def _kept(tracks: list[Track], clip: Clip) -> list[int]:
    groups = grouped(tracks, clip.times)
    return [frame for group in groups for frame in group.frames for _ in group.tracks]


def test_the_same_clip_gives_the_same_bytes(clip: Clip):
    assert clip_glb(clip) == clip_glb(sample_clip())
    assert whole_glb(clip) == whole_glb(sample_clip())


def test_few_moments_are_kept_and_all_frames_restored_within_the_tolerance():
    times = np.linspace(0, 4, 97)
    angle = np.radians(40 * np.sin(times))
    nought = np.zeros_like(angle)
    turning = np.stack([np.sin(angle / 2), nought, nought, np.cos(angle / 2)], axis=1)
    moving = np.stack([nought, 0.2 * np.sin(times), nought], axis=1)
    tracks = [Track(0, "rotation", turning, 0.3), Track(0, "translation", moving, 0.001)]
    for group in grouped(tracks, times):
        assert len(group.frames) < 25
        for track in group.tracks:
            back = restored(track, times, group.frames)
            assert apart(track.path, back, track.values).max() <= track.tolerance * 1.02


def test_a_track_within_its_tolerance_is_left_out():
    still = Track(0, "translation", np.array([[0, 0, 0], [0, 0.0009, 0], [0, 0, 0]]), 0.001)
    assert grouped([still], np.array([0.0, 1.0, 2.0])) == []


def test_more_than_half_a_turn_is_not_left_to_the_shortest_way():
    times = np.linspace(0, 1, 41)
    angle = np.linspace(0, 1.5 * np.pi, 41)
    nought = np.zeros_like(angle)
    turning = np.stack([nought, np.sin(angle / 2), nought, np.cos(angle / 2)], axis=1)
    (group,) = grouped([Track(0, "rotation", turning, 0.3)], times)
    assert apart("rotation", restored(group.tracks[0], times, group.frames), turning).max() < 0.3


def test_the_validator_finds_no_fault_in_any_file(tmp_path: Path, clip: Clip):
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None:
        pytest.skip("the Khronos validator needs Node, which is not installed")
    made = {"small": clip_glb(clip), "wild": clip_glb(wild(5)), "whole": whole_glb(clip)}
    for name, raw in made.items():
        (tmp_path / f"{name}.glb").write_bytes(raw)
    files = [*FILES, *sorted(tmp_path.glob("*.glb"))]
    ran = subprocess.run(
        [node, "tools/figures/validate.mjs", *map(str, files)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout, ran.stderr
    said = json.loads(ran.stdout)
    assert [one["file"] for one in said] == list(map(str, files))
    assert {one["file"]: one["messages"] for one in said if one["errors"] or one["warnings"]} == {}


def test_a_vertex_that_a_joint_does_not_move_names_joint_nought():
    player = Player((FIGURES / "body.glb").read_bytes())
    attributes = player.json["meshes"][0]["primitives"][0]["attributes"]
    joints = player.numbers(attributes["JOINTS_0"])
    assert np.all(joints[player.numbers(attributes["WEIGHTS_0"]) == 0] == 0)


@pytest.mark.parametrize("file", CLIPS, ids=lambda file: file.stem)
def test_a_clip_is_small(file: Path):
    assert file.stat().st_size <= MOST_BYTES
