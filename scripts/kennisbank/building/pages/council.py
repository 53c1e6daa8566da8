"""The page *Voor raad en college* of each case: what a council needs, on one A4."""

from collections.abc import Iterator

from ...insights.sessions import first_sentences
from ...library.addresses import OVERVIEWS, beside, page_of
from ...library.library import Entry
from ...model.parts import Result
from ...model.records import Case
from ...reading.prose import Prose
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

# What fits on one A4 with room to spare; tests/browser/test_print.py measures it on every case.
_RESULTS = 6
_WORKED = 850
_CERTAINTY = 720


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page for every sound case."""
    for entry in renderer.library.of_kind("case"):
        if isinstance(entry.record, Case):
            yield _page(renderer, entry, entry.record)


def _page(renderer: Renderer, entry: Entry, case: Case) -> Artifact:
    case_page = page_of(entry.ref)
    worked = first_sentences(entry.prose.section("Wat werkte en wat niet") or "", _WORKED)
    certainty = first_sentences(case.certainty or "", _CERTAINTY)
    results = _most_telling(case.results)
    said = " ".join([worked, certainty, *(turn.choice for turn in case.turns)])
    cited = {citation.key for citation in Prose(said).citations} | {result.source for result in results}
    crumbs = (Crumb(OVERVIEWS["cases"], "Cases"), Crumb(case_page, case.title))
    title = f"Voor raad en college: {case.title}"
    return renderer.page(
        "council.md.j2",
        beside(case_page, "raad.md"),
        Frame(
            title,
            case.summary,
            entry.document.path,
            crumbs,
            search=False,
            styles=("council",),
            hide=("navigation", "toc"),
        ),
        case=case,
        case_page=case_page,
        worked=worked,
        certainty=certainty,
        results=results,
        sources=[source for source in case.sources if source.key in cited],
    )


def _most_telling(results: tuple[Result, ...]) -> list[Result]:
    """The results to show: those with a target and an outcome first, then those with an outcome, in their own order."""
    ranked = sorted(results, key=lambda result: (result.target is None) + 2 * (result.achieved is None))
    kept = ranked[:_RESULTS]
    return [result for result in results if result in kept]
