"""What is new or changed in the library: every record once, by the day of its last review or news."""

from dataclasses import dataclass
from datetime import date

from ..findings.nearest import slug
from ..library.library import Entry, Library, Ref
from ..model.parts import News
from ..model.records import Case, Record

# What an empty library was last changed on: there has to be a day, and there is no clock.
NEVER = date(1970, 1, 1)


@dataclass(frozen=True)
class Change:
    """A record with the day of its last review or news, whichever is later; `news` has the newest first."""

    entry: Entry
    record: Record
    day: date
    news: tuple[News, ...] = ()

    @property
    def ref(self) -> Ref:
        """The name of the record in the library."""
        return self.entry.ref


def changes_of(library: Library) -> tuple[Change, ...]:
    """Every sound record, what changed last first; of one day by title."""
    found = [_change(entry, entry.record) for entry in library.entries if entry.record]
    return tuple(sorted(found, key=lambda change: (-change.day.toordinal(), slug(change.record.title), change.ref)))


def last_day(changes: tuple[Change, ...]) -> date:
    """The day on which anything changed last."""
    return changes[0].day if changes else NEVER


def _change(entry: Entry, record: Record) -> Change:
    news = record.news if isinstance(record, Case) else ()
    ordered = tuple(sorted(news, key=lambda item: item.date, reverse=True))
    return Change(entry, record, max([record.reviewed, *(_first_day(item.date) for item in ordered)]), ordered)


def _first_day(moment: str) -> date:
    """The first day of a month or year: news is never told to be later than it may have been."""
    return date.fromisoformat(f"{moment}-01-01"[:10])
