"""The whole internet on one port, as a proxy: two sites with the same pages, and a list of all else that is asked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .local_server import KeepsAssets, Retold, running

GUARDED, BARE = "met.test", "zonder.test"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
# What a browser asks for by itself.
_OF_THE_BROWSER = re.compile(r"(^|\.)(mozilla\.(com|org|net)|firefox\.com|google(apis)?\.com|gstatic\.com|gvt1\.com)$")


@dataclass
class World:
    """Where the proxy is, and which addresses on other sites were asked for."""

    port: int = 0
    asked: list[str] = field(default_factory=list)

    def note(self, address: str) -> None:
        """Remember a question, when it is not one of the browser itself."""
        host = urlsplit(address).hostname or ""
        if not _OF_THE_BROWSER.search(host):
            self.asked.append(address)


class _Proxy(KeepsAssets, Retold):
    def __init__(self, *arguments: Any, world: World, **named: Any) -> None:
        self.world, self.bare = world, False
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server looks for
        address = urlsplit(self.path)
        if address.hostname not in (GUARDED, BARE):
            self._elsewhere()
            return
        self.bare = address.hostname == BARE
        self.path = address.path
        super().do_GET()

    def _elsewhere(self) -> None:
        self.world.note(f"https://{self.path}" if self.command == "CONNECT" else self.path)
        self.send_error(HTTPStatus.BAD_GATEWAY)

    do_POST = do_HEAD = do_PUT = do_OPTIONS = do_CONNECT = _elsewhere  # noqa: N815 - names that http.server looks for

    def retold(self, page: bytes) -> bytes | None:
        return _POLICY.sub(b"", page) if self.bare else None


@contextmanager
def world_with(site: Path) -> Iterator[World]:
    """A world in which the site stands twice: as it is at `GUARDED`, and without any policy at `BARE`."""
    world = World()
    with running(partial(_Proxy, world=world, directory=str(site))) as address:
        world.port = int(address.rpartition(":")[2])
        yield world
