"""What a reader takes along of some cases: in pieces, so that a browser fetches those alone, and not all there are.

It is for the scripts of the site, which put files of the open data together from it; other programs have those.
"""

from collections.abc import Iterator, Sequence

from ...faces.csv_text import csv_text
from ...faces.pieces import in_pieces
from ..artifacts import Artifact
from ..json_text import json_text
from .geojson import Feature, collection
from .release import Release
from .table import Table

FOLDER = "data/meenemen"
REST = f"{FOLDER}/rest.json"
"""The whole library as JSON, without its cases."""


def of_case(id: str) -> str:
    """Where a case stands as the whole library has it."""
    return f"{FOLDER}/cases/{id}.json"


def taken(release: Release, cases: Table, features: Sequence[Feature]) -> Iterator[Artifact]:
    """By its id the row and the feature of each case, and what stands above all rows and around all features."""
    head, *rows = (csv_text([line]).removeprefix("\ufeff") for line in cases.lines())
    both = {feature["id"]: [row, feature] for row, feature in zip(rows, features, strict=True)}
    pieces = in_pieces({"cases": both})
    about = {"pieces": len(pieces), "head": head, "collection": collection(release, [])}
    yield Artifact(f"{FOLDER}/over.json", json_text(about))
    for number, piece in enumerate(pieces):
        yield Artifact(f"{FOLDER}/{len(pieces)}/{number}.json", json_text(piece["cases"]))
