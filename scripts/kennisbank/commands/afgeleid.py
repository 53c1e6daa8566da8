"""`kennisbank afgeleid`: write the faces of the content model, or check that they are current."""

import argparse
import sys
from pathlib import Path

from ..faces import faces, forms
from ..faces.standing import says
from ..findings.finding import Finding, Severity
from ..library.loading import load
from ..model.kinds import LISTS_FOLDER
from ..reading.tree import Tree, tree_from_disk
from ..reporters import text, texts_of
from ..reporters.summary import count
from ._shared import Selection, add_root_argument, check_again, emit, library_root, wants_colour

NAME = "afgeleid"
HELP = "Schrijf schema's, sjablonen en formulieren opnieuw uit het inhoudsmodel."
_CURRENT = "Alles is actueel.\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    add_root_argument(parser)
    parser.add_argument("--check", action="store_true", help="schrijf niets; meld alleen wat niet meer klopt")


def run(args: argparse.Namespace) -> int:
    """Write or check; 1 when a list has errors, or when something is not current and `--check` was given."""
    root = library_root(args.map)
    tree = tree_from_disk(root)
    if errors := _errors_in_lists(root, tree):
        emit(text.render(errors, texts_of(tree, errors), wants_colour()))
        sys.stderr.write("Er is niets geschreven: los eerst op wat in de lijsten niet klopt.\n")
        return 1
    made = {**faces(), **forms(load(tree))}
    stale = {path: face for path, face in sorted(made.items()) if not _is_current(root / path, face)}
    if args.check and stale:
        sys.stderr.write(f"Niet meer actueel: {', '.join(stale)}. Draai 'kennisbank afgeleid'.\n")
        return 1
    if not args.check:
        _write(root, stale)
    emit(f"{count(len(stale), 'bestand', 'bestanden')} bijgewerkt: {', '.join(stale)}.\n" if stale else _CURRENT)
    return 0


def _errors_in_lists(root: Path, tree: Tree) -> tuple[Finding, ...]:
    """What stops this: of a list that cannot be read the terms would go from the forms without a word."""
    found = check_again(root, tree, Selection(frozenset({LISTS_FOLDER})), quiet=True)
    return tuple(finding for finding in found if finding.severity is Severity.ERROR)


def _is_current(file: Path, face: str) -> bool:
    return file.is_file() and says(file, face)


def _write(root: Path, texts: dict[str, str]) -> None:
    for path, made in texts.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made, encoding="utf-8", newline="\n")
