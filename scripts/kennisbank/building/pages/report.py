"""The page for editors: where the library stands, and where a case is most welcome."""

from collections.abc import Iterator

from ...insights.coverage import report_of
from ...library.addresses import OVERVIEWS
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

_OLDEST = 10


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page. It has no clock, so it shows the oldest reviews; `kennisbank rapport` tells which are due."""
    frame = Frame(
        "Rapport voor de redactie",
        "Wat de bibliotheek dekt, waar zij dun is en wat het eerst moet worden nagekeken.",
        crumbs=(Crumb(OVERVIEWS["bijdragen"], "Bijdragen"),),
        hide=(),
        search=False,
    )
    report = report_of(renderer.library)
    page = OVERVIEWS["bijdragen/rapport"]
    yield renderer.page("report.md.j2", page, frame, report=report, oldest=report.reviews[:_OLDEST])
