"""Where verbs may write what they make: never over the project itself, and told before anything is made."""

import os
import sys
from pathlib import Path

from ..reading import git
from ..reading.tree import CONTENT_FOLDERS
from ._shared import Trouble

_OWN = (
    *(".git", ".ci", ".github", ".githooks", ".venv", ".vscode", "LICENSES", "scripts", "tests", *CONTENT_FOLDERS),
    *(".editorconfig", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "README.md"),
    *("REUSE.toml", "SECURITY.md", "mkdocs.yml", "publiccode.yml", "pyproject.toml"),
)


def output_folder(root: Path, given: str, made_of: tuple[str, ...]) -> Path:
    """The folder that a verb may replace whole: new, empty, or made by the verb itself, of which `made_of` are signs.

    Raises `Trouble` for any other folder, because replacing it would lose what is in it.
    """
    target = folder_asked(root, given)
    if target.is_dir() and any(target.iterdir()) and not all((target / name).exists() for name in made_of):
        raise Trouble(f"In de map '{given}' staan andere bestanden; kies met --uit een nieuwe of lege map.")
    return target


def folder_to_fill(root: Path, given: str) -> Path:
    """The folder in which a verb puts its files, made when it is not there; raises `Trouble`."""
    target = folder_asked(root, given)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"De map '{given}' kan niet worden gemaakt; kies met --uit een andere map.") from error
    return target


def report_file(root: Path, given: str | None) -> Path | None:
    """The file for a report, by what stands behind --uitvoer; None when the report goes to standard output.

    That is so without the option, and when it names that output itself: what else is said would stand in the report.
    """
    if given is None or (Path(given).exists() and _is_output(Path(given))):
        return None
    return file_to_write(root, given, "--uitvoer")


def _is_output(file: Path) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError, AttributeError):  # closed, or no file at all
        return False


def file_to_write(root: Path, given: str, option: str, beside: Path | None = None) -> Path:
    """The file in which a verb puts its answer, seen from the working folder or from `beside`; raises `Trouble`.

    That it can be written is tried at once: some answers take long to find. A pipe or a device is left alone until
    then: who reads from it would see an end, and there is nothing in it to lose.
    """
    asked = (beside or Path()) / given
    if asked.exists() and not asked.is_file() and not asked.is_dir():
        return asked
    target = asked.resolve()
    if _is_own(root, target) or _is_kept(root, target):
        raise Trouble(f"'{given}' ligt tussen de bestanden van het project zelf; kies met {option} een andere plek.")
    is_new = not target.exists()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.open("ab").close()
        if is_new:
            target.unlink()
    except OSError as error:
        raise Trouble(f"'{given}' kan niet worden geschreven; kies met {option} een andere plek.") from error
    return target


def save(target: Path, report: str, option: str) -> None:
    """Write a report to a file that `file_to_write` gave; raises `Trouble`."""
    try:
        target.write_text(report, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Trouble(f"'{target}' kan niet worden geschreven; kies met {option} een andere plek.") from error


def folder_asked(root: Path, given: str) -> Path:
    """The folder that somebody names, there or not; raises `Trouble` for what is no folder, or the project's own."""
    target = (root / given).resolve()
    if _is_own(root, target) or root.resolve().is_relative_to(target):
        raise Trouble(f"'{given}' hoort bij het project zelf; kies met --uit een andere map.")
    if not next(place for place in (target, *target.parents) if place.exists()).is_dir():
        raise Trouble(f"'{given}' is een bestand; kies met --uit een map.")
    return target


def _is_own(root: Path, target: Path) -> bool:
    own = [root.resolve() / name for name in _OWN]
    return any(folder.is_relative_to(target) or target.is_relative_to(folder) for folder in own)


def _is_kept(root: Path, target: Path) -> bool:
    """Whether a file is there that git keeps for everybody."""
    return target.is_file() and bool(git.lines(root, "--literal-pathspecs", "ls-files", "--", str(target)))
