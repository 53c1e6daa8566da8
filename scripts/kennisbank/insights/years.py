"""In which years something ran, in the same words everywhere on the site."""

from ..model.parts import Outcome
from ..model.records import Case, Community


def years_of(record: Case | Community) -> str:
    """The years of a case or community: 2011 tot 2022, 2011, or 2011 tot nu for what is not over."""
    start, end = record.period.start, record.period.end
    until = end or ("nu" if record.outcome == Outcome.RUNNING else start)
    return str(start) if until == start else f"{start} tot {until}"
