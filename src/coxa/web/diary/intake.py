"""Entries as they come over the wire: all of them right, or every fault of them said."""

import json
from datetime import UTC
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.values import faults_of
from coxa.training.entry_faults import entry_faults
from coxa.training.log import Entry

MOST = 1000  # entries at once; a long session has about a hundred
_LIST = TypeAdapter(Annotated[list[Entry], Field(max_length=MOST)])
_WHERE = "entries"


def read_entries(text: bytes) -> list[Entry]:
    """Raises FaultyInputError with every fault of every entry."""
    try:
        data = json.loads(text)
    except ValueError:
        raise FaultyInputError([Fault(_WHERE, "", "", "must be JSON: a list of entries")]) from None
    try:
        entries = _LIST.validate_python(data)
    except ValidationError as error:
        raise FaultyInputError(faults_of(error, _WHERE)) from None
    faults = [
        fault for n, entry in enumerate(entries) for fault in entry_faults(entry, _WHERE, str(n))
    ]
    if faults:
        raise FaultyInputError(faults)
    return [one.model_copy(update={"at": one.at.astimezone(UTC)}) for one in entries]
