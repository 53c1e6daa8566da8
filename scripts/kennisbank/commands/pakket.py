"""`kennisbank pakket`: the site that was built as one zip, to read without internet."""

import argparse
from pathlib import Path

from ..library.addresses import NOT_TO_PUBLISH
from ..publishing.package import write_package
from ..reading.whole_files import in_place_of
from ..reporters.summary import count
from ._outputs import file_to_write
from ._shared import Trouble, add_root_argument, emit, library_root

NAME = "pakket"
HELP = "Maak van de gebouwde site één zip-bestand, om te lezen zonder internet."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    add_root_argument(parser)
    parser.add_argument("--site", default="site", metavar="MAP", help="de map met de site (standaard: site)")
    parser.add_argument(
        "--uit",
        default="build/transitieversneller.zip",
        metavar="BESTAND",
        help="het zip-bestand (standaard: build/transitieversneller.zip)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the zip; the one that was there stays until the new one is whole."""
    root = library_root(args.map)
    site = (root / args.site).resolve()
    if not (site / "index.html").is_file():
        raise Trouble(f"In de map '{args.site}' staat geen site; bouw die eerst met 'kennisbank site'.")
    if (site / NOT_TO_PUBLISH).exists():
        raise Trouble(f"'{args.site}' is een voorbeeld met concepten; bouw de site eerst zonder --met-concepten.")
    if Path(args.uit).suffix != ".zip":
        raise Trouble(f"'{args.uit}' is geen zip-bestand; kies na --uit een naam die eindigt op .zip.")
    target = file_to_write(root, args.uit, "--uit", root)
    try:
        with in_place_of(target) as fresh:
            files = write_package(site, fresh)
    except OSError as error:
        raise Trouble(f"'{args.uit}' kan niet worden geschreven: {error.strerror}; kies een andere plek.") from error
    emit(f"{count(files, 'bestand', 'bestanden')} in {target}.\n")
    return 0
