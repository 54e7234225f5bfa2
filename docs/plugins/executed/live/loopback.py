"""TCP on 127.0.0.1 within one program, in memory: servers, streams, protocols."""

from __future__ import annotations

import asyncio
import errno
import itertools
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

Address = tuple[str, int]
LOCAL = ("127.0.0.1", "localhost", "::1", "0.0.0.0", "", None)
CHUNK = 65_536  # bytes that a protocol gets at once, as from a socket
_FIRST_PORT = 49_152
_FlowControl: Any = asyncio.transports._FlowControlMixin
_EOF = None  # in a queue of data: no more comes


class Socket:
    """What `get_extra_info("socket")` and `server.sockets` hand out: names only."""

    def __init__(self, name: Address, peer: Address | None = None) -> None:
        self._name, self._peer = name, peer

    def getsockname(self) -> Address:
        return self._name

    def getpeername(self) -> Address:
        if self._peer is None:
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")
        return self._peer

    def fileno(self) -> int:
        return -1

    def __repr__(self) -> str:
        return f"<loopback socket {self._name}>"


class Transport(_FlowControl, asyncio.Transport):  # type: ignore[misc]
    """One end of a connection; what it writes is queued at its peer."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        protocol: asyncio.BaseProtocol,
        name: Address,
        peer_name: Address,
    ) -> None:
        extra = {"socket": Socket(name, peer_name), "sockname": name, "peername": peer_name}
        super().__init__(extra, loop)  # type: ignore[call-arg]
        self.peer: Transport | None = None
        self.server: Server | None = None
        self._loop = loop
        self._protocol: Any = protocol
        self._incoming: deque[bytes | None] = deque()
        self._reading = True
        self._scheduled = False
        self._closing = self._lost = self._eof_sent = False

    # What comes in

    def feed(self, data: bytes | None) -> None:
        """The peer has written."""
        if not self._lost:
            self._incoming.append(data)
            self._deliver_soon()

    def _deliver_soon(self) -> None:
        if self._incoming and self._reading and not self._scheduled and not self._lost:
            self._scheduled = True
            self._loop.call_soon(self._deliver)

    def _deliver(self) -> None:
        self._scheduled = False
        if self._lost or not self._reading or not self._incoming:
            return
        data = self._incoming.popleft()
        if data is _EOF:
            if not self._protocol.eof_received():
                self.close()
        elif isinstance(self._protocol, asyncio.BufferedProtocol):
            asyncio.protocols._feed_data_to_buffered_proto(self._protocol, data)  # type: ignore[attr-defined]
        else:
            self._protocol.data_received(data)
        if self.peer:
            self.peer._maybe_resume_protocol()
        self._deliver_soon()

    def is_reading(self) -> bool:
        return self._reading and not self._closing

    def pause_reading(self) -> None:
        self._reading = False

    def resume_reading(self) -> None:
        self._reading = True
        self._deliver_soon()

    # What goes out

    def get_write_buffer_size(self) -> int:
        return sum(len(data) for data in self.peer._incoming if data) if self.peer else 0

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not isinstance(data, bytes | bytearray | memoryview):
            raise TypeError(
                f"data argument must be a bytes-like object, not {type(data).__name__!r}"
            )
        if self._eof_sent:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._closing or self.peer is None:
            return
        content = bytes(data)
        for start in range(0, len(content), CHUNK):
            self.peer.feed(content[start : start + CHUNK])
        self._maybe_pause_protocol()

    def writelines(self, list_of_data: Iterable[Any]) -> None:
        self.write(b"".join(list_of_data))

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        if not self._eof_sent and not self._closing:
            self._eof_sent = True
            if self.peer:
                self.peer.feed(_EOF)

    # The end

    def is_closing(self) -> bool:
        return self._closing

    def close(self) -> None:
        if self._closing:
            return
        self._closing = True
        if self.peer and not self._eof_sent:
            self.peer.feed(_EOF)
        self._loop.call_soon(self._lose, None)

    def abort(self) -> None:
        self._closing = True
        self._loop.call_soon(self._lose, None)
        if self.peer and not self.peer._lost:
            self.peer._closing = True
            reset = ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")
            self._loop.call_soon(self.peer._lose, reset)

    def _lose(self, error: Exception | None) -> None:
        if self._lost:
            return
        self._lost = True
        self._protocol.connection_lost(error)
        if self.server:
            self.server.forget(self)

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._protocol = protocol

    def get_protocol(self) -> asyncio.BaseProtocol:
        protocol: asyncio.BaseProtocol = self._protocol
        return protocol


class Server(asyncio.AbstractServer):
    """Listens on a port of this program."""

    listening: ClassVar[dict[int, Server]] = {}
    ports: ClassVar = itertools.count(_FIRST_PORT)

    def __init__(
        self, loop: asyncio.AbstractEventLoop, factory: Callable[[], Any], address: Address
    ) -> None:
        self.factory = factory
        self.clients: set[Transport] = set()
        self._loop = loop
        self._address = address
        self._serving = False
        self._closed: list[asyncio.Future[None]] = []
        self._forever: asyncio.Future[None] | None = None

    @property
    def sockets(self) -> tuple[Socket, ...]:
        here = self.listening.get(self._address[1]) is self
        return (Socket(self._address),) if here else ()

    def get_loop(self) -> asyncio.AbstractEventLoop:
        return self._loop

    def is_serving(self) -> bool:
        return self._serving

    async def start_serving(self) -> None:
        self._serving = True
        await asyncio.sleep(0)

    async def serve_forever(self) -> None:
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        self._serving = True
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except asyncio.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._forever = None

    def close(self) -> None:
        if self.listening.get(self._address[1]) is self:
            del self.listening[self._address[1]]
        self._serving = False
        if self._forever and not self._forever.done():
            self._forever.cancel()
        self._tell_closed()

    def close_clients(self) -> None:
        for client in list(self.clients):
            client.close()

    def abort_clients(self) -> None:
        for client in list(self.clients):
            client.abort()

    async def wait_closed(self) -> None:
        if self.clients or self._serving:
            future = self._loop.create_future()
            self._closed.append(future)
            await future

    def forget(self, client: Transport) -> None:
        """A connection is gone."""
        self.clients.discard(client)
        self._tell_closed()

    def _tell_closed(self) -> None:
        if self.clients or self._serving:
            return
        for future in self._closed:
            if not future.done():
                future.set_result(None)
        self._closed.clear()

    def __repr__(self) -> str:
        return f"<Server sockets={self.sockets!r}>"


class LoopbackMixin:
    """`create_server` and `create_connection` for an event loop."""

    async def create_server(
        self,
        protocol_factory: Callable[[], Any],
        host: Any = None,
        port: int | None = None,
        *,
        ssl: Any = None,
        start_serving: bool = True,
        **options: Any,
    ) -> Server:
        """Listen. `OSError` if the port is taken, `NotImplementedError` for TLS."""
        _refuse_tls(ssl)
        address = (host or "0.0.0.0", port or next(Server.ports))
        if address[1] in Server.listening:
            raise OSError(
                98,  # EADDRINUSE on Linux; WebAssembly counts otherwise
                f"error while attempting to bind on address {address!r}: address already in use",
            )
        server = Server(self, protocol_factory, address)  # type: ignore[arg-type]
        Server.listening[address[1]] = server
        if start_serving:
            await server.start_serving()
        return server

    async def create_connection(
        self,
        protocol_factory: Callable[[], Any],
        host: Any = None,
        port: int | None = None,
        *,
        ssl: Any = None,
        **options: Any,
    ) -> tuple[Transport, Any]:
        """Connect to a server of this program.

        Raises:
            ConnectionRefusedError: nobody listens on this port.
            OSError: another host.
            NotImplementedError: TLS.
        """
        _refuse_tls(ssl)
        loop: Any = self
        await asyncio.sleep(0)
        if host not in LOCAL:
            raise OSError(
                101,  # ENETUNREACH on Linux
                f"Network is unreachable: {host!r} (in a browser only 127.0.0.1 can be reached)",
            )
        server = Server.listening.get(port or 0)
        if server is None or not server.is_serving():
            raise ConnectionRefusedError(111, f"Connect call failed {(host, port)!r}")
        near, far = ("127.0.0.1", next(Server.ports)), ("127.0.0.1", port or 0)
        client_protocol, server_protocol = protocol_factory(), server.factory()
        client = Transport(loop, client_protocol, near, far)
        served = Transport(loop, server_protocol, far, near)
        client.peer, served.peer = served, client
        served.server = server
        server.clients.add(served)
        loop.call_soon(server_protocol.connection_made, served)
        loop.call_soon(client_protocol.connection_made, client)
        made = loop.create_future()
        loop.call_soon(made.set_result, None)
        await made
        return client, client_protocol


def _refuse_tls(ssl: Any) -> None:
    if ssl:
        raise NotImplementedError("TLS does not exist in the browser")
