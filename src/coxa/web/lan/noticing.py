"""Asks, when somebody wants to come in, whether the house is still where it was. Cheap to read in:
it stands before the pages whether the house is served or not."""

from collections.abc import Callable, Iterable

from coxa.web.lan.hosts import Application, Environment, StartResponse

# Where a way in is asked for, and where it is asked whether all is well.
ASKING = frozenset({"/phone/", "/healthz"})


class Noticing:
    """`look` is called before such a page is made; nothing, until it is set."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.look: Callable[[], None] | None = None

    def __call__(self, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
        if self.look is not None and environ.get("PATH_INFO") in ASKING:
            self.look()
        return self.application(environ, start_response)
