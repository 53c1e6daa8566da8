"""`kennisbank check`: tells whether the library is sound."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..changes.lost_addresses import lost_addresses
from ..checking.baseline import Before, as_it_was, has_commits
from ..faces.standing import forms_of, stale
from ..findings.finding import Finding, has_errors
from ..reading.elsewhere import left_elsewhere
from ..reading.tree import Tree, tree_from_disk, tree_from_index
from ..reporters import REPORTERS, text, texts_of
from ..reporters.summary import summary
from ._outputs import report_file, save
from ._shared import (
    Selection,
    Trouble,
    add_library_arguments,
    check_again,
    check_tree,
    day_here,
    emit,
    library_root,
    note,
    selected,
    wants_colour,
    with_photos,
)
from ._watch import Seen, watch

NAME = "check"
_FORM = "tekst"
# Beside the first option the others would do nothing.
_APART = {"klaargezet": ("kijk", "alles", "sinds", "format", "uitvoer"), "kijk": ("format", "uitvoer")}
HELP = "Kijk de bibliotheek na en laat zien wat er niet klopt."


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `check`."""
    add_library_arguments(parser)
    formats = "|".join(REPORTERS)
    parser.add_argument(
        "--format",
        choices=list(REPORTERS),
        metavar="VORM",
        help=f"vorm van het verslag: {formats} (standaard: {_FORM})",
    )
    parser.add_argument(
        "--sinds", metavar="VERSIE", help="alleen wat nieuw is sinds deze git-versie telt als fout, zoals origin/main"
    )
    parser.add_argument(
        "--klaargezet",
        action="store_true",
        help="kijk na wat in git klaarstaat voor een commit; meld alleen het nieuwe",
    )
    parser.add_argument("--kijk", action="store_true", help="blijf kijken en meld na elk bewaren wat er veranderd is")
    parser.add_argument(
        "--alles", action="store_true", help="meld bij --kijk steeds alles, niet alleen wat veranderd is"
    )
    parser.add_argument("--vers", action="store_true", help="kijk elk bestand opnieuw na, ook wat niet is veranderd")
    parser.add_argument("--uitvoer", metavar="BESTAND", help="schrijf het verslag in dit bestand")


def run(args: Namespace) -> int:
    """Check everything, report what concerns the chosen files; answers 1 when there are errors."""
    root = library_root(args.map)
    _refuse_together(args)
    chosen = selected(root, args.paden)
    target = report_file(root, args.uitvoer)
    form = args.format or _FORM
    if args.klaargezet:
        return _check_staged(root, chosen)
    was = None if args.sinds is None else as_it_was(root, args.sinds, day_here())

    def look() -> Seen:
        tree = tree_from_disk(root)
        selection = with_photos(chosen, tree)
        found = selection.of(check_tree(tree)) if args.vers else check_again(root, tree, selection)
        elsewhere = left_elsewhere(root)
        told = found if was is None else was.compared(found, tree)
        more = selection.of(finding for one in elsewhere.values() for finding in one)
        return Seen((*told, *more), {**tree, **{blob.path: blob for blob in elsewhere}})

    if args.kijk:
        return watch(root, look, everything=args.alles)
    findings, tree = look()
    _tell_stale(root, tree)
    if was:
        _tell_lost(was.tree, tree, chosen)
    if target:
        save(target, _report(form, findings, tree), "--uitvoer")
        emit(f"{summary(findings)} Het verslag staat in {args.uitvoer}.\n")
    else:
        emit(_report(form, findings, tree, wants_colour()))
    return int(has_errors(findings))


def _refuse_together(args: Namespace) -> None:
    """Raise `Trouble` for options that would do nothing beside another one."""
    for option, others in _APART.items():
        for other in others:
            if getattr(args, option) and getattr(args, other) not in (None, False):
                raise Trouble(f"--{other} kan niet samen met --{option}; laat een van de twee weg.")
    if args.alles and not args.kijk:
        raise Trouble("--alles hoort bij --kijk; laat het weg, of zet --kijk erbij.")


def _check_staged(root: Path, selection: Selection) -> int:
    """Check what git is about to commit: what stood in the last commit already is not told again."""
    tree = tree_from_index(root)
    selection = with_photos(selection, tree)
    was = as_it_was(root, "HEAD", day_here()) if has_commits(root) else Before()
    now = was.compared(check_tree(tree), tree)
    elsewhere = left_elsewhere(root, staged=True)
    more = (finding for one in elsewhere.values() for finding in one)
    findings = selection.of((*(finding for finding in now if not finding.existed), *more))
    _tell_stale(root, tree)
    _tell_lost(was.tree, tree, selection)
    if findings:
        emit(_report(_FORM, findings, {**tree, **{blob.path: blob for blob in elsewhere}}, wants_colour()))
    return int(has_errors(findings))


def _tell_stale(root: Path, tree: Tree) -> None:
    """Say which forms do not offer what is in the lists, for then a proposal is not taken over."""
    if names := stale(root, forms_of(tree)):
        note(f"Let op: niet meer actueel: {', '.join(names)}. Draai 'kennisbank afgeleid'.")


def _tell_lost(before: Tree, after: Tree, selection: Selection) -> None:
    """Say which addresses of pages that were there will lead nowhere, and how to keep them."""
    for one in lost_addresses(before, after):
        how = f"Zet erin: {one.add}" if one.add else "Verouderd? Zet het terug met 'status: gearchiveerd'."
        if one.path in selection:
            note(f"Let op: {one.path}: {one.told} straks niet meer. {how}")


def _report(form: str, findings: tuple[Finding, ...], tree: Tree, colour: bool = False) -> str:
    texts = texts_of(tree, findings)
    return text.render(findings, texts, colour) if form == _FORM else REPORTERS[form](findings, texts)
