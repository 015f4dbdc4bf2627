"""The figure of the player keeps the person's time."""

from typing import Any

import pytest

from tests.web.figures.node import in_node

CLIP = "{ out_s: 2, hold_s: 1, back_s: 3 }"
STEP = '{ kind: "work", side: "left", seconds: 60, halves: 1, tempo: { up: 2, hold: 4, down: 2 } }'


def following(expression: str) -> Any:
    return in_node("src/coxa/web/session/following.js", f"all.{expression}")


def beat(step: str, elapsed_ms: int) -> dict[str, Any]:
    return in_node("src/coxa/web/session/words.js", f"all.beatOf({step}, {elapsed_ms})")


@pytest.mark.parametrize(
    ("elapsed_ms", "there", "way", "within"),
    [(0, 0, "out", 0), (1000, 0.5, "out", 0.5), (4000, 1, "hold", 0.5), (7000, 0.5, "back", 0.5)],
)
def test_a_beat_says_how_far_and_on_which_way(elapsed_ms, there, way, within):
    said = beat(STEP, elapsed_ms)
    assert (said["there"], said["way"], said["within"]) == (there, way, within)


def test_a_hold_is_all_the_way_from_the_first_moment():
    said = beat('{ kind: "work", side: "both", seconds: 30, tempo: null }', 15_000)
    assert (said["there"], said["way"], said["within"]) == (1, "hold", 0.5)


def test_where_left_and_right_alternate_each_half_is_the_others():
    step = STEP.replace("halves: 1", "halves: 2").replace('"left"', '"both"')
    assert [beat(step, second * 1000)["side"] for second in (1, 9, 17)] == ["left", "right", "left"]


def test_outside_of_work_there_is_nowhere_to_be():
    said = beat('{ kind: "rest", side: "right", seconds: 30 }', 5000)
    assert (said["there"], said["way"], said["side"]) == (0, "rest", "right")


@pytest.mark.parametrize(("way", "moment"), [("out", 1), ("hold", 2.5), ("back", 4.5), ("rest", 0)])
def test_each_way_of_the_person_is_that_way_of_the_figure(way: str, moment: float):
    assert following(f'momentOf({{ way: "{way}", within: 0.5 }}, {CLIP})') == moment


def test_between_two_beats_it_moves_on_evenly_also_over_the_end():
    assert following("between(1, 2, 0.5, 6)") == 1.5
    assert following("between(5.5, 0.5, 0.75, 6)") == pytest.approx(0.25)
    assert following("between(5.5, 0.5, 3, 6)") == 0.5  # a late beat: it waits there


def test_who_begins_anew_is_not_followed_backwards():
    assert following("between(2, 1, 0.5, 6)") == 1


def test_it_goes_out_and_back_and_never_in_reverse():
    shown = 0.0
    seen = []
    for _ in range(40):
        shown = following(f"caughtUp({shown}, 2, 0.1, 1, 6)") if shown != 2 else 2
        seen.append(shown)
    assert seen == sorted(seen)
    assert seen[-1] == 2
    back = following("caughtUp(2.9, 0, 0.1, 1, 6)")
    assert 2.9 < back <= 6
