"""In which years something ran, in the same words everywhere on the site."""

from ..library.open_gaps import known_year, known_years
from ..model.parts import Outcome
from ..model.records import Case, Community

_NOT_YET = "jaren nog niet ingevuld"


def years_of(record: Case | Community) -> str:
    """The years of a case or community: 2011 tot 2022, 2011, 2011 tot nu for what is not over, or vanaf 2011."""
    if not known_years(record.period):
        return _NOT_YET
    start, end = record.period.start, record.period.end
    if end == start:
        return str(start)
    if not end and record.outcome != Outcome.RUNNING:
        return f"vanaf {start}"  # nobody knows until when: the year alone would say that it was over within it
    return f"{start} tot {end or 'nu'}"


def first_year(record: Case | Community) -> int | None:
    """The year in which something began; none when that still has to be filled in."""
    return record.period.start if known_years(record.period) else None


def of_year(year: int, word: str = "in") -> str:
    """The year of a choice in a sentence: in 2011."""
    return f"{word} {year if known_year(year) else 'een jaar dat nog niet is ingevuld'}"
