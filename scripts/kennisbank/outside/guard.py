"""Keeps a link check on the public internet: an address in a case must not make it look inside a network.

The name is looked up once and the connection goes to the address that was judged, so that a second answer from the
name server cannot lead elsewhere (DNS rebinding).
"""

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

Allowed = Callable[[str], bool]


# The only addresses of version 6 that are given out for the public internet (RFC 4291, 2.4). Outside it lie those that
# hold one of version 4, which may be an inside one, and those of old private networks; some lie in it too.
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("2001::/23", "2002::/16", "3ffe::/16", "3fff::/20"),  # protocols, 6to4, an old test, and for documentation
        *("192.88.99.0/24", "168.63.129.16/32"),  # the way to 6to4, and the inside of the cloud that GitHub runs in
        "192.0.0.0/24",  # for protocols (RFC 6890); some of Python 3.11 and 3.12 take a part of it for public
    )
)
# How an address ends that holds one of version 4, whatever it begins with (ISATAP, RFC 5214, 6.1).
_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")
# A name may have hundreds of addresses, and each may keep us waiting: at least so many seconds, while there are any.
_LEAST_SECONDS = 1.0


class Inside(OSError):
    """The address is not one of the public internet."""


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody can reach; see RFC 6890."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and (found not in _PUBLIC_6 or found.packed[8:12] in _ISATAP):
        return False
    return found.is_global and not found.is_multicast and not any(found in network for network in _NOT_PUBLIC)


def _looked_up(host: str, port: int | None, seconds: float) -> list[str]:
    """The addresses of a name; raises `TimeoutError` when no name server tells them in time, and `OSError`.

    Nothing can break off a question to a name server, so that it is asked on a thread which may stay behind.
    """
    answers = SimpleQueue[list[str] | Exception]()

    def look() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, ValueError) as error:
            answers.put(error)
        else:
            answers.put(list(dict.fromkeys(str(info[4][0]) for info in infos)))

    threading.Thread(target=look, daemon=True).start()
    try:
        found = answers.get(timeout=max(0.0, seconds))
    except Empty:
        raise TimeoutError("timed out") from None
    if isinstance(found, Exception):
        raise found
    return found


def _first_that_answers(addresses: list[str], port: int, seconds: Callable[[], float]) -> socket.socket:
    """A connection to the first address that gives one; each gets its part of the time that is left."""
    for index, address in enumerate(addresses[:-1]):
        with contextlib.suppress(OSError):
            left = seconds()
            part = max(left / (len(addresses) - index), _LEAST_SECONDS)
            return socket.create_connection((address, port), min(left, part))
    return socket.create_connection((addresses[-1], port), seconds())


def _at_most(patience: object, left: Callable[[], float]) -> float:
    """The seconds for one step; raises `TimeoutError` when none are left."""
    found = min(patience, left()) if isinstance(patience, int | float) else left()
    if found <= 0:
        raise TimeoutError("timed out")
    return found


def guarded_adapter(
    allowed: Allowed, opened: Callable[[socket.socket], None], left: Callable[[], float], **options: Any
) -> HTTPAdapter:
    """An adapter for requests whose connections only go to addresses that are `allowed`.

    `opened` gets a second handle on each connection, with which it can be broken off from outside; `left` tells how
    many seconds there are for making one.
    """

    def connect(connection: HTTPConnection) -> socket.socket:
        seconds = partial(_at_most, connection.timeout, left)
        addresses = _looked_up(connection.host, connection.port, seconds())
        if not addresses or not all(map(allowed, addresses)):
            raise Inside(f"{connection.host} is not public")
        made = _first_that_answers(addresses, connection.port or 80, seconds)
        opened(made.dup())
        return made

    class Plain(HTTPConnection):
        _new_conn = connect

    class Secure(HTTPSConnection):
        _new_conn = connect

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *arguments: Any, **keywords: Any) -> None:
            super().init_poolmanager(*arguments, **keywords)
            self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

        def send(self, request: PreparedRequest, *arguments: Any, **keywords: Any) -> Response:
            keywords["proxies"] = {}  # a proxy would look names up itself
            return super().send(request, *arguments, **keywords)

    return Adapter(**options)
