"""Serving the pages to this machine, and telling the person where they are."""

import os
import signal
import socket
import sys
import webbrowser
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
THREADS = 6


class PortTakenError(Exception):
    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is taken: something else, perhaps another Coxa, answers there. "
            f"Type: coxa start --port {port + 1}"
        )


def serve(port: int, data_dir: Path, open_browser: bool) -> None:
    """Serves until Ctrl-C. The port is claimed before anything else is touched."""
    listener = listen(port)
    import django
    from waitress import create_server

    django.setup()
    from coxa.web import clock
    from coxa.web.access.links import new_token
    from coxa.web.built import read
    from coxa.web.database import prepare
    from coxa.web.wsgi import application

    read()  # a source tree without its assets is told so here, not page by page
    prepare(data_dir, clock.now())
    address = f"http://{HOST}:{listener.getsockname()[1]}"
    remember(data_dir, address)
    link = f"{address}/enter/{new_token(clock.now())}/"
    server = create_server(
        application, sockets=[listener], threads=THREADS, ident=None,
        clear_untrusted_proxy_headers=True, max_request_body_size=64 * 1024 * 1024,
    )  # fmt: skip
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever stops us, it is quiet
    try:
        announce(address, link)
        if open_browser and has_screen(os.environ):
            webbrowser.open(link)
        server.run()  # type: ignore[no-untyped-call]
    finally:
        remembered(data_dir).unlink(missing_ok=True)


def listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # A server just stopped does not hold its port. On Windows the option means another thing.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError:
        listener.close()
        raise PortTakenError(port) from None
    return listener


def announce(address: str, link: str) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"\n  [bold]Coxa[/bold] is at {address}")
    console.print(f"  Open this link to come in: [bold]{link}[/bold]")
    console.print("  It works once, for ten minutes. For another: coxa link")
    console.print("  To stop: Ctrl-C\n")


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether a browser that opens here would be seen by anyone."""
    if environ.get("COXA_NO_BROWSER") == "1":
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def remembered(data_dir: Path) -> Path:
    return data_dir / "serving.txt"


def remember(data_dir: Path, address: str) -> None:
    """Written down for `coxa link`, which has to name the port."""
    remembered(data_dir).write_text(address, encoding="ascii")


def last_address(data_dir: Path) -> str | None:
    """Where Coxa answers; nothing if it does not, as after a power cut."""
    try:
        address = remembered(data_dir).read_text(encoding="ascii").strip()
        port = int(address.rpartition(":")[2])
        socket.create_connection((HOST, port), timeout=1).close()
    except (OSError, ValueError):
        return None
    return address
