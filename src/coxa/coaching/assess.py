"""What the checks found, which checks to offer first, and which to leave out for safety."""

from collections.abc import Iterable, Iterator

from coxa.anatomy.sides import BOTH, Side
from coxa.checks.check import Check, Flag
from coxa.checks.library import checks
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.training.limits import Limits
from coxa.training.person import Person, Reading, Sided
from coxa.training.plan import LeftOut
from coxa.training.wanted import Finding

FIRST_VISIT_CHECKS = 4
FIRST_VISIT_MINUTES = 4.0
SEVERITIES = ("clear", "mild", "watch")


def findings(person: Person) -> tuple[Finding, ...]:
    """All that the person's checks flag, clear findings first."""
    found = [
        finding
        for check_id, value in person.checks.items()
        for finding in findings_of(checks()[check_id], value, person)
    ]
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.check_id)))


def findings_of(check: Check, value: Sided | Reading, person: Person) -> Iterator[Finding]:
    """The worst flag of each side, or one finding for both where both are alike."""
    sided = value if isinstance(value, Sided) else Sided(left=value, right=value)
    worst = {side: _worst(check, sided, side, person) for side in BOTH}
    left, right = worst[Side.LEFT], worst[Side.RIGHT]
    alike = left and right and left.severity == right.severity
    if not isinstance(value, Sided) or alike:
        if left:
            yield _finding(check, left, _more_affected(check, sided) if alike else None)
        return
    behind = [(side, flag) for side, flag in worst.items() if flag]
    behind.sort(key=lambda one: SEVERITIES.index(one[1].severity))
    for side, flag in behind[:1]:
        yield _finding(check, flag, side)


def _worst(check: Check, sided: Sided, side: Side, person: Person) -> Flag | None:
    hits = [flag for flag in check.flags if _holds(check, flag, sided, side, person)]
    return min(hits, key=lambda flag: SEVERITIES.index(flag.severity), default=None)


def _holds(check: Check, flag: Flag, sided: Sided, side: Side, person: Person) -> bool:
    value, other = sided.on(side), sided.on(side.other)
    return (
        value is not None
        and flag.age_from <= person.age <= flag.age_to
        and flag.sex in (None, person.sex)
        and (flag.needs_pain_at is None or _pain_at(flag.needs_pain_at, person))
        and _value_holds(flag, value)
        and _difference_holds(check, flag, value, other)
    )


def _pain_at(site: str, person: Person) -> bool:
    if person.pain.now <= 0 and person.pain.worst_24h <= 0:
        return False
    return site == "any" or person.pain.location == site


def _value_holds(flag: Flag, value: Reading) -> bool:
    if flag.equals is not None and value != flag.equals:
        return False
    if flag.differs_from is not None and value == flag.differs_from:
        return False
    bounds = (flag.below, flag.above, flag.at_least)
    if all(bound is None for bound in bounds):
        return True
    if isinstance(value, str):
        return False
    number = float(value)
    return (
        (flag.below is None or number < flag.below)
        and (flag.above is None or number > flag.above)
        and (flag.at_least is None or number >= flag.at_least)
    )


def _difference_holds(check: Check, flag: Flag, value: Reading, other: Reading | None) -> bool:
    """Whether this side is the worse one by more than the flag's difference."""
    over, share = flag.side_difference_over, flag.side_difference_over_share
    if over is None and share is None:
        return True
    if other is None or isinstance(value, str) or isinstance(other, str):
        return False
    behind = _behind(check, float(value), float(other))
    best = max(abs(float(value)), abs(float(other)))
    by_amount = over is None or behind > over or (share is not None and behind >= over)
    by_share = share is None or (best > 0 and behind / best > share)
    return behind > 0 and by_amount and by_share


def _behind(check: Check, value: float, other: float) -> float:
    """How much worse this side is than the other; negative where it is better."""
    return other - value if check.measure.better in ("higher", "true") else value - other


def _more_affected(check: Check, sided: Sided) -> Side | None:
    """Where both sides are flagged alike: the side behind by more than the measurement error."""
    left, right, error = sided.left, sided.right, check.measure.error
    if left is None or right is None or isinstance(left, str) or isinstance(right, str):
        return None
    behind = _behind(check, float(left), float(right))
    if error is None or abs(behind) <= error:
        return None
    return Side.LEFT if behind > 0 else Side.RIGHT


def _finding(check: Check, flag: Flag, side: Side | None) -> Finding:
    acts = flag.severity != "watch"
    return Finding(
        check_id=check.id,
        check_name=check.name,
        severity=flag.severity,
        side=side if check.first_side else None,
        says=flag.says,
        stretch=frozenset(check.adds.stretch if acts else ()),
        strength=frozenset(check.adds.strength if acts else ()),
        balance=check.adds.balance and acts,
        include=check.adds.include if acts else (),
        bars=_bars(check) if flag.severity == "clear" or not acts else {},
        max_level=check.holds_back.max_level if flag.severity == "clear" else None,
        messages=flag.messages,
    )


def _bars(check: Check) -> dict[str, str]:
    """The exercises that wait until the finding is gone."""
    tags = frozenset(check.holds_back.tags)
    tagged = {e.id for e in exercises().values() if e.tag_set & tags}
    reason = _("waits until your check “{name}” is better").format(name=check.name)
    return dict.fromkeys(sorted(tagged | set(check.holds_back.exercises)), reason)


def first_checks(person: Person, limits: Limits | None = None) -> tuple[Check, ...]:
    """At most four checks, four minutes together, chosen by age and reason, most telling first."""
    offered: list[Check] = []
    minutes = 0.0
    for check in sorted(_suited(person), key=lambda one: one.first_visit):
        if screen_check(check, limits or Limits()) is not None:
            continue
        if len(offered) < FIRST_VISIT_CHECKS and minutes + check.minutes <= FIRST_VISIT_MINUTES:
            offered.append(check)
            minutes += check.minutes
    return tuple(offered)


def _suited(person: Person) -> Iterable[Check]:
    for check in checks().values():
        by_reason = not check.for_reasons or person.reason in (None, *check.for_reasons)
        if check.first_visit and by_reason and check.age_from <= person.age <= check.age_to:
            yield check


def screen_check(check: Check, limits: Limits) -> LeftOut | None:
    """Whether safety leaves a check out: its reason, and the kinder check in its place, if that
    one may be done."""
    reason = _against(check, limits)
    if reason is None:
        return None
    kinder = checks()[check.instead] if check.instead else None
    instead = kinder.id if kinder and _against(kinder, limits) is None else None
    return LeftOut(exercise_id=check.id, reason=reason, instead=instead)


def _against(check: Check, limits: Limits) -> str | None:
    tagged = (limits.barred_tags[tag] for tag in check.tags if tag in limits.barred_tags)
    return next(tagged, limits.barred_checks.get(check.id))
