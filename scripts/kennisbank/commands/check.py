"""`kennisbank check`: tells whether the library is sound."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ..baseline import compare, findings_at
from ..findings import Finding, has_errors
from ..reporters import REPORTERS, text, texts_of
from ..reporters.summary import summary
from ..tree import CONTENT_FOLDERS, Tree, tree_from_disk
from ._shared import Trouble, add_library_arguments, check_tree, emit, library_root, selected, wants_colour

NAME = "check"
HELP = "Kijk de bibliotheek na en laat zien wat er niet klopt."


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `check`."""
    add_library_arguments(parser)
    formats = "|".join(REPORTERS)
    parser.add_argument(
        "--format", choices=list(REPORTERS), default="tekst", metavar="VORM", help=f"vorm van het verslag: {formats}"
    )
    parser.add_argument(
        "--sinds", metavar="VERSIE", help="alleen wat nieuw is sinds deze git-versie telt als fout, zoals origin/main"
    )
    parser.add_argument("--uitvoer", metavar="BESTAND", help="schrijf het verslag in dit bestand")


def run(args: Namespace) -> int:
    """Check everything, report what concerns the chosen files; answers 1 when there are errors."""
    root = library_root(args.map)
    selection = selected(root, args.paden)
    tree = tree_from_disk(root)
    findings = check_tree(tree)
    if args.sinds is not None:
        findings = compare(findings, findings_at(root, args.sinds, date.today()))
    findings = selection.of(findings)
    if args.uitvoer:
        _save(root, Path(args.uitvoer), _report(args.format, findings, tree))
        emit(f"{summary(findings)} Het verslag staat in {args.uitvoer}.\n")
    else:
        emit(_report(args.format, findings, tree, wants_colour()))
    return int(has_errors(findings))


def _report(form: str, findings: tuple[Finding, ...], tree: Tree, colour: bool = False) -> str:
    texts = texts_of(tree, findings)
    return text.render(findings, texts, colour) if form == "tekst" else REPORTERS[form](findings, texts)


def _save(root: Path, path: Path, report: str) -> None:
    if any(path.resolve().is_relative_to(root / folder) for folder in CONTENT_FOLDERS):
        raise Trouble(f"'{path}' ligt tussen de inhoud zelf; kies met --uitvoer een andere plek voor het verslag.")
    try:
        path.write_text(report, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"Het verslag kan niet naar '{path}' worden geschreven; kies met --uitvoer een andere plek."
        raise Trouble(message) from error
