"""What a command says when something is wrong, and the status with which it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from coxa.reading.faults import FaultyInputError

BAD_INPUT = 2


@contextmanager
def said() -> Iterator[None]:
    """Bad input is said fault by fault and ends with 2; a reader that left ends quietly with 1."""
    try:
        yield
    except FaultyInputError as error:
        count = len(error.faults)
        heading = "One thing is wrong" if count == 1 else f"{count} things are wrong"
        sys.stderr.write(f"{heading}; nothing was done.\n")
        for fault in error.faults:
            sys.stderr.write(f"  {fault}\n")
        sys.exit(BAD_INPUT)
    except BrokenPipeError:
        # Whoever read our output has gone. Python's own last flush must not complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
