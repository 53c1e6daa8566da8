"""A server on this machine that plays the part of GitHub's API that the workflows use."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from .local_server import running

REPOSITORY = "a/b"
TOKEN = "geheim"  # noqa: S105 - of a server that lives for one test
BOT = {"login": "github-actions[bot]"}


@dataclass
class GitHub:
    """What the server knows, and what was asked of it: `lists` are the answers to GET, by path without its query.

    What stands in `meanwhile` comes into a list just before something is posted to it: others are at work too. What
    stands in `pushed` happens just after a list was read, each at one reading.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[Any]] = field(default_factory=dict)
    meanwhile: dict[str, list[Any]] = field(default_factory=dict)
    pushed: dict[str, list[Callable[[], object]]] = field(default_factory=dict)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    status: int = 200
    address: str = ""

    @property
    def written(self) -> list[tuple[str, str, Any]]:
        """What was asked that changes something."""
        return [one for one in self.asked if one[0] != "GET"]

    def answer(self, method: str, path: str, body: Any, token: str) -> tuple[int, Any]:
        """The status and the answer to a request."""
        self.asked.append((method, path, body))
        place, _, query = path.removeprefix(f"/repos/{REPOSITORY}/").partition("?")
        if self.status != 200:
            return self.status, {}
        if token != f"Bearer {TOKEN}" or not path.startswith(f"/repos/{REPOSITORY}/"):
            return 403, {}
        if method != "GET":
            return (204, None) if method == "DELETE" else (201, self._kept(place, body) if method == "POST" else {})
        if place in self.answers:
            return 200, self.answers[place]
        if place not in self.lists:
            return 404, {}
        page = int((re.search(r"(?:^|&)page=(\d+)", query) or ["", "1"])[1])
        found = self.lists[place][100 * (page - 1) : 100 * page]
        if self.pushed.get(place):
            self.pushed[place].pop(0)()
        return 200, found

    def _kept(self, place: str, body: Any) -> Any:
        """What was posted, as GitHub shows it from then on."""
        self.lists.get(place, []).extend(self.meanwhile.pop(place, []))
        number = 1 + max([0, *(one.get("number", one.get("id", 0)) for found in self.lists.values() for one in found)])
        made = {**body, "id": number, "number": number, "user": BOT, "html_url": f"{self.address}/{place}/{number}"}
        if place == "pulls":
            made["head"] = {"ref": body["head"], "repo": {"full_name": REPOSITORY}}
        if place in self.lists:
            self.lists[place].append(made)
        return made


@contextmanager
def github() -> Iterator[GitHub]:
    """The server, for as long as the block takes."""
    known = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            status, answer = known.answer(self.command, self.path, body, self.headers.get("Authorization") or "")
            data = b"" if answer is None else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815 - names that http.server looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Handler) as known.address:
        yield known
