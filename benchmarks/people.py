"""People by the hundred, from a seed: what they own, have, want and did, each allowed by itself."""

from random import Random
from typing import Any

from coxa.training.person import Person

OWNED = ("wall", "chair", "couch", "bench", "towel", "band_loop", "pull_up_bar", "foam_roller",
         "tennis_ball", "bed", "cushion", "weights")  # fmt: skip
HAVE = (
    "lateral_hip_pain_left", "lateral_hip_pain_right", "fai", "hip_oa", "hip_dysplasia",
    "hypermobility", "proximal_hamstring_tendinopathy", "osteoporosis", "fall_last_year",
    "glaucoma", "hernia", "knee_pain", "wrist_pain", "shoulder_pain", "acute_back_pain",
    "anticoagulants", "pregnant_weeks_20", "postpartum_weeks_10", "hip_surgery_weeks_12",
    "thr_posterior_weeks_14",
)  # fmt: skip
SIDED = {
    "thomas_angle": (-12, 10),
    "thomas_knee": (50, 80),
    "side_plank_hold": (10, 60),
    "single_leg_stance": (4, 45),
    "hip_abduction_range": (20, 45),
}
DONE = ("glute_bridge", "side_lying_leg_raise", "x_sit_to_stand", "x_clamshell", "seated_slr",
        "hip_thrust", "x_isometric_abduction")  # fmt: skip


def people(count: int, seed: int = 0) -> list[Person]:
    """The same count and seed, the same people."""
    random = Random(seed)  # noqa: S311 - people, not secrets
    return [person(random) for _ in range(count)]


def person(random: Random) -> Person:
    return Person.model_validate(as_data(random))


def as_data(random: Random) -> dict[str, Any]:
    minutes = random.choice((3, 5, 7, 10, 10, 12, 15, 15, 20, 20, 30, 45, 60))
    twice = minutes <= 10 and random.random() < 0.2
    return {
        "age": random.randint(18, 88),
        "sex": random.choice(("F", "M", "X", None)),
        "level": random.choice(("novice", "novice", "intermediate", "advanced")),
        "goal": random.choice(("strength", "mobility", "both", "both", "maintenance")),
        "minutes_per_session": minutes,
        "sessions_per_day": 2 if twice else 1,
        "days_per_week": random.randint(1, 7),
        "equipment": random.sample(OWNED, random.randint(0, len(OWNED))),
        "conditions": random.sample(HAVE, random.choice((0, 0, 0, 1, 1, 2))),
        "clearance": True,
        "pain": {"now": random.choice((0, 0, 0, 1, 2, 3, 4))},
        "floor": random.choice(("yes", "yes", "yes", "with_support", "no")),
        "checks": _checks(random),
        "history": _history(random) if random.random() < 0.5 else {},
    }


def _checks(random: Random) -> dict[str, dict[str, int]]:
    names = random.sample(sorted(SIDED), random.choice((0, 0, 1, 2, 3)))
    return {n: {"left": random.randint(*SIDED[n]), "right": random.randint(*SIDED[n])}
            for n in names}  # fmt: skip


def _history(random: Random) -> dict[str, Any]:
    gap = random.choice((1, 1, 2, 2, 3, 10, 20, 40))
    return {
        "week": random.randint(1, 20),
        "adherence": random.choice((0.4, 0.7, 0.9, 1.0)),
        "baseline_pain": random.choice((0, 0, 1, 2)),
        "last_session_days_ago": gap,
        "last_week_strength_sets": random.choice((None, 6, 12, 18, 24)),
        "log": [_log(random, one, gap) for one in random.sample(DONE, random.randint(1, 5))],
    }


def _log(random: Random, exercise_id: str, gap: int) -> dict[str, Any]:
    sets = random.choice((1, 2, 3))
    days = [-gap - back for back in (5, 3, 0)]
    return {
        "exercise_id": exercise_id,
        "range": {"reps": [10, 15], "sets": sets},
        "sessions": [_session(random, day, sets) for day in days],
    }


def _session(random: Random, day: int, sets: int) -> dict[str, Any]:
    return {
        "day": day,
        "sets": sets,
        "reps": [random.choice((8, 12, 15))] * sets,
        "rir": random.choice((None, 0, 1, 2, 3, 4)),
        "pain_during": random.choice((None, 0, 0, 1, 2, 4, 6)),
        "pain_next_morning": random.choice((None, 0, 0, 1, 3)),
        "form_ok": random.choice((None, True, True, False)),
    }
