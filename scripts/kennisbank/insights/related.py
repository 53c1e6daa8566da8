"""Related cases: the ones an author named first, then the ones that share most, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..library.places import regions_of
from ..model.records import Case

_MOST = 4
_ENOUGH = 4


@dataclass(frozen=True)
class Related:
    """A related case and why it is related, in Dutch."""

    case: str
    reason: str


def related_to(library: Library, id: str) -> tuple[Related, ...]:
    """Cases related to case `id`: named by either of the two, then at most four computed ones."""
    case = library.cases[id]
    named = {other for other in case.related if other in library.cases}
    named |= {other for other, record in library.cases.items() if id in record.related}
    named.discard(id)
    explicit = [Related(other, "genoemd door de schrijver") for other in sorted(named)]
    scored = []
    for other, record in library.cases.items():
        if other != id and other not in named:
            shared = list(_shared(library, case, record))
            score = sum(weight for weight, _ in shared)
            if score >= _ENOUGH:
                scored.append((-score, other, ", ".join(reason for _, reason in shared)))
    return (*explicit, *(Related(other, reason) for _, other, reason in sorted(scored)[:_MOST]))


def _shared(library: Library, one: Case, other: Case) -> Iterator[tuple[int, str]]:
    """What two cases have in common: a weight and a Dutch reason each."""
    themes = [library.term_list("themes")[id].title.lower() for id in one.themes if id in other.themes]
    if themes:
        yield len(themes), f"zelfde thema ({' en '.join(themes)})"
    lessons = {link.lesson for link in one.lessons} & {link.lesson for link in other.lessons}
    if lessons:
        yield 2 * len(lessons), f"{len(lessons)} {'zelfde les' if len(lessons) == 1 else 'dezelfde lessen'}"
    if one.role and one.role == other.role:
        yield 2, f"zelfde rol ({library.term_list('roles')[one.role].title.lower()})"
    regions = set(regions_of(library, one)) & set(regions_of(library, other))
    if regions:
        yield 2, f"zelfde regio ({' en '.join(library.regions[id].title for id in sorted(regions))})"
    sectors = set(one.sectors) & set(other.sectors)
    if sectors:
        yield 1, "zelfde sector"
