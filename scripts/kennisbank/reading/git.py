"""Git, asked in one way: what it answers as values, and what goes wrong as one Dutch sentence."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

# Who lets git show signatures gets lines before every answer of `git log`.
_PLAIN = ("-c", "log.showSignature=false")


class GitError(Exception):
    """Git cannot do what is asked; the message is Dutch and says what to do."""


def ask(root: Path, *arguments: str, given: bytes = b"", environment: Mapping[str, str] | None = None) -> bytes:
    """What git answers in a folder; raises `GitError` when it refuses, or is not there."""
    done = _run(root, arguments, given, environment or {})
    if done.returncode:
        _refuse_stranger(root, done)
        detail = done.stderr.decode("utf-8", "replace").strip().splitlines()[:1]
        raise GitError(f"Git kon dit niet: {' '.join(arguments[:1])} ({' '.join(detail)}).")
    return done.stdout


def answer(root: Path, *arguments: str) -> str | None:
    """What git answers, or None when it says no; raises `GitError` when there is no git or no trust."""
    done = _run(root, arguments)
    if done.returncode:
        _refuse_stranger(root, done)
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


def lines(root: Path, *arguments: str) -> list[str]:
    """The lines that git answers; none when it cannot, for whom git is not needed."""
    try:
        return (answer(root, *arguments) or "").splitlines()
    except GitError:
        return []


def check_in_git(root: Path, way_out: str) -> None:
    """Raise `GitError` when a folder is not in git."""
    if answer(root, "rev-parse", "--git-dir") is None:
        raise GitError(f"De map '{root}' staat niet in git; {way_out}.")


def commit_of(root: Path, revision: str) -> str:
    """The hash of a revision of the library in `root`, which must be the top of its repository; raises `GitError`.

    Git itself would answer in English, or take a leading dash for an option.
    """
    check_in_git(root, "laat --sinds weg, of haal de map op met git clone")
    if answer(root, "rev-parse", "--show-prefix"):
        raise GitError("Met --sinds moet de bibliotheek de hoofdmap van de git-repository zijn; laat --sinds weg.")
    named = not revision.startswith("-")
    commit = answer(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") if named else None
    if not commit:
        raise GitError(
            f"Git kent de versie '{revision}' niet; noem een tak, tag of commit die je hebt, zoals 'origin/main',"
            " en haal hem zo nodig eerst op met git fetch."
        )
    return commit


def branch_point(root: Path, revision: str) -> str:
    """The commit where the work in `root` left `revision`, so that the work of others on it counts for nobody here.

    Histories that never met are compared with the revision itself; raises `GitError` when the history is cut off.
    """
    commit = commit_of(root, revision)
    found = answer(root, "merge-base", commit, "HEAD")
    if found is None and answer(root, "rev-parse", "--is-shallow-repository") == "true":
        raise GitError(
            f"Git heeft hier te weinig geschiedenis om te zien waar dit werk van '{revision}' aftakte; haal die op met"
            " git fetch --unshallow."
        )
    return found or commit


def _run(
    root: Path, arguments: tuple[str, ...], given: bytes = b"", more: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[bytes]:
    # In English, whatever the language of the system, for `_refuse_stranger`.
    environment = {**os.environ, "LC_ALL": "C", **more}
    try:
        return subprocess.run(
            ["git", "-C", str(root), *_PLAIN, *arguments],
            input=given,
            capture_output=True,
            check=False,
            env=environment,
        )
    except FileNotFoundError as error:
        raise GitError("Het programma git is niet gevonden; installeer git en probeer het opnieuw.") from error


def _refuse_stranger(root: Path, done: subprocess.CompletedProcess[bytes]) -> None:
    """In a container or WSL the folder is often of someone else, and git then answers nothing at all."""
    if b"dubious ownership" in done.stderr:
        raise GitError(
            f"De map '{root}' is van een andere gebruiker, en dan leest git haar niet. Is zij te vertrouwen, typ dan:"
            f" git config --global --add safe.directory '{root.resolve().as_posix()}'"
        )
