"""Serving the pages to this computer, to the house if asked, and telling the person where."""

import os
import signal
import socket
import sys
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from coxa.web.lan.hosts import Application, OnlyOurHosts
from coxa.web.lan.noticing import Noticing
from coxa.web.listening import listen
from coxa.web.whereabouts import AWAY, remember, remembered

# Certificates and TLS are read in only where the house is served: starting stays quick without.
if TYPE_CHECKING:
    from coxa.web.lan.keeping import Kept
    from coxa.web.lan.moving import Watchman
    from coxa.web.lan.opening import Door, Entrance, Wanted

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
THREADS = 6
# A request's head is an address, a cookie and what the browser says of itself.
LIMITS = {"clear_untrusted_proxy_headers": True, "max_request_header_size": 32 * 1024}


def serve(port: int, data_dir: Path, open_browser: bool, lan: "Wanted | None" = None) -> None:
    """Serves until Ctrl-C: this computer, and with `lan` the house. The ports are claimed before
    anything else is touched."""
    listener = listen(HOST, port)
    door = _claimed(lan) if lan else None
    import django

    django.setup()
    from coxa.web import clock
    from coxa.web.access.links import new_token
    from coxa.web.built import read
    from coxa.web.database import prepare
    from coxa.web.wsgi import application

    read()  # a source tree without its assets is told so here, not page by page
    prepare(data_dir, clock.now())
    kept = _certificates(door, data_dir, clock.now()) if door else None
    address = f"http://{HOST}:{listener.getsockname()[1]}"
    link = f"{address}/enter/{new_token(clock.now())}/"
    sockets: dict[Any, Any] = {}
    asked = Noticing(application)
    server = _of_this_computer(asked, listener, sockets)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever stops us, it is quiet
    with ExitStack() as running:
        running.callback(remembered(data_dir).unlink, missing_ok=True)
        remember(data_dir, address, door.address if door else None)
        announce(address, link)
        if lan and door and kept:
            entrance = running.enter_context(_house(door, kept, application, sockets))
            asked.look = _watchman(entrance, lan, data_dir, address).look
        running.enter_context(_reminding(data_dir))
        console().print("  To stop: Ctrl-C\n")
        if open_browser and has_screen(os.environ):
            webbrowser.open(link)
        server.run()


def _reminding(data_dir: Path) -> AbstractContextManager[None]:
    from coxa.web.reminders.push.beat import each_minute

    return each_minute(data_dir)


def _of_this_computer(
    application: Application, listener: socket.socket, sockets: dict[Any, Any]
) -> Any:
    """A server that knows this computer by its own names only, whatever the house calls it."""
    from django.conf import settings
    from waitress import create_server

    ours = OnlyOurHosts(application, tuple(settings.ALLOWED_HOSTS))
    return create_server(
        ours, map=sockets, sockets=[listener], threads=THREADS, ident=None,
        max_request_body_size=64 * 1024 * 1024, **LIMITS,
    )  # fmt: skip


def _claimed(lan: "Wanted") -> "Door":
    from coxa.web.lan.opening import claim

    return claim(lan)


def _certificates(door: "Door", data_dir: Path, now: datetime) -> "Kept":
    from coxa.web.lan.opening import certificates_for

    return certificates_for(door, data_dir, now)


@contextmanager
def _house(
    door: "Door", kept: "Kept", application: Application, sockets: dict[Any, Any]
) -> "Iterator[Entrance]":
    """The house is served too, and the terminal says how to come in from there."""
    from coxa.web.lan.opening import opened

    with opened(door, kept, application, sockets, ident=None, **LIMITS) as entrance:
        _tell(door, kept)
        yield entrance


def _tell(door: "Door", kept: "Kept") -> None:
    """Pages may be asked for by the names of this door, and a person reads how to come in by it."""
    from django.conf import settings

    from coxa.web import clock
    from coxa.web.access.links import new_token
    from coxa.web.lan.certificates import fingerprint
    from coxa.web.lan.words import house_words

    settings.ALLOWED_HOSTS.extend(one for one in door.hosts if one not in settings.ALLOWED_HOSTS)
    link = f"{door.address}/enter/{new_token(clock.now())}/"
    house_words(door.address, door.house, link, fingerprint(kept.authority), console())


def _watchman(entrance: "Entrance", lan: "Wanted", data_dir: Path, address: str) -> "Watchman":
    from coxa.web import clock
    from coxa.web.lan.moving import Settled, Watchman
    from coxa.web.lan.words import away_words, moved_words

    def settled(now: Settled) -> None:
        remember(data_dir, address, now.door.address if now.door else AWAY)
        if now.door and now.kept:
            moved_words(console())
            _tell(now.door, now.kept)
        else:
            away_words(now.why, console())

    return Watchman(entrance, lan, data_dir, clock.now, settled)


def announce(address: str, link: str) -> None:
    out = console()
    out.print(f"\n  [bold]Coxa[/bold] is at {address}")
    out.print(f"  Open this link to come in: [bold]{link}[/bold]")
    out.print("  It works once, for ten minutes. For another: coxa link\n")


def console() -> Console:
    return Console(highlight=False, soft_wrap=True)


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether a browser that opens here would be seen by anyone."""
    if environ.get("COXA_NO_BROWSER") == "1":
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
