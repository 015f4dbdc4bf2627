"""Log lines fit for a stranger: what failed and where in the code, nothing of the person."""

import logging
import traceback
from types import TracebackType

Trouble = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Names the route, never the address: that may hold a token, an id or what was searched for."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if request is None:
            return super().format(record)
        plain = logging.makeLogRecord(record.__dict__)
        status = getattr(record, "status_code", "")
        plain.msg, plain.args = f"{status} {request.method} {_route(request)}".strip(), ()
        return super().format(plain)

    def formatException(self, ei: Trouble) -> str:  # noqa: N802 (the standard library's name)
        """The kind of the error and the lines of code; its message may quote what was typed."""
        kind, _error, trace = ei
        name = kind.__name__ if kind else "Error"
        return "".join(traceback.format_tb(trace)) + name


def _route(request: object) -> str:
    match = getattr(request, "resolver_match", None)
    return "/" + match.route if match else "an unknown address"
