"""Reports a proposal below its pull request: one comment that is renewed, and suggestions on the changed lines."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from ...changes.program import beside_made, names_repository, touches_code
from ...changes.proposal import Proposal, SuggestionData
from ...changes.proposal_report import render, render_code
from ...changes.ticks import with_ticks
from ...reporters.summary import count
from .api import Api, is_own, within

MARK = "<!-- kennisbank-voorstel -->"
SUGGESTION_MARK = "<!-- kennisbank-suggestie "
# A remark of somebody changes the time of the last change as well.
_TRIES = 3
_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@")


def report(api: Api, proposal: Proposal, head: str, site: str = "") -> str:
    """Report below the pull request of which `head` is the last commit; gives a Dutch sentence on what was done.

    The number in the proposal is the word of a stranger: without this check of the commit somebody could write below
    any other pull request. At the address of a `site` stands the explanation of each code.
    """
    steady = _steady(api, proposal.number, head)
    if steady is None:
        return "Dit gaat niet over de laatste versie van een open voorstel; er is niets gemeld."
    pull, files = steady
    # Who made the proposal is our own program, unless some other file of it changes.
    code = beside_made([*_code_in(files, int(pull["changed_files"]))], proposal.made)
    if code:
        # A click on a suggestion takes it over: none that a changed program thought of.
        proposal = proposal.model_copy(update={"suggestions": []})
    _renew_comment(api, proposal, code, site)
    placed = _suggest(api, proposal, head, files)
    return f"Gemeld bij voorstel {proposal.number}, met {placed} nieuwe suggesties."


def _steady(api: Api, number: int, head: str) -> tuple[Any, list[Any]] | None:
    """An open pull request and its files while `head` is its last commit, before the list and after it; else nothing.

    The list is of whatever was pushed last: a push in between, also one that is taken back at once, would put the
    verdict on one version below another. Such a push changes the time of the last change.
    """
    for _ in range(_TRIES):
        before = api.get(f"pulls/{number}")
        if before["state"] != "open" or before["head"]["sha"] != head:
            return None
        files = list(api.pages(f"pulls/{number}/files"))
        after = api.get(f"pulls/{number}")
        if after["head"]["sha"] == head and before.get("updated_at") == after.get("updated_at"):
            return after, files
    return None


def _code_in(files: list[Any], total: int) -> Iterator[str]:
    """The files of the program that a proposal changes, as GitHub itself tells; what it does not show may be one."""
    names = {str(one[key]) for one in files for key in ("filename", "previous_filename") if one.get(key)}
    away = {str(one["filename"]) for one in files if names_repository(one.get("patch") or "")}
    yield from sorted(name for name in names if touches_code(name) or name in away)
    if total > len(files):
        more = count(total - len(files), "bestand dat", "bestanden die")
        yield f"en nog {more} GitHub hier niet noemt"


def _renew_comment(api: Api, proposal: Proposal, code: tuple[str, ...], site: str) -> None:
    """`code` are the files of the program that the proposal changes."""
    warning = render_code(code) if code else ""
    text = f"{MARK}\n{warning}{render(proposal, judged=not code, site=site)}"
    earlier = [one for one in api.pages(f"issues/{proposal.number}/comments") if is_own(one, MARK)]
    if earlier:
        body = with_ticks(within(text), str(earlier[0]["body"]))
        api.send("PATCH", f"issues/comments/{int(earlier[0]['id'])}", {"body": body})
    else:
        api.send("POST", f"issues/{proposal.number}/comments", {"body": within(text)})


def _suggest(api: Api, proposal: Proposal, head: str, files: list[Any]) -> int:
    """Offer the fixes that are not offered yet, and take back those that are no longer of use and nobody answered."""
    hunks = {one["filename"]: list(_hunks(one.get("patch") or "")) for one in files}
    wanted = {
        _body(fix): fix
        for fix in proposal.suggestions
        if any(fix.start in hunk and fix.end in hunk for hunk in hunks.get(fix.path, ()))
    }
    comments = list(api.pages(f"pulls/{proposal.number}/comments"))
    answered = {one.get("in_reply_to_id") for one in comments}
    own = [one for one in comments if is_own(one, SUGGESTION_MARK)]
    for one in own:
        if one["body"] not in wanted and one["id"] not in answered:
            api.send("DELETE", f"pulls/comments/{int(one['id'])}")
    offered = {one["body"] for one in own}
    new = [_comment(fix, body) for body, fix in wanted.items() if body not in offered]
    if new:
        review = {"commit_id": head, "event": "COMMENT", "comments": new}
        api.send("POST", f"pulls/{proposal.number}/reviews", review)
    return len(new)


def _hunks(patch: str) -> Iterator[range]:
    """The lines of the new file that each part of a patch shows: GitHub takes comments on no others."""
    start = end = 0
    for line in patch.split("\n"):
        found = _HUNK.match(line)
        if found:
            yield range(start, end)
            start = end = int(found[1])
        elif line.startswith(("+", " ")):
            end += 1
    yield range(start, end)


def _comment(fix: SuggestionData, body: str) -> dict[str, Any]:
    lines: dict[str, Any] = {"line": fix.end, "side": "RIGHT"}
    if fix.start < fix.end:
        lines |= {"start_line": fix.start, "start_side": "RIGHT"}
    return {"path": fix.path, **lines, "body": body}


def _body(fix: SuggestionData) -> str:
    """The text of a suggestion: fenced by more backticks than it holds, so that it cannot end before its end."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", fix.text) or [""]))
    place = f"{fix.path}:{fix.start}:{fix.end}:{fix.text}"
    name = hashlib.sha256(place.encode("utf-8")).hexdigest()[:16]
    return (
        f"{SUGGESTION_MARK}{name} -->\nDit kan met één klik beter ({', '.join(fix.codes)}).\n\n"
        f"{fence}suggestion\n{fix.text}\n{fence}"
    )
