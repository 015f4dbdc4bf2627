"""The rules in order: less before the same, the same before more. The first that moves wins."""

from collections.abc import Callable

from coxa.training.case import Case, Move
from coxa.training.rules.hold_after_a_week_away import hold_after_a_week_away
from coxa.training.rules.hold_after_late_soreness import hold_after_late_soreness
from coxa.training.rules.hold_at_the_end_of_the_ladder import hold_at_the_end_of_the_ladder
from coxa.training.rules.hold_near_the_limit import hold_near_the_limit
from coxa.training.rules.hold_on_amber_pain import hold_on_amber_pain
from coxa.training.rules.hold_on_flare import hold_on_flare
from coxa.training.rules.hold_on_loose_form import hold_on_loose_form
from coxa.training.rules.hold_on_the_way_up import hold_on_the_way_up
from coxa.training.rules.hold_one_good_session import hold_one_good_session
from coxa.training.rules.hold_stretches_and_drills import hold_stretches_and_drills
from coxa.training.rules.hold_what_is_left_out import hold_what_is_left_out
from coxa.training.rules.hold_what_was_not_done_lately import hold_what_was_not_done_lately
from coxa.training.rules.hold_while_learning import hold_while_learning
from coxa.training.rules.hold_while_maintaining import hold_while_maintaining
from coxa.training.rules.hold_without_an_answer import hold_without_an_answer
from coxa.training.rules.hold_without_effort import hold_without_effort
from coxa.training.rules.lighter_week_on_rising_effort import lighter_week_on_rising_effort
from coxa.training.rules.raise_band import raise_band
from coxa.training.rules.raise_hold import raise_hold
from coxa.training.rules.raise_load import raise_load
from coxa.training.rules.raise_repetitions import raise_repetitions
from coxa.training.rules.raise_slower_lowering import raise_slower_lowering
from coxa.training.rules.reduce_after_late_soreness_twice import reduce_after_late_soreness_twice
from coxa.training.rules.reduce_after_missed_targets import reduce_after_missed_targets
from coxa.training.rules.reduce_on_amber_not_settled import reduce_on_amber_not_settled
from coxa.training.rules.reduce_on_rising_weekly_pain import reduce_on_rising_weekly_pain
from coxa.training.rules.restart_after_four_weeks_away import restart_after_four_weeks_away
from coxa.training.rules.step_back_after_two_weeks_away import step_back_after_two_weeks_away
from coxa.training.rules.stop_after_red_pain_twice import stop_after_red_pain_twice
from coxa.training.rules.swap_easier_after_red_pain import swap_easier_after_red_pain
from coxa.training.rules.swap_harder import swap_harder

Rule = Callable[[Case], Move | None]

RULES: tuple[Rule, ...] = (
    stop_after_red_pain_twice,
    swap_easier_after_red_pain,
    reduce_on_amber_not_settled,
    reduce_after_late_soreness_twice,
    reduce_on_rising_weekly_pain,
    restart_after_four_weeks_away,
    step_back_after_two_weeks_away,
    lighter_week_on_rising_effort,
    reduce_after_missed_targets,
    hold_after_a_week_away,
    hold_what_was_not_done_lately,
    hold_on_amber_pain,
    hold_after_late_soreness,
    hold_on_flare,
    hold_without_an_answer,
    hold_without_effort,
    hold_while_learning,
    hold_while_maintaining,
    hold_stretches_and_drills,
    hold_what_is_left_out,
    raise_repetitions,
    raise_hold,
    raise_slower_lowering,
    raise_band,
    raise_load,
    swap_harder,
    hold_at_the_end_of_the_ladder,
    hold_on_loose_form,
    hold_near_the_limit,
    hold_one_good_session,
    hold_on_the_way_up,
)


def first_move(case: Case) -> tuple[str, Move]:
    """The name of the first rule that has something to say, and what it does."""
    for rule in RULES:
        if move := rule(case):
            return rule.__name__, move
    raise AssertionError("the last rule always moves")
