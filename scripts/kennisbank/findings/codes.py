"""The registry of message codes, and no code itself: those stand in `checking/rules/` and in the modules that read.

Each is told once, where it is found: its number, title, reason and weight, and the words it shares.
Telling a code puts it in `CODES` and its words in `WORDINGS`; `checking/catalogue.py` has them all.
"""

from dataclasses import dataclass
from typing import NamedTuple

from .finding import Edit, Finding, Place, Severity


@dataclass(frozen=True)
class Family:
    """A family of codes: its digit, its name and what it watches over."""

    digit: str
    name: str
    about: str


FAMILIES = (
    Family("1", "Vorm", "Is het bestand goed opgeschreven: velden, waarden en bestandsnaam?"),
    Family("2", "Verwijzing", "Komt elke verwijzing en elke link ergens uit?"),
    Family("3", "Redactie", "Is de tekst volledig, leesbaar en toegankelijk?"),
    Family("4", "Bewijs", "Heeft elk feit een bron, en staan er geen persoonsgegevens in?"),
    Family("5", "Lijsten", "Kloppen de lijsten met thema's, rollen, regio's en gemeenten?"),
)


@dataclass(frozen=True)
class Wording:
    """Words that the form in the browser gives as well: a name, and a message and hint in which `{name}` is filled."""

    name: str
    message: str
    hint: str


@dataclass(frozen=True)
class Code:
    """A message code: a stable id, a Dutch title and reason, and how it weighs.

    `editorial` codes are warnings as long as the record is a concept, so that an author may park half a case.
    """

    id: str
    title: str
    why: str
    severity: Severity = Severity.ERROR
    editorial: bool = False

    @property
    def family(self) -> str:
        """The first digit, which names the family."""
        return self.id[2]


class Worded(NamedTuple):
    """A wording with everything filled in, and its code, in the order in which `Document.found` wants them."""

    code: str
    message: str
    hint: str


CODES: dict[str, Code] = {}
# By the name of each: its code and its words.
WORDINGS: dict[str, tuple[Code, Wording]] = {}


def error(id: str, title: str, why: str, *wordings: Wording) -> Code:
    """A code that always blocks."""
    return _told(Code(id, title, why), wordings)


def editorial(id: str, title: str, why: str, *wordings: Wording) -> Code:
    """A code that blocks publication, but not a concept."""
    return _told(Code(id, title, why, editorial=True), wordings)


def warning(id: str, title: str, why: str, *wordings: Wording) -> Code:
    """A code that never blocks."""
    return _told(Code(id, title, why, Severity.WARNING), wordings)


def _told(code: Code, wordings: tuple[Wording, ...]) -> Code:
    names = {wording.name: (code, wording) for wording in wordings}
    if code.id in CODES or WORDINGS.keys() & names:
        raise ValueError(f"{code.id} is told twice")
    CODES[code.id] = code
    WORDINGS.update(names)
    return code


says = Wording


def finding(code: str, file: str, place: Place, message: str, hint: str = "", edits: tuple[Edit, ...] = ()) -> Finding:
    """A finding with the severity that belongs to its code; raises `KeyError` for a code that nobody told."""
    return Finding(file, place, code, message, hint, CODES[code].severity, edits)


def softens(code: str) -> bool:
    """Whether a concept may carry this finding as a warning."""
    return CODES[code].editorial and CODES[code].severity is Severity.ERROR


def worded(name: str, /, **values: object) -> Worded:
    """The code, message and hint of a wording; raises `KeyError` for an unknown name or a value that is missing."""
    code, wording = WORDINGS[name]
    return Worded(code.id, wording.message.format(**values), wording.hint.format(**values).strip())
