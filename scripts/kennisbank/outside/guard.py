"""Keeps a link check on the public internet: an address in a case must not make it look inside a network.

The name is looked up once and the connection goes to the address that was judged, so that a second answer from the
name server cannot lead elsewhere (DNS rebinding).
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

Allowed = Callable[[str], bool]


class Inside(OSError):
    """The address is not one of the public internet."""


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody can reach; see RFC 6890."""
    found = ipaddress.ip_address(address)
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not (mapped or found).is_multicast


def guarded_adapter(allowed: Allowed, **options: Any) -> HTTPAdapter:
    """An adapter for requests whose connections only go to addresses that are `allowed`."""

    def connect(connection: HTTPConnection) -> socket.socket:
        infos = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(info[4][0]) for info in infos))
        if not addresses or not all(map(allowed, addresses)):
            raise Inside(f"{connection.host} is not public")
        timeout = connection.timeout if isinstance(connection.timeout, int | float) else None
        return socket.create_connection((addresses[0], connection.port or 80), timeout)

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
