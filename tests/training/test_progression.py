"""What the log means: one row a rule, then what holds for every log."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.training.people import GOOD, log, person, session

from coxa.exercises.library import exercises
from coxa.training.case import RESERVE
from coxa.training.progression import MOST_INCREASES, UP, decide_all, messages_of
from coxa.training.rules.order import RULES

BRIDGE = "glute_bridge"
RAISE = "side_lying_leg_raise"


def decided(*logs, pain_cap=5, allowed=None, history=None, **more):
    return decide_all(person(*logs, history=history, **more), pain_cap=pain_cap, allowed=allowed)


def only(*args, **more):
    (one,) = decided(*args, **more)
    return one


def bridge(*sessions, **more):
    return log(BRIDGE, *sessions, **more)


def changed(one):
    keys = one.from_dose.keys() | one.to_dose.keys()
    return {k: one.to_dose.get(k) for k in keys if one.from_dose.get(k) != one.to_dose.get(k)}


SORE = {"pain_during": 1, "pain_next_morning": 2}
ROWS = [
    # rule, verdict, sessions, history
    ("raise_slower_lowering", "increase", GOOD, {}),
    ("hold_one_good_session", "hold", (session(-3, 15, 15),), {}),
    ("hold_one_good_session", "hold", (session(-5, 12, 12), session(-3, 15, 15)), {}),
    ("hold_on_the_way_up", "hold", (session(-5, 12, 12), session(-3, 12, 11)), {}),
    ("hold_near_the_limit", "hold", (GOOD[0], session(-3, 15, 15, rir=1)), {}),
    ("hold_on_loose_form", "hold", (GOOD[0], session(-3, 15, 15, form_ok=False)), {}),
    ("hold_without_effort", "hold", (GOOD[0], session(-3, 15, 15, rir=None)), {}),
    ("hold_without_an_answer", "hold", (GOOD[0], session(-3, 15, 15, pain_next_morning=None)), {}),
    ("hold_without_an_answer", "hold", (GOOD[0], session(-3, 15, 15, pain_during=None)), {}),
    ("hold_on_amber_pain", "hold", (GOOD[0], session(-3, 15, 15, pain_during=4)), {}),
    ("hold_after_late_soreness", "hold", (GOOD[0], session(-3, 15, 15, **SORE)), {}),
    (
        "reduce_after_late_soreness_twice",
        "reduce",
        (session(-5, 15, 15, **SORE), session(-3, 15, 15, **SORE)),
        {},
    ),
    (
        "reduce_on_amber_not_settled",
        "reduce",
        (session(-3, 15, 15, pain_during=4, pain_next_morning=3),),
        {},
    ),
    ("swap_easier_after_red_pain", "swap_easier", (session(-3, 15, 15, pain_during=6),), {}),
    (
        "stop_after_red_pain_twice",
        "stop",
        (session(-5, 12, 12, pain_during=7), session(-3, 12, 12, pain_during=6)),
        {},
    ),
    ("reduce_after_missed_targets", "swap_easier", (session(-5, 9, 8), session(-3, 10, 8)), {}),
    ("hold_on_the_way_up", "hold", (session(-5, 9, 8), session(-3, 12, 10)), {}),
    ("raise_slower_lowering", "increase", GOOD, {"last_session_days_ago": 7}),
    ("hold_after_a_week_away", "hold", GOOD, {"last_session_days_ago": 8}),
    ("hold_after_a_week_away", "hold", GOOD, {"last_session_days_ago": 14}),
    ("step_back_after_two_weeks_away", "reduce", GOOD, {"last_session_days_ago": 15}),
    ("step_back_after_two_weeks_away", "reduce", GOOD, {"last_session_days_ago": 28}),
    ("restart_after_four_weeks_away", "reduce", GOOD, {"last_session_days_ago": 29}),
    ("hold_while_learning", "hold", GOOD, {"week": 2}),
    ("hold_while_maintaining", "hold", GOOD, {"maintaining": True}),
    ("reduce_on_rising_weekly_pain", "reduce", GOOD, {"weekly_pain": (1, 2, 2.5)}),
    ("raise_slower_lowering", "increase", GOOD, {"weekly_pain": (1, 1.2, 1.4)}),
]


@pytest.mark.parametrize(("rule", "verdict", "sessions", "history"), ROWS)
def test_each_rule_speaks_when_its_sentence_is_true(rule, verdict, sessions, history):
    one = only(bridge(*sessions), history=history)
    assert (one.rule, one.decision) == (rule, verdict)
    assert one.reason.endswith((".", "?"))


def test_pain_at_the_usual_level_that_settles_counts_as_green():
    at_usual = {"pain_during": 4, "pain_next_morning": 3}
    one = only(
        bridge(session(-5, 15, 15, **at_usual), session(-3, 15, 15, **at_usual)),
        history={"baseline_pain": 3},
    )
    assert one.decision == "increase"


def test_the_pain_cap_of_a_condition_makes_red_begin_earlier():
    hurt = bridge(session(-3, 15, 15, pain_during=5))
    assert only(hurt).rule == "hold_on_amber_pain"
    assert only(hurt, pain_cap=4).rule == "swap_easier_after_red_pain"


def test_a_flare_holds_everything():
    one = only(bridge(*GOOD), pain={"now": 4}, history={"baseline_pain": 2})
    assert one.rule == "hold_on_flare"


def test_increases_follow_their_order_one_variable_at_a_time():
    owned = ("wall", "chair", "band_loop")
    climb = [
        ({"lowering_s": 2}, {"lowering_s": 3}),
        ({"lowering_s": 3}, {"lowering_s": 5}),
        ({"lowering_s": 5}, {"band": "light"}),
        ({"lowering_s": 5, "band": "light"}, {"band": "medium"}),
    ]
    for at, to in climb:
        one = only(bridge(*(s | at for s in GOOD)), equipment=owned)
        assert one.decision == "increase"
        assert changed(one) == to


def test_planned_repetitions_below_the_top_go_up_first():
    tens = (session(-5, 10, 10), session(-3, 10, 10))
    planned = {"sets": 2, "reps": 10, "hold_s": 2, "rest_s": 45}
    one = only(bridge(*tens, dose=planned))
    assert (one.rule, changed(one)) == ("raise_repetitions", {"reps": 12})
    assert only(bridge(*tens)).decision == "hold"


def test_a_step_is_earned_anew_at_the_new_dose():
    slower_now = bridge(
        session(-5, 15, 15, lowering_s=2),
        session(-3, 15, 15, lowering_s=3),
    )
    assert only(slower_now).rule == "hold_one_good_session"


@pytest.mark.parametrize(("load", "more"), [(2.5, 2.75), (5, 5.5), (12, 13), (20, 21), (60, 63)])
def test_a_load_grows_by_two_to_ten_per_cent(load, more):
    one = only(bridge(*(s | {"load_kg": load, "lowering_s": 5} for s in GOOD)))
    assert changed(one) == {"load_kg": more}


@pytest.mark.parametrize(("load", "less"), [(4, 3.75), (10, 9), (20, 18)])
def test_missed_targets_take_five_to_ten_per_cent_of_the_load(load, less):
    missed = (session(-5, 9, 8, load_kg=load), session(-3, 9, 9, load_kg=load))
    assert changed(only(bridge(*missed))) == {"load_kg": less}


def test_missed_targets_without_a_load_bring_the_lowering_back():
    missed = (session(-5, 9, 8, lowering_s=5), session(-3, 9, 9, lowering_s=5))
    assert changed(only(bridge(*missed))) == {"lowering_s": 3}


def test_the_harder_form_starts_at_the_bottom_of_its_range():
    top = (s | {"lowering_s": 5} for s in GOOD)
    one = only(bridge(*top), equipment=("wall", "chair", "couch"))
    assert (one.decision, one.to_exercise) == ("swap_harder", "hip_thrust")
    assert (one.to_dose["reps"], one.to_dose["sets"], one.to_dose["lowering_s"]) == (10, 2, 2)


def test_no_harder_form_above_the_level_gate_or_outside_what_is_allowed():
    top = [s | {"lowering_s": 5} for s in GOOD]
    assert only(bridge(*top)).to_exercise == "bridge_alt_leg_extension"
    assert only(bridge(*top), age=70).rule == "hold_at_the_end_of_the_ladder"
    assert only(bridge(*top), allowed=frozenset({BRIDGE})).rule == "hold_at_the_end_of_the_ladder"


def test_the_easier_form_is_of_the_same_family_where_it_can_be_done():
    hurt = log(RAISE, session(-1, 12, 12, 11, pain_during=6, pain_next_morning=5))
    assert only(hurt).to_exercise == "x_standing_abduction_supported"
    assert only(hurt, equipment=()).to_exercise == "x_clamshell"
    none_left = only(hurt, allowed=frozenset({RAISE}))
    assert (none_left.decision, changed(none_left)) == ("reduce", {"sets": 2})


def test_a_hold_grows_along_its_steps_and_has_no_lowering():
    holds = {"rir": 3, "pain_during": 0, "pain_next_morning": 0, "hold_s": 15, "reps": (1, 1, 1)}
    plank = {
        "exercise_id": "side_plank",
        "range": {"hold_s": (10, 30), "sets": 3},
        "sessions": [{"day": -5, "sets": 3} | holds, {"day": -3, "sets": 3} | holds],
    }
    assert changed(only(plank)) == {"hold_s": 20}
    full = plank | {"sessions": [s | {"hold_s": 30} for s in plank["sessions"]]}
    assert only(full).rule == "hold_at_the_end_of_the_ladder"


def test_at_most_two_go_up_in_one_review():
    names = (BRIDGE, RAISE, "x_sit_to_stand", "x_march_supine")
    verdicts = [one.decision for one in decided(*(log(name, *GOOD) for name in names))]
    assert verdicts == ["increase", "increase", "hold", "hold"]


def test_a_step_taken_earlier_stands_and_takes_no_turn_from_others():
    old = log(BRIDGE, *(s | {"day": s["day"] - 20, "lowering_s": 5} for s in GOOD))
    here = ("wall", "chair", "couch")
    made = decided(old, log("hip_thrust", *GOOD), log(RAISE, *GOOD), equipment=here)
    assert [one.decision for one in made] == ["swap_harder", "increase", "increase"]


def test_a_lighter_week_follows_rising_effort_of_who_trains_steadily():
    harder = [session(-6, 12, 12, rir=4), session(-4, 12, 12, rir=2.5), session(-2, 12, 12, rir=0)]
    one = only(bridge(*harder))
    assert (one.rule, changed(one)) == ("lighter_week_on_rising_effort", {"sets": 1})
    assert only(bridge(*harder), history={"adherence": 0.7}).decision == "hold"
    assert only(bridge(*harder), history={"last_lighter_weeks_ago": 2}).decision == "hold"


def test_messages():
    red = session(-3, 12, 12, pain_during=7)
    assert messages_of(person(bridge(session(-3, 12, 12)))) == ()
    assert messages_of(person(bridge(red))) == ("pain_rule",)
    assert "see_clinician" in messages_of(person(bridge(red | {"day": -5}, red)))
    assert "see_clinician" in messages_of(person(history={"weekly_pain": (2, 3, 4)}))
    assert messages_of(person(history={"week": 8})) == ("recheck",)
    away = messages_of(person(history={"last_session_days_ago": 40}))
    assert set(away) == {"rescreen", "recheck", "welcome_back"}
    same = {"week": 6, "outcomes": [{"measure": "nrs", "first": 5, "last": 5}]}
    assert messages_of(person(history=same)) == ("see_clinician",)
    assert messages_of(person(history=same | {"adherence": 0.5})) == ()


# What holds for every log ---------------------------------------------------------------------

CLIMBERS = sorted(e.id for e in exercises().values() if e.kind == "strength")
nrs = st.one_of(st.none(), st.integers(0, 10))
sessions = st.builds(
    lambda day, reps, **more: {"day": -day, "sets": len(reps), "reps": reps} | more,
    st.integers(0, 60),
    st.lists(st.integers(0, 30), max_size=4),
    rir=st.one_of(st.none(), st.integers(0, 6)),
    pain_during=nrs,
    pain_next_morning=nrs,
    form_ok=st.sampled_from([None, True, False]),
    hold_s=st.one_of(st.none(), st.integers(0, 60)),
    lowering_s=st.sampled_from([None, 2, 3, 5]),
    load_kg=st.sampled_from([None, 0, 1, 4, 10]),
    band=st.sampled_from([None, "light", "extra"]),
)
near_good = st.builds(  # one answer away from an increase, or there
    lambda day, **more: session(-day, 15, 15, **more),
    st.integers(0, 9),
    rir=st.sampled_from([None, 1, 2, 3, 4]),
    pain_during=st.sampled_from([None, 0, 1, 2, 3, 5]),
    pain_next_morning=st.sampled_from([None, 0, 0, 1]),
)
logs = st.builds(
    lambda name, some: {"exercise_id": name, "sessions": some},
    st.sampled_from(sorted(exercises())),
    st.one_of(st.lists(sessions, max_size=4), st.lists(near_good, min_size=2, max_size=3)),
)
people = st.builds(
    lambda some, **past: person(*some, history=past, equipment=("chair", "band_loop", "weights")),
    st.lists(logs, max_size=5, unique_by=lambda one: one["exercise_id"]),
    week=st.integers(0, 13),
    adherence=st.one_of(st.none(), st.floats(0, 1)),
    baseline_pain=st.one_of(st.none(), st.integers(0, 6)),
    last_session_days_ago=st.one_of(st.none(), st.integers(0, 60)),
    weekly_pain=st.lists(st.integers(0, 10), max_size=4),
)
thriving = st.builds(  # most of what they did went well: increases do happen here
    lambda names, two, few: person(
        *(log(name, *pair, **few) for name, pair in zip(names, two, strict=False)),
        equipment=("chair", "band_loop", "weights", "couch"),
    ),
    st.lists(st.sampled_from(CLIMBERS), min_size=1, max_size=6, unique=True),
    st.lists(
        st.tuples(
            st.builds(lambda **m: session(-5, 15, 15, **m), rir=st.sampled_from([1, 2, 3])),
            st.builds(
                lambda **m: session(-3, 15, 15, **m),
                pain_during=st.sampled_from([None, 0, 0, 0, 2, 3]),
                lowering_s=st.sampled_from([None, 2]),
            ),
        ),
        min_size=6,
        max_size=6,
    ),
    st.sampled_from([{}, {"low": 8, "high": 12}]),
)
anyone = st.one_of(people, thriving)
caps = st.sampled_from([4, 5])


@settings(max_examples=150)
@given(anyone, caps)
def test_every_decision_is_sound(who, cap):
    made = decide_all(who, pain_cap=cap)
    assert len(made) == sum(bool(one.sessions) for one in who.history.log)
    for one in made:
        assert one.rule in {rule.__name__ for rule in RULES} | {"hold_beyond_two_increases"}
        assert (one.to_exercise is not None) == one.decision.startswith("swap")
        steps = changed(one)
        if one.decision in ("hold", "stop"):
            assert steps == {}
        if one.decision in ("increase", "reduce"):
            assert len(steps) == 1
        if "load_kg" in steps and one.from_dose["load_kg"]:
            assert steps["load_kg"] <= one.from_dose["load_kg"] * 1.1 + 1e-9


@settings(max_examples=150)
@given(anyone, caps)
def test_nothing_goes_up_without_two_good_green_sessions(who, cap):
    for one in decide_all(who, pain_cap=cap):
        if one.decision not in UP:
            continue
        done = sorted(who.history.of(one.exercise_id).sessions, key=lambda s: s.day)[-2:]
        usual = who.history.baseline_pain or 0
        assert len(done) == 2
        assert all(s.pain_during <= cap and s.pain_next_morning <= usual for s in done)
        if exercises()[one.exercise_id].kind == "strength":
            assert all(s.rir >= RESERVE for s in done)
        assert (who.history.last_session_days_ago or 0) <= 7


@settings(max_examples=60)
@given(anyone, st.integers(0, 10))
def test_more_pain_never_brings_more(who, extra):
    """Where an exercise does not go up, it does not go up with more pain either."""
    worse = who.model_copy(
        update={"pain": who.pain.model_copy(update={"now": min(10, who.pain.now + extra)})}
    )
    calm = {one.exercise_id for one in decide_all(who) if one.decision in UP}
    held = {one.exercise_id for one in decide_all(worse) if one.decision in UP}
    assert held <= calm
    newest = max((s.day for log in who.history.log for s in log.sessions), default=0)
    fresh = {log.exercise_id for log in who.history.log if _last_day(log) > newest - 7}
    assert len(calm & fresh) <= MOST_INCREASES


def _last_day(log):
    return max((s.day for s in log.sessions), default=-1000)
