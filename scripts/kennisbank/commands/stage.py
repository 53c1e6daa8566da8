"""`kennisbank stage`: write the same pages that MkDocs gets to disk, for another generator to build."""

import argparse
import sys
import tempfile
from pathlib import Path

from ..publishing.folders import replacing
from ..publishing.pipeline import BuildStopped, artifacts, not_found
from ..publishing.spool import Spool
from ..publishing.staging import GENERATORS, stage
from ..reporters.summary import count
from ._outputs import output_folder
from ._shared import add_root_argument, emit, library_root

NAME = "stage"
HELP = "Schrijf alle pagina's als Markdown naar een map, klaar voor een andere sitebouwer."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    add_root_argument(parser)
    parser.add_argument("--uit", default="build/stage", metavar="MAP", help="de map (standaard: build/stage)")
    parser.add_argument(
        "--voor", choices=GENERATORS, default=GENERATORS[0], help="de sitebouwer (ProperDocs leest wat MkDocs leest)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the staged tree; 1 when the content has errors."""
    root = library_root(args.map)
    target = output_folder(root, args.uit, ("mkdocs.yml", "docs", "theme"))
    with tempfile.TemporaryDirectory(prefix="kennisbank-") as folder:
        try:
            made, told = artifacts(root, spool=Spool(Path(folder))), not_found(root)
        except BuildStopped as stopped:
            sys.stderr.write(f"{stopped}\n")
            return 1
        with replacing(target) as fresh:
            stage(root, fresh, made, told, args.voor)
    emit(f"{count(len(made), 'bestand staat', 'bestanden staan')} klaar in {target}.\n")
    return 0
