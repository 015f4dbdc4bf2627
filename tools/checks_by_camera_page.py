"""Writes docs/users/checks-by-camera.md from the checks' own `[camera]` tables."""

from collections.abc import Iterator
from pathlib import Path

from coxa.checks.by_camera import ByCamera, CameraError
from coxa.checks.check import Check
from coxa.checks.library import checks
from coxa.motion.check_tasks import task_of

PAGE = Path(__file__).parents[1] / "docs" / "users" / "checks-by-camera.md"

STATUS = {
    "measured": "measured by us",
    "confirmed": "read in the source",
    "secondary": "read where the source is cited",
    "memory": "from memory",
    "our_choice": "our choice",
}
COUNTS = {
    "best": "the best of {tries} counts",
    "mean": "the mean of {tries} counts",
    "middle": "the middle one of {tries} counts",
    "worst_twice": "of {tries}, the worst that is seen twice counts",
}
UNITS = {"deg": "degrees", "s": "s", "count": "", "steps": "step"}

HEAD = """\
# Checks by camera

A camera can do thirteen of the checks. It proposes a value; you look at it, change it if it is \
wrong, and save it. No picture leaves your device, and none is kept.

This page is made from the checks' own files in \
[checks/library](../../src/coxa/checks/library) by `tools/checks_by_camera_page.py`.

## For all of them
- The device stands **level and upright**, held by something, on its short or its long side: what \
is upright in the picture is taken for upright in the room.
- Some light, nobody else in the picture, nothing before the legs.
- Keep to the check's own words: when to stop, and what to hold on to.
- A film, or landmarks of other programs, can be measured too: `coxa measure FILM --check ID` \
([commands](../commands.md)).

## What counts as a change
The same leg measured twice does not give the same number. A change counts only if it is larger \
than each of these three:

1. the check's own error, however it is done (of chair stands, two more or fewer count);
2. the camera's error, from the table, if a camera took part;
3. 2.77 times the standard deviation of your own tries, where there are three or more: of two \
readings of somebody who has not changed, 95 in 100 lie less far apart than that (1.96 x √2).

Tries of one day lie closer together than days do, so the third can make the mark larger, never \
smaller.

## Repeatability
Three tries of one sitting show how well a reading repeats: the page says how far apart yours lie. \
Where a try is long or tiring, one is asked for; do it again after a rest, and it is compared too. \
Our own figure, filmed three times doing the same with every point trembling by 1 cm, gives \
angles that lie less than 1 degree apart, and the same counts and grades: what is more than that \
comes from the person, or from how a landmark model sees a person.
"""


def page() -> str:
    able = [(check, check.camera) for check in _in_order() if check.camera is not None]
    overview = "".join(_row(check, camera) for check, camera in able)
    sections = "".join(f"\n{_section(check, camera)}" for check, camera in able)
    return f"{HEAD}\n## The checks\n{_TABLE}{overview}{sections}"


_TABLE = """\
| check | view | tries | known error |
|---|---|---|---|
"""


def _in_order() -> list[Check]:
    return sorted(checks().values(), key=lambda one: one.name)


def _row(check: Check, camera: ByCamera) -> str:
    view = camera.view_words.rstrip(".")
    link = f"[{check.name}](#{_anchor(check.name)})"
    return f"| {link} | {view} | {_tries_of(check, camera)} | {_error(camera.error)} |\n"


def _section(check: Check, camera: ByCamera) -> str:
    lines = "\n".join(f"| {name} | {words} |" for name, words in _facts(check, camera))
    return f"### {check.name}\n`{check.id}`\n\n| | |\n|---|---|\n{lines}\n"


def _facts(check: Check, camera: ByCamera) -> Iterator[tuple[str, str]]:
    side = "left" if check.sides == "each" else "both"
    yield "set-up", " ".join(camera.set_up)
    yield "view", camera.view_words
    yield "what is measured", camera.measured
    kept = [one.words for one in task_of(check, side).keep]
    if kept:
        yield "what has to be kept", " ".join(kept)
    yield "known error", f"{_error(camera.error)}. {camera.error.says}"
    rest = f", with {camera.rest_s:g} s of rest between" if camera.rest_s else ""
    yield "tries", f"{_tries_of(check, camera)}{rest}"
    yield "what it cannot tell", camera.cannot_tell


def _tries(camera: ByCamera) -> str:
    if camera.tries == 1:
        return "one; of several the best counts"
    return COUNTS[camera.counts].format(tries=camera.tries)


def _tries_of(check: Check, camera: ByCamera) -> str:
    if check.measure.kind == "yes_no":
        return f"{camera.tries}; what most of them say counts"
    return _tries(camera)


def _error(error: CameraError) -> str:
    if not error.value:
        return "no figure"
    unit = UNITS[error.unit]
    return f"{error.value:g} {unit}".strip() + f" ({STATUS[error.status]})"


def _anchor(heading: str) -> str:
    kept = [one for one in heading.lower() if one.isalnum() or one in " -_"]
    return "".join(kept).replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
