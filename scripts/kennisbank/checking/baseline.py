"""The ratchet: what a change adds blocks, what already stood there only warns."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ..findings.finding import Finding, Severity
from ..library.loading import load
from ..reading import git
from ..reading.renamed import renamed
from ..reading.tree import Blob, Tree, tree_from_git
from .rules import check

_Key = tuple[str, str, str, Severity]
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Before:
    """A library as it was, and what was wrong in it."""

    tree: Tree = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def compared(self, now: Iterable[Finding], tree: Tree) -> tuple[Finding, ...]:
        """The findings of a later tree, as `compare` gives them."""
        return compare(now, self.findings, moved_files(self.tree, tree))


def as_it_was(root: Path, revision: str, today: date | None = None) -> Before:
    """The library where the work in `root` left a git revision; raises `GitError`."""
    tree = tree_before(root, revision)
    return Before(tree, check(load(tree), today))


def tree_before(root: Path, revision: str) -> Tree:
    """The library where the work in `root` left a git revision; raises `GitError`."""
    return tree_from_git(root, git.branch_point(root, revision))


def has_commits(root: Path) -> bool:
    """Whether there is anything to compare with."""
    return git.answer(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def compare(now: Iterable[Finding], before: Iterable[Finding], moved: Mapping[str, str] = _NONE) -> tuple[Finding, ...]:
    """The findings of `now`; those that were there `before` say so and no longer block.

    Places do not count, for lines move, nor does the name of a file that has `moved`: new path and old. Severity does:
    a warning about a concept does not excuse the same mistake in what is published. Two equal mistakes where there was
    one are one old and one new.
    """
    old = Counter(_key(finding, finding.file) for finding in before)
    compared = []
    for finding in sorted(now):
        key = _key(finding, moved.get(finding.file, finding.file))
        was_there = old[key] > 0
        old[key] -= was_there
        compared.append(replace(finding, existed=True).softened() if was_there else finding)
    return tuple(compared)


def moved_files(before: Tree, now: Tree) -> dict[str, str]:
    """The texts that have another name now, each with the name it had."""
    gone = {path: _lines(blob) for path, blob in before.items() if path not in now and path.endswith(".md")}
    come = {path: _lines(blob) for path, blob in now.items() if path not in before and path.endswith(".md")}
    return renamed(gone, come) if gone else {}


def _lines(blob: Blob) -> Counter[bytes]:
    return Counter(blob.data.splitlines())


def _key(finding: Finding, file: str) -> _Key:
    return file, finding.code, finding.message, finding.severity
