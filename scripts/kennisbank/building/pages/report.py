"""The page for editors: where the library stands, and where a case is most welcome."""

from collections.abc import Iterator
from datetime import UTC, datetime

from ...insights.coverage import report_of
from ...library.addresses import OVERVIEWS
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

_OLDEST = 10


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page. Its day is that of the last change; without one it shows the oldest reviews.

    `kennisbank rapport` tells what is due on any day.
    """
    frame = Frame(
        "Rapport voor de redactie",
        "Wat de bibliotheek dekt, waar zij dun is en wat het eerst moet worden nagekeken.",
        crumbs=(Crumb(OVERVIEWS["bijdragen"], "Bijdragen"),),
        hide=(),
        search=False,
    )
    report = renderer.library.once(report_of)
    page = OVERVIEWS["bijdragen/rapport"]
    moment = renderer.site.moment
    day = datetime.fromtimestamp(moment, UTC).date() if moment else None
    unseen = report.thin.unseen(day) if day else ()
    oldest = report.reviews[:_OLDEST]
    yield renderer.page("report.md.j2", page, frame, report=report, oldest=oldest, day=day, unseen=unseen)
