"""Only our own names are answered: a page elsewhere that points its name here is turned away."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

Environment = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environment, StartResponse], Iterable[bytes]]

WORDS = b"This is not an address of Coxa. Open the one that `coxa start` printed.\n"


class OnlyOurHosts:
    """Stands before the pages of one door: what is a name of ours at the other is none here. It
    looks at `Host` before anything reads a path, a cookie or a file. A name given with a port is
    good with that port only; one given without, with any."""

    def __init__(self, application: Application, hosts: Collection[str]) -> None:
        self.application = application
        self.hosts = frozenset(hosts)

    def __call__(self, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
        host = environ.get("HTTP_HOST", "").lower()
        if host in self.hosts or host.rpartition(":")[0] in self.hosts:
            return self.application(environ, start_response)
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
        start_response("421 Misdirected Request", headers)
        return [WORDS]
