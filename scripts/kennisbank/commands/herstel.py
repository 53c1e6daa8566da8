"""`kennisbank herstel`: mends what a machine can mend safely, after showing it."""

import difflib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from ..checking.repair import Changed, Repaired, repair, write
from ..findings.finding import has_errors
from ..reading.safe_text import visible, visible_lines
from ..reading.tree import Tree, tree_from_disk
from ..reporters import text, texts_of
from ..reporters.summary import count, summary
from ._shared import Selection, Trouble, add_library_arguments, check_tree, emit, library_root, selected, wants_colour

NAME = "herstel"
HELP = "Herstel wat vanzelf kan; zonder --schrijf zie je alleen wat er zou veranderen."

_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `herstel`."""
    add_library_arguments(parser)
    parser.add_argument("--schrijf", action="store_true", help="bewaar de wijzigingen in de bestanden")


def run(args: Namespace) -> int:
    """Show the fixes, write them when asked, and report what is left; answers 1 when there are errors on disk."""
    root = library_root(args.map)
    selection = selected(root, args.paden)
    tree = tree_from_disk(root)
    repaired = repair(tree, check_tree, lambda file: file in selection)
    colour = wants_colour()
    emit("".join(line for file in repaired.files for line in _diff(file, tree, repaired.tree, colour)))
    if args.schrijf and repaired.files:
        _write_all(root, tree, repaired)
        emit(f"Hersteld: {_amount(repaired)}.\n\n")
    elif repaired.files:
        return _preview(tree, repaired, selection)
    else:
        emit("Er valt niets vanzelf te herstellen.\n\n")
    left = tree_from_disk(root)
    findings = selection.of(check_tree(left))
    emit(text.render(findings, texts_of(left, findings), colour))
    return int(has_errors(findings))


def _preview(tree: Tree, repaired: Repaired, selection: Selection) -> int:
    left = selection.of(check_tree(repaired.tree))
    emit(f"Dit herstelt {_amount(repaired)}. Er is nog niets bewaard: doe dat met --schrijf.\n")
    emit(f"Daarna: {summary(left)}\n")
    return int(has_errors(selection.of(check_tree(tree))))


def _amount(repaired: Repaired) -> str:
    files = count(len(repaired.files), "bestand", "bestanden")
    return f"{count(repaired.mended, 'melding', 'meldingen')} in {files}"


def _write_all(root: Path, tree: Tree, repaired: Repaired) -> None:
    """Write every file that can be written, and only then complain about the others."""
    failed, changed = [], []
    for file in repaired.files:
        try:
            write(root / file, tree[file].data, repaired.tree[file].data)
        except Changed:
            changed.append(visible(file))
        except OSError:
            failed.append(visible(file))
    said = []
    if changed:
        said.append(f"Intussen veranderd en dus niet bewaard: {', '.join(changed)}; probeer het opnieuw.")
    if failed:
        way_out = "kijk of je daar mag schrijven en of er ruimte is, en probeer het opnieuw"
        said.append(f"Niet bewaard: {', '.join(failed)}; {way_out}.")
    if said:
        raise Trouble(" ".join(said))


def _diff(file: str, before: Tree, after: Tree, colour: bool) -> Iterator[str]:
    """A unified diff in which control characters are visible, for they are often what is mended."""
    old, new = (_lines(tree[file].data.decode("utf-8")) for tree in (before, after))
    for line in difflib.unified_diff(old, new, visible(file), f"{visible(file)} (hersteld)", lineterm=""):
        code = _COLOURS.get(line[:1], "") if colour else ""
        yield f"{code}{line}\x1b[0m\n" if code else f"{line}\n"
    yield "\n"


def _lines(content: str) -> list[str]:
    lines = visible_lines(content).split("\n")
    # As in any diff: a last line that is not ended is worth a remark, one that is needs no empty line after it.
    return lines[:-1] if content.endswith("\n") else [*lines, "\\ geen regeleinde aan het eind"]
