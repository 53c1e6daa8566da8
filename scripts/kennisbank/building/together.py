"""What belongs on one line: the years of a record, a number with its unit."""

import re
from collections.abc import Callable

from ..insights.years import years_of
from ..library.open_gaps import known_years
from ..model.records import Case, Community

_FIXED = "\u00a0"
_UNIT = re.compile(r" (?<=\d )(?=(?:[kMGT]W[hp]?|[PT]J)\b)")  # begins with the space, which is quick to find
# A longer word of a unit may go on below its number, as it could reach out of a narrow card.
_SHORT = 5


def whole_years(record: Case | Community) -> str:
    """The years of a case or community, on one line."""
    years = years_of(record)
    return years.replace(" ", _FIXED) if known_years(record.period) else years


def before_unit(unit: str) -> str:
    """What stands between a number and its unit: a space that breaks no line before a short one."""
    return _FIXED if len(unit.partition(" ")[0]) <= _SHORT else " "


def together(page: str) -> str:
    """A page with its front matter as it was, and no line that ends between a number and a short unit."""
    front, mark, body = page.partition("\n---\n")
    return front + mark + _UNIT.sub(_FIXED, body)


# What templates call these.
TOGETHER: dict[str, Callable[..., object]] = {"jaren": whole_years, "aaneen": before_unit}
