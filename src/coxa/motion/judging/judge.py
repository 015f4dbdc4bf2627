"""All rules over one motion."""

from collections.abc import Callable

from coxa.motion.body import Body, read_body
from coxa.motion.clip import Clip
from coxa.motion.judging.balance import balance
from coxa.motion.judging.contacts import drifting, gaping
from coxa.motion.judging.finding import Finding
from coxa.motion.judging.joints import ranging, speeding
from coxa.motion.judging.limbs import limbs
from coxa.motion.judging.purpose import Meant, purpose
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.sinking import sinking

Rule = Callable[[Seen], list[Finding]]

RULES: tuple[Rule, ...] = (ranging, speeding, sinking, limbs, drifting, gaping, balance)


def judge(clip: Clip, meant: Meant | None = None, body: Body | None = None) -> list[Finding]:
    """What is wrong with a motion; nothing is an empty list. Without `meant` its purpose is not
    looked at. Raises ValueError for a clip that names what the figure or the scene has not got.
    """
    seen = Seen(clip, body or read_body())
    found = [finding for rule in RULES for finding in rule(seen)]
    return found + (purpose(seen, meant) if meant else [])
