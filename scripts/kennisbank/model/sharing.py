"""Records in little room: what Pydantic keeps of each part apart, though it is the same for most of them."""

from functools import lru_cache

from pydantic import BaseModel


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
