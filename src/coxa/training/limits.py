"""What a person may do in one week, after every safety question has had its say."""

from collections.abc import Mapping

from coxa.exercises.vocabulary import Kind
from coxa.reading.values import Value


class Limits(Value):
    """Everything the planner must keep to.

    `barred` maps an exercise to the reason why it is out, `barred_checks` a check, `barred_tags` a
    safety tag.
    """

    barred: Mapping[str, str] = {}
    barred_checks: Mapping[str, str] = {}
    barred_tags: Mapping[str, str] = {}
    top_level: int = 5
    pain_cap: int = 5
    max_hold_s: int = 0  # of isometric holds; 0 = none
    balance_days: int = 0
    prefer: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset(Kind)
