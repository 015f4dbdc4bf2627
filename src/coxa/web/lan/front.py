"""The TLS front: takes connections from the house, and passes on what they say to waitress.

It understands TLS and nothing of HTTP: bytes go through as they are, both ways. So it has no
headers to trust, add or get wrong; that a request came by HTTPS follows from where it comes in.
"""

import asyncio
import contextlib
import socket
import ssl
import threading
from collections import Counter
from pathlib import Path
from types import TracebackType

MOST = 48  # connections at once (our choice): below waitress's own 100, so that this computer
# is still answered when the house is full
MOST_OF_ONE = 24  # of one address: a browser opens six or so; one device cannot take all
HANDSHAKE_S = 10.0  # for a device that connects and then says nothing
CLOSING_S = 2.0
CHUNK = 64 * 1024
TLS_BEGINS = b"\x16"  # a handshake record, RFC 8446 section 5.1
# For TLS 1.2; all of TLS 1.3's are fine. Forward secrecy, authenticated encryption, nothing else.
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"


def tls_context(server_file: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.options |= ssl.OP_NO_RENEGOTIATION
    context.set_alpn_protocols(["http/1.1"])
    context.load_cert_chain(server_file)
    return context


class Front:
    """Serves while it is entered, in a thread with an event loop of its own.

    `listener` is where the house knocks; `inside` is where waitress answers; `address` is where
    whoever forgot the s of https is sent."""

    def __init__(
        self,
        listener: socket.socket,
        context: ssl.SSLContext,
        inside: tuple[str, int],
        address: str,
        handshake_s: float = HANDSHAKE_S,
    ) -> None:
        self.listener, self.context, self.inside = listener, context, inside
        self.handshake_s = handshake_s
        self.sent_on = (
            f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {address}/\r\n"
            "Content-Length: 0\r\nConnection: close\r\n\r\n"
        ).encode()
        self.room = asyncio.Semaphore(MOST)
        self.open_of: Counter[str] = Counter()
        self.loop = asyncio.SelectorEventLoop()
        # What a device does wrong (no trust, a line cut off) is its own affair and no news here.
        self.loop.set_exception_handler(lambda _loop, _context: None)
        self.thread = threading.Thread(target=self._run, name="house", daemon=True)

    def __enter__(self) -> "Front":
        self.listener.setblocking(False)
        self.serving = self.loop.create_task(self._serve())
        self.thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.loop.call_soon_threadsafe(self.serving.cancel)
        self.thread.join(timeout=2 * CLOSING_S)
        self.listener.close()

    def _run(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            self.loop.run_until_complete(self.serving)
        self.loop.close()

    async def _serve(self) -> None:
        """Takes connections until cancelled; then lets go of all that are open."""
        attended: set[asyncio.Task[None]] = set()
        try:
            while True:
                await self.room.acquire()
                task = self.loop.create_task(self._attend(*await self._next()))
                attended.add(task)
                task.add_done_callback(attended.discard)
        finally:
            await _let_go(list(attended))

    async def _next(self) -> tuple[socket.socket, str]:
        while True:
            try:
                connection, peer = await self.loop.sock_accept(self.listener)
            except OSError:  # gone again already, or no file handles left: somebody must go first
                await asyncio.sleep(0.1)
            else:
                return connection, peer[0]

    async def _attend(self, connection: socket.socket, peer: str) -> None:
        self.open_of[peer] += 1
        try:
            if self.open_of[peer] <= MOST_OF_ONE:
                await self._talk(connection)
        except (OSError, asyncio.IncompleteReadError):  # of ssl and timeouts too
            pass
        finally:
            connection.close()
            self.open_of[peer] -= 1
            if not self.open_of[peer]:
                del self.open_of[peer]
            self.room.release()

    async def _talk(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        first = await asyncio.wait_for(self._first_byte(connection), self.handshake_s)
        if first == TLS_BEGINS:
            await self._through(await self._secured(connection))
        elif first.isalpha():
            await self._send_on(connection)

    async def _first_byte(self, connection: socket.socket) -> bytes:
        """Looked at, not taken: TLS needs it."""
        readable = self.loop.create_future()
        self.loop.add_reader(connection, lambda: readable.done() or readable.set_result(None))
        try:
            await readable
        finally:
            self.loop.remove_reader(connection)
        return connection.recv(1, socket.MSG_PEEK)

    async def _send_on(self, connection: socket.socket) -> None:
        """To our own address, whatever was asked for: nothing of an open request is repeated."""
        await self.loop.sock_recv(connection, CHUNK)
        await self.loop.sock_sendall(connection, self.sent_on)
        connection.shutdown(socket.SHUT_WR)

    async def _secured(self, connection: socket.socket) -> "Line":
        reader = asyncio.StreamReader(limit=CHUNK, loop=self.loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=self.loop)
        transport, _ = await self.loop.connect_accepted_socket(
            lambda: protocol,
            connection,
            ssl=self.context,
            ssl_handshake_timeout=self.handshake_s,
            ssl_shutdown_timeout=CLOSING_S,
        )
        return reader, asyncio.StreamWriter(transport, protocol, reader, self.loop)

    async def _through(self, outer: "Line") -> None:
        """Both ways, until either side ends. Waitress ends lines on which nothing happens."""
        try:
            inner = await asyncio.open_connection(*self.inside, limit=CHUNK)
        except BaseException:
            outer[1].transport.abort()
            raise
        ways = [
            self.loop.create_task(_pass_on(outer[0], inner[1])),
            self.loop.create_task(_pass_on(inner[0], outer[1])),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            await _let_go(ways)
            await _hang_up(inner[1])
            await _hang_up(outer[1])
        finally:  # of Ctrl-C too, which waits for no device to say goodbye
            await _let_go(ways)
            inner[1].transport.abort()
            outer[1].transport.abort()


Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Reads no faster than the other side takes it."""
    while data := await reader.read(CHUNK):
        writer.write(data)
        await writer.drain()


async def _let_go(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    """What was written still goes out, if it goes soon."""
    writer.close()
    with contextlib.suppress(OSError):  # of timeouts too
        await asyncio.wait_for(writer.wait_closed(), CLOSING_S)
