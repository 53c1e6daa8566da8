"""Names of files that cannot be on every computer, or that two files cannot both have."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..findings.codes import finding
from ..findings.finding import Finding, Place

# See "Naming Files, Paths, and Namespaces" in the documentation of Windows.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_SIGN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$')


def is_device(name: str) -> bool:
    """Whether Windows takes a file or folder of this name for a device."""
    return bool(_DEVICE.fullmatch(name))


def name_findings(paths: Iterable[str]) -> Iterator[Finding]:
    """What is wrong with the names of these files, all together."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        bad = next((part for part in path.split("/") if is_device(part) or _SIGN.search(part)), "")
        if bad:
            message = f"de naam '{bad}' kan niet op een computer met Windows"
            yield finding("KB101", path, Place(), message, "Geef het bestand of de map een andere naam.")
        first = seen.setdefault(same_name(path), path)
        if first != path:
            message = f"deze naam verschilt alleen in hoofdletters of in de schrijfwijze van een accent van '{first}'"
            yield finding("KB208", path, Place(), message, "Geef een van de twee een andere naam.")


def same_name(path: str) -> str:
    """What two names have in common that some computer takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
