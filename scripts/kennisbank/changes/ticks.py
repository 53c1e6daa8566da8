"""The boxes that somebody ticked in an earlier comment, kept in the comment that takes its place."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

_OPEN = "- [ ] "
# GitHub writes a small letter; people who type it themselves may write a capital.
_TICKED = ("- [x] ", "- [X] ")


def with_ticks(text: str, earlier: str) -> str:
    """A text in Markdown with a tick in each box that was ticked earlier and still says the same, letter for letter.

    A box is known by the heading above it, its own line and what is indented below it: a source on which another claim
    has come to rest is to be looked up again.
    """
    lines = text.split("\n")
    before = earlier.replace("\r\n", "\n").split("\n")
    done = {box for at, box in _boxes(before) if before[at].startswith(_TICKED)}
    for at, box in _boxes(lines):
        if box in done:
            lines[at] = _TICKED[0] + lines[at].removeprefix(_OPEN)
    return "\n".join(lines)


def _boxes(lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where each box stands, and what it is known by."""
    heading = ""
    for at, line in enumerate(lines):
        if line.startswith("#"):
            heading = line
        elif line.startswith((_OPEN, *_TICKED)):
            below = takewhile(lambda one: one.startswith("    "), (lines[next_] for next_ in range(at + 1, len(lines))))
            yield at, (heading, line[len(_OPEN) :], *below)
