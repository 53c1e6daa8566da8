"""The glossary: an overview, and for each term a page that says where it is used."""

from collections.abc import Iterator

from ...insights.facets import OVERVIEW
from ...insights.glossary import LIST, Mentions
from ...library.addresses import OVERVIEWS, page_of, page_of_path
from ...library.library import Ref, grouped
from ...model.kinds import LISTS
from ...model.terms import GlossaryTerm
from ..artifacts import Artifact
from ..linked_data import about_term
from ..rendering import Crumb, Frame, Renderer
from .parts import Parts

_TERMS = LISTS[LIST]


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The overview, in the order of the alphabet, and the page of each term."""
    terms = sorted(renderer.library.glossary.items(), key=lambda pair: pair[1].title.casefold())
    yield renderer.page(
        "list.md.j2",
        OVERVIEWS[_TERMS.url],
        Frame(
            "Begrippen en afkortingen",
            "Korte uitleg van de woorden en afkortingen op deze site.",
            _TERMS.path,
            facets=OVERVIEW,
        ),
        terms=_TERMS,
        entries=[(id, term, _all(renderer.mentions[id])) for id, term in terms],
    )
    for id, term in terms:
        yield from _pages(renderer, term, renderer.mentions[id])


def _pages(renderer: Renderer, term: GlossaryTerm, mentions: Mentions) -> Iterator[Artifact]:
    """The page of a term; the list of its cases goes on in pages below it."""
    # A werkvorm or a page can have the name of a term: the word in front tells them apart in a list of results.
    frame = Frame(
        f"Begrip: {term.title}",
        f"Wat '{term.title}' betekent en waar het op deze site voorkomt.",
        _TERMS.path,
        (Crumb(OVERVIEWS[_TERMS.url], _TERMS.plural.capitalize()),),
        facets={"type": ("begrip",)},
        linked=about_term(
            renderer.site, page_of(Ref(LIST, term.id)), OVERVIEWS[_TERMS.url], "Begrippen", term, term.definition
        ),
    )
    groups = grouped(list(mentions.records))
    parts = Parts(page_of(Ref(LIST, term.id)), tuple(groups["case"]))
    titles = {page.path: page.title for page in renderer.library.pages}
    yield renderer.page(
        "glossary_term.md.j2",
        parts.page,
        frame,
        term=term,
        groups=groups,
        parts=parts,
        handwritten=[(page_of_path(path), titles[path]) for path in mentions.pages],
    )
    yield from parts.more(renderer, frame)


def _all(mentions: Mentions) -> tuple[object, ...]:
    return (*mentions.records, *mentions.pages)
