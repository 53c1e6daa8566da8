"""What the form of the assistant looks up in the library."""

from typing import Any

from ..checking.rules import same_source
from ..library.library import Library
from .pieces import Tables


def known(library: Library) -> Tables:
    """By the name of a table what is known of each key.

    `sources`: by its key the title, publisher, date and address of a source, and the first number that makes a free key
    when it comes behind this one. `addresses`: by an address the key of its source. What stands first, counts.
    `cases`: by its id such a number. `titles`: by a title the ids of the cases that have it.
    """
    sources: dict[str, list[str]] = {}
    for _, _, source in same_source.all_sources(library):
        sources.setdefault(source["key"], [str(source.get(name) or "") for name in same_source.COMPARED])
    addresses: dict[str, str] = {}
    for key, (*_, url) in sources.items():
        if url:
            addresses.setdefault(same_source.normal_address(url), key)
    cases = {entry.id: entry.record.title for entry in library.of_kind("case") if entry.record}
    titles: dict[str, list[str]] = {}
    for id, title in cases.items():
        titles.setdefault(plain_title(title), []).append(id)
    return {
        "sources": {key: [*told, free_number(key, sources)] for key, told in sources.items()},
        "addresses": addresses,
        "cases": {id: free_number(id, cases) for id in cases},
        "titles": titles,
    }


def plain_title(title: str) -> str:
    """A title without what keeps equal ones apart for a computer alone."""
    return " ".join(title.lower().split())


def free_number(name: str, taken: dict[str, Any]) -> int:
    """The first number that makes a name that is not taken, when it comes behind one that is."""
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return number
