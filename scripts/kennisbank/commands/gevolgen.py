"""`kennisbank gevolgen`: which pages readers will find different, word by word."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from ..building.artifacts import Artifact
from ..building.build import build
from ..building.units import Unit, made_once
from ..changes.asked import half_data
from ..changes.consequences import changed_sources, consequences
from ..changes.consequences_report import LONGEST, as_json, markdown
from ..changes.half_changed import half_changed
from ..changes.questions_report import half_changed as asked
from ..checking.baseline import tree_before
from ..checking.rules import check
from ..findings.finding import has_errors
from ..library.addresses import Site
from ..library.loading import load
from ..publishing.pipeline import repository_of
from ..reading.tree import Tree, tree_from_disk
from ..reporters.markdown import as_text
from ._shared import Trouble, add_root_argument, emit, library_root

NAME = "gevolgen"
HELP = "Laat per pagina zien wat er voor de lezer verandert, ook op pagina's die ernaar verwijzen."

_FORMATS = ("tekst", "markdown", "json")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `gevolgen`."""
    add_root_argument(parser)
    parser.add_argument("--sinds", metavar="VERSIE", required=True, help="vergelijk met deze git-versie")
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        default=_FORMATS[0],
        metavar="VORM",
        help=f"vorm: {'|'.join(_FORMATS)} (standaard: {_FORMATS[0]})",
    )


def run(args: Namespace) -> int:
    """Build both versions in memory and tell the differences; raises `Trouble` when either has errors."""
    root = library_root(args.map)
    before, after = tree_before(root, args.sinds), tree_from_disk(root)
    made_of = made_once()
    found = consequences(
        _built(root, before, f"de versie '{args.sinds}'", made_of),
        _built(root, after, "deze versie", made_of),
        changed_sources(before, after),
    )
    if args.format == "json":
        emit(as_json(found))
    else:
        half = asked(half_data(half_changed(before, after)))
        fits = LONGEST if args.format == "markdown" else sys.maxsize  # a terminal takes any length
        told = "\n".join(filter(None, (half, markdown(found, args.sinds, fits))))
        emit(told if args.format == "markdown" else as_text(told))
    return 0


def _built(root: Path, tree: Tree, name: str, made_of: Callable[[Unit], tuple[Artifact, ...]]) -> tuple[Artifact, ...]:
    library = load(tree)
    if has_errors(check(library)):
        raise Trouble(f"In {name} staan nog fouten, dus er is geen site om te vergelijken; los die eerst op.")
    return build(library, tree, Site(repository_of(root)), made_of)
