"""What the checks found, as the planner reads it."""

from collections.abc import Mapping

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.checks.check import Severity
from coxa.reading.values import Value


class Finding(Value):
    """One flag of one check. `side` is the side to train first; None means both alike."""

    check_id: str
    check_name: str
    severity: Severity
    side: Side | None
    says: str
    stretch: frozenset[Muscle] = frozenset()
    strength: frozenset[Muscle] = frozenset()
    balance: bool = False
    include: tuple[str, ...] = ()
    bars: Mapping[str, str] = {}
    max_level: int | None = None
    messages: tuple[str, ...] = ()
