"""A check before the camera, stage by stage, where there is neither page nor camera."""

from typing import Any

import pytest

from tests.web.figures.node import in_node

FLOW = "src/coxa/web/camera/check-flow.js"
LIVE = "{ live: true, rest_s: 10 }"
FILM = "{ live: false, rest_s: 10 }"
NO_PAUSE = "{ live: true, rest_s: 0 }"


def seen(phase: str, *values: int, words: str = "Lift it.", help_: str = "", of: int = 3) -> str:
    """What the analysis says of a picture, with the tries until then."""
    tries = ", ".join(f'{{ value_words: "{one} degrees", said: "" }}' for one in values)
    return (
        f'{{ phase: "{phase}", words: "{words}", help: "{help_}", tries_done: {len(values)},'
        f" tries_of: {of}, tries: [{tries}] }}"
    )


def played(setting: str, *moments: tuple[float, str]) -> list[dict[str, Any]]:
    """After each picture: the stage, and what was ordered."""
    pictures = ", ".join(f"[{time}, {what}]" for time, what in moments)
    return in_node(
        FLOW,
        f"""(() => {{
          let [state] = all.begin({setting});
          return [{pictures}].map(([time, what]) => {{
            const [next, orders] = all.saw(state, time, what);
            state = next;
            return {{ stage: state.stage, left: all.left(state), orders }};
          }});
        }})()""",
    )


def stages(setting: str, *moments: tuple[float, str]) -> list[str]:
    return [one["stage"] for one in played(setting, *moments)]


def said(done: dict[str, Any]) -> list[str]:
    return [one["words"] for one in done["orders"] if one["type"] == "say"]


def kinds(done: dict[str, Any]) -> list[str]:
    return [one["type"] for one in done["orders"]]


READY, RUNNING = seen("ready"), seen("running")


def test_before_a_camera_a_try_waits_for_the_place_and_the_count_down():
    first, counting, still, go = played(
        LIVE, (0, seen("getting_ready", help_="Step back.")), (1, READY), (3, READY), (6.1, READY)
    )
    assert (first["stage"], said(first)) == ("placing", ["Step back."])
    assert (counting["stage"], counting["left"]) == ("counting", 5)
    assert said(counting) == ["Get ready. Lift it."]
    assert still["orders"] == [{"type": "count", "number": 3}]
    assert (go["stage"], kinds(go), said(go)) == ("trying", ["go", "say"], ["Go. Lift it."])


def test_the_last_three_seconds_are_counted_aloud_once_each():
    pictures = [(at / 10, READY) for at in range(51)]
    orders = [order for one in played(LIVE, *pictures) for order in one["orders"]]
    assert [one["number"] for one in orders if one["type"] == "count"] == [3, 2, 1]


def test_who_steps_out_of_the_picture_is_not_counted_down():
    moments = (0, READY), (2, seen("getting_ready", help_="Come back.")), (6, READY)
    assert stages(LIVE, *moments) == ["counting", "placing", "counting"]


def test_after_a_try_one_rests_and_its_result_is_said():
    *_, tried, resting, over = played(
        LIVE, (0, RUNNING), (5, seen("ready", 61)), (14, seen("ready", 61)), (15, seen("ready", 61))
    )
    assert (tried["stage"], tried["left"], said(tried)) == ("resting", 10, ["Try 1: 61 degrees."])
    assert "hold" in kinds(tried)
    assert resting["stage"] == "resting"
    assert over["stage"] == "placing"


def test_after_the_last_try_there_is_time_to_strike_it_out_and_no_long_rest():
    last = seen("done", 61, 60, 62)
    *_, tried, over = played(LIVE, (0, seen("running", 61, 60)), (5, last), (11, last))
    assert (tried["stage"], tried["left"]) == ("resting", 6)
    assert over["orders"] == [{"type": "over"}]


def test_where_tries_follow_without_a_pause_nothing_is_counted_down_between():
    moments = (0, RUNNING), (2, seen("ready", 1)), (3, seen("running", 1)), (5, seen("ready", 1, 2))
    assert stages(NO_PAUSE, *moments) == ["trying"] * 4


def test_a_film_is_not_waited_for():
    last = seen("done", 61, 60, 62)
    film = played(FILM, (0, READY), (0.1, RUNNING), (2, seen("ready", 61)), (2.1, READY), (9, last))
    assert [one["stage"] for one in film][:3] == ["placing", "trying", "resting"]
    assert not any(kind in ("hold", "go") for one in film for kind in kinds(one))
    assert stages(FILM, (0, RUNNING), (5, last), (5.05, last))[-1] == "over"


def test_a_try_that_did_not_count_is_begun_again_and_said_why():
    *_, back = played(LIVE, (0, RUNNING), (2, seen("ready", words="That was too quick.")))
    assert (back["stage"], said(back)) == ("placing", ["That was too quick."])
    assert "hold" in kinds(back)


def test_words_that_stand_are_said_once():
    going = seen("running", words="Hold it there.")
    done = played(LIVE, (0, RUNNING), (1, going), (2, going), (3, going))
    assert sum(said(one) == ["Hold it there."] for one in done) == 1


@pytest.mark.parametrize("pictures_late", [0, 1, 3])
def test_a_try_that_was_struck_out_is_not_taken_for_a_new_one(pictures_late: int):
    """Pictures that were on their way still tell of it."""
    two, one = seen("ready", 61, 20), seen("ready", 61)
    late = ", ".join([two] * pictures_late + [one])
    stage, orders, afterwards = in_node(
        FLOW,
        f"""(() => {{
          let [state] = all.begin({LIVE});
          [state] = all.saw(state, 0, {seen("running", 61)});
          [state] = all.saw(state, 1, {two});
          const [back, orders] = all.again(state);
          state = back;
          [{late}].forEach((what, at) => {{ [state] = all.saw(state, 1.1 + at / 20, what); }});
          return [back.stage, orders, state.stage];
        }})()""",
    )
    assert stage == "placing"
    assert orders[0] == {"type": "drop", "number": 1}
    assert afterwards == "counting"


def test_the_other_side_begins_with_time_to_turn():
    stage, left = in_node(
        FLOW,
        f"(() => {{ const [state] = all.turned({NO_PAUSE}, 40);"
        " return [state.stage, all.left(state)]; })()",
    )
    assert (stage, left) == ("resting", 12)
