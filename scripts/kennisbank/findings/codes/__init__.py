"""Every message code the checker knows: its family, title, severity and reason."""

from ..finding import Edit, Finding, Place, Severity
from .code import Code
from .evidence import EVIDENCE
from .families import FAMILIES, Family
from .form import FORM
from .lists import LISTS
from .prose import PROSE
from .references import REFERENCES

__all__ = ["CODES", "FAMILIES", "Code", "Family", "finding"]

CODES: dict[str, Code] = {code.id: code for code in (*FORM, *REFERENCES, *PROSE, *EVIDENCE, *LISTS)}


def finding(code: str, file: str, place: Place, message: str, hint: str = "", edits: tuple[Edit, ...] = ()) -> Finding:
    """A finding with the severity that belongs to its code; raises `KeyError` for a code that is not catalogued."""
    return Finding(file, place, code, message, hint, CODES[code].severity, edits)


def softens(code: str) -> bool:
    """Whether a concept may carry this finding as a warning."""
    return CODES[code].editorial and CODES[code].severity is Severity.ERROR
