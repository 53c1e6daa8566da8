"""The facets of the cases: what readers can choose from, with the page that lists the cases of each choice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..library.addresses import page_of
from ..library.library import Library, Ref
from ..model.labels import OUTCOMES
from .facets import facets_of
from .newest import newest_first

LISTS = {"thema": "themes", "provincie": "provinces", "regio": "regions", "rol": "roles", "sector": "sectors"}
KINDS = {"werkvorm": "werkvorm", "les": "lesson", "community": "community"}
# The order on the page: what most readers come with stands first.
LABELS = {
    "thema": "Thema",
    "afloop": "Afloop",
    "provincie": "Provincie",
    "periode": "Periode",
    "rol": "Rol van de overheid",
    "sector": "Sector",
    "les": "Les",
    "werkvorm": "Werkvorm",
    "regio": "Energieregio",
    "community": "Community",
}


@dataclass(frozen=True)
class FacetValue:
    """One choice: its id, what it is called, the page that lists its cases, and those cases, newest first."""

    id: str
    title: str
    page: str
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Facet:
    """A group of choices: `name` is its name in addresses and in the search index."""

    name: str
    label: str
    values: tuple[FacetValue, ...]


def case_facets(library: Library) -> tuple[Facet, ...]:
    """All facets that have cases, each with the values that have cases."""
    found: dict[str, dict[str, list[str]]] = {name: {} for name in LABELS}
    entries = {entry.id: entry for entry in library.of_kind("case")}
    for id in newest_first(library):
        for name, values in facets_of(library, entries[id]).items():
            for value in values if name in found else ():
                found[name].setdefault(value, []).append(id)
    facets = (_facet(library, name, cases) for name, cases in found.items())
    return tuple(facet for facet in facets if facet.values)


def _facet(library: Library, name: str, cases: Mapping[str, list[str]]) -> Facet:
    choices = (choice for choice in _choices(library, name, cases) if choice[0] in cases)
    return Facet(name, LABELS[name], tuple(FacetValue(*choice, tuple(cases[choice[0]])) for choice in choices))


def _choices(library: Library, name: str, found: Iterable[str]) -> list[tuple[str, str, str]]:
    """The choices of a facet in the order in which readers expect them: id, title and page."""
    if name == "afloop":
        return [(id, text.capitalize(), f"aflopen/{id}.md") for id, text in OUTCOMES.items()]
    if name == "periode":
        return [(id, id.replace("-", " tot en met "), f"perioden/{id}.md") for id in sorted(found, reverse=True)]
    if name in LISTS:
        ids: Iterable[str] = library.term_list(LISTS[name])
    elif name == "les":
        ids = [id for *_, id in sorted((lesson.series, lesson.number, id) for id, lesson in library.lessons.items())]
    else:
        ids = library.ids(KINDS[name])
    refs = [Ref(LISTS.get(name) or KINDS[name], id) for id in ids]
    return [(ref.id, library.title_of(ref), page_of(ref)) for ref in refs]
