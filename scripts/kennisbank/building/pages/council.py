"""The page *Voor raad en college* of each case: what a council needs, on one A4."""

from collections.abc import Iterator

from ...insights.newest import newest_source
from ...library.addresses import OVERVIEWS, beside, page_of
from ...library.library import Entry
from ...model.records import Case
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer
from .council_sheet import fitting

COUNCIL = "raad"
"""Where the page of a case for its council stands, below that of the case."""
# With so few lines there is room for larger type and more air.
_ROOMY = 57


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page for every sound case."""
    for entry in renderer.library.entries:
        yield from of_one(renderer, entry)


def of_one(renderer: Renderer, entry: Entry) -> Iterator[Artifact]:
    """The page of one record, if it is a sound case; its running text is that of `entry`."""
    if isinstance(entry.record, Case):
        yield _page(renderer, entry, entry.record)


def _page(renderer: Renderer, entry: Entry, case: Case) -> Artifact:
    case_page = page_of(entry.ref)
    sheet, length = fitting(entry, case)
    crumbs = (Crumb(OVERVIEWS["cases"], "Cases"), Crumb(case_page, case.title))
    return renderer.page(
        "council.md.j2",
        beside(case_page, f"{COUNCIL}.md"),
        Frame(
            f"Voor raad en college: {case.title}",
            f"Op één A4, voor de raad: {case.summary}",
            entry.document.path,
            crumbs,
            search=False,
            styles=("council",),
            hide=("navigation", "toc"),
        ),
        case=case,
        case_page=case_page,
        sheet=sheet,
        newest_source=newest_source(case.sources),
        roomy=length <= _ROOMY,
    )
