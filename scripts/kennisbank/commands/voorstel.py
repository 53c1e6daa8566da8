"""`kennisbank voorstel`: what a pull request brings, as a summary for people and as data for who reports it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from ..building.build import build
from ..building.units import made_once
from ..changes.asked import Asked
from ..changes.case_view import NewCases, new_cases
from ..changes.consequences import Consequences, changed_sources, consequences
from ..changes.half_changed import half_changed
from ..changes.lost_addresses import lost_addresses
from ..changes.program import beside_made, changed_code
from ..changes.proposal import FILE
from ..changes.proposal_report import render, render_code
from ..changes.proposing import proposal
from ..changes.unchecked import unchecked
from ..checking.baseline import Before, tree_before
from ..checking.previews import as_preview, set_apart
from ..checking.rules import check
from ..checking.suggestions import suggestions
from ..faces import faces
from ..faces.standing import current, forms_of, stale
from ..findings.finding import Finding, Severity, has_errors
from ..library.addresses import Site
from ..library.library import Library
from ..library.loading import load
from ..publishing.pipeline import repository_of
from ..reading.tree import Tree, tree_from_disk
from ..reporters import texts_of
from ..reporters.markdown import as_text
from ._outputs import folder_to_fill
from ._shared import Trouble, add_root_argument, check_tree, day_here, emit, library_root

NAME = "voorstel"
HELP = "Vat een voorstel samen: wat is goed, wat moet, wat mag, en wat verandert er voor de lezer."


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `voorstel`."""
    add_root_argument(parser)
    parser.add_argument("--sinds", metavar="VERSIE", required=True, help="vergelijk met deze git-versie")
    parser.add_argument("--nummer", type=int, default=1, metavar="GETAL", help="het nummer van het voorstel op GitHub")
    parser.add_argument("--uit", default="build/voorstel", metavar="MAP", help="de map (standaard: build/voorstel)")


def run(args: Namespace) -> int:
    """Write `samenvatting.md` and `voorstel.json`; always answers 0, for `check` is what blocks."""
    root = library_root(args.map)
    if args.nummer < 1:
        raise Trouble("Het nummer van een voorstel is 1 of meer; kijk na --nummer het getal na.")
    folder = folder_to_fill(root, args.uit)
    before, after = tree_before(root, args.sinds), tree_from_disk(root)
    old_library, library = load(before), load(after)
    now, then = check_tree(after), check(old_library, day_here())
    bad = (_with_errors(then), _with_errors(now))
    findings = Before(before, then).compared(now, after)
    sources = changed_sources(before, after)
    changed = sources & after.keys()
    new = tuple(finding for finding in findings if not finding.existed)
    to_make = {**faces(), **forms_of(after)}
    made = proposal(
        args.nummer,
        changed,
        sources - changed,
        new,
        len(findings) - len(new),
        suggestions(new, texts_of(after, new)),
        _consequences(root, (old_library, library), (before, after), bad),
        _brought(old_library, library, after, changed, now),
        Asked(unchecked(old_library, library), half_changed(before, after), lost_addresses(before, after)),
        bad[1] & changed,
        current(root, to_make),
        stale(root, to_make),
    )
    code = beside_made(changed_code(root, args.sinds), made.made)
    summary = f"{render_code(code) if code else ''}{render(made, judged=not code, since=args.sinds)}"
    (folder / "samenvatting.md").write_text(summary, encoding="utf-8", newline="\n")
    (folder / FILE).write_text(made.model_dump_json(), encoding="utf-8", newline="\n")
    emit(f"{as_text(summary)}\nDe samenvatting staat in {folder / 'samenvatting.md'}.\n")
    return 0


def _brought(
    before: Library, after: Library, tree: Tree, changed: AbstractSet[str], found: tuple[Finding, ...]
) -> NewCases:
    """The new cases, with what of them a site with concepts shows; those with an error it leaves out."""
    weighed = as_preview(after, found)
    aside, brought = set_apart(after, tree, weighed), new_cases(before, after, changed)
    unfinished = tuple(sorted({*brought.unfinished, *(aside & changed)}))
    previewed = not has_errors(one for one in weighed if one.file not in aside)
    return replace(brought, unfinished=unfinished, previewed=previewed)


def _consequences(
    root: Path, libraries: tuple[Library, Library], trees: tuple[Tree, Tree], bad: tuple[frozenset[str], frozenset[str]]
) -> Consequences | None:
    """What changes for readers between two libraries, as far as their files are sound; None when no change is.

    A file that has errors now stays as it was, so that what leads to it still does.
    """
    before, after = trees
    if any(bad):
        if changed_sources(before, after) <= bad[1]:
            return None
        before = {path: blob for path, blob in before.items() if path not in bad[0]}
        stay = {path: before[path] for path in bad[1] & before.keys()}
        after = {path: blob for path, blob in after.items() if path not in bad[1]} | stay
        libraries = (load(before), load(after))
        if any(has_errors(check(library)) for library in libraries):
            return None
    site, made_of = Site(repository_of(root)), made_once()
    old, new = (build(library, tree, site, made_of) for library, tree in zip(libraries, (before, after), strict=True))
    return consequences(old, new, changed_sources(before, after))


def _with_errors(findings: tuple[Finding, ...]) -> frozenset[str]:
    return frozenset(one.file for one in findings if one.severity is Severity.ERROR)
