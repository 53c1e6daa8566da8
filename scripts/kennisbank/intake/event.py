"""Reads the event that GitHub writes when someone opens or edits an issue.

See https://docs.github.com/en/webhooks/webhook-events-and-payloads#issues. It loads next to nothing: it is read in a
process of its own.
"""

import json
import re
from dataclasses import dataclass

from .refused import Refused

# GitHub's own rule: letters, digits and single hyphens; apps end in [bot].
_LOGIN = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:\[bot\])?")
_NO_EVENT = (
    "dit is niet het bestand dat GitHub Actions maakt bij een issue; geef het bestand dat in GITHUB_EVENT_PATH staat"
)


@dataclass(frozen=True)
class Issue:
    """What we use of an issue: its number, title and body, and who opened it (empty when that is no login)."""

    number: int
    title: str
    body: str
    login: str = ""
    user_id: int = 0


def read_event(data: bytes) -> Issue:
    """The issue in an event file; raises `Refused` when the file holds something else."""
    try:
        event = json.loads(data)
        issue = event["issue"]
        number, title, body = issue["number"], issue["title"], issue["body"] or ""
        user = issue["user"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Refused(_NO_EVENT) from error
    if type(number) is not int or number < 1 or not isinstance(title, str) or not isinstance(body, str):
        raise Refused(_NO_EVENT)
    login, user_id = (user.get("login"), user.get("id")) if isinstance(user, dict) else ("", 0)
    known = login if isinstance(login, str) and _LOGIN.fullmatch(login) else ""
    return Issue(number, title, body, known, user_id if type(user_id) is int else 0)
