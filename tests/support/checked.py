"""What the checker says of a library in a test, in which most files are those of the examples and never change.

What rules for one file found in a file, a second test need not have them look for: `checking/test_remembered.py` holds
that they need no other file, and that who remembers says the same as who does not. Tests of time and of memory itself
ask `check` without it.
"""

from datetime import date

from kennisbank.checking.example_folders import TODAY
from kennisbank.checking.remembered import Remembered
from kennisbank.checking.rules import check
from kennisbank.findings.finding import Finding
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob, Tree

from .example_library import fixed_tree

_KNOWN = Remembered()


def checked(library: Library, today: date | None = TODAY) -> tuple[Finding, ...]:
    """All findings of a library."""
    return check(library, today, _KNOWN)


def findings_of(tree: Tree, today: date | None = TODAY) -> tuple[Finding, ...]:
    """All findings of the library that these files become."""
    return checked(load(tree), today)


def found_in(name: str, text: str) -> list[Finding]:
    """What the checker says of this text as a case of the example library."""
    path = f"cases/{name}"
    return [found for found in findings_of({**fixed_tree(), path: Blob(path, text.encode())}) if found.file == path]


def found_anew(tree: Tree) -> tuple[Finding, ...]:
    """The same from who remembers nothing, for tests of what finding them costs."""
    return check(load(tree), TODAY)
