"""Small gauges beside words: a meter in three steps, a row of dots."""

from markupsafe import Markup

from .svg import drawing, element

_DOT = 10


def tally(count: int, most: int, *, filled: bool) -> Markup:
    """A row of dots, one for each of a count; no more than `most`, for the number stands beside it."""
    shown = min(count, most)
    if not shown:
        return Markup()
    dots = (element("circle", cx=_DOT * place + _DOT / 2, cy=_DOT / 2, r=3.6) for place in range(shown))
    wide, kind = _DOT * shown, "kb-tally kb-tally--full" if filled else "kb-tally"
    shape = element("svg", *dots, width=wide, height=_DOT, class_=kind, aria_hidden="true", focusable="false")
    return Markup(shape)  # noqa: S704 - made of numbers


def meter(step: int, steps: int = 3) -> Markup:
    """A row of blocks of which the first `step` are filled; the word beside it says the same."""
    blocks = (
        element("rect", x=2 + place * 22, y=2, width=18, height=12, rx=2, class_=_kind(place < step))
        for place in range(steps)
    )
    return drawing(steps * 22, 16, *blocks, aria_hidden="true", focusable="false")


def _kind(is_on: bool) -> str:
    return "kb-step kb-step--on" if is_on else "kb-step"
