"""What the load of a muscle is worked out with, beyond the model as published.

Each of these earned its place where every study in turn was left out. The figures, and what did not
earn one, are in docs/decisions/muscle-loads.md.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """`young`: strengths of young adults. `resisting`: what resting hips hold against being bent.
    `leaning`: the floor pushes toward the centre of mass of who stands.
    """

    young: bool = True
    resisting: bool = True
    leaning: bool = True


USUAL = Method()
