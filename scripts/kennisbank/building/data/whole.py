"""The whole library as one JSON document, and the parts of it for who takes some of its cases along."""

import io
import json
import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ...library.addresses import page_of
from ...library.library import Entry
from ...library.open_gaps import SomeOutcome, known_day, known_number, known_year, known_years
from ...library.places import point_of, provinces_of, regions_of
from ...model.kinds import KINDS, LISTS, Kind
from ...model.records import Case, Lesson, Record
from ..artifacts import Artifact
from .release import Release, place
from .taking import REST, of_case
from .texts import with_addresses

WHOLE = place("bibliotheek.json")
SCHEMA = place("bibliotheek.schema.json")


def whole(release: Release) -> Iterator[Artifact]:
    """Every record with all its fields and its text, and every list; the same order at every build.

    Each case also stands in a file of its own, and all but the cases in another. Each record is written before the next
    is made: this is the longest document there is.
    """
    document, cases = io.BytesIO(), slice(0)
    document.write(_written({"$schema": release.site.reference(WHOLE, SCHEMA), **release.about})[:-1])
    for kind in KINDS.values():
        document.write(b"," + _written(group_of(kind)) + b":[")
        begin, before = document.tell(), b""
        for id, record in _records(release, kind):
            document.write(before + record)
            before = b","
            if kind.name == "case":
                yield Artifact.of_utf8(of_case(id), record)
        if kind.name == "case":
            cases = slice(begin, document.tell())
        document.write(b"]")
    document.write(b"," + _written({"lists": {name: _terms(release, name) for name in LISTS}})[1:] + b"\n")
    data = document.getvalue()
    yield Artifact.of_utf8(WHOLE, data)
    yield Artifact.of_utf8(REST, data[: cases.start] + data[cases.stop :])


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def group_of(kind: Kind) -> str:
    """What the records of a kind are called in the document, such as `lessons`."""
    return posixpath.basename(kind.folder)


def _records(release: Release, kind: Kind) -> Iterator[tuple[str, bytes]]:
    """The records of a kind, by their ids: each is written before the next is made."""
    for entry in release.library.of_kind(kind.name):
        if entry.record:
            yield entry.id, _written(_record(release, entry, entry.record))


def _not_yet(record: Record) -> dict[str, Any]:
    """The fields that still have to be filled in, as `model_dump` leaves them out."""
    period = getattr(record, "period", None)
    found: dict[str, Any] = {"period": True} if period and not known_years(period) else {}
    if not known_day(record.reviewed):
        found["reviewed"] = True
    if isinstance(getattr(record, "outcome", None), SomeOutcome):
        found["outcome"] = True
    if isinstance(record, Lesson):
        waits = {"number": known_number(record.number), "series": record.series, "origin": record.origin}
        found |= {name: True for name, value in waits.items() if not value}
    turns = record.turns if isinstance(record, Case) else ()
    if without := {at: {"when"} for at, turn in enumerate(turns) if known_year(turn.when) is None}:
        found["turns"] = without
    return found


def _record(release: Release, entry: Entry, record: Record) -> dict[str, Any]:
    library, path = release.library, entry.document.path
    prose = replace(entry).prose  # of a copy: what is worked out of its text is not kept with it
    made: dict[str, Any] = {
        "id": entry.id,
        "url": release.site.reference(WHOLE, page_of(entry.ref)),
        **record.model_dump(mode="json", exclude=_not_yet(record)),
        "text": {title: prose.section(title) or "" for title in entry.kind.sections},
    }
    if isinstance(record, Case):
        point = point_of(library, record)
        made["derived"] = {
            "provinces": provinces_of(library, record),
            "regions": regions_of(library, record),
            "point": point.model_dump(mode="json") if point else None,
        }
    return {name: _readable(release, value, path) for name, value in made.items()}


def _terms(release: Release, name: str) -> list[Any]:
    path = LISTS[name].path
    terms = release.library.term_list(name).values()
    return [_readable(release, term.model_dump(mode="json"), path) for term in terms]


def _readable(release: Release, value: Any, path: str) -> Any:
    """A value in which the links of every text lead to the site."""
    if isinstance(value, str):
        return with_addresses(release.library, release.site, value, path, WHOLE)
    if isinstance(value, dict):
        return {key: _readable(release, item, path) for key, item in value.items()}
    return [_readable(release, item, path) for item in value] if isinstance(value, list | tuple) else value
