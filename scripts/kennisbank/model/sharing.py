"""Records in little room: what is kept of each part apart, though it is the same for most of them."""

import sys
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

# Names of things, of fields and of units; longer texts are seldom there twice.
_SHORT = 40


def with_shared_texts(value: Any) -> Any:
    """Values as they were read, in which names of fields and other short texts that are equal are there once."""
    if isinstance(value, dict):
        return {with_shared_texts(key): with_shared_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_shared_texts(item) for item in value]
    return sys.intern(value) if type(value) is str and len(value) <= _SHORT else value


def in_little_room(part: BaseModel) -> None:
    """Let a record and all parts in it share the names of the fields that were given, of which each had its own set.

    A set of more than four names takes more than the part itself. Nobody changes one: a copy of a part copies it.
    """
    object.__setattr__(part, "__pydantic_fields_set__", _shared(frozenset(part.model_fields_set)))
    for value in part.__dict__.values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                in_little_room(item)


@lru_cache(maxsize=4096)
def _shared(names: frozenset[str]) -> set[str]:
    return set(names)
