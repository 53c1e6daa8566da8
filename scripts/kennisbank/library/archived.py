"""How the site names what is no longer kept up: alike in every list, drawing and feed, and on its own page."""

from dataclasses import replace

from ..model.parts import Outcome, Status
from ..model.records import Record
from .library import Entry, Library

ARCHIVED = "Gearchiveerd: "
"""Stands before the title: where a title is cut off, its end goes first."""


def with_archived_told(library: Library) -> Library:
    """The library in which every archived record says so in its title, and none says that it still goes on.

    Archived records stay: lessons and choices rest on them, and others have linked to them.
    """
    return replace(library, entries=tuple(map(_told, library.entries)))


def _told(entry: Entry) -> Entry:
    record = entry.record
    return replace(entry, record=_marked(record)) if record and record.status is Status.ARCHIVED else entry


def _marked(record: Record) -> Record:
    told: dict[str, object] = {"title": f"{ARCHIVED}{record.title}"}
    if getattr(record, "outcome", None) is Outcome.RUNNING:
        told["outcome"] = Outcome.UNKNOWN  # nobody keeps up whether it still runs
    return record.model_copy(update=told)
