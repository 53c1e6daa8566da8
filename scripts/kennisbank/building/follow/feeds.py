"""Which feeds there are: one of everything, and one for each theme, province and lesson."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...insights.latest import Change
from ...library.addresses import OVERVIEWS, beside, page_of
from ...library.library import Library, Ref
from ...library.places import provinces_of
from ...model.kinds import KINDS, LISTS
from ...model.records import Case
from ..citing import SITE_NAME

MOST = 50
"""Of older changes a feed says nothing: a reader that looks in now and then has them already."""

FOLLOWED = ("themes", "provinces", "lesson")
"""The lists and kinds of record with a feed for each of theirs."""


@dataclass(frozen=True)
class Feed:
    """A feed: where it stands, what it is called, and the page that it belongs to."""

    uri: str
    title: str
    page: str


EVERYTHING = Feed("nieuw/alles.atom", f"{SITE_NAME}: alles wat nieuw is", OVERVIEWS["nieuw"])


def feed_of(library: Library, ref: Ref) -> Feed | None:
    """The feed of a theme, province or lesson; None for anything else."""
    if ref.kind not in FOLLOWED:
        return None
    label = KINDS[ref.kind].label if ref.kind in KINDS else LISTS[ref.kind].label
    page = page_of(ref)
    return Feed(beside(page, "nieuw.atom"), f"{SITE_NAME}: nieuw bij {label} {library.title_of(ref)}", page)


def by_subject(library: Library, changes: Iterable[Change]) -> Mapping[Ref, tuple[Change, ...]]:
    """The newest changes for everything that can be followed, also where there are none; linear in the changes."""
    found: dict[Ref, list[Change]] = {Ref(kind, id): [] for kind in FOLLOWED for id in library.ids(kind)}
    for change in changes:
        for ref in subjects_of(library, change):
            if len(found.get(ref, ())) < MOST and ref in found:
                found[ref].append(change)
    return {ref: tuple(own) for ref, own in found.items()}


def subjects_of(library: Library, change: Change) -> set[Ref]:
    """What a record is about, of all that can be followed."""
    record = change.record
    found = {Ref("themes", id) for id in getattr(record, "themes", ())} | {change.ref}
    if isinstance(record, Case):
        found |= {Ref("provinces", id) for id in provinces_of(library, record)}
        found |= {Ref("lesson", link.lesson) for link in record.lessons}
    return found
