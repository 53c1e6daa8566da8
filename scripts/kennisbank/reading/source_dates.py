"""How the date of a source is told: as people read it, and once; and whether it says when that was.

The form does so by `sourceDate` and `isDated` of `docs/assets/javascripts/source-dates.js`: one list of examples,
`tests/support/meaning.json`, holds both to one reading.
"""

import re

from .meaning import MONTHS, moment

# 'z.d.': a source without a date; behind it may stand when that must have been.
_NO_DATE = re.compile(r"z\.\s?d\.(?:,?\s*\((?P<within>.+)\)|,\s*(?P<behind>.+))?", re.IGNORECASE)
_DATED = re.compile(r"^z\.\s?d\.|(?<!\d)[12]\d{3}(?!\d)|['’‘`´]\d{2}(?!\d)", re.IGNORECASE)
_SHORT = re.compile(r"\b(jan|febr?|mrt|apr|aug|sept?|okt|nov|dec)\b\.?(?= (?:19|20)\d{2}\b)", re.IGNORECASE)
_IN_NUMBERS = re.compile(r"(?<![\d/-])(?:(?:\d{1,2}-)?\d{1,2}-\d{4}|\d{4}-\d\d-\d\d)(?![\d/-])")


def source_date(given: str) -> str:
    """The date of a source: '26-08-2014' is 26 augustus 2014; of a guess it says that the source has no date."""
    found = _NO_DATE.fullmatch(given.strip())
    guess = (found["within"] or found["behind"]) if found else ""
    if found and not guess:
        return "zonder datum"
    written = _IN_NUMBERS.sub(lambda day: dutch_moment(moment(day[0])) or day[0], guess or given)
    written = _SHORT.sub(lambda month: dutch_moment(moment(f"{month[1][:3]} 2000")).split()[0], written)
    return f"{written}; datum niet in de bron" if guess else written


def is_dated(given: str) -> bool:
    """Whether the date of a source has a year, or says that there is none: 'vorig jaar' is another year next year."""
    return bool(_DATED.search(given.strip()))


def dutch_moment(moment: str) -> str:
    """A day, month or year as people read it: 1 juli 2021, juli 2021 or 2021; of nothing, nothing."""
    year, *rest = moment.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    return " ".join([*(str(int(day)) for day in rest[1:]), *([month] if month else []), year])
