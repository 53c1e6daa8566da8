"""Lengths beside numbers: a bar for what was done with a mark for the goal, and the parts of a whole as a bar."""

from collections.abc import Iterable
from itertools import accumulate

from markupsafe import Markup

from .svg import element, text

# How far the bar lies below the top of the word for the goal, and how high a bar is.
_BELOW = 15
_BAR = 10


def scale(goal: float | None, done: float | None, word: str) -> Markup:
    """A bar for what was done and a mark across it for the goal, which `word` names.

    Empty unless both are known, neither is negative and there is a goal to lie beside. The word says
    whether the goal is one to reach or one to stay below; the bar has one colour, short of the mark or past it, and
    judges nothing. It is for the eye: the words beside it give both numbers.
    """
    if goal is None or done is None or goal <= 0 or done < 0:
        return Markup()
    longest = max(goal, done)
    at, end = f"{goal / longest:.1%}", "end" if goal * 2 > longest else "start"
    shape = element(
        "svg",
        element("rect", y=_BELOW, width=at, height=_BAR, class_="kb-scale-room"),
        element("rect", y=_BELOW, width=f"{done / longest:.1%}", height=_BAR, class_="kb-scale-done"),
        element("line", x1=at, x2=at, y1=_BELOW - 3, y2=_BELOW + _BAR + 3),
        element("text", text(word), x=at, y=10, text_anchor=end),
        width="100%",
        height=_BELOW + _BAR + 4,
        class_="kb-scale",
        aria_hidden="true",
        focusable="false",
    )
    return Markup(shape)  # noqa: S704 - `element` and `text` escaped what is in it


def shares(parts: Iterable[tuple[str, int]], most: int) -> Markup:
    """A bar of parts, each with a class for its colour and a count; `most` is the count of a bar of the whole width.

    It is for the eye: the words beside it give the counts.
    """
    shown = [(class_, count) for class_, count in parts if count]
    starts = accumulate((count for _, count in shown), initial=0)
    boxes = (
        element("rect", x=f"{start / most:.1%}", width=f"{count / most:.1%}", height=_BAR, class_=class_)
        for start, (class_, count) in zip(starts, shown, strict=False)
    )
    shape = element("svg", *boxes, width="100%", height=_BAR, class_="kb-shares", aria_hidden="true", focusable="false")
    return Markup(shape) if shown else Markup()  # noqa: S704 - `element` escaped what is in it
