"""Where the parts of a file stand, in little room: a library of ten thousand files has millions of them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..findings.finding import Span
from .yaml_reader import Path

_HALF = 32
_END = (1 << _HALF) - 1


class Spans(Mapping[Path, Span]):
    """Spans by path. Files have the same fields, and share the paths; a span is one number."""

    __slots__ = ("_packed",)

    def __init__(self, spans: Mapping[Path, Span]) -> None:
        """Take over the spans."""
        self._packed = {_shared(path): span.start << _HALF | span.end for path, span in spans.items()}

    def __getitem__(self, path: Path) -> Span:
        packed = self._packed[path]
        return Span(packed >> _HALF, packed & _END)

    def __contains__(self, path: object) -> bool:
        return path in self._packed

    def __iter__(self) -> Iterator[Path]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


@lru_cache(maxsize=1 << 14)
def _shared(path: Path) -> Path:
    """The path itself, and for an equal one the same again."""
    return path
