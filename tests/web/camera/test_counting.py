"""A set that a camera counts: the session's machine, and who leads."""

from typing import Any

import pytest

from tests.web.figures.node import in_node

SQUATS = (
    '{ kind: "work", mode: "reps", exercise_id: "lunge", side: "both", seconds: 24, count: 8,'
    " halves: 1 }"
)
MARCH = SQUATS.replace("halves: 1", "halves: 2")
PLANK = '{ kind: "work", mode: "hold", side: "both", seconds: 30, count: 1, hold_s: 30, halves: 1 }'
REST = '{ kind: "rest", side: "both", seconds: 60 }'


def machine(first: str, *then: str) -> Any:
    """What a session of that step and a rest is worth after what was done: its [state, events]."""
    done = "; ".join(f"note({one})" for one in then)
    return in_node(
        "src/coxa/web/session/machine.js",
        f"(() => {{ const {{ counted, held, led, next, tick, toggle }} = all; const events = [];"
        f" let state = led(all.begin([{first}, {REST}]), true);"
        " const note = (given) => { const [now, more] = Array.isArray(given) ? given : [given, []];"
        f" state = now; events.push(...more); }}; {done};"
        " return [state, events]; })()",
    )


def set_done(events: list[dict]) -> dict:
    (found,) = [one for one in events if one["type"] == "set_done"]
    return found


def test_a_set_ends_by_itself_when_the_camera_has_counted_all_of_it():
    state, events = machine(SQUATS, *["counted(state, 1)"] * 8)
    assert state["at"] == 1
    assert set_done(events)["camera"] is True
    assert set_done(events)["seconds"] == pytest.approx(24)


def test_while_the_camera_counts_the_clock_ends_nothing():
    state, events = machine(SQUATS, "counted(state, 1)", "tick(state, 60000)")
    assert (state["at"], events) == (0, [])
    assert state["elapsed"] == 3000  # one of eight
    assert state["spent"] == 60_000


def test_where_left_and_right_take_turns_two_that_are_seen_are_one_that_is_counted():
    state, _ = machine(MARCH, "counted(state, 1)", "counted(state, 1)")
    assert state["elapsed"] == 3000


def test_a_hold_runs_only_while_it_is_held():
    state, _ = machine(PLANK, "held(state, 12)", "tick(state, 90000)", "held(state, 0.5)")
    assert (state["at"], state["elapsed"]) == (0, 12_500)
    state, events = machine(PLANK, "held(state, 12)", "held(state, 18)")
    assert state["at"] == 1
    assert set_done(events)["camera"] is True


@pytest.mark.parametrize(
    ("first", "seen"), [(SQUATS, "held(state, 5)"), (PLANK, "counted(state, 3)")]
)
def test_a_hold_is_not_counted_and_a_count_is_not_held(first: str, seen: str):
    assert machine(first, seen)[0]["elapsed"] == 0


@pytest.mark.parametrize("not_now", ["toggle(state)", "led(state, false)", "next(state)"])
def test_nothing_is_counted_in_a_pause_in_a_rest_or_by_a_camera_that_does_not_lead(not_now: str):
    assert machine(SQUATS, not_now, "counted(state, 3)")[0]["elapsed"] == 0


def test_the_clock_goes_on_from_what_the_camera_counted():
    state, events = machine(
        SQUATS, *["counted(state, 1)"] * 5, "led(state, false)", "tick(state, 9001)"
    )
    assert state["at"] == 1
    done = set_done(events)
    assert (done["camera"], done["exact"]) == (False, True)


def test_a_repetition_that_the_clock_had_begun_is_begun_anew_by_the_camera():
    state, _ = machine(
        SQUATS, "led(state, false)", "tick(state, 7000)", "led(state, true)", "counted(state, 1)"
    )
    assert state["elapsed"] == 9000  # two by the clock, one by the camera


def body(step: str, done: str) -> dict[str, Any]:
    return in_node("src/coxa/web/session/bodies.js", f'all.setDone("s", {step}, {done})')


def test_what_the_camera_counted_is_written_down_to_the_last_one():
    seen = "{ seconds: 15, exact: true, camera: true }"
    found = body(SQUATS, seen)
    assert (found["reps"], found["counted_by"]) == (5, "camera")
    by_clock = body(SQUATS, "{ seconds: 15 }")  # quicker than the count, it is taken for whole
    assert (by_clock["reps"], by_clock["counted_by"]) == (8, None)


def test_a_set_of_which_the_camera_saw_nothing_is_the_clocks():
    _, events = machine(SQUATS, "tick(state, 30000)", "next(state)")
    done = set_done(events)
    assert (done["seconds"], done["camera"], done["exact"]) == (30, False, False)


def lead(expression: str) -> Any:
    """With a camera that has looked since 0 and last saw the person at 0."""
    return in_node(
        "src/coxa/web/session/lead.js",
        f"(() => {{ const {{ looked, watched, without }} = all; return {expression}; }})()",
    )


@pytest.mark.parametrize(
    ("now_ms", "why"), [(0, ""), (3900, ""), (4100, "unseen"), (60_000, "unseen")]
)
def test_who_is_not_seen_for_four_seconds_is_counted_by_the_clock(now_ms: int, why: str):
    assert lead(f"without(watched(0, 0), {now_ms})") == why


def test_who_is_seen_and_does_nothing_that_counts_is_counted_by_the_clock_after_a_while():
    standing = "{ angle: 10, share: 0.1, in_position: false, ended: null }"
    seen = f"looked(watched(0, 0), {standing}, 19000)"
    assert lead(f"without({seen}, 19500)") == ""
    assert lead(f"without({seen}, 20500)") == "still"


@pytest.mark.parametrize(
    "moves", ["share: 0.5", "share: 0, in_position: true", "share: 0, ended: { full: false }"]
)
def test_it_leads_again_as_soon_as_there_is_something_to_count(moves: str):
    seen = (
        f"looked(watched(0, 0), {{ angle: 40, in_position: false, ended: null, {moves} }}, 30000)"
    )
    assert lead(f"without({seen}, 30100)") == ""


def shown(step: str, elapsed_ms: int, seen: str) -> tuple[int, str]:
    said = in_node("src/coxa/web/session/words.js", f"all.countOf({step}, {elapsed_ms}, {seen})")
    return said["number"], said["unit"]


def test_the_camera_tells_how_many_are_done_and_the_clock_which_one_is_on():
    assert shown(SQUATS, 6000, "{ in_position: false }") == (2, "of 8")
    assert shown(SQUATS, 6000, "null") == (3, "of 8")


def test_out_of_position_is_said_where_the_time_stands():
    assert shown(PLANK, 12_000, "{ in_position: false }") == (18, "not in position")
    assert shown(PLANK, 12_000, "{ in_position: true }") == (18, "hold")
