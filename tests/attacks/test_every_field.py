"""Hostile texts in every field that anything has: cases, lessons, communities, werkvormen, terms of lists and pages."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
import yaml

from kennisbank.building.artifacts import Artifact
from kennisbank.findings.finding import Severity
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.model.kinds import KINDS, LISTS
from kennisbank.publishing.page_guard import judge
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob, Tree

from ..building.test_any_record import BASIS, Pick, _file, _terms
from ..support import hostile
from ..support.chance import THOROUGH
from ..support.checked import checked
from .test_texts import TEXTS

pytestmark = pytest.mark.slow

Place = tuple[str, tuple[str | int, ...]]
# Daily every thirtieth; all in the thorough round.
SHARE = 1 if THOROUGH else 30


@cache
def _whole() -> Tree:
    """The example library, with a record of each kind and a term of each list in which every field is filled in."""
    files = [_own_source(_file(kind, f"alles-{kind.name}", Pick(), 80), kind.name) for kind in KINDS.values()]
    lists = [_terms(terms, [Pick()]) for terms in LISTS.values()]
    page = hostile.attacked({})[hostile.PAGE]
    return {**BASIS, **{blob.path: blob for blob in (*files, *lists, page)}}


def _own_source(blob: Blob, name: str) -> Blob:
    """The file with a key for its source that no other file has: one key stands for one source."""
    data = blob.data.replace(b'"bron"', f'"bron-{name}"'.encode())
    head, body = hostile._apart(data.decode())  # noqa: SLF001
    return hostile._blob(blob.path, head, body)  # noqa: SLF001


@cache
def _data() -> dict[str, tuple[Any, str | None]]:
    """What stands in each file, and the text below it; a list has none."""
    texts = {path: blob.data.decode("utf-8", "replace") for path, blob in _whole().items()}
    front = {path: hostile._apart(text) for path, text in texts.items() if path.endswith(".md")}  # noqa: SLF001
    return {**front, **{path: (yaml.safe_load(text), None) for path, text in texts.items() if path.endswith(".yml")}}


@cache
def places() -> tuple[Place, ...]:
    """Every field that holds a text; names by which other files know it cannot be anything else."""
    found = ((path, field) for path, (data, _) in sorted(_data().items()) for field in _texts(data, ()))
    return tuple((path, field) for path, field in found if field[-1] not in ("id", "key", "status"))


def _texts(data: object, at: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, str):
        yield at
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*at, key))


def _with(where: tuple[Place, ...], text: str) -> Tree:
    tree = dict(_whole())
    for path in {path for path, _ in where}:
        data, body = deepcopy(_data()[path])
        for field in (field for file, field in where if file == path):
            *way, last = field
            inner = data
            for key in way:
                inner = inner[key]
            inner[last] = text
        head = hostile.written(data)
        content = (head if body is None else f"---\n{head}---\n{body}").encode("utf-8", "replace")
        tree[path] = Blob(path, content, len(content))
    return tree


def _passing(text: str) -> tuple[tuple[Place, ...], Library]:
    """The fields in which a text stands without the checker stopping it, and the library with it in all of those."""
    where = places()
    while True:
        tree = _with(where, text)
        library = load(tree)
        wrong = [found for found in checked(library) if found.severity is Severity.ERROR]
        if not wrong:
            return where, library
        stopped = {place for found in wrong for place in where if place[0] == found.file}
        lines = {(found.file, found.place.line) for found in wrong}
        exact = {place for place in stopped if _lines(tree[place[0]], place) & lines}
        # What has no place of its own is told of the whole file; then nothing of that file passes.
        told = {path for path, _ in exact}
        left = tuple(place for place in where if place not in exact and (place not in stopped or place[0] in told))
        assert left != where, wrong
        where = left


def _lines(blob: Blob, place: Place) -> set[tuple[str, int]]:
    document = read_document(blob)
    span = document.spans.get(place[1])
    found = document.place(span) if span else document.place(document.span_of(place[1]))
    return {(blob.path, line) for line in range(found.line, found.end_line + 1)}


@cache
def _untouched() -> frozenset[Artifact]:
    return frozenset(hostile._pages(load(_whole())))  # noqa: SLF001


def test_every_field_is_among_them() -> None:
    known = {(path.rpartition("/")[0], *(key for key in field if isinstance(key, str))) for path, field in places()}
    assert len(places()) > 250
    for name in ("definition", "stakes", "question", "note", "title"):
        assert any(path[0] == "docs/lijsten" and path[-1] == name for path in known), name
    for kind in KINDS.values():
        fields = {path[1] for path in known if path[0] == kind.folder}
        texts = {
            name
            for name, field in kind.model.model_fields.items()
            if "Text" in str(field.annotation) or "str" in str(field)
        }
        assert {"title", "summary", "sources"} <= fields and texts
    assert ("cases", "photo", "alt") in known and ("cases", "brief", "choice") in known


@pytest.mark.parametrize("text", TEXTS[::SHARE])
def test_a_text_in_every_field_at_once_harms_nobody(text: str) -> None:
    where, library = _passing(text)
    made = set(hostile._pages(library)) - _untouched()  # noqa: SLF001
    assert bool(made) == bool(where)
    harm = [
        (artifact.uri, offence)
        for artifact in made
        for page, html in hostile._html(artifact)  # noqa: SLF001
        for offence in judge(html, page)
    ]
    assert harm == []


def test_most_texts_stand_in_many_fields() -> None:
    where, _ = _passing("Dat kan hier ook < & \" ' staan")
    assert {path.partition("/")[0] for path, _ in where} == {"cases", "docs", "lessons"}
    assert len(where) > 80
