"""`kennisbank afgeleid`: write the faces of the content model, or check that they are current."""

import argparse
import sys

from ..faces import faces, forms
from ..library.loading import load
from ..reading.tree import tree_from_disk
from ..reporters.summary import count
from ._shared import add_root_argument, emit, library_root

NAME = "afgeleid"
HELP = "Schrijf schema's, sjablonen en formulieren opnieuw uit het inhoudsmodel."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    add_root_argument(parser)
    parser.add_argument("--check", action="store_true", help="schrijf niets; meld alleen wat niet meer klopt")


def run(args: argparse.Namespace) -> int:
    """Write or check; 1 when something is not current and `--check` was given."""
    root = library_root(args.map)
    stale = []
    made = {**faces(), **forms(load(tree_from_disk(root)))}
    for path, text in sorted(made.items()):
        file = root / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not args.check:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\n")
    if args.check and stale:
        sys.stderr.write(f"Niet meer actueel: {', '.join(stale)}. Draai 'kennisbank afgeleid'.\n")
        return 1
    emit("Alles is actueel.\n" if args.check else f"{count(len(stale), 'bestand', 'bestanden')} bijgewerkt.\n")
    return 0
