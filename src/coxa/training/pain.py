"""The pain traffic light: what a pain of 0 to 10 means beside what is usual for this person."""

from enum import StrEnum

GREEN_UP_TO = 2  # green, amber, red: safety page, section 4, as amended by the clinical rules
ABOVE_USUAL = 1  # pain up to this much above the usual is still green
LATE_SORENESS = 2  # this much above the usual next morning is a late reaction


class Zone(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def zone(pain: float, usual: float, cap: float) -> Zone:
    """Red above the cap; green up to 2, or up to one above the usual; amber in between."""
    if pain > cap:
        return Zone.RED
    return Zone.GREEN if pain <= green_limit(usual) else Zone.AMBER


def green_limit(usual: float) -> float:
    return max(GREEN_UP_TO, usual + ABOVE_USUAL)


def rises(weekly_pain: tuple[float, ...]) -> bool:
    """Whether the last three weekly means go up each time, by one point or more in all."""
    if len(weekly_pain) < 3:
        return False
    first, second, third = weekly_pain[-3:]
    return first < second < third and third - first >= 1
