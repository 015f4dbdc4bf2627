"""Words that a page shows and no catalog has: in templates outside translate, and in scripts."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tools.languages.python_words import KEYWORDS

SAID = frozenset({"aria-label", "aria-description", "alt", "title", "placeholder", "data-label"})
SILENT = frozenset({"script", "style", "code"})
WORD = re.compile(r"[^\W\d_]{2,}")
ENTITY = re.compile(r"&#?\w+;")
NAMES = frozenset({"Coxa", "mm", "deg", "px"})  # the same in every language

COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}|<!--.*?-->", re.DOTALL)
BLOCK = re.compile(
    r"\{%\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL
)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
# What a tag is given to show: a sentence, or a word with a capital, not inside _().
GIVEN = re.compile(r'(?<!_\()"([A-Z][a-z][^"]*|[^"<>{}/=]*[a-z] [a-z][^"<>{}/=]*)"')
TAGS_THAT_SHOW = ("include", "firstof", "icon", "with", "cycle")
FOR_CODE = re.compile(r'\b(?:key|still_in|kind)="[^"]*"')

SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*", re.DOTALL)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|\'((?:[^\'\\\n]|\\.)*)\'')
SENTENCE = re.compile(
    r"^[A-Z][a-z’']+( [a-z’']+)+|[a-z]{2,} [a-z]{2,}[ a-z]*[.!?]$|^[A-Z][a-z]+[.!?]$"
)
# Marked for the catalogs, or said to who programs.
KNOWN = re.compile(r"(?:phrase|counted|Error|console\.\w+)\(\s*(?:\"[^\"]*\",\s*)?$")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        self.found += [value for name, value in attrs if name in SAID and value and _shown(value)]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent and _shown(data):
            self.found.append(" ".join(data.split()))


def in_template(path: Path) -> list[str]:
    """What a template shows in English whatever the reader's language is."""
    text = BLOCK.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))
    words = _Words()
    words.feed(TAG.sub("", text))
    words.close()
    return words.found + list(_given(text))


def in_script(path: Path) -> list[str]:
    """Sentences that a script holds: it gets them from the page."""
    text = SCRIPT_COMMENT.sub("", path.read_text(encoding="utf-8"))
    return [
        said
        for match in LITERAL.finditer(text)
        if SENTENCE.search(said := match[1] or match[2] or match[3] or "")
        and not KNOWN.search(text[: match.start()])
    ]


def _given(text: str) -> Iterator[str]:
    for tag in TAG.findall(text):
        if tag.removeprefix("{%").split()[0] in TAGS_THAT_SHOW:
            yield from (one for one in GIVEN.findall(FOR_CODE.sub("", tag)) if _shown(one))


def _shown(text: str) -> bool:
    return any(word not in NAMES for word in WORD.findall(ENTITY.sub(" ", text)))


def in_python(path: Path) -> list[str]:
    """Texts that are asked for inside an f-string, where no catalog is made from them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        ast.unparse(call)
        for string in ast.walk(tree)
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in KEYWORDS
    ]
