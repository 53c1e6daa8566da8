"""The page for editors: where the library stands, and where a case is most welcome."""

from collections.abc import Iterator
from datetime import UTC, datetime

from ...findings.nearest import slug
from ...insights.coverage import report_of
from ...insights.thin import Thin, ThinCase
from ...insights.turns import CaseTurn
from ...library.addresses import OVERVIEWS, beside
from ...library.library import Ref
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer
from .parts import Parts, most_of_each

_OLDEST = 10
# So many the page has of its lists of what is thin together.
ROOM = 120
_PAGE = OVERVIEWS["bijdragen/rapport"]
_CRUMB = Crumb(OVERVIEWS["bijdragen"], "Bijdragen")
_TITLE = "Rapport voor de redactie"
_CASES, _CHOICES = ("case", "cases"), ("keuze", "keuzes")


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page, and one for each list that is too long for it.

    Its day is that of the last change; without one it shows the oldest reviews.
    `kennisbank rapport` tells what is due on any day.
    """
    frame = Frame(
        _TITLE,
        "Wat de bibliotheek dekt, waar zij dun is en wat het eerst moet worden nagekeken.",
        crumbs=(_CRUMB,),
        hide=(),
        search=False,
    )
    report = renderer.library.once(report_of)
    moment = renderer.site.moment
    day = datetime.fromtimestamp(moment, UTC).date() if moment else None
    unseen = report.thin.unseen(day) if day else ()
    oldest = report.reviews[:_OLDEST]
    lists = _lists(report.thin, unseen)
    most = most_of_each((len(parts.items) for parts in lists.values()), ROOM)
    shown = {"oldest": oldest, "day": day, "unseen": unseen, "lists": lists, "most": most}
    yield renderer.page("report.md.j2", _PAGE, frame, report=report, **shown)
    for title, parts in lists.items():
        if len(parts.items) > most:
            about = f"Waar de bibliotheek dun is: {title.lower()}."
            yield from parts.all(renderer, Frame(title, about, crumbs=(_CRUMB, Crumb(_PAGE, _TITLE)), search=False))


def _lists(thin: Thin, unseen: tuple[ThinCase, ...]) -> dict[str, Parts[CaseTurn | Ref]]:
    """What is thin: each list by its heading."""
    cases = {
        "Cases zonder kosten": thin.no_costs,
        "Cijfers van alleen de partij zelf": thin.own_figures,
        "Cases die op weinig steunen": thin.unsure,
        "Een jaar niet nagekeken": unseen,
    }
    return {
        "Afslagen zonder reden": Parts(_page_of("Afslagen zonder reden"), thin.no_reason, _CHOICES),
        **{title: Parts(_page_of(title), tuple(case.ref for case in found), _CASES) for title, found in cases.items()},
    }


def _page_of(title: str) -> str:
    return beside(_PAGE, f"{slug(title)}.md")
