"""Small gauges beside words: a meter in three steps, a count as a bar."""

from markupsafe import Markup

from .svg import drawing, element

_LINE = 10
_LONGEST, _THINNEST = 72, 3


def tally(count: int, most: int, *, filled: bool) -> Markup:
    """A bar as long as a count is beside the greatest of its table, `most`; the number itself stands beside it."""
    if not count:
        return Markup()
    wide = max(_THINNEST, round(_LONGEST * count / most, 1))
    kind = "kb-tally kb-tally--full" if filled else "kb-tally"
    box = element("rect", x=0.7, y=1.7, width=wide, height=_LINE - 3.4, rx=1)
    shape = element(
        "svg", box, width=f"{wide + 1.4:g}", height=_LINE, class_=kind, aria_hidden="true", focusable="false"
    )
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
