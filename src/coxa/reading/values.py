"""The base of every value read from a file or a request: frozen, strict, all faults at once."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from coxa.reading.faults import Fault, FaultyInputError


class Value(BaseModel):
    """An immutable value; a field that it does not know is a fault, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


V = TypeVar("V", bound=Value)

Place = tuple[int | str, ...]

# Pydantic's own words are for programmers; these are for whoever wrote the file.
_PLAIN = {
    "missing": "is missing and must be given",
    "extra_forbidden": "is not a field here; take it out or check its spelling",
    "tuple_type": "must be a list",
    "dict_type": "must be a table of names and values",
    "model_type": "must be a table of names and values",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "string_type": "must be text",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "date_from_datetime_parsing": "must be a date such as 2026-03-31",
    "date_parsing": "must be a date such as 2026-03-31",
}


def read_value(kind: type[V], data: Mapping[str, Any], file: str) -> V:
    """`data` as a `kind`. Raises FaultyInputError with every fault, none left for the next try."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise FaultyInputError(faults_of(error, file)) from None


def faults_of(error: ValidationError, file: str) -> list[Fault]:
    """Each fault once: a list is not called too short because its only entry is faulty."""
    errors = error.errors(include_url=False, include_context=False)
    places = [one["loc"] for one in errors]
    return [
        Fault(
            file=file,
            field=".".join(str(part) for part in one["loc"]),
            value="" if one["type"] == "missing" else _shown(one["input"]),
            right=_right(one["type"], one["msg"]),
        )
        for one in errors
        if not (one["type"] == "too_short" and _has_faulty_parts(one["loc"], places))
    ]


def _has_faulty_parts(place: Place, places: Sequence[Place]) -> bool:
    return any(len(other) > len(place) and other[: len(place)] == place for other in places)


def _right(kind: str, message: str) -> str:
    return _PLAIN.get(kind) or message.removeprefix("Value error, ").replace(
        "Input should be", "must be"
    ).replace("String should", "must")


def _shown(value: object, most: int = 60) -> str:
    text = repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"
