"""Where the parts of a file stand, in little room: a library of ten thousand files has millions of them."""

from array import array
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..findings.finding import Span
from .yaml_reader import Path

_HALF = 32
_END = (1 << _HALF) - 1


class Spans(Mapping[Path, Span]):
    """Spans by path. Files have the same fields, and share the paths; a span is one number.

    A table by path is only there for the few files that somebody is looking at: it takes six times as much room.
    """

    __slots__ = ("_packed", "_paths")

    def __init__(self, spans: Mapping[Path, Span]) -> None:
        """Take over the spans."""
        self._paths = tuple(map(_shared, spans))
        self._packed = array("Q", [span.start << _HALF | span.end for span in spans.values()])

    # By identity, so that a table can be kept; nobody changes spans.
    __hash__ = object.__hash__

    def __getitem__(self, path: Path) -> Span:
        packed = _table(self)[path]
        return Span(packed >> _HALF, packed & _END)

    def __contains__(self, path: object) -> bool:
        return path in _table(self)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def packed(self) -> dict[Path, int]:
        """Each span as one number, by path."""
        return dict(zip(self._paths, self._packed, strict=True))


@lru_cache(maxsize=64)
def _table(spans: Spans) -> dict[Path, int]:
    return spans.packed()


@lru_cache(maxsize=1 << 14)
def _shared(path: Path) -> Path:
    """The path itself, and for an equal one the same again."""
    return path
