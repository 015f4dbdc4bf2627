"""Files that people write by hand, read with every fault said and where it stands."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from coxa.interchange.reading import parse_json, read_bytes, text_of
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.values import read_value
from coxa.training.person import Person

MOST_BYTES = 2_000_000
YAML_WORDS = {True: "yes", False: "no"}


def read_person(path: Path) -> Person:
    return person_of(read_table(path), path.name)


def person_of(data: object, file: str) -> Person:
    if not isinstance(data, Mapping):
        right = "must be a table of names and values, such as age: 34"
        raise FaultyInputError([Fault(file, "", shown(data), right)])
    return read_value(Person, _words_back(data), file)


def read_table(path: Path) -> Any:
    """The content of a YAML or JSON file; a file that cannot be read is a fault."""
    content = read_bytes(path, MOST_BYTES)
    if path.suffix == ".json":
        return parse_json(content, path.name)
    if path.suffix in (".yaml", ".yml"):
        return _parse_yaml(text_of(content, path.name), path.name)
    right = "must end in .yaml, .yml or .json, which says how to read it"
    raise FaultyInputError([Fault(path.name, "", "", right)])


def day_of(words: str | None, option: str = "--today") -> date:
    """The day given on the command line, else today's by this machine."""
    if words is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(words)
    except ValueError:
        right = "must be a date such as 2026-03-31"
        raise FaultyInputError([Fault("command line", option, words, right)]) from None


def shown(value: object, most: int = 60) -> str:
    text = repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _words_back(data: Mapping[Any, Any]) -> dict[str, Any]:
    """YAML reads a bare yes or no as true or false; where a word is meant it is made one again."""
    back = {str(name): value for name, value in data.items()}
    if isinstance(back.get("floor"), bool):
        back["floor"] = YAML_WORDS[back["floor"]]
    return back


class _Loader(yaml.SafeLoader):
    """Plain YAML: a name stands once, and nothing refers back to something else.

    References are refused because a few lines of them can unfold to more than memory holds.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(None, None, "references (*name) are not read here", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                problem = f"'{key.value}' stands twice in the same table"
                raise yaml.MarkedYAMLError(None, None, problem, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _parse_yaml(text: str, file: str) -> Any:
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 (a SafeLoader, stricter still)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        right = f"is not YAML: {where}{error.problem or error.context}"
        raise FaultyInputError([Fault(file, "", "", right)]) from None
    except (yaml.YAMLError, ValueError) as error:
        raise FaultyInputError([Fault(file, "", "", f"is not YAML: {error}")]) from None
    except RecursionError:
        raise FaultyInputError([Fault(file, "", "", "is nested too deeply")]) from None
