"""The ratchet: what a change adds blocks, what already stood there only warns."""

import subprocess
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..findings.finding import Finding, Severity
from ..library.loading import load
from ..reading.tree import Tree, TreeError, tree_from_git
from .rules import check

MARK = " (bestond al)"

_Key = tuple[str, str, str, Severity]


def findings_at(root: Path, revision: str, today: date | None = None) -> tuple[Finding, ...]:
    """The findings of the library as it stood in a git revision; raises `TreeError` when git cannot give it."""
    return check(load(tree_at(root, revision)), today)


def tree_at(root: Path, revision: str) -> Tree:
    """The library as it stood in a git revision; raises `TreeError` when git cannot give it."""
    return tree_from_git(root, _commit(root, revision))


def has_commits(root: Path) -> bool:
    """Whether there is anything to compare with."""
    return _ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def compare(now: Iterable[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of `now`; those that were there `before` are marked and no longer block.

    Places do not count, for lines move. Severity does: a warning about a concept does not excuse the same mistake in
    what is published. Two equal mistakes where there was one are one old and one new.
    """
    old = Counter(map(_key, before))
    compared = []
    for finding in sorted(now):
        was_there = old[_key(finding)] > 0
        old[_key(finding)] -= was_there
        compared.append(_marked(finding) if was_there else finding)
    return tuple(compared)


def _marked(finding: Finding) -> Finding:
    return replace(finding, message=f"{finding.message}{MARK}").softened()


def _key(finding: Finding) -> _Key:
    return finding.file, finding.code, finding.message, finding.severity


def _commit(root: Path, revision: str) -> str:
    """The hash of a revision; git itself would answer in English, or take a leading dash for an option."""
    prefix = _ask_git(root, "rev-parse", "--show-prefix")
    if prefix is None:
        raise TreeError(f"De map '{root}' staat niet in git; laat --sinds weg, of haal de map op met git clone.")
    if prefix:
        raise TreeError("Met --sinds moet de bibliotheek de hoofdmap van de git-repository zijn; laat --sinds weg.")
    named = not revision.startswith("-")
    commit = _ask_git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") if named else None
    if not commit:
        raise TreeError(
            f"Git kent de versie '{revision}' niet; noem een tak, tag of commit die je hebt, zoals 'origin/main',"
            " en haal hem zo nodig eerst op met git fetch."
        )
    return commit


def _ask_git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise TreeError("Het programma git is niet gevonden; installeer git en probeer het opnieuw.") from error
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None
