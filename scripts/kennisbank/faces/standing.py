"""Which of the faces that are committed say what the model and the lists say."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..findings.finding import has_errors
from ..library.loading import load
from ..model.kinds import LISTS
from ..reading.tree import Tree
from . import faces, forms

# The lists that the forms offer; to read the others too takes twenty times as long.
OFFERED = ("themes", "roles", "sectors", "regions")


@cache
def paths() -> frozenset[str]:
    """Where the faces stand that are committed."""
    return frozenset({*faces(), *forms(load({}))})


def forms_of(tree: Tree) -> dict[str, str]:
    """The forms by path, as the lists in a tree have them; none of a list with a mistake, for that is told first."""
    library = load({path: tree[path] for path in (LISTS[name].path for name in OFFERED) if path in tree})
    return {} if has_errors(library.findings) else forms(library)


def stale(root: Path, made: Mapping[str, str]) -> tuple[str, ...]:
    """The files of those `made` that stand below `root` and say something else; what is not there is no face of it."""
    return tuple(sorted(path for path, text in made.items() if _is_file(root / path) and not says(root / path, text)))


def current(root: Path, made: Mapping[str, str]) -> frozenset[str]:
    """The files of those `made` that stand below `root` just as they are made."""
    return frozenset(path for path, text in made.items() if _is_file(root / path) and says(root / path, text))


def _is_file(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def says(file: Path, text: str) -> bool:
    """Whether a file says this; raises `OSError`."""
    return file.read_text(encoding="utf-8", errors="replace") == text
