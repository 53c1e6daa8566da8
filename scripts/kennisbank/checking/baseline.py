"""The ratchet: what a change adds blocks, what already stood there only warns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..findings.finding import Finding, Severity
from ..library.loading import load
from ..reading import git
from ..reading.tree import Tree, tree_from_git
from .rules import check

_Key = tuple[str, str, str, Severity]


def findings_before(root: Path, revision: str, today: date | None = None) -> tuple[Finding, ...]:
    """The findings of the library where the work in `root` left a git revision; raises `GitError`."""
    return check(load(tree_before(root, revision)), today)


def tree_before(root: Path, revision: str) -> Tree:
    """The library where the work in `root` left a git revision; raises `GitError`."""
    return tree_from_git(root, git.branch_point(root, revision))


def has_commits(root: Path) -> bool:
    """Whether there is anything to compare with."""
    return git.answer(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def compare(now: Iterable[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of `now`; those that were there `before` say so and no longer block.

    Places do not count, for lines move. Severity does: a warning about a concept does not excuse the same mistake in
    what is published. Two equal mistakes where there was one are one old and one new.
    """
    old = Counter(map(_key, before))
    compared = []
    for finding in sorted(now):
        was_there = old[_key(finding)] > 0
        old[_key(finding)] -= was_there
        compared.append(replace(finding, existed=True).softened() if was_there else finding)
    return tuple(compared)


def _key(finding: Finding) -> _Key:
    return finding.file, finding.code, finding.message, finding.severity
