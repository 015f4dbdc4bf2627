"""The time of a session: by the sound card's clock or the page's, with chimes known ahead."""

import json
from itertools import pairwise

import pytest

from tests.web.figures.node import in_node

CLOCK = "src/coxa/web/session/clock.js"
COMING = "src/coxa/web/session/coming.js"
MACHINE = "src/coxa/web/session/machine.js"
SPEAKING = "src/coxa/web/session/speaking.js"


def passed(readings: list[tuple[float, float | None]]) -> list[dict]:
    """What the clock says at each reading but the first; (milliseconds, seconds of sound)."""
    return in_node(
        CLOCK,
        f"""((readings) => {{
          let n = 0;
          const clock = all.clockOf(() => readings[n][1], () => readings[n][0]);
          return readings.slice(1).map(() => {{ n += 1; return clock(); }});
        }})({json.dumps(readings)})""",
    )


def test_without_sound_it_is_the_pages_clock():
    told = passed([(0, None), (100, None), (1100, None)])
    assert [one["ms"] for one in told] == [100, 1000]
    assert not any(one["heard"] for one in told)


def test_while_sound_runs_it_is_the_sound_cards():
    told = passed([(0, 10.0), (100, 10.1), (1100, 11.102)])
    assert [one["ms"] for one in told] == pytest.approx([100, 1002])
    assert all(one["heard"] for one in told)


def test_asked_once_a_minute_it_has_missed_nothing():
    told = passed([(60_000 * n, 60.0 * n) for n in range(13)])
    assert sum(one["ms"] for one in told) == pytest.approx(12 * 60_000)
    assert all(one["heard"] for one in told)


def test_the_sound_cards_rate_counts_and_small_differences_do_not_pile_up():
    """A card that is 0.1 % fast, read late by up to 20 ms in the page's time."""
    readings = [(1000.0 * n + (7 * n) % 20, 1.001 * n) for n in range(1801)]
    told = passed(readings)
    assert sum(one["ms"] for one in told) == pytest.approx(1_801_800, abs=1)


@pytest.mark.parametrize(
    ("what", "readings", "ms"),
    [
        ("it comes", [(0, None), (100, 0.0), (200, 0.1)], [100, 100]),
        ("it goes", [(0, 5.0), (100, 5.1), (300, None)], [100, 200]),
        ("it stood still for three seconds", [(0, 5.0), (4000, 6.0), (4100, 6.1)], [4000, 100]),
        ("another context begins at nought", [(0, 90.0), (100, 0.0), (200, 0.1)], [100, 100]),
    ],
)
def test_no_time_is_lost_or_doubled_when_the_sound_is_interrupted(what, readings, ms):
    assert [one["ms"] for one in passed(readings)] == pytest.approx(ms), what


READY = {"kind": "ready", "seconds": 5, "waits": False}
HOLD = {"kind": "work", "mode": "hold", "seconds": 30, "count": 1}
REST = {"kind": "rest", "seconds": 10}
REPS = {"kind": "work", "mode": "reps", "seconds": 12, "count": 3}
WAITS = {"kind": "ready", "seconds": 20, "waits": True}


def sounds(steps: list[dict], within_s: float = 90, **state) -> list[tuple[float, str]]:
    now = {"steps": steps, "at": 0, "elapsed": 0, "spent": 0, "seen": 0} | state
    now = {"led": False, "paused": False} | now
    found = in_node(COMING, f"all.coming({json.dumps(now)}, {within_s * 1000})")
    return [(one["in_ms"] / 1000, one["sound"]) for one in found]


def test_every_chime_is_known_ahead_up_to_a_step_that_waits():
    assert sounds([HOLD, REST, REPS, WAITS, HOLD]) == [
        (27, "tick"), (28, "tick"), (29, "tick"), (30, "end"),
        (37, "tick"), (38, "tick"), (39, "tick"), (40, "begin"),
        (44, "tick"), (48, "tick"), (52, "end"),
    ]  # fmt: skip


def test_what_has_passed_does_not_sound_again():
    assert sounds([HOLD, WAITS], elapsed=28_500) == [(0.5, "tick"), (1.5, "end")]


def test_the_last_chime_is_that_of_the_end():
    assert sounds([REPS])[-1] == (12, "done")


def test_no_further_than_asked():
    assert sounds([HOLD, REST], within_s=28) == [(27, "tick"), (28, "tick")]


@pytest.mark.parametrize(
    ("why", "steps", "state"),
    [
        ("it is paused", [HOLD], {"paused": True}),
        ("a tap is waited for", [WAITS, HOLD], {}),
        ("the camera leads", [REPS, REST], {"led": True}),
        ("it is over", [HOLD], {"at": 1}),
    ],
)
def test_nothing_is_planned_where(why, steps, state):
    assert sounds(steps, **state) == [], why


def test_the_chimes_come_when_the_machine_changes_its_step():
    """Ticks of a tenth of a second, or one of a minute: the same steps at the same times."""
    steps = json.dumps([READY, HOLD, REST, REPS])
    script = f"""((steps) => [100, 57000].map((ms) => {{
      let [state, found, now] = [all.begin(steps), [], 0];
      while (!all.isOver(state)) {{
        now += ms;
        const [later, events] = all.tick(state, ms);
        found.push(...events.map((one) => one.type + (one.step?.kind ?? "")));
        state = later;
      }}
      return [now, found];
    }}))({steps})"""
    (exact, by_tenths), (_late, by_minutes) = in_node(MACHINE, script)
    assert exact == 57_000
    assert by_tenths == by_minutes
    assert [one for one in sounds([READY, HOLD, REST, REPS]) if one[1] != "tick"] == [
        (5, "begin"), (35, "end"), (45, "begin"), (57, "done"),
    ]  # fmt: skip


def spoken(steps: list[dict], at: int = 0) -> list[tuple[float, str]]:
    common = {"cues": ["Press", "Squeeze"], "set_number": 2, "sets": 2, "side": "left"}
    full = [common | {"voice": "", "set_up": "", "name": "Bridge"} | one for one in steps]
    found = in_node(SPEAKING, f"all.spokenIn({json.dumps(full)}, {at})")
    return [(one["at_ms"] / 1000, one["words"]) for one in found]


def test_before_an_exercise_the_voice_says_its_name_its_position_and_how_to_set_up():
    ready = READY | {"voice": "Bridge, lying on your back.", "set_up": "Bend your knees."}
    assert spoken([ready]) == [(0, "Bridge, lying on your back."), (0, "Bend your knees.")]


def test_in_a_set_it_says_the_side_and_then_the_cue_of_this_set_and_half_of_a_long_hold():
    hold = HOLD | {"voice": "Left side. Set 2 of 2."}
    assert spoken([hold]) == [
        (0, "Left side. Set 2 of 2."), (3.5, "Squeeze"), (15, "Half of the time."),
    ]  # fmt: skip


def test_a_set_shorter_than_the_words_has_none_within_it():
    assert spoken([HOLD | {"seconds": 3, "voice": "Hold."}]) == [(0, "Hold.")]


def test_near_the_end_of_a_rest_it_says_what_comes():
    rest = REST | {"seconds": 40, "voice": "Rest."}
    (_, (when, words)) = spoken([rest, HOLD])
    assert when == 34
    assert words == "Next: Bridge, left side · set 2 of 2"


def test_each_word_is_said_once_however_rarely_the_page_is_heard():
    said = json.dumps([{"at_ms": 0, "words": "a"}, {"at_ms": 3500, "words": "b"}])
    moments = [-1, 0, 100, 3400, 3500, 3600]
    pairs = json.dumps(list(pairwise(moments)))
    found = in_node(SPEAKING, f"{pairs}.flatMap(([a, b]) => all.due({said}, a, b))")
    assert found == ["a", "b"]
    assert in_node(SPEAKING, f"all.due({said}, -1, 60000)") == ["a", "b"]
