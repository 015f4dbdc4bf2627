"""What a picture shows, in words, made from the motion itself."""

from coxa.exercises.motion import Motion
from coxa.motion.library import STRETCH, Described
from coxa.motion.telling import told
from coxa.reading.values import read_value


def words(*poses, **more):
    motion = read_value(Motion, {"poses": poses} | more, "test.toml")
    return told(Described("bridge", "", "Bridge", motion, STRETCH))


FLOOR = ["head on floor", "both feet flat on floor"]
START = {"name": "start", "lying": "supine", "contacts": FLOOR}
TOP = {"name": "top", "lying": "supine", "contacts": ["both feet flat on floor"]}


def test_a_pose_says_how_the_person_lies_and_what_touches_what():
    assert words(START, TOP)["start"] == (
        "Bridge, start: a person lying on the back; head and both feet flat on the floor"
    )


def test_a_motion_says_from_where_to_where():
    assert words(START, TOP)["moving"] == "Bridge, moving from start to top and back"
    assert words(TOP)["moving"] == "Bridge: a still hold, with breathing"


def test_things_are_named_and_a_mat_is_not_worth_a_word():
    sit = {"name": "seated", "lying": "upright", "contacts": ["both sit bones on chair seat"]}
    said = words(sit, props=[{"kind": "chair"}, {"kind": "mat"}])["end"]
    assert "with a chair" in said
    assert "on the chair seat" in said
    assert "mat" not in said


def test_leaning_forward_is_said():
    bend = {"name": "hold", "lying": "upright", "angles": {"pelvis_tilt": -50}}
    assert "leaning forward from the hips" in words(bend)["end"]
