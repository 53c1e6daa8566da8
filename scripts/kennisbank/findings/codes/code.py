"""What is known of one message code."""

from dataclasses import dataclass

from ..finding import Severity


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


def error(id: str, title: str, why: str) -> Code:
    """A code that always blocks."""
    return Code(id, title, why)


def editorial(id: str, title: str, why: str) -> Code:
    """A code that blocks publication, but not a concept."""
    return Code(id, title, why, editorial=True)


def warning(id: str, title: str, why: str) -> Code:
    """A code that never blocks."""
    return Code(id, title, why, Severity.WARNING)
