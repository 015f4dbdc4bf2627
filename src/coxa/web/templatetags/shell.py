"""The tags that every template has without loading them: built files, icons, figures, fields."""

from collections.abc import Sequence

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from coxa.exercises.vocabulary import Position
from coxa.language import current, listed
from coxa.reading.faults import unknown_word
from coxa.web.built import built

register = template.Library()


@register.simple_tag
def asset(name: str) -> str:
    """The address of a built file: {% asset "app.css" %}."""
    return settings.STATIC_URL + built().file(name)


@register.simple_tag
def language_of_page() -> str:
    return current()


@register.simple_tag
def style(name: str) -> SafeString:
    """{% style "reading.css" %}: a sheet of styles that only some pages need."""
    return format_html('<link rel="stylesheet" href="{}">', asset(name))


@register.simple_tag
def script(name: str) -> SafeString:
    """{% script "app.js" %}: a script, and word of what it imports, so that all comes at once."""
    chunks = ((settings.STATIC_URL + one,) for one in built().imports[name])
    return format_html(
        '{}<script type="module" src="{}"></script>',
        format_html_join("", '<link rel="modulepreload" href="{}">', chunks),
        asset(name),
    )


@register.simple_tag
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """{% icon "play" %}; with a label it is read out, without one it is decoration."""
    address = f"{asset('icons.svg')}#{built().icon(name)}"
    kind = f"icon icon--{size}" if size else "icon"
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="{}"></use></svg>',
            kind, label, address,
        )  # fmt: skip
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}"></use></svg>',
        kind, address,
    )  # fmt: skip


@register.simple_tag
def figure(position: str) -> SafeString:
    """The drawing of a person in a position: {% figure exercise.position %}."""
    if position not in set(Position):
        raise LookupError(unknown_word("position", position, set(Position)))
    drawing = get_template(f"figures/{position}.svg").render()
    return mark_safe(drawing)  # noqa: S308 (our own file, named from a closed list)


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, hint: str = "") -> dict[str, object]:
    """A form field with its label, its help and its errors kept together."""
    return {"field": bound, "hint": hint or bound.help_text}


@register.filter
def in_a_row(words: Sequence[str]) -> str:
    """ "a wall, a chair and a mat"."""
    return listed(words)


@register.filter
def described_by(bound: BoundField) -> BoundField:
    """The field's widget, told where its help and its errors stand, for who hears the page."""
    parts = [f"{bound.id_for_label}_{what}" for what in _beside(bound)]
    attributes = bound.field.widget.attrs
    if parts:
        attributes["aria-describedby"] = " ".join(parts)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return bound


def _beside(bound: BoundField) -> list[str]:
    return [what for what, there in (("help", bound.help_text), ("errors", bound.errors)) if there]


@register.simple_tag
def icon_of(icons: dict[str, str], value: object) -> SafeString:
    """The icon that `icons` gives for a choice's value."""
    return icon(icons[str(value)])
