"""What is new: a page, and the feeds with which readers follow everything or one theme, province or lesson."""

from collections.abc import Iterator
from itertools import groupby

from ...insights.facets import OVERVIEW
from ...insights.latest import changes_of, last_day
from ...library.addresses import OVERVIEWS
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


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The page with the newest changes, a feed for each thing that can be followed, and what browsers look for."""
    library, site = renderer.library, renderer.site
    changes = changes_of(library)
    subjects = by_subject(library, changes)
    feeds = {ref: feed for ref in subjects if (feed := feed_of(library, ref))}
    days = [(day, list(found)) for day, found in groupby(changes[:MOST], lambda change: change.day)]
    yield renderer.page(
        "news.md.j2",
        OVERVIEWS["nieuw"],
        _FRAME,
        days=days,
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
