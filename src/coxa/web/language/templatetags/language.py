"""What a page says of its language: {% load language %}."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from coxa.web.language.phrases import SCRIPTS, words_for

register = template.Library()
# A browser reads a script's text up to its end tag: nothing of a phrase may look like one.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def phrases_of_scripts() -> SafeString | str:
    """The words of scripts as JSON, in a language that is not the scripts' own."""
    found = words_for(SCRIPTS)
    if not found:
        return ""
    words = mark_safe(found.translate(ESCAPES))  # noqa: S308 (our own file, escaped)
    return format_html('<script type="application/json" id="phrases">{}</script>', words)
