"""What a page can be found and sorted by: the ids of its terms and records, the same everywhere on the site."""

from collections.abc import Mapping
from datetime import date

from ..findings.nearest import slug
from ..library.library import Entry, Library, Ref
from ..library.open_gaps import known_years
from ..library.places import on_card, provinces_of, regions_of
from ..model.parts import Outcome
from ..model.records import Case
from ..reading.prose import plain
from .newest import newness
from .years import years_of

TYPES = {"case": "case", "lesson": "les", "community": "community", "werkvorm": "werkvorm"}
TYPE_LABELS = {
    "case": "Cases",
    "les": "Lessen",
    "community": "Communities",
    "werkvorm": "Werkvormen",
    "begrip": "Begrippen",
    "onderwerp": "Onderwerpen en plaatsen",
    "overzicht": "Overzichten",
    "pagina": "Andere pagina's",
    "meedoen": "Voor wie meeschrijft",
}
# Of a page that lists others only the title and what stands above the list can be found.
OVERVIEW: Mapping[str, tuple[str, ...]] = {"type": ("overzicht",)}
READING: Mapping[str, tuple[str, ...]] = {"type": ("pagina",)}
# Pages for who writes along answer a reader only when no other page does.
FOR_CONTRIBUTORS: Mapping[str, tuple[str, ...]] = {"type": ("meedoen",)}
# The programme began in 2011; four years is also what a municipal council has.
_FIRST_YEAR, _YEARS = 2011, 4


def facets_of(library: Library, entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """The facets of a record with their values (ids, sorted as in the record); facets without a value are left out.

    `case` is the id of a case itself, with which the map finds its points.
    """
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
            "les": tuple(dict.fromkeys(link.lesson for link in record.lessons)),
            "community": record.communities,
            "afloop": (record.outcome,),
            "periode": periods_of(record),
            "case": (entry.id,),
        }
    return {name: values for name, values in found.items() if values}


def sorts_of(entry: Entry) -> Mapping[str, str]:
    """What a list of records can be sorted by, always upward and without ties: the index knows no second key."""
    record = entry.record
    if record is None:
        return {}
    title = slug(record.title) or entry.id
    keys = {"titel": title, "nagekeken": f"{date.max.toordinal() - record.reviewed.toordinal()} {title}"}
    if isinstance(record, Case):
        year, _ = newness(record.period.start, title)
        keys |= {"nieuw": f"{9999 + year} {title}", "oud": f"{record.period.start} {title}"}
    return keys


def periods_of(case: Case) -> tuple[str, ...]:
    """The spans of years, such as `2015-2018`, in which the case is known to have run.

    One that runs counts up to the year in which its facts were checked; of one with an unknown end only the start.
    """
    if not known_years(case.period):
        return ()
    known_end = case.reviewed.year if case.outcome == Outcome.RUNNING else case.period.start
    years = range(case.period.start, max(case.period.start, case.period.end or known_end) + 1)
    return tuple(dict.fromkeys(_span(year) for year in years))


def _span(year: int) -> str:
    start = year - (year - _FIRST_YEAR) % _YEARS
    return f"{start}-{start + _YEARS - 1}"


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
            "provincie": _titles(library, "provinces", provinces_of(library, record)) or on_card(library, record),
            "periode": years_of(record),
            "afloop": record.outcome,
            "merk": next(iter(record.themes), ""),
        }
    return {name: value for name, value in shown.items() if value}


def _titles(library: Library, name: str, ids: tuple[str, ...]) -> str:
    return ", ".join(library.title_of(Ref(name, id)) for id in ids)
