"""What is one file or page with a new name: gone from a folder, and come there with much the same in it."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

# Two that share so much of their parts are one.
_ALIKE = 0.6


def renamed(gone: Mapping[str, Counter[Any]], come: Mapping[str, Counter[Any]]) -> dict[str, str]:
    """New paths and the old path of each; both are given as what is in them (lines or words), counted."""
    left = dict(gone)
    found = {}
    for path, parts in sorted(come.items()):
        folder = path.rpartition("/")[0]
        likeness = {was: _likeness(left[was], parts) for was in sorted(left) if was.rpartition("/")[0] == folder}
        best = max(likeness, key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= _ALIKE:
            found[path] = best
            del left[best]
    return found


def _likeness(one: Counter[Hashable], other: Counter[Hashable]) -> float:
    return (one & other).total() / max(one.total(), other.total(), 1)
