"""What a page can be found and sorted by: the ids of its terms and records, the same everywhere on the site."""

from collections.abc import Mapping

from .library import Entry, Library
from .model.records import Case
from .places import provinces_of, regions_of

TYPES = {"case": "case", "lesson": "les", "community": "community", "werkvorm": "werkvorm"}


def facets_of(library: Library, entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """The facets of a record with their values (ids, sorted as in the record); facets without a value are left out."""
    record = entry.record
    found: dict[str, tuple[str, ...]] = {"type": (TYPES[entry.kind.name],)}
    found["thema"] = tuple(getattr(record, "themes", ()))
    if isinstance(record, Case):
        found |= {
            "provincie": provinces_of(library, record),
            "regio": regions_of(library, record),
            "gemeente": record.places,
            "rol": (record.role,) if record.role else (),
            "sector": record.sectors,
            "werkvorm": record.werkvormen,
            "les": tuple(link.lesson for link in record.lessons),
            "community": record.communities,
            "afloop": (record.outcome,),
            "jaar": _years(record),
        }
    return {name: values for name, values in found.items() if values}


def sorts_of(entry: Entry) -> Mapping[str, str]:
    """What a list of records can be sorted by."""
    record = entry.record
    if record is None:
        return {}
    start = {"jaar": str(record.period.start)} if isinstance(record, Case) else {}
    return {"titel": record.title, "nagekeken": record.reviewed.isoformat(), **start}


def _years(case: Case) -> tuple[str, ...]:
    """The years in which the case ran; of one without an end, up to the year in which its facts were checked."""
    end = case.period.end or max(case.period.start, case.reviewed.year)
    return tuple(str(year) for year in range(case.period.start, end + 1))
