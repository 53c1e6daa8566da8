"""A library of any size, made of the cases of another under other names."""

from dataclasses import replace

from kennisbank.library.library import Library


def many(library: Library, number: int) -> Library:
    """The library with exactly so many cases; the copies have no sources of truth but themselves."""
    cases = library.of_kind("case")
    copies = [replace(cases[at % len(cases)], id=f"{cases[at % len(cases)].id}-{at}") for at in range(number)]
    others = [entry for entry in library.entries if entry.kind.name != "case"]
    return replace(library, entries=(*copies, *others))
