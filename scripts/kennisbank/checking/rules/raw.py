"""Raw fields of a document, for rules that must also work when the record is not sound."""

from collections.abc import Iterator
from typing import Any

from ...findings.finding import shown
from ...model.types import is_gap
from ...reading.document import Document
from ...reading.yaml_reader import Path


def field(document: Document, name: str) -> object:
    """The value of a top-level field, or None."""
    return document.data.get(name) if isinstance(document.data, dict) else None


def text(document: Document, name: str) -> str:
    """The value of a top-level field when it is a text, or else an empty text."""
    value = field(document, name)
    return value if isinstance(value, str) else ""


def items(document: Document, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The groups of fields in a top-level list, each with its place in the list."""
    value = field(document, name)
    for index, item in enumerate(value if isinstance(value, list) else []):
        if isinstance(item, dict):
            yield index, item


def result_name(result: dict[str, Any], index: int) -> str:
    """What a message calls a result: by its name, or by its place as long as it has none."""
    what = result.get("what")
    return f"'{shown(what)}'" if what else f"resultaat {index + 1} (nog zonder naam)"


def option(value: object) -> str:
    """What an option of a turn says, whether it is a plain text or a group; of what is neither all that it says."""
    what = value.get("what", "") if isinstance(value, dict) else value
    return ", ".join(str(text) for _, text in leaves(what) if text is not None)


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every single value in the fields, with its path."""
    if not isinstance(value, (dict, list)):
        yield path, value
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, (dict, list)):
            yield from leaves(item, (*path, key))
        else:
            yield (*path, key), item


def sources(document: Document) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The sources of a record, or of the terms in a list, each with its path."""
    owners: list[tuple[Path, object]] = [((), document.data)]
    if isinstance(document.data, list):
        owners = [((index,), item) for index, item in enumerate(document.data)]
    for path, owner in owners:
        found = owner.get("sources") if isinstance(owner, dict) else None
        for index, source in enumerate(found if isinstance(found, list) else []):
            key = source.get("key") if isinstance(source, dict) else None
            if isinstance(key, str) and not is_gap(key):
                yield (*path, "sources", index), source


def source_keys(document: Document) -> dict[str, Path]:
    """The keys of the sources, each with the path of its first source."""
    keys: dict[str, Path] = {}
    for path, source in sources(document):
        keys.setdefault(source["key"], path)
    return keys
