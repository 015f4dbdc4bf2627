"""Pictures of a motion, in every template without loading: {% motion %} a still, {% viewer %} the
figure that moves. Where a motion has no pictures yet, the drawing of its position stands in."""

from typing import Any, Literal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from coxa.checks.library import checks
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Position, Sides
from coxa.reading.faults import unknown_word
from coxa.web.figures.known import Motion, Phase, body_address, motion_of, variants_of
from coxa.web.templatetags.shell import figure

register = template.Library()

# How wide a still is drawn, for the browser to choose a file by.
SIZES = {
    "small": "5rem",
    "card": "(min-width: 600px) 18rem, 7rem",
    "half": "(min-width: 1100px) 15rem, 46vw",
    "large": "(min-width: 1100px) 30rem, 94vw",
}
# On paper the picture for light paper is printed, whatever the screen is like.
PICTURE = (
    '<picture class="still still--{phase}">'
    '<source media="screen and (prefers-color-scheme: dark)" type="image/avif"'
    ' srcset="{dark}" sizes="{sizes}">'
    '<img src="{light}" srcset="{srcset}" sizes="{sizes}" width="{width}" height="{height}"'
    ' alt="{alt}" loading="{loading}" decoding="async" fetchpriority="{priority}"></picture>'
)


@register.simple_tag
def motion(
    key: str, phase: Phase = "end", size: str = "card", loading: str = "lazy", said: bool = True
) -> SafeString:
    """{% motion exercise.id phase="start" size="small" %}; `loading="eager"` for what is seen at
    once, `said=False` where words beside it say the same to who hears the page."""
    if size not in SIZES:
        raise LookupError(unknown_word("size", size, SIZES))
    found = motion_of(key)
    if found is None:
        return figure(position_of(key))
    width, height = found.size
    return format_html(
        PICTURE,
        phase=phase,
        dark=found.srcset(phase, "dark"),
        light=found.still(phase, "light", 320),
        srcset=found.srcset(phase, "light"),
        sizes=SIZES[size],
        width=width,
        height=height,
        alt=found.alt[phase] if said else "",
        loading=loading,
        priority="high" if loading == "eager" else "auto",
    )


@register.simple_tag
def has_motion(key: str) -> bool:
    """Whether there are pictures of it: {% has_motion habit.id as shown %}."""
    return motion_of(key) is not None


@register.simple_tag
def body() -> str:
    """The address of the body that every clip moves."""
    return body_address()


@register.simple_tag
def clip(key: str) -> str:
    """The address of the clip of a motion; "" where there is none."""
    found = motion_of(key)
    return found.clip if found else ""


@register.simple_tag
def sides(key: str) -> str:
    """ "each" where left or right is chosen, "alternating" where they take turns, else ""."""
    return sides_of(key)


@register.inclusion_tag("figures/viewer.html")
def viewer(key: str, form: str = "") -> dict[str, Any]:
    """The figure of an exercise that moves and can be turned, with its variants to choose from."""
    forms = _forms(key)
    chosen = next((one for one in forms if one.variant == form), forms[0] if forms else None)
    return _viewer(key, [chosen] if chosen else []) | {"forms": forms if len(forms) > 1 else ()}


@register.inclusion_tag("figures/viewer.html")
def viewers(key: str) -> dict[str, Any]:
    """The figure of a check; beside it what goes wrong, where that can be shown."""
    forms = _forms(key)
    faults = [one for one in forms[1:] if one.is_fault]
    return _viewer(key, [*forms[:1], *faults[:1]])


def _forms(key: str) -> list[Motion]:
    found = motion_of(key)
    return [found, *variants_of(key)] if found else []


def _viewer(key: str, slots: list[Motion]) -> dict[str, Any]:
    return {"key": key, "slots": slots, "body": body_address(), "sides": sides_of(key)}


def position_of(key: str) -> str:
    """The position that stands in where a motion has no picture: habits have any."""
    if key in exercises():
        return exercises()[key].position
    return checks()[key].position if key in checks() else Position.ANY


def sides_of(key: str) -> Literal["each", "alternating", ""]:
    """Whether a motion has a left and a right: shown by choice, or one after the other."""
    if key in exercises():
        sides = exercises()[key].sides
        return {Sides.EACH: "each", Sides.ALTERNATING: "alternating"}.get(sides, "")
    return "each" if key in checks() and checks()[key].sides != "together" else ""
