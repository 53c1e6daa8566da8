"""Names of files that cannot be on every computer, or that two files cannot both have."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..findings.codes import finding
from ..findings.finding import Finding, Place
from ..reading.characters import hides, with_symbols

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
        elif hides(path):
            part = next(filter(hides, path.split("/")), path)
            message = f"in de naam '{with_symbols(part)}' staat een teken dat niemand ziet"
            yield finding("KB101", path, Place(), message, "Typ de naam van het bestand of de map opnieuw.")
        first = seen.setdefault(same_name(path), path)
        if first != path:
            message = f"deze naam verschilt alleen in hoofdletters of in de schrijfwijze van een accent van '{first}'"
            hint = f"{told_apart(path, first, 'hier', 'in de andere naam')}Geef een van de twee een andere naam."
            yield finding("KB208", path, Place(), message, hint)


def told_apart(one: str, other: str, in_one: str, in_other: str) -> str:
    """A sentence that tells two names apart that look the same, and a space; empty where people see the difference.

    An accent is one sign with its letter, or a sign of its own (Unicode, annex 15), as in names that macOS makes.
    """
    if unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other):
        return ""
    differing = ((here, there) for here, there in zip(_letters(one), _letters(other), strict=False) if here != there)
    here, there = next(differing, ("", ""))
    letter = unicodedata.normalize("NFC", here)
    return here and f"De '{letter}' is {in_one} {_written(here)} en {in_other} {_written(there)}; dat zie je niet. "


def _letters(name: str) -> list[str]:
    """The letters of a name, each with the accents that stand apart from it."""
    letters: list[str] = []
    for sign in name:
        if letters and unicodedata.combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def _written(letter: str) -> str:
    codes = " ".join(f"U+{ord(sign):04X}" for sign in letter)
    return f"één teken ({codes})" if len(letter) == 1 else f"een letter met een los accent ({codes})"


def same_name(path: str) -> str:
    """What two names have in common that some computer takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
