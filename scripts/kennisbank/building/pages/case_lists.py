"""A page with its cases for each choice that no list or record stands behind: how cases ended, and when they ran."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...insights.case_facets import Facet, FacetValue, case_facets
from ...insights.facets import OVERVIEW
from ...library.addresses import OVERVIEWS
from ...library.library import Ref
from ...model.labels import OUTCOMES_MEAN
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer
from .parts import Parts


@dataclass(frozen=True)
class _Kind:
    url: str
    title: str
    about: str
    of_one: str


_KINDS = {
    "afloop": _Kind(
        "aflopen",
        "Afloop",
        "Hoe liep het af? Ook wat stopte staat erbij: daarvan valt evenveel te leren.",
        "Cases met deze afloop: {title}. {meant}",
    ),
    "periode": _Kind(
        "perioden",
        "Periode",
        "In welke jaren liep de case? Een case kan in meer perioden vallen.",
        "Cases die liepen in {title}. Is het einde niet bekend, dan telt alleen het jaar van het begin. "
        "Een case die nog loopt, telt tot en met het jaar waarin hij is nagekeken.",
    ),
}


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """For each kind an overview, and for each choice its cases in parts."""
    for facet in renderer.library.once(case_facets):
        if facet.name in _KINDS:
            yield _overview(renderer, facet)
            for value in facet.values:
                yield from _cases_of(renderer, facet, value)


def _overview(renderer: Renderer, facet: Facet) -> Artifact:
    kind = _KINDS[facet.name]
    frame = Frame(kind.title, kind.about, facets=OVERVIEW)
    return renderer.page("case_lists.md.j2", OVERVIEWS[kind.url], frame, facet=facet, meant=OUTCOMES_MEAN)


def _cases_of(renderer: Renderer, facet: Facet, value: FacetValue) -> Iterator[Artifact]:
    kind = _KINDS[facet.name]
    title = f"{kind.title}: {value.title[0].lower()}{value.title[1:]}"
    about = kind.of_one.format(title=value.title.lower(), meant=OUTCOMES_MEAN.get(value.id, ""))
    frame = Frame(title, about, crumbs=(Crumb(OVERVIEWS[kind.url], kind.title),), facets={"type": ("onderwerp",)})
    parts = Parts(value.page, tuple(Ref("case", id) for id in value.cases))
    yield from parts.all(renderer, frame)
