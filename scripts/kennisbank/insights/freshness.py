"""How old a review is, and from when on a record has to be reviewed again."""

from datetime import date

# A year and a half: see KB408.
FRESH_MONTHS = 18
# Of a case that moves: see KB424.
NEWS_MONTHS = 12


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another."""
    return 12 * (later.year - earlier.year) + later.month - earlier.month - (later.day < earlier.day)


def asks_for_news(reviewed: date, today: date) -> bool:
    """Whether something may well have happened to a case that moves since it was reviewed."""
    return months_between(reviewed, today) >= NEWS_MONTHS


def is_due(reviewed: date, today: date) -> bool:
    """Whether facts that were reviewed on a day have to be reviewed again."""
    return months_between(reviewed, today) >= FRESH_MONTHS
