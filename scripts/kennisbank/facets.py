"""What a page can be found and sorted by: the ids of its terms and records, the same everywhere on the site."""

from collections.abc import Mapping

from .library import Entry, Library, Ref
from .model.records import Case
from .places import provinces_of, regions_of
from .prose import plain

TYPES = {"case": "case", "lesson": "les", "community": "community", "werkvorm": "werkvorm"}
TYPE_LABELS = {
    "case": "Cases",
    "les": "Lessen",
    "community": "Communities",
    "werkvorm": "Werkvormen",
    "begrip": "Begrippen",
    "onderwerp": "Onderwerpen en plaatsen",
    "pagina": "Andere pagina's",
}


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


def card_of(library: Library, entry: Entry) -> Mapping[str, str]:
    """What a list of search results shows of a record, besides its title."""
    record = entry.record
    if record is None:
        return {}
    shown = {"samenvatting": plain(record.summary), "soort": entry.kind.label.capitalize()}
    shown["thema"] = _titles(library, "themes", getattr(record, "themes", ()))
    if isinstance(record, Case):
        places = record.places[:3] or regions_of(library, record)
        shown |= {
            "van": record.organisation,
            "plaats": _titles(library, "municipalities" if record.places else "regions", places),
            "provincie": _titles(library, "provinces", provinces_of(library, record)),
            "periode": period_of(record),
            "afloop": record.outcome,
        }
    return {name: value for name, value in shown.items() if value}


def period_of(case: Case) -> str:
    """The years of a case as people read them: 2011-2022, or sinds 2019."""
    start, end = case.period.start, case.period.end
    if end is None:
        return f"sinds {start}" if case.outcome == "lopend" else str(start)
    return str(start) if start == end else f"{start}-{end}"


def _titles(library: Library, name: str, ids: tuple[str, ...]) -> str:
    return ", ".join(library.title_of(Ref(name, id)) for id in ids)
