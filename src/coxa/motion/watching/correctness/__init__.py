"""Whether a repetition was done as meant: named terms, weighted, added up, and read out again."""

from coxa.motion.watching.correctness.rules import Judged, Rules, judged, rules_for

__all__ = ["Judged", "Rules", "judged", "rules_for"]
