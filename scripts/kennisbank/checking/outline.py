"""What a file shows to the others: all of it that rules ask for which look at more than one file, without places.

The running text of a record shows them its headings and links only, so that most of what an author writes in it changes
nothing for any other file. `again.py` rests on this: what such a rule asks for must be in the outline.
"""

import hashlib
import json
from typing import Any

from ..library.entries import Entry
from ..model.types import is_gap
from ..reading.yaml_reader import Path

# Texts that these rules compare, or tell as they stand, though people write them.
_TOLD = ("aliases", "photo", "sources", "title")


def outline_of(entry: Entry) -> str:
    """One name for what a record shows to the others: another outline, another name."""
    document, passages = entry.document, entry.passages
    running = [passage.path for passage in passages if passage.path and _is_running(passage.path, passage.prose.text)]
    told = (
        document.readable,
        entry.record is not None,
        # Where such text stands is told apart: in its place nothing can be put that nobody could have written there.
        running,
        _without(document.data, (), frozenset(running)),
        [(heading.level, heading.text, heading.nested) for heading in entry.prose.headings],
        [(link.text, link.target, link.image) for passage in passages for link in passage.prose.links],
    )
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _is_running(path: Path, text: str) -> bool:
    """Whether a text is there to be read: one word may be a name, a choice or a date."""
    return path[0] not in _TOLD and len(text.split(maxsplit=1)) > 1 and not is_gap(text)


def _without(data: Any, path: Path, running: frozenset[Path]) -> object:
    """Fields with nothing where running text stands."""
    if isinstance(data, dict):
        return {key: _without(item, (*path, key), running) for key, item in data.items()}
    if isinstance(data, list):
        return [_without(item, (*path, index), running) for index, item in enumerate(data)]
    return None if path in running else data
