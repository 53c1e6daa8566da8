"""A page for every term of every list, with what belongs to it, and an overview per list."""

from collections.abc import Callable, Iterator

from ...findings.nearest import slug
from ...insights.facets import OVERVIEW
from ...insights.glossary import LIST as GLOSSARY
from ...insights.likeness import MOST_CASES, Likeness
from ...insights.strategies import Strategies
from ...library.addresses import OVERVIEWS, page_of
from ...library.library import Library, Ref, grouped
from ...library.places import provinces_of, regions_of
from ...model.kinds import LISTS, TermList
from ...model.records import Case
from ...model.terms import AnyTerm
from ..artifacts import Artifact
from ..drawings.map import ATTRIBUTION, province_map
from ..follow.feeds import feed_of
from ..linked_data import Node, about_term
from ..rendering import Crumb, Frame, Renderer
from .parts import Parts
from .themes import THEMES, theme_context

TOWNS = "municipalities"
# What an overview needs besides the style of every page.
_STYLES = {"provinces": ("drawings",), THEMES: ("scenes",)}
# Their pages hold choices instead of cases: see turns.py.
KINDS_OF_CHOICE = "choice-kinds"
# What their pages show of a record is not only what every page may show of it: see `units`.
_DEEP = (THEMES, "party-kinds", KINDS_OF_CHOICE)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The overview and the term pages of each list that records point to, but for those that show more of records."""
    for name in LISTS:
        if name not in (GLOSSARY, *_DEEP):
            yield from _of_list(renderer, name)


def deep_pages(renderer: Renderer) -> Iterator[Artifact]:
    """Those of the lists that show more of records."""
    for name in _DEEP:
        yield from _of_list(renderer, name)


def _of_list(renderer: Renderer, name: str) -> Iterator[Artifact]:
    library, terms = renderer.library, LISTS[name]
    likeness = library.once(Likeness)
    found = {id: refs_of_term(library, name, id) for id in library.term_list(name)}
    paged = list(found) if terms.has_pages else []
    yield renderer.page(
        "list.md.j2",
        OVERVIEWS[terms.url],
        Frame(
            terms.plural.capitalize(),
            f"Alle {terms.plural} op deze site, met wat erbij hoort.",
            terms.path,
            facets=OVERVIEW,
            styles=_STYLES.get(name, ()),
        ),
        terms=terms,
        map=province_map(library, OVERVIEWS[terms.url], points=False) if name == "provinces" else None,
        attribution=ATTRIBUTION,
        entries=[(id, term, found[id]) for id, term in _in_order(library, name).items()],
    )
    for id in paged if name != KINDS_OF_CHOICE else ():
        yield from _page(renderer, terms, library.term_list(name)[id], grouped(found[id]), likeness)


def _in_order(library: Library, name: str) -> dict[str, AnyTerm]:
    """The terms of a list as they stand there; places by name, for who looks for one."""
    terms = library.term_list(name)
    return dict(sorted(terms.items(), key=lambda pair: slug(pair[1].title))) if name in _NAMED_PLACES else dict(terms)


def _page(
    renderer: Renderer, terms: TermList, term: AnyTerm, groups: dict[str, list[Ref]], likeness: Likeness
) -> Iterator[Artifact]:
    frame = Frame(
        _title(terms, term),
        _description(terms, term, has_case=bool(groups["case"])),
        terms.path,
        (Crumb(OVERVIEWS[terms.url], terms.plural.capitalize()),),
        facets={"type": ("onderwerp",)},
        linked=linked_term(renderer, terms, term),
        styles=("scenes",) if terms.name == THEMES else (),
        hide=("navigation", "toc") if terms.name == THEMES else ("navigation",),  # its cards take the whole width
        feed=feed_of(renderer.library, Ref(terms.name, term.id)),
    )
    if terms.name == "series":
        groups["lesson"].sort(key=lambda lesson: renderer.library.lessons[lesson.id].number)
    parts = Parts(page_of(Ref(terms.name, term.id)), tuple(groups["case"]))
    own = theme_context(renderer.library, term.id, parts) if terms.name == THEMES else {}
    yield renderer.page(
        "theme.md.j2" if own else "term.md.j2",
        parts.page,
        frame,
        terms=terms,
        term=term,
        groups=groups,
        parts=parts,
        likeness=likeness,
        strategies=renderer.library.once(Strategies),
        most_cases=MOST_CASES,
        **own,
    )
    yield from parts.more(renderer, frame)


def linked_term(renderer: Renderer, terms: TermList, term: AnyTerm) -> Node:
    """A term in the words of schema.org."""
    page, definition = page_of(Ref(terms.name, term.id)), getattr(term, "definition", "")
    return about_term(renderer.site, page, OVERVIEWS[terms.url], terms.plural.capitalize(), term, definition)


def _title(terms: TermList, term: AnyTerm) -> str:
    """Utrecht is a province and a municipality: the kind goes with the name where names can be the same."""
    return f"{terms.label.capitalize()} {term.title}" if terms.name in _NAMED_PLACES else term.title


def _description(terms: TermList, term: AnyTerm, *, has_case: bool) -> str:
    """What a page tells of; that of a municipality without a case tells of others."""
    if terms.name == TOWNS and not has_case:
        return f"Cases van gemeenten die op {term.title} lijken; van {term.title} zelf is er nog geen."
    return f"Wat er op deze site staat bij {terms.label} {term.title}."


_NAMED_PLACES = ("provinces", "regions", TOWNS)


def refs_of_term(library: Library, name: str, id: str) -> list[Ref]:
    """The records that belong to a term: by their own field, or, for places, by what follows from it; sorted."""
    found = {link.source for link in library.backlinks.get(Ref(name, id), ())}
    if name in _DERIVED:
        found = set(library.once(_DERIVED[name]).get(id, ()))
    return sorted(found)


def _by_province(library: Library) -> dict[str, list[Ref]]:
    return _cases_by(provinces_of, library)


def _by_region(library: Library) -> dict[str, list[Ref]]:
    return _cases_by(regions_of, library)


def _cases_by(derive: Callable[[Library, Case], tuple[str, ...]], library: Library) -> dict[str, list[Ref]]:
    table: dict[str, list[Ref]] = {}
    for id, case in library.cases.items():
        for place in derive(library, case):
            table.setdefault(place, []).append(Ref("case", id))
    return table


_DERIVED = {"provinces": _by_province, "regions": _by_region}
