"""What is told about the set inside every file of it: version, day, licence, who made it, and where the files stand."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ...insights.latest import changes_of, last_day
from ...library.addresses import Site
from ...library.library import Library
from ..citing import AUTHOR, LICENCE, LICENCE_URL, SITE_NAME

VERSION = "1.0.0"
"""The version of the format (semantic versioning); its first figure is in the address of every file.

Within a first figure fields are added and never taken away, renamed or given another meaning.
"""

FOLDER = f"data/v{VERSION.partition('.')[0]}"
TITLE = f"{SITE_NAME}: cases, afslagen en lessen"
ABOUT = (
    "Wat gemeenten, regio's en provincies kozen bij vraagstukken over energie, natuur, voedsel, circulaire economie en "
    "klimaatadaptatie: de keuzes, de redenen, de cijfers, de lessen en de bronnen."
)
ATTRIBUTION = f"{AUTHOR}, {LICENCE}"


def place(name: str) -> str:
    """Where a file of the set stands in the site: the same address for as long as the format keeps its version."""
    return f"{FOLDER}/{name}"


@dataclass(frozen=True)
class Release:
    """The library as it is published, and where."""

    library: Library
    site: Site

    @cached_property
    def modified(self) -> date:
        """The day on which a record changed last, by its own review or news."""
        return last_day(changes_of(self.library))

    @cached_property
    def fingerprint(self) -> str:
        """Tells one content of the set from another: SHA-256 over the files that it is made of."""
        found = hashlib.sha256()
        documents = {entry.document.path: entry.document for entry in self.library.entries}
        documents |= {term.document.path: term.document for term in self.library.terms}
        for path in sorted(documents):
            found.update(f"{path}\0{documents[path].text}\0".encode())
        return f"sha256:{found.hexdigest()}"

    @property
    def about(self) -> dict[str, object]:
        """What stands at the head of every JSON file."""
        return {
            "title": TITLE,
            "description": ABOUT,
            "version": VERSION,
            "modified": self.modified.isoformat(),
            "fingerprint": self.fingerprint,
            "licence": {"name": LICENCE, "url": LICENCE_URL},
            "attribution": AUTHOR,
        }
