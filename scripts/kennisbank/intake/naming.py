"""Names for new cases: from the title, free, and never a path."""

import re
from collections.abc import Collection

from ..findings.nearest import slug

# Names that Windows keeps for itself, in any folder and with any suffix.
_DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
LONGEST = 56
# Words that no name ends with: what they lead to was cut off.
_LOOSE = re.compile(
    r"(?:aan|als|bij|dat|de|die|door|een|en|het|hun|in|is|met|na|naar|niet|of|om|op|over|per|te|tot|uit|van|voor|zijn"
    r"|zonder)"
)


def free_name(title: str, taken: Collection[str]) -> str:
    """An id for a case with this title that is not in `taken`; a number behind it keeps equal titles apart."""
    stem = _cut(slug(title)) or "nieuwe-case"
    if stem in _DEVICES or stem == "index":
        stem = f"case-{stem}"
    tries = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in tries if name not in taken)


def _cut(name: str) -> str:
    """As much of a name as may be long, in whole words where it has them."""
    if len(name) <= LONGEST:
        return name
    stem = name[: LONGEST + 1].rpartition("-")[0]
    while _LOOSE.fullmatch(stem.rpartition("-")[2]):
        stem = stem.rpartition("-")[0]
    return stem or name[:LONGEST]
