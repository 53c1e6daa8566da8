"""Opens or renews the pull request that `kennisbank intake` prepared: `open_pull_request.py FOLDER`.

Runs git and gh with lists of arguments: no text of the proposal passes through a shell. An edited issue becomes a new
commit on the same branch; nothing is ever forced, and what a person changed on the branch stays.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BOT = "github-actions[bot]"
BOT_MAIL = f"41898282+{BOT}@users.noreply.github.com"
# The token is in the environment of gh; git asks gh for it.
GIT = ("git", "-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential")
REMOTE = "origin"


class Stopped(Exception):
    """The proposal cannot be opened; the message is Dutch and says what to do."""


@dataclass(frozen=True)
class Proposal:
    """What `kennisbank intake` wrote: `branch` is empty when there is only a comment to place."""

    folder: Path
    issue: int
    branch: str = ""
    title: str = ""
    file: str = ""
    message: str = ""


def main(arguments: list[str]) -> int:
    """Place the proposal in the folder that is named; answers 0, or 1 with a Dutch sentence on standard error."""
    try:
        proposal = read(Path(arguments[0]))
        if proposal.branch:
            open_or_renew(proposal)
        else:
            comment(proposal, (proposal.folder / "reactie.md").read_text(encoding="utf-8"))
    except (Stopped, IndexError) as error:
        print(error if isinstance(error, Stopped) else "Noem de map met het voorstel.", file=sys.stderr)
        return 1
    return 0


def read(folder: Path) -> Proposal:
    """The proposal in a folder; raises `Stopped` when there is none, or it names another place than it should."""
    try:
        found = json.loads((folder / "voorstel.json").read_text(encoding="utf-8"))
        proposal = Proposal(folder, **found)
    except (OSError, ValueError, TypeError) as error:
        raise Stopped("Er is geen voorstel gemaakt; kijk bij de vorige stap waarom.") from error
    places = (proposal.branch, proposal.file)
    allowed = (f"intake/issue-{proposal.issue}", r"cases/[a-z0-9]+(-[a-z0-9]+)*\.md")
    if proposal.branch and not all(map(re.fullmatch, allowed, places)):
        raise Stopped("Het voorstel noemt een tak of bestand dat niet mag; er is niets gedaan.")
    return proposal


def open_or_renew(proposal: Proposal) -> None:
    """Bring the branch and the pull request in line with the proposal."""
    text = Path(proposal.file).read_bytes()
    exists = bool(run(*GIT, "ls-remote", "--heads", REMOTE, proposal.branch))
    if exists:
        run(*GIT, "fetch", "--quiet", REMOTE, f"+refs/heads/{proposal.branch}:refs/remotes/{REMOTE}/{proposal.branch}")
    start = f"{REMOTE}/{proposal.branch}" if exists else "HEAD"
    if exists and _touched_by_people(start):
        comment(
            proposal,
            "Je hebt dit issue bewerkt, maar iemand werkt al verder in het voorstel zelf.\n"
            "Daarom is het voorstel niet vervangen. Je tekst staat nog in dit issue; de redactie neemt hem over.\n",
        )
        return
    _commit(proposal, text, start)
    run(*GIT, "push", "--quiet", REMOTE, f"HEAD:refs/heads/{proposal.branch}")
    _pull_request(proposal)


def _touched_by_people(start: str) -> bool:
    """Whether someone else than this program has a commit on the branch."""
    return set(run("git", "log", "--format=%ce", f"HEAD..{start}").splitlines()) - {BOT_MAIL} != set()


def _commit(proposal: Proposal, text: bytes, start: str) -> None:
    """Make the branch hold this one case file: an earlier one of the same issue goes, the name may have changed."""
    earlier = run("git", "diff", "--name-only", "--diff-filter=A", f"HEAD...{start}", "--", "cases").splitlines()
    Path(proposal.file).unlink()
    run("git", "checkout", "--quiet", "-B", proposal.branch, start)
    if earlier:
        run("git", "rm", "--quiet", "--", *earlier)
    Path(proposal.file).parent.mkdir(exist_ok=True)
    Path(proposal.file).write_bytes(text)
    run("git", "add", "--", proposal.file)
    if run("git", "status", "--porcelain", "--untracked-files=no"):
        run(
            *("git", "-c", f"user.name={BOT}", "-c", f"user.email={BOT_MAIL}", "commit", "--quiet", "--no-verify"),
            *("-m", proposal.message),
        )


def _pull_request(proposal: Proposal) -> None:
    """Open the pull request, or give the open one its new title and text."""
    about = ("--title", proposal.title, "--body-file", str(proposal.folder / "voorstel.md"))
    known = json.loads(run("gh", "pr", "list", "--head", proposal.branch, "--state", "open", "--json", "number,url"))
    if known:
        run("gh", "pr", "edit", str(known[0]["number"]), *about)
        return
    url = run("gh", "pr", "create", "--head", proposal.branch, *about).splitlines()[-1]
    comment(
        proposal,
        f"Dank je wel! Van je tekst is een voorstel gemaakt: {url}\n\n"
        "Daar staat ook wat er nog mist. Wil je iets aanvullen? Bewerk dan dit issue; het voorstel gaat vanzelf mee.\n",
    )


def comment(proposal: Proposal, text: str) -> None:
    """Answer in the issue; a later answer takes the place of the one before."""
    file = proposal.folder / "antwoord.md"
    file.write_text(text, encoding="utf-8", newline="\n")
    run("gh", "issue", "comment", str(proposal.issue), "--body-file", str(file), "--edit-last", "--create-if-none")


def run(*command: str) -> str:
    """Run a program and give what it says; raises `Stopped` when it is not there or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError as error:
        raise Stopped(f"Het programma {command[0]} is niet gevonden.") from error
    if done.returncode:
        what = " ".join(word for word in command[:8] if "\n" not in word and "credential" not in word and word != "-c")
        raise Stopped(f"Dit lukte niet: {what}.\n{done.stderr.strip()}")
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
