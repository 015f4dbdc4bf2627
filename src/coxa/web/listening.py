"""Claiming a port."""

import os
import socket


class PortTakenError(Exception):
    def __init__(self, port: int, option: str) -> None:
        lan = "--lan " if option != "--port" else ""
        super().__init__(
            f"Port {port} is taken: something else, perhaps another Coxa, answers there. "
            f"Type: coxa start {lan}{option} {port + 1}"
        )


def listen(host: str, port: int, option: str = "--port") -> socket.socket:
    """A socket that listens; `option` is how another port would be asked for."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        # A server just stopped does not hold its port. On Windows the option means another thing.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(64)
    except OSError:
        listener.close()
        raise PortTakenError(port, option) from None
    return listener
