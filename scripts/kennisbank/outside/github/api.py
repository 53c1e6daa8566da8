"""A small client of GitHub's REST API: bounded lists, timeouts, a second try, and never another host."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

BOT = "github-actions[bot]"
_TIMEOUT = (5, 30)
_PAGE = 100
_MOST_PAGES = 30
# GitHub takes 65,536 characters in one text.
_LONGEST = 65_000


class ApiFailed(Exception):
    """GitHub refused or did not answer; the message is Dutch."""


@dataclass(frozen=True)
class Api:
    """GitHub as a workflow reaches it: the address of the API, the repository and the token of the run."""

    address: str
    repository: str
    token: str = field(repr=False)

    @staticmethod
    def from_environment() -> "Api":
        """The API as GitHub Actions describes it to a step; raises `ApiFailed` when it does not."""
        names = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
        missing = [name for name in names if not os.environ.get(name)]
        if missing:
            raise ApiFailed(f"Dit draait alleen in GitHub Actions: {', '.join(missing)} ontbreekt.")
        return Api(*(os.environ[name] for name in names))

    def get(self, path: str) -> Any:
        """What stands at a path of the repository."""
        return self._ask("GET", path)

    def pages(self, path: str) -> Iterator[Any]:
        """The items of a list, page after page, up to a bound."""
        for number in range(1, _MOST_PAGES + 1):
            found = self._ask("GET", f"{path}{'&' if '?' in path else '?'}per_page={_PAGE}&page={number}")
            yield from found
            if len(found) < _PAGE:
                return

    def send(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Change something; a second try is for GET only, so that nothing is written twice."""
        return self._ask(method, path, body)

    def _ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "User-Agent": "kennisbank",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        address = f"{self.address}/repos/{self.repository}/{path}"
        with requests.Session() as session:
            retry = Retry(3, status_forcelist=(500, 502, 503, 504), allowed_methods=["GET"], backoff_factor=0.5)
            session.mount(self.address, HTTPAdapter(max_retries=retry))
            session.trust_env = False  # a .netrc would replace the token
            try:
                answer = session.request(
                    method, address, json=body, headers=headers, timeout=_TIMEOUT, allow_redirects=False
                )
            except requests.RequestException as error:
                raise ApiFailed(f"GitHub antwoordt niet op {method} {path} ({type(error).__name__}).") from None
        if answer.status_code >= 300:
            raise ApiFailed(f"GitHub weigert {method} {path} ({answer.status_code}).")
        return answer.json() if answer.content else None


def event() -> Any:
    """What GitHub says happened: written by GitHub itself, though it holds text of strangers."""
    try:
        return json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    except (KeyError, OSError, ValueError):
        raise ApiFailed("Dit draait alleen in GitHub Actions: de gebeurtenis ontbreekt.") from None


def is_own(item: Mapping[str, Any], mark: str) -> bool:
    """Whether a comment or issue was written by these workflows: by the bot, and with their mark in front."""
    return (item.get("user") or {}).get("login") == BOT and str(item.get("body") or "").startswith(mark)


def within(text: str) -> str:
    """A text as GitHub takes it: cut off after a whole line when it is too long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(chr(10))[0]}\n\n… en nog meer.\n"
