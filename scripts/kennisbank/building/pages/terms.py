"""A page for every term of every list, with what belongs to it, and an overview per list."""

from collections.abc import Iterator

from ...insights.glossary import LIST as GLOSSARY
from ...insights.likeness import MOST_CASES, Likeness
from ...library.addresses import OVERVIEWS, page_of
from ...library.library import Library, Ref, grouped
from ...library.places import provinces_of, regions_of
from ...model.kinds import LISTS, TermList
from ...model.terms import AnyTerm
from ..artifacts import Artifact
from ..drawings.map import ATTRIBUTION, province_map
from ..linked_data import Node, about_term
from ..rendering import Crumb, Frame, Renderer
from .parts import Parts

# Their pages hold choices instead of cases: see turns.py.
KINDS_OF_CHOICE = "choice-kinds"


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The overview and the term pages of each list that records point to."""
    library = renderer.library
    likeness = Likeness(library)
    for name, terms in LISTS.items():
        if name == GLOSSARY:
            continue
        found = {id: refs_of_term(library, name, id) for id in library.term_list(name)}
        yield renderer.page(
            "list.md.j2",
            OVERVIEWS[terms.url],
            Frame(
                terms.plural.capitalize(),
                f"Alle {terms.plural} op deze site, met wat erbij hoort.",
                terms.path,
                search=False,
                styles=("drawings",) if name == "provinces" else (),
            ),
            terms=terms,
            map=province_map(library, OVERVIEWS[terms.url], points=False) if name == "provinces" else None,
            attribution=ATTRIBUTION,
            entries=[(id, term, found[id]) for id, term in library.term_list(name).items()],
        )
        for id, term in library.term_list(name).items() if terms.has_pages and name != KINDS_OF_CHOICE else ():
            yield from _page(renderer, terms, term, grouped(found[id]), likeness)


def _page(
    renderer: Renderer, terms: TermList, term: AnyTerm, groups: dict[str, list[Ref]], likeness: Likeness
) -> Iterator[Artifact]:
    frame = Frame(
        _title(terms, term),
        f"Wat er op deze site staat bij {terms.label} {term.title}.",
        terms.path,
        (Crumb(OVERVIEWS[terms.url], terms.plural.capitalize()),),
        facets={"type": ("onderwerp",)},
        linked=linked_term(renderer, terms, term),
    )
    parts = Parts(page_of(Ref(terms.name, term.id)), tuple(groups["case"]))
    yield renderer.page(
        "term.md.j2",
        parts.page,
        frame,
        terms=terms,
        term=term,
        groups=groups,
        parts=parts,
        likeness=likeness,
        most_cases=MOST_CASES,
    )
    yield from parts.more(renderer, frame)


def linked_term(renderer: Renderer, terms: TermList, term: AnyTerm) -> Node:
    """A term in the words of schema.org."""
    page, definition = page_of(Ref(terms.name, term.id)), getattr(term, "definition", "")
    return about_term(renderer.site, page, OVERVIEWS[terms.url], terms.plural.capitalize(), term, definition)


def _title(terms: TermList, term: AnyTerm) -> str:
    """Utrecht is a province and a municipality: the kind goes with the name where names can be the same."""
    return f"{terms.label.capitalize()} {term.title}" if terms.name in _NAMED_PLACES else term.title


_NAMED_PLACES = ("provinces", "regions", "municipalities")


def refs_of_term(library: Library, name: str, id: str) -> list[Ref]:
    """The records that belong to a term: by their own field, or, for places, by what follows from it; sorted."""
    found = {link.source for link in library.backlinks.get(Ref(name, id), ())}
    derive = {"provinces": provinces_of, "regions": regions_of}.get(name)
    if derive:
        found = {Ref("case", case_id) for case_id, case in library.cases.items() if id in derive(library, case)}
    return sorted(found)
