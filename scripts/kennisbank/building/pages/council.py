"""The page *Voor raad en college* of each case: what a council needs, on one A4."""

from collections.abc import Iterator

from ...insights.figures import figure_groups
from ...insights.sessions import first_sentences
from ...library.addresses import OVERVIEWS, beside, page_of
from ...library.library import Entry
from ...model.figures import Result
from ...model.kinds import WORKED
from ...model.records import Case
from ...model.turns import Turn
from ...reading.prose import Prose, plain
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

# What fits on one A4 with room to spare; tests/browser/test_print.py measures it on every case.
_RESULTS = 4
_TURNS = 6
_REASON = 130
_WORKED = 420
_CERTAINTY = 420
_SOURCES = 12
_LINES = ("choice", "outcome", "setback", "lesson")


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page for every sound case."""
    for entry in renderer.library.of_kind("case"):
        if isinstance(entry.record, Case):
            yield _page(renderer, entry, entry.record)


def _page(renderer: Renderer, entry: Entry, case: Case) -> Artifact:
    case_page = page_of(entry.ref)
    lines = {name: getattr(case.brief, name) for name in _LINES} if case.brief else {}
    worked = "" if lines else first_sentences(entry.prose.section(WORKED.title) or "", _WORKED)
    certainty = first_sentences(case.certainty or "", _CERTAINTY)
    results = _most_telling(case.results)
    said = " ".join([*lines.values(), worked, certainty])
    cited = [result.source for result in results] + [citation.key for citation in Prose(said).citations]
    shown = set(list(dict.fromkeys(cited))[:_SOURCES])
    crumbs = (Crumb(OVERVIEWS["cases"], "Cases"), Crumb(case_page, case.title))
    title = f"Voor raad en college: {case.title}"
    return renderer.page(
        "council.md.j2",
        beside(case_page, "raad.md"),
        Frame(
            title,
            f"Op één A4, voor de raad: {case.summary}",
            entry.document.path,
            crumbs,
            search=False,
            styles=("council",),
            hide=("navigation", "toc"),
        ),
        case=case,
        case_page=case_page,
        lines=lines,
        turns=[(turn, _reason(turn)) for turn in case.turns[-_TURNS:]],
        worked=worked,
        certainty=certainty,
        results=results,
        figures=figure_groups(results),
        sources=[source for source in case.sources if source.key in shown],
    )


def _reason(turn: Turn) -> str:
    """Why, in one sentence; empty when no source says so, or when it is too long for this sheet."""
    found = first_sentences(turn.because or "", 1)
    return found if len(plain(found)) <= _REASON else ""


def _most_telling(results: tuple[Result, ...]) -> list[Result]:
    """The results to show, in their own order: what stands large first, then target with outcome, then outcome."""
    ranked = sorted(
        results, key=lambda result: (not result.highlight, (result.target is None) + 2 * (result.achieved is None))
    )
    kept = ranked[:_RESULTS]
    return [result for result in results if result in kept]
