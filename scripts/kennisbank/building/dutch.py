"""How values are written in Dutch: dates, numbers, counts and lists."""

from datetime import date

from ..library.open_gaps import known_day
from ..reading.meaning import MONTHS

# The words with which a phrase may begin that is no name: only those lose their capital inside a sentence.
_SMALL = (
    "Een ",
    "De ",
    "Het ",
    "Eén ",
    "Geen ",
    "Alleen ",
    "Alle ",
    "Eerst ",
    "Samen ",
    "Zelf ",
    "Niet ",
    "Niets ",
    "Op ",
)


def lower_first(text: str) -> str:
    """A phrase as it stands in the middle of a sentence: a small first letter, unless it may begin with a name."""
    if text[1:2].isupper() or not text.startswith(_SMALL):
        return text
    return f"één{text[3:]}" if text.startswith("Eén") else text[:1].lower() + text[1:]


def year_and_day(day: date) -> str:
    """The day of a review as a reference has it: 2026, 24 november."""
    return f"{day.year}, {_day(day)}" if known_day(day) else "nog niet nagekeken"


def dutch_date(day: date) -> str:
    """A date as people read it: 24 november 2026."""
    return f"{_day(day)} {day.year}" if known_day(day) else "een dag die nog komt"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def dutch_number(number: float | None) -> str:
    """A number with Dutch marks: 6.315 and 22,1; an empty text for none."""
    if number is None:
        return ""
    whole = f"{number:,.10f}".rstrip("0").rstrip(".")
    return whole.translate(str.maketrans(",.", ".,"))


def shortened(text: str, most: int) -> str:
    """A text of at most this many characters: cut after a sentence where that keeps half of it, else after a word."""
    if len(text) <= most:
        return text
    sentences = text[: most + 1].rpartition(". ")[0]
    return f"{sentences}." if len(sentences) >= most // 2 else f"{text[: most - 1].rpartition(' ')[0].rstrip(',;:')} …"


def counted(number: int, one: str, more: str) -> str:
    """A count with its noun: 1 case, 3 cases, 6.315 cases, geen case."""
    if number == 0:
        return f"geen {one}"
    return f"{dutch_number(number)} {one if number == 1 else more}"


def enumerated(names: list[str], most: int = 5) -> str:
    """Names in a sentence: a, b en c; of more than `most` only the first ones, and how many others there are."""
    shown, others = names[:most], len(names) - most
    if others > 0:
        return f"{', '.join(shown)} en {counted(others, 'andere', 'anderen')}"
    return " en ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
