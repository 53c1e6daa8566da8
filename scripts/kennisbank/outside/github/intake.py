"""Opens or renews the pull request that `kennisbank intake` prepared, and answers in the issue.

Runs git with lists of arguments: no text of the proposal passes through a shell. An edited issue becomes a new commit
on the same branch; nothing is ever forced, and what a person changed on the branch stays.
"""

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ...faces.issue_form import LABEL
from ...intake.handover import BODY, COMMENT, Settings, branch_of
from ...reading import git
from .api import BOT, Api, is_own, within

MARK = "<!-- kennisbank-intake -->"
BOT_MAIL = f"41898282+{BOT}@users.noreply.github.com"
REMOTE = "origin"
BRANCHES = "intake/"
# More than editors can look at, and more than one person needs: whoever fills the list hides the proposals of others.
MOST_OPEN = 25
MOST_PER_AUTHOR = 5
_FULL = (
    f"Er staan nu {MOST_OPEN} voorstellen open; meer kan de redactie niet tegelijk nakijken.\n"
    "Je tekst staat goed in dit issue. Bewerk het issue later nog eens, dan komt er alsnog een voorstel.\n"
)


def carry_out(api: Api, root: Path, folder: Path, settings: Settings, base: str) -> None:
    """Bring branch, pull request and issue in line with what intake made of the issue; raises `GitError`, `ApiFailed`.

    `base` is the branch that the pull request goes to.
    """
    if not settings.branch:
        _answer(api, settings.issue, (folder / COMMENT).read_text(encoding="utf-8"))
    elif reason := _too_many(api, settings):
        _answer(api, settings.issue, reason)
    elif _push(root, settings, _credentials(api)):
        _pull_request(api, settings, (folder / BODY).read_text(encoding="utf-8"), base)
    else:
        _answer(
            api,
            settings.issue,
            "Je hebt dit issue bewerkt, maar iemand werkt al verder in het voorstel zelf.\n"
            "Daarom is het voorstel niet vervangen. Je tekst staat nog in dit issue; de redactie neemt hem over.\n",
        )


def _too_many(api: Api, settings: Settings) -> str:
    """Why this issue gets no proposal of its own yet; empty when it may, or has one already."""
    open_now = [branch for _, branch in _open_now(api)]
    if settings.branch in open_now:
        return ""
    if len(open_now) >= MOST_OPEN:
        return _FULL
    own = _of_the_same_author(api, settings.issue, frozenset(open_now))
    if own >= MOST_PER_AUTHOR:
        return (
            f"Je hebt al {own} andere cases openstaan; van hoogstens {MOST_PER_AUTHOR} maken we een voorstel.\n"
            "Heb je veel cases, zet ze dan samen in één tabel; zie de pagina Veel cases in één tabel.\n"
        )
    return ""


def _open_now(api: Api) -> list[tuple[int, str]]:
    """Number and branch of each open proposal that this program made, oldest first."""
    branches = ((one, str((one.get("head") or {}).get("ref"))) for one in api.pages("pulls?state=open"))
    made = ((one, branch) for one, branch in branches if branch.startswith(BRANCHES) and _is_ours(api, one, branch))
    return sorted((int(one["number"]), branch) for one, branch in made)


def _of_the_same_author(api: Api, issue: int, open_now: frozenset[str]) -> int:
    """How many other cases the author of an issue has open: as an issue, or as a proposal whose issue was closed."""
    author = quote(str(api.get(f"issues/{issue}")["user"]["login"]), safe="")
    made = [one for one in api.pages(f"issues?state=all&labels={LABEL}&creator={author}") if "pull_request" not in one]
    numbers = (int(one["number"]) for one in made if one["state"] == "open" or branch_of(one["number"]) in open_now)
    return len({*numbers} - {issue})


def _credentials(api: Api) -> dict[str, str]:
    """The token for git, only for the server of this run, and in no argument that others could see."""
    secret = base64.b64encode(f"x-access-token:{api.token}".encode()).decode("ascii")
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    return {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{server}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {secret}",
    }


def _push(root: Path, settings: Settings, credentials: Mapping[str, str]) -> bool:
    """Put the case on its branch; answers False when someone else works on that branch."""
    text = (root / settings.file).read_bytes()
    branch = settings.branch
    exists = bool(git.ask(root, "ls-remote", "--heads", REMOTE, branch, environment=credentials))
    if exists:
        fetched = f"+refs/heads/{branch}:refs/remotes/{REMOTE}/{branch}"
        git.ask(root, "fetch", "--quiet", REMOTE, fetched, environment=credentials)
    start = f"{REMOTE}/{branch}" if exists else "HEAD"
    if exists and _touched_by_people(root, start):
        return False
    _commit(root, settings, text, start)
    git.ask(root, "push", "--quiet", REMOTE, f"HEAD:refs/heads/{branch}", environment=credentials)
    return True


def _touched_by_people(root: Path, start: str) -> bool:
    """Whether someone else than this program has a commit on the branch."""
    return set(_lines(root, "log", "--format=%ce", f"HEAD..{start}")) - {BOT_MAIL} != set()


def _commit(root: Path, settings: Settings, text: bytes, start: str) -> None:
    """Make the branch hold this one case file: an earlier one of the same issue goes, the name may have changed."""
    file = root / settings.file
    earlier = _lines(root, "diff", "--name-only", "--diff-filter=A", f"HEAD...{start}", "--", "cases")
    file.unlink()
    git.ask(root, "checkout", "--quiet", "-B", settings.branch, start)
    if earlier:
        git.ask(root, "rm", "--quiet", "--", *earlier)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text)
    git.ask(root, "add", "--", settings.file)
    if _lines(root, "status", "--porcelain", "--untracked-files=no"):
        author = ("-c", f"user.name={BOT}", "-c", f"user.email={BOT_MAIL}")
        git.ask(root, *author, "commit", "--quiet", "--no-verify", "-m", settings.message)


def _lines(root: Path, *arguments: str) -> list[str]:
    return git.ask(root, *arguments).decode("utf-8", "replace").splitlines()


def _pull_request(api: Api, settings: Settings, text: str, base: str) -> None:
    """Open the pull request, or give the open one its new title and text."""
    about = {"title": settings.title, "body": within(text)}
    found = api.pages(f"pulls?state=open&head={api.repository.partition('/')[0]}:{settings.branch}")
    known = next((one for one in found if _is_ours(api, one, settings.branch)), None)
    if known:
        api.send("PATCH", f"pulls/{int(known['number'])}", about)
        return
    made = api.send("POST", "pulls", {**about, "head": settings.branch, "base": base})
    number = int(made["number"])
    if _came_too_late(api, number):
        api.send("PATCH", f"pulls/{number}", {"state": "closed"})
        _answer(api, settings.issue, _FULL)
        return
    _answer(
        api,
        settings.issue,
        f"Dank je wel! Van je tekst is een voorstel gemaakt: {made['html_url']}\n\n"
        "Daar staat ook wat er nog mist. Wil je iets aanvullen? Bewerk dan dit issue; het voorstel gaat vanzelf mee.\n",
    )


def _came_too_late(api: Api, number: int) -> bool:
    """Whether the list was full before this proposal: runs for other issues may have counted at the same moment.

    Each run looks after it opened its own and takes only its own away, so that however many ran at once, what stays is
    never more than the bound, and the oldest stay.
    """
    return sum(other < number for other, _ in _open_now(api)) >= MOST_OPEN


def _is_ours(api: Api, pull: Mapping[str, Any], branch: str) -> bool:
    """Whether a pull request comes from the branch in this repository: a fork may have one of the same name."""
    head = pull.get("head") or {}
    return head.get("ref") == branch and (head.get("repo") or {}).get("full_name") == api.repository


def _answer(api: Api, issue: int, text: str) -> None:
    """Answer in the issue; a later answer takes the place of the one before."""
    body = {"body": within(f"{MARK}\n{text}")}
    earlier = [one for one in api.pages(f"issues/{issue}/comments") if is_own(one, MARK)]
    if earlier:
        api.send("PATCH", f"issues/comments/{int(earlier[-1]['id'])}", body)
    else:
        api.send("POST", f"issues/{issue}/comments", body)
