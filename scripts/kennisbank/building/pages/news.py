"""What is new: a page, and the feeds with which readers follow everything or one theme, province or lesson."""

from collections.abc import Iterator
from itertools import groupby

from ...insights.facets import OVERVIEW
from ...insights.latest import Change, changes_of, last_day
from ...library.addresses import OVERVIEWS
from ...model.kinds import Kind
from ..artifacts import Artifact
from ..follow.atom import atom
from ..follow.feeds import EVERYTHING, FOLLOWED, MOST, by_subject, feed_of
from ..follow.opensearch import OPENSEARCH, opensearch
from ..follow.site_files import MANIFEST, ROBOTS, manifest, robots
from ..rendering import Frame, Renderer

_FRAME = Frame(
    "Wat is er nieuw?",
    "Wat er op deze site bij kwam of veranderde, en hoe je dat volgt.",
    facets=OVERVIEW,
)

# How much news stands above the list of what was checked; the feeds have all of it.
_MOST_NEWS = 20


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The page with the newest changes, a feed for each thing that can be followed, and what browsers look for."""
    library, site = renderer.library, renderer.site
    changes = changes_of(library)
    subjects = by_subject(library, changes)
    feeds = {ref: feed for ref in subjects if (feed := feed_of(library, ref))}
    days = [(day, _by_kind(list(found))) for day, found in groupby(changes[:MOST], lambda change: change.day)]
    told = sorted(
        ((item, change) for change in changes for item in change.news), key=lambda pair: pair[0].date, reverse=True
    )
    yield renderer.page(
        "news.md.j2",
        OVERVIEWS["nieuw"],
        _FRAME,
        days=days,
        told=told[:_MOST_NEWS],
        total=len(changes),
        everything=EVERYTHING,
        groups={kind: {ref: feed for ref, feed in feeds.items() if ref.kind == kind} for kind in FOLLOWED},
    )
    otherwise = last_day(changes)
    yield Artifact(EVERYTHING.uri, atom(library, site, EVERYTHING, changes[:MOST], otherwise))
    for ref, feed in feeds.items():
        yield Artifact(feed.uri, atom(library, site, feed, subjects[ref], otherwise))
    yield Artifact(MANIFEST, manifest())
    yield Artifact(ROBOTS, robots(site))
    if site.url:
        yield Artifact(OPENSEARCH, opensearch(site))


def _by_kind(changes: list[Change]) -> list[tuple[Kind, list[Change]]]:
    """What was checked on one day, kind by kind."""
    kinds = list(dict.fromkeys(change.entry.kind for change in changes))
    return [(kind, [change for change in changes if change.entry.kind == kind]) for kind in kinds]
