"""Which files of a proposal belong to the program that judges it, or run with its readers."""

import re
from collections.abc import Collection
from pathlib import Path

from ..library.assets import is_picture
from ..reading import git

# All that editors judge by reading; what is hidden, or of another kind, may steer the program or those who look at it.
_CONTENT = re.compile(r"(?:cases|lessons|docs)/(?:[^/.][^/]*/)*[^/.][^/]*\.(?:md|yml)")
# No eye sees what a font does: it can show one word as another, on every page.
_FONT = ".woff2"

# What is no file: a link to another one, or a whole repository (git-fast-import, "filemodify").
_LEADS_AWAY = ("120000", "160000")
_OTHER_REPOSITORY = re.compile(r"^[-+ ]Subproject commit [0-9a-f]{40}", re.MULTILINE)


def names_repository(patch: str) -> bool:
    """Whether a change, as git shows it, puts a whole other repository in the place of a file."""
    return bool(_OTHER_REPOSITORY.search(patch))


def touches_code(path: str) -> bool:
    """Whether a file is more than content: a change in it asks for somebody who knows the program."""
    is_seen = is_picture(path) and not path.endswith(_FONT)
    return not (_CONTENT.fullmatch(path) or is_seen)


def beside_made(code: Collection[str], made: Collection[str]) -> tuple[str, ...]:
    """The files of the program that change; none when that program, which did not change, `made` all of them itself.

    When any other file changes as well, nothing that it made tells what it was.
    """
    return () if set(code) <= set(made) else tuple(code)


def changed_code(root: Path, revision: str) -> tuple[str, ...]:
    """The files of the program that differ from the point where this work left `revision`; raises `git.GitError`."""
    told = git.ask(root, "diff", "--raw", "--no-renames", "-z", git.branch_point(root, revision))
    parts = told.decode("utf-8", "replace").split("\0")
    changed = zip(parts[::2], parts[1::2], strict=False)
    return tuple(sorted(name for about, name in changed if touches_code(name) or about.split()[1] in _LEADS_AWAY))
