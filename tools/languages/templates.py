"""The words of templates: what stands in translate and blocktranslate, and in _("...")."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.template.base import DebugLexer, Token, TokenType
from django.utils.translation import trim_whitespace
from django.utils.translation.template import (
    block_re,
    constant_re,
    context_re,
    endblock_re,
    inline_re,
    plural_re,
)
from tools.languages.where import Message, relative

NOTE = re.compile(r"^\s*Translators:?\s*(.*)$", re.DOTALL)  # {# Translators: ... #} before a text


def words_of_template(path: Path) -> Iterator[Message]:
    tokens = iter(DebugLexer(path.read_text(encoding="utf-8")).tokenize())
    where, note = relative(path), ""
    for token in tokens:
        if token.token_type is TokenType.COMMENT:
            found = NOTE.match(token.contents)
            note = found[1].strip() if found else note
            continue
        if token.token_type is TokenType.TEXT:
            continue
        told = list(_of_tag(token, tokens, where, note))
        note = "" if told else note
        yield from told


def _of_tag(token: Token, rest: Iterator[Token], where: str, note: str) -> Iterator[Message]:
    block = token.token_type is TokenType.BLOCK
    if block and (inline := inline_re.match(token.contents)):
        yield Message(_bare(inline[1]), where, note, _bare(inline[3]) if inline[3] else None)
        return
    if block and block_re.match(token.contents):
        yield _block(token, rest, where, note)
    for constant in constant_re.findall(token.contents):
        yield Message(_bare(constant), where, note)


def _block(token: Token, rest: Iterator[Token], where: str, note: str) -> Message:
    """As Django puts it together while rendering: variables as %(name)s, the plural apart."""
    parts: list[list[str]] = [[]]
    for inner in rest:
        if inner.token_type is TokenType.BLOCK:
            if endblock_re.match(inner.contents):
                break
            if plural_re.match(inner.contents):
                parts.append([])
        elif inner.token_type is TokenType.VAR:
            parts[-1].append(f"%({inner.contents})s")
        elif inner.token_type is TokenType.TEXT:
            parts[-1].append(inner.contents.replace("%", "%%"))
    trimmed = " trimmed" in token.contents
    texts = ["".join(part) for part in parts]
    texts = [trim_whitespace(text) if trimmed else text for text in texts]
    found = context_re.match(token.contents)
    context = _bare(found[1]) if found else None
    return Message((texts[0], texts[1]) if len(texts) > 1 else texts[0], where, note, context)


def _bare(quoted: str) -> str:
    """Without its quotes; with percent signs doubled, as Django looks it up."""
    return quoted.strip()[1:-1].replace("%", "%%")
