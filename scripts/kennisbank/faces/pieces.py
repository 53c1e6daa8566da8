"""What a browser looks up, in pieces: it fetches only those with what it needs."""

import json
import zlib
from typing import Any

MOST = 16_000
"""So many signs a piece has at most, on average: with a larger library there are more pieces, and no larger ones."""

Tables = dict[str, dict[str, Any]]
"""By the name of a table, what it has at each key."""


def in_pieces(tables: Tables) -> list[Tables]:
    """The tables in pieces of much the same size: twice as many once these would become too large."""
    size, number = _size(tables), 1
    while size > number * MOST:
        number *= 2
    pieces: list[Tables] = [{name: {} for name in tables} for _ in range(number)]
    for name, table in tables.items():
        for key, value in table.items():
            pieces[piece_of(key, number)][name][key] = value
    return pieces


def _size(tables: Tables) -> int:
    """So many signs as the tables have in JSON. That of all would take up to twice their room again: one by one."""
    frame = len(_written({name: {} for name in tables}))
    entries = sum(len(_written({key: value})) for table in tables.values() for key, value in table.items())
    # The braces of a table that is not empty were counted twice.
    return frame + entries - 2 * sum(map(bool, tables.values()))


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def piece_of(key: str, number: int) -> int:
    """In which of so many pieces a key is, as a browser works it out too."""
    return zlib.crc32(key.encode()) % number
