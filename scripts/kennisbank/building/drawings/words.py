"""Words in drawings: SVG does not wrap text, so it is broken or cut by the number of characters."""

import textwrap
from functools import lru_cache

from .svg import element, number, text


def lines_of(title: str, width: int, most: int) -> list[str]:
    """A title on at most `most` lines of about `width` characters; what does not fit ends in an ellipsis."""
    return list(_wrapped(title, width, most))


@lru_cache(maxsize=4096)  # a lesson stands in the drawing of each of its cases
def _wrapped(title: str, width: int, most: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(title, width, max_lines=most, placeholder=" …") or ["…"])


def written(lines: list[str], x: float, y: float, step: float, **attributes: object) -> str:
    """Lines of text below each other, the first with its baseline at `y`."""
    spans = (element("tspan", text(line), x=number(x), dy=number(step if n else 0)) for n, line in enumerate(lines))
    return element("text", *spans, x=number(x), y=number(y), **attributes)
