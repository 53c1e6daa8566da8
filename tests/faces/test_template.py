"""The template says of a field or a section that it is needed when the checker asks for it, and of no other."""

import copy
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from kennisbank.faces.template import new_record
from kennisbank.findings.finding import Severity
from kennisbank.library.library import Library
from kennisbank.model.kinds import KINDS, Kind
from kennisbank.model.shape import inner_model
from kennisbank.reading.tree import Blob, Tree

from ..support.chance import THOROUGH
from ..support.checked import findings_of
from ..support.example_library import fixed_tree

NEEDED = "nodig voor publicatie"
# Of what has no mark the first line says that it is needed.
_MARK = re.compile(r"\((?:nodig voor publicatie|aangeraden|niet verplicht)")
# What follows from what was taken away: nothing cites a source any more, or another page describes it otherwise.
_FOLLOWS = ("KB402", "KB405")
MOST = 3
# The same YAML, ten times as quick where libyaml is there.
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Path = tuple[str, ...]


def _fields(model: type[BaseModel], above: Path = ()) -> Iterator[Path]:
    for name, field in model.model_fields.items():
        yield (*above, name)
        if inner := inner_model(field):
            yield from _fields(inner, (*above, name))


FIELDS = [(kind, path) for kind in KINDS.values() for path in _fields(kind.model)]


def _without(data: Any, path: Path) -> Any:
    first, *rest = path
    for item in data if isinstance(data, list) else [data]:
        if not rest:
            item.pop(first, None)
        elif first in item:
            _without(item[first], tuple(rest))
    return data


def _bereft(data: Any, paths: list[Path]) -> Any:
    rest = copy.deepcopy(data)
    for path in paths:
        _without(rest, path)
    return rest


def _errors(tree: Tree) -> set[tuple[str, str]]:
    found = findings_of(tree)
    return {(one.file, one.code) for one in found if one.severity is Severity.ERROR and one.code not in _FOLLOWS}


def _asks(library: Library, kind: Kind, paths: list[Path]) -> bool:
    """Whether the checker asks for a field when a record has it no more, nor what may stand in its place.

    Of those that lose something by it the longest have most to ask for; the thorough round takes it from all.
    """
    made = dict(fixed_tree())
    entries = sorted(library.of_kind(kind.name), key=lambda entry: len(entry.document.text), reverse=True)
    less = ((entry, _bereft(entry.document.data, paths)) for entry in entries)
    losing = ((entry, data) for entry, data in less if data != entry.document.data)
    for entry, data in losing if THOROUGH else islice(losing, MOST):
        front = yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
        text = f"---\n{front}---\n{entry.document.body_text}"
        made[entry.document.path] = Blob(entry.document.path, text.encode())
    return bool(_errors(made))


def _said(kind: Kind, path: Path) -> str:
    """What the template says between brackets behind the title of a field."""
    lines = new_record(kind).replace("\n#", "\n").splitlines()
    above: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        if found := re.fullmatch(r"( *(?:- )?)([a-z_]+):.*", line):
            above = [(deep, name) for deep, name in above if deep < len(found[1])] + [(len(found[1]), found[2])]
            if tuple(name for _, name in above) == path:
                return lines[index - 1]
    raise AssertionError(path)


def _instead(kind: Kind, path: Path, said: str) -> list[str]:
    """The fields that the template names as good as this one."""
    model: type[BaseModel] | None = kind.model
    for name in path[:-1]:
        model = inner_model(model.model_fields[name]) if model else None
    found = re.search(r"tenzij je (.*) invult", said)
    if not model or not found:
        return []
    by_title = {field.title: name for name, field in model.model_fields.items()}
    return [by_title[title] for title in found[1].split(" of ")]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "path"), FIELDS, ids=[f"{kind.name}.{'.'.join(path)}" for kind, path in FIELDS])
def test_the_template_says_what_the_checker_asks(library: Library, kind: Kind, path: Path) -> None:
    said = _said(kind, path)
    others = [(*path[:-1], name) for name in _instead(kind, path, said)]
    assert _asks(library, kind, [path, *others]) == (NEEDED in said or not _MARK.search(said))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_first_line_says_what_no_mark_means(kind: Kind) -> None:
    first = new_record(kind).splitlines()[1]
    assert first.startswith("# ") and NEEDED in first and "zonder" in first.lower() and "##" in first


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_section_is_needed(kind: Kind) -> None:
    """As the first line says."""
    made = dict(fixed_tree())
    path, blob = next((path, one) for path, one in made.items() if path.startswith(f"{kind.folder}/"))
    for section in kind.sections:
        text = re.sub(rf"(?ms)^## {re.escape(section)}\n.*?(?=^## |\Z)", "", blob.data.decode())
        assert text != blob.data.decode()
        assert (path, "KB301") in _errors({**made, path: Blob(path, text.encode())})
