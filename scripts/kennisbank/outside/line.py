"""The connections to one host, and the time that an address on it has."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator


class Line:
    """The connections to one host, which end when the time for an address is up: also those that are opened then."""

    def __init__(self) -> None:
        """Without connections, and without time."""
        self.is_late = threading.Event()
        self._connections: list[socket.socket] = []
        self._end = 0.0

    def opened(self, connection: socket.socket) -> None:
        """A connection, by a handle of its own."""
        self._connections.append(connection)
        if self.is_late.is_set():
            self._break_off()

    @contextlib.contextmanager
    def until(self, seconds: float) -> Iterator[None]:
        """The time for one address."""
        self._end = time.monotonic() + seconds
        self.is_late.clear()
        clock = threading.Timer(seconds, self._break_off)
        clock.daemon = True
        clock.start()
        yield
        clock.cancel()
        clock.join()  # or it could break off what comes next

    def left(self) -> float:
        """The seconds that are left for this address."""
        return self._end - time.monotonic()

    def close(self) -> None:
        """Forget every connection."""
        for connection in self._connections:
            connection.close()

    def _break_off(self) -> None:
        """End every connection, whatever its other side still sends."""
        self.is_late.set()
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
