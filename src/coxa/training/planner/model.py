"""One week's totals as a small integer program: on how many days each option stands.

Hard rules are constraints; wishes are named terms in points. Every option carries a small value
of its own (from the seed), so that equal weeks do not exist and the optimum is one. One worker, a
fixed seed, a limit in deterministic time: the same request, the same week, on every machine.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ortools.sat.python import cp_model

from coxa.anatomy.muscles import Muscle
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import COUNTED, TAGS, Coverage
from coxa.training.planner.amounts import (
    Amount,
    any_kind,
    dual_feasible,
    is_balance,
    is_drill,
    is_strength,
    moves,
)
from coxa.training.planner.menu import Option
from coxa.training.planner.request import Request
from coxa.training.planner.sums import ForMuscle, by_muscle, named_otherwise, sum_of, total

FINE = 1000  # one point in the objective's units; below it lies the tie-breaking
SPECIAL = frozenset({"band_loop", "pull_up_bar", "slider_or_towel"})  # got for training
HARD = 3  # from this level an exercise counts as hard
DUAL_FEASIBLE_UP_TO = 7
WEAKER_SIDE_AT_LEAST = (4, 1)  # extra : base sets; one quarter more on the side that needs it


@dataclass(frozen=True)
class Counted:
    """On how many days each option stands, the score in fine units, and whether it is proved."""

    counts: tuple[int, ...]
    score: int
    bound: float
    proved: bool


class WeekModel:
    """The week's totals: `counts[o]` is the number of days that hold option `o`.

    Only the week's whole room is counted, not each session's: a relaxation of the exact program,
    quick to solve, whose optimum bounds the exact one and equals it whenever it can be placed.
    """

    def __init__(self, request: Request, seed: int = 0) -> None:
        self.request = request
        self.seed = seed
        self.model = cp_model.CpModel()
        self.terms: list[tuple[cp_model.LinearExpr, int]] = []
        self.day_counts: dict[str, cp_model.IntVar] = {}
        self.options = request.menu.options
        self.counts = [self.model.new_int_var(0, self._most(o), "") for o in self.options]
        self.uses = [self.model.new_bool_var("") for _ in self.options]
        self.worked = {kind: self._by_muscle(kind, request.coverage) for kind in COUNTED}
        self.named = {kind: self._by_muscle(kind, TAGS) for kind in COUNTED}
        self._one_dose_an_exercise()
        self._room()
        self._volume()
        self._strength_coverage()
        self._stretch_coverage()
        self._directions()
        self._days()
        self._single_exercises()
        self._weaker_sides()
        self._lines()

    # -- hard rules -------------------------------------------------------------------------

    def _most(self, option: Option) -> int:
        calendar = self.request.calendar
        days = calendar.strength_days if is_strength(option) else calendar.days
        return len(days)

    def _one_dose_an_exercise(self) -> None:
        by_exercise: dict[str, list[int]] = defaultdict(list)
        for o, option in enumerate(self.options):
            by_exercise[option.exercise.id].append(o)
            self.model.add(self.counts[o] <= self._most(option) * self.uses[o])
            self.model.add(self.counts[o] >= self.uses[o])
        for members in by_exercise.values():
            self.model.add_at_most_one(self.uses[o] for o in members)
        self._one_new_hard_exercise()

    def _one_new_hard_exercise(self) -> None:
        """Who has begun takes on at most one new hard exercise a week."""
        if not self.request.standing:
            return
        new = [
            self.uses[o]
            for o, option in enumerate(self.options)
            if is_strength(option) and option.exercise.level >= HARD and not option.known
        ]
        if new:
            self.model.add(total(new) <= 1)

    def _room(self) -> None:
        """The week's sessions together have room for it, strength days for the strength."""
        slots = len(self.request.calendar.slots)
        strong = len(self.request.calendar.strength_days)
        self._fits(any_kind, slots)
        self._fits(is_strength, strong)
        families: dict[str, list[int]] = defaultdict(list)
        for o, option in enumerate(self.options):
            families[option.exercise.family or option.exercise.id].append(o)
        for members in families.values():
            self.model.add(total(self.counts[o] for o in members) <= slots)
            if all(is_strength(self.options[o]) for o in members):
                self.model.add(total(self.counts[o] for o in members) <= strong)
        self._at_least(is_strength, strong)
        self._at_least(moves, slots - strong)

    def _fits(self, kind: Amount, sessions: int) -> None:
        budget, most = self.request.budget_s, self.request.most_lines
        self.model.add(self._weekly(lambda o: o.seconds * kind(o)) <= budget * sessions)
        self.model.add(self._weekly(lambda o: o.lines * kind(o)) <= most * sessions)
        # No session holds more than k items that each need more than 1/(k+1) of it: the usual
        # dual-feasible functions of bin packing, which make the total room an honest bound.
        for k in range(1, DUAL_FEASIBLE_UP_TO):
            share = self._weekly(dual_feasible(k, budget, kind))
            self.model.add(share <= k * sessions)

    def _at_least(self, kind: Amount, days: int) -> None:
        if any(kind(o) for o in self.options):
            self.model.add(self._weekly(kind) >= days)

    def _volume(self) -> None:
        sets = self._weekly(lambda o: (o.dose.sets + (o.extra is not None)) * is_strength(o))
        low, high = self.request.sets_low, self.request.sets_high
        if high is not None:
            self.model.add(sets <= high)
        if low is not None:
            kept = self.model.new_bool_var("")
            self.model.add(sets >= low).only_enforce_if(kept)
            self._wish(kept, self.request.weights.points.held_volume)

    # -- wishes -----------------------------------------------------------------------------

    def _strength_coverage(self) -> None:
        points, enough = self.request.weights.points, self.request.weights.enough
        cap = self.request.weights.caps[self.request.person.level]
        full = min(cap, self.request.full_sets)
        for muscle, counted, share in self._both_ways(Kind.STRENGTH):
            one = counted.one
            self.model.add(counted.best <= int(cap * one))
            pull = share * self.request.pull.get((Kind.STRENGTH, muscle), 0.2) / float(one)
            self._capped(counted.base, enough.first_sets * one, pull * points.first_set)
            self._capped(counted.base, self.request.enough_sets * one, pull * points.enough_set)
            self._capped(counted.base, full * one, pull * points.further_set)

    def _stretch_coverage(self) -> None:
        points, enough = self.request.weights.points, self.request.weights.enough
        for muscle, counted, share in self._both_ways(Kind.STRETCH):
            one = counted.one
            self.model.add(counted.base <= int(enough.most_stretch_s * one))
            self.model.add(counted.best <= int(enough.most_stretch_s * one * 3 / 2))
            pull = share * self.request.pull.get((Kind.STRETCH, muscle), 0.1) / 30 / float(one)
            full = enough.full_stretch_s * one
            self._capped(counted.base, enough.first_stretch_s * one, pull * points.first_stretch)
            self._capped(counted.base, enough.stretch_s * one, pull * points.enough_stretch)
            if muscle in self.request.flagged_stretch:
                # What a check found short is stretched to the full, on the side that needs it.
                self._capped(counted.best, full, pull * points.found_stretch)
            self._capped(counted.base, full, pull * points.further_stretch)
        self._findings_first(self.worked[Kind.STRETCH])
        if any(named_otherwise(self.named[Kind.STRETCH], self.worked[Kind.STRETCH])):
            self._findings_first(self.named[Kind.STRETCH])

    def _both_ways(self, kind: Kind) -> Iterator[tuple[Muscle, ForMuscle, float]]:
        """Each muscle as it is counted, and where the tags alone count otherwise, by them too, for
        half of the points each: neither alone is sure enough to say that a muscle has its share."""
        other = dict(named_otherwise(self.named[kind], self.worked[kind]))
        for muscle, counted in self.worked[kind].items():
            yield muscle, counted, 0.5 if muscle in other else 1.0
        for muscle, named in other.items():
            yield muscle, named, 0.5

    def _findings_first(self, held: Mapping[Muscle, ForMuscle]) -> None:
        """A muscle that a check found short is not stretched less than one that it did not."""
        flagged = [m for m in held if m in self.request.flagged_stretch]
        for found in flagged:
            for other in held:
                if other not in flagged:
                    mine, theirs = held[found], held[other]
                    ratio = mine.one / theirs.one
                    self.model.add(ratio.denominator * mine.base >= ratio.numerator * theirs.best)

    def _directions(self) -> None:
        points = self.request.weights.points
        for plane in ("plane_sagittal", "plane_frontal", "plane_transverse", "plane_multi"):
            users = [self.uses[o] for o, x in enumerate(self.options) if plane in x.exercise.tags]
            if users:
                self._wish_any(users, points.direction)
        self._capped_days(is_drill, len(self.request.calendar.slots), points.warm_up)

    def _days(self) -> None:
        points = self.request.weights.points
        mobile = min(self.request.weights.enough.mobile_days, len(self.request.calendar.days))
        self._capped_days(moves, mobile, points.mobile_day)
        self._capped_days(is_balance, self.request.balance_days, points.balance_day)

    def _single_exercises(self) -> None:
        points = self.request.weights.points
        asked = {i for f in self.request.findings for i in f.include}
        wished = self.request.wished_level
        for o, option in enumerate(self.options):
            exercise = option.exercise
            worth = -points.distinct
            worth += points.included * (exercise.id in asked)
            worth += points.preferred * (exercise.id in self.request.limits.prefer)
            worth += points.known * option.known
            worth += points.from_articles * any(one.number for one in exercise.sources)
            worth += points.own_equipment * bool(SPECIAL & set(exercise.equipment.required))
            if exercise.kind is Kind.STRENGTH:
                worth -= points.level_gap * abs(exercise.level - wished)
            self._wish(self.uses[o], worth)
            self.terms.append((self.uses[o], self._own_value(exercise, option)))

    def _weaker_sides(self) -> None:
        for kind, sides in self.request.sided.items():
            for muscle in sides:
                self._weaker_side(kind, Muscle(muscle))

    def _weaker_side(self, kind: Kind, muscle: Muscle) -> None:
        counted = self.worked[kind].get(muscle)
        if counted is None or not counted.has_more:
            return
        served = self.model.new_bool_var("")
        times, least = WEAKER_SIDE_AT_LEAST
        self.model.add(times * counted.more >= least * counted.base).only_enforce_if(served)
        self.model.add(counted.more >= 1).only_enforce_if(served)
        self._wish(served, self.request.weights.points.weaker_side)

    def _lines(self) -> None:
        for o, option in enumerate(self.options):
            self._wish(self.counts[o], -self.request.weights.points.line * option.lines)

    # -- helpers ----------------------------------------------------------------------------

    def _by_muscle(self, kind: Kind, coverage: Coverage) -> Mapping[Muscle, ForMuscle]:
        return by_muscle(self.options, self.counts, kind, coverage)

    def _weekly(self, amount: Amount) -> cp_model.LinearExpr:
        """The week's sum of `amount` over all sessions."""
        amounts = ((o, int(amount(option))) for o, option in enumerate(self.options))
        return sum_of(amounts, self.counts)

    def _capped(
        self, amount: cp_model.LinearExpr, most: int | Fraction, points: float
    ) -> cp_model.IntVar:
        """`points` for each unit of `amount` up to `most`."""
        counted = self.model.new_int_var(0, max(0, int(most)), "")
        self.model.add(counted <= amount)
        self._wish(counted, points)
        return counted

    def _capped_days(self, fits: Amount, most: int, points: int) -> None:
        if most > 0 and any(fits(o) for o in self.options):
            self.day_counts[fits.__name__] = self._capped(self._at_most_days(fits), most, points)

    def _at_most_days(self, fits: Amount) -> cp_model.LinearExpr:
        """As many days as fitting work can fall on: strength only ever on strength days."""
        strong = self._weekly(lambda o: fits(o) * is_strength(o))
        on_strong = self.model.new_int_var(0, len(self.request.calendar.strength_days), "")
        self.model.add(on_strong <= strong)
        return self._weekly(lambda o: fits(o) * (not is_strength(o))) + on_strong

    def _wish_any(self, variables: Iterable[cp_model.IntVar], points: float) -> None:
        has = self.model.new_bool_var("")
        self.model.add_bool_or([*variables, has.negated()])
        self._wish(has, points)

    def _wish(self, expression: cp_model.LinearExpr, points: float) -> None:
        if points:
            self.terms.append((expression, round(points * FINE)))

    def _own_value(self, exercise: Exercise, option: Option) -> int:
        """A few fine units that belong to this option alone: ties cannot happen."""
        key = f"{self.seed}/{exercise.id}/{option.dose.sets}/{option.extra}"
        return int.from_bytes(hashlib.blake2s(key.encode(), digest_size=4).digest()) % FINE

    def run(self, deterministic_s: float | None) -> tuple[cp_model.CpSolver, Counted] | None:
        """The best found within the limit (None: until proved best), or None if no week keeps
        the rules."""
        self.model.maximize(total(e * c for e, c in self.terms))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self.seed
        solver.parameters.linearization_level = 2  # the room's bound lives in the linear program
        if deterministic_s is not None:
            solver.parameters.max_deterministic_time = deterministic_s
        status = solver.solve(self.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        counts = tuple(solver.value(v) for v in self.counts)
        score, bound = round(solver.objective_value), solver.best_objective_bound
        return solver, Counted(counts, score, bound, status == cp_model.OPTIMAL)

    def solve(self, deterministic_s: float | None) -> Counted | None:
        answer = self.run(deterministic_s)
        return answer and answer[1]
