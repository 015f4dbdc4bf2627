"""The last repetition, or a hold's worst moment, again: what is kept of it, and how it is brought
beside the figure's."""

from typing import Any

import pytest

from tests.web.figures.node import in_node

AGAIN = "src/coxa/web/camera/again.js"
# A repetition at ten pictures a second: out in 1 s, there for 1 s, back in 2 s. Knees in degrees.
ANGLES = [*range(0, 100, 10), *[100] * 10, *range(100, -1, -5)]


def point(x: float, y: float, visibility: float = 1.0) -> list[float]:
    return [x, y, 0.0, visibility]


def moments(angles: list[float | None], image: list[float] | None = None) -> str:
    rows = [
        {"time": at / 10, "angle": angle, "image": image or point(at / 100, 0.5)}
        for at, angle in enumerate(angles)
    ]
    return str(rows).replace("None", "null").replace("'", "")


def again(expression: str) -> Any:
    return in_node(AGAIN, expression)


def test_a_repetition_has_a_way_out_a_stay_and_a_way_back():
    ways = again(f"all.waysOf({moments(ANGLES)})")
    assert ways == pytest.approx({"start": 0, "there": 0.9, "leaves": 2.2, "end": 4.0})


def test_pictures_in_which_the_joint_was_not_seen_do_not_matter():
    gaps = [None if at in (3, 12, 30) else angle for at, angle in enumerate(ANGLES)]
    ways = again(f"all.waysOf({moments(gaps)})")
    assert ways["there"] == pytest.approx(0.9)
    assert ways["end"] == 4.0


@pytest.mark.parametrize(
    ("share", "way", "moment_s"),
    [(0, "out", 0), (0.2, "out", 0.45), (0.4, "hold", 0.9), (0.5, "hold", 1.55), (1, "back", 4.0)],
)
def test_both_go_out_stay_and_come_back_at_the_same_time(share: float, way: str, moment_s: float):
    beat = again(f"all.beatAt({share})")
    assert beat["way"] == way
    ways = "{ start: 0, there: 0.9, leaves: 2.2, end: 4 }"
    assert again(f"all.momentOf(all.beatAt({share}), {ways})") == pytest.approx(moment_s)


def test_between_two_pictures_the_person_is_between_them():
    found = again(f"all.landmarksAt({moments([0, 10, 20])}, 0.15)")
    assert found == pytest.approx(point(0.015, 0.5))
    assert again(f"all.landmarksAt({moments([0, 10, 20])}, 9)") == pytest.approx(point(0.02, 0.5))


def test_the_person_fills_the_new_picture_without_changing_shape():
    """Seen in a wide picture, in its left part; shown in an upright one."""
    image = [*point(0.1, 0.2), *point(0.3, 0.8), *point(0.9, 0.9, visibility=0.1)]
    (moment, *_) = again(f"all.fitted({moments([0, 1], image)}, 2, 0.5)")
    (left, top, *_), (right, bottom, *_) = moment["image"][:4], moment["image"][4:8]
    assert (left + right) / 2 == pytest.approx(0.5)
    assert (top + bottom) / 2 == pytest.approx(0.5)
    assert right - left == pytest.approx(0.84)  # what fits first is its width
    wide, high = (right - left) * 0.5, bottom - top
    assert wide / high == pytest.approx((0.2 * 2) / 0.6)


SAW = """(() => {
  const worth = all.worthSeeing();
  const size = { width: 4, height: 3 };
  const saw = (time, ended = null, image = [0, 0, 0, 1]) =>
    worth.saw({ seen: { angle: time, view: "front", ended }, image, size, time });
  const rep = (start_s, end_s, fault = "") => ({ start_s, end_s, fault });
  %s
})()"""


def worth(doing: str) -> Any:
    return in_node("src/coxa/web/camera/worth-seeing.js", SAW % doing)


def test_the_last_repetition_is_kept_whole_and_nothing_before_it():
    found = worth("for (let t = 0; t < 9; t += 1) saw(t, t === 8 ? rep(3, 7) : null);"
                  " return worth.last();")  # fmt: skip
    assert [one["time"] for one in found["moments"]] == [3, 4, 5, 6, 7]
    assert (found["view"], found["seenShape"]) == ("front", pytest.approx(4 / 3))


def test_after_a_set_the_last_one_with_something_to_mend_is_shown():
    walk = "for (let t = 0; t < 9; t += 1) saw(t, { 3: rep(0, 3, 'knee_in'), 6: rep(3, 6) }[t]);"
    assert worth(f"{walk} return worth.faulty().fault") == "knee_in"
    assert worth(f"{walk} return worth.last().fault") == ""
    assert worth("for (let t = 0; t < 9; t += 1) saw(t, t === 6 ? rep(3, 6) : null);"
                 " return worth.faulty().fault") == ""  # fmt: skip


HELD = """
  const hold = (worst_s, fault = "trunk_lean") => ({ start_s: 0, worst_s, fault });
  const held = (time, told) =>
    worth.saw({ seen: { angle: 0, view: "front", hold: told }, image: [time], size, time });
  %s
"""


def holding(doing: str) -> Any:
    return worth(HELD % doing)


def test_of_a_hold_the_moments_round_its_worst_one_are_kept():
    found = holding("""
      for (let t = 0; t < 20; t += 0.5) held(t, t < 5 ? null : hold(t < 8 ? t : 8));
      return worth.faulty();
    """)
    assert [one["time"] for one in found["moments"]] == [6.5, 7, 7.5, 8, 8.5, 9, 9.5]
    assert (found["worst_s"], found["fault"]) == (8, "trunk_lean")
    assert (found["view"], found["seenShape"]) == ("front", pytest.approx(4 / 3))


def test_of_a_long_hold_the_worst_moment_is_kept_however_long_ago():
    found = holding("for (let t = 0; t < 90; t += 0.5) held(t, t < 5 ? null : hold(5));"
                    " return worth.faulty().moments.length")  # fmt: skip
    assert found == 7


def test_a_hold_that_ends_at_its_worst_is_shown_up_to_there():
    found = holding("for (let t = 0; t < 6; t += 0.5) held(t, t < 2 ? null : hold(t));"
                    " return worth.last().moments.at(-1).time")  # fmt: skip
    assert found == 5.5


def test_a_hold_with_nothing_to_mend_is_not_shown_again():
    doing = "for (let t = 0; t < 9; t += 1) held(t, null); return [worth.last(), worth.faulty()]"
    assert holding(doing) == [None, None]


def test_at_a_holds_worst_moment_the_person_stands_still():
    ways = f"all.waysTo(1.2, {moments([0] * 30)})"
    assert again(ways) == {"start": 0, "there": 1.2, "leaves": 1.2, "end": pytest.approx(2.9)}
    for share in (0.4, 0.5, 0.59):
        assert again(f"all.momentOf(all.beatAt({share}), {ways})") == pytest.approx(1.2)


def test_what_was_seen_is_gone_once_it_is_forgotten():
    walk = "for (let t = 0; t < 9; t += 1) saw(t, t === 8 ? rep(3, 7) : null); worth.forget();"
    assert worth(f"{walk} return [worth.last(), worth.faulty()]") == [None, None]
    assert worth(f"{walk} saw(9, rep(3, 7)); return worth.last()") is None


def test_no_more_than_half_a_minute_is_kept():
    keeps = """(() => {
      const memory = all.remembering();
      for (let time = 0; time < 100; time += 1) memory.add({ time, image: [0], angle: 0 });
      return memory.between(0, 1000).length;
    })()"""
    assert in_node("src/coxa/web/camera/remembered.js", keeps) == 31


def test_another_film_begins_with_nothing():
    keeps = """(() => {
      const memory = all.remembering();
      [5, 6, 7, 0].forEach((time) => memory.add({ time, image: [0], angle: 0 }));
      return memory.between(0, 1000).length;
    })()"""
    assert in_node("src/coxa/web/camera/remembered.js", keeps) == 1
