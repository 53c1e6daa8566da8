"""Whether what earlier runs kept below `build` is really theirs, and cannot have come in with a proposal."""

import os
from pathlib import Path

from ..library.file_names import same_name
from ..reading import git

WITHOUT_CACHE = "KENNISBANK_VERS"
"""Set in the environment when a build must not use what earlier builds kept."""

_FOLDER = "build"


def may_remember(root: Path) -> bool:
    """Whether a build may take what earlier ones kept, and keep more: nobody wants it anew, and it can only be ours."""
    return not (os.environ.get(WITHOUT_CACHE) or may_be_of_others(root))


def may_be_of_others(root: Path) -> bool:
    """Whether somebody else may have put something in `build`: git has it, or nobody can tell.

    What was unpacked without git, such as the zip of a proposal, is of others as well. Names count as a computer reads
    them that makes no difference between capitals and small letters.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return True
    try:
        paths = git.ask(root, "ls-files", "-z").decode("utf-8", "replace").split("\0")
    except git.GitError:
        return True
    return any(same_name(path.partition("/")[0]) == _FOLDER for path in paths)
