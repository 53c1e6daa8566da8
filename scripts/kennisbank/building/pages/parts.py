"""Long lists in parts: page 2 of `themas/energie/` is `themas/energie/2/`. And what one page shows of many groups."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

# A part of this length stays below 100 kB of HTML, and 10,000 cases of one theme give 50 parts.
LENGTH = 180
# What stands in a list: references to records, choices, or ways as they lay on the table at a choice.
Item = TypeVar("Item")


def part_pages(page: str, items: int, length: int) -> tuple[str, ...]:
    """The pages of a list of so many items, `length` on each: the page itself, and the ones below it from 2 on."""
    count = max(1, -(-items // length))
    return (page, *(f"{page.removesuffix('.md')}/{number}.md" for number in range(2, count + 1)))


def most_of_each(counts: Iterable[int], room: int) -> int:
    """How many of each group a page shows, so that all groups together have no more than `room`; at least one.

    Of small groups it shows all; what they leave goes to the others.
    """
    sizes = tuple(counts)
    most = min(max(sizes, default=0), room)
    while most > 1 and sum(min(size, most) for size in sizes) > room:
        most -= 1
    return max(most, 1)


@dataclass(frozen=True)
class Parts(Generic[Item]):
    """A list that starts on `page` and goes on in pages below it; `called` is one and more of what it lists."""

    page: str
    items: tuple[Item, ...]
    called: tuple[str, str] = ("case", "cases")

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The pages of all parts; the first is the page itself."""
        return part_pages(self.page, len(self.items), LENGTH)

    def part(self, number: int) -> tuple[Item, ...]:
        """The items of a part; the first is number 1."""
        return self.items[(number - 1) * LENGTH : number * LENGTH]

    def all(self, renderer: Renderer, frame: Frame) -> Iterator[Artifact]:
        """The pages of a list that has pages of its own; `frame` is that of the first."""
        yield renderer.page("case_list.md.j2", self.page, frame, parts=self)
        yield from self.more(renderer, frame)

    def more(self, renderer: Renderer, frame: Frame) -> Iterator[Artifact]:
        """The pages of the second part and further; `frame` is that of the first."""
        for number, page in enumerate(self.pages[1:], start=2):
            own = replace(part_frame(frame, self.page, number), search=False, styles=())
            yield renderer.page("more.md.j2", page, own, parts=self, number=number)


def part_frame(frame: Frame, page: str, number: int) -> Frame:
    """The frame of a further part of a list whose first part, with this `frame`, stands on `page`."""
    return replace(
        frame,
        title=f"{frame.title}, deel {number}",
        description=f"Deel {number}. {frame.description}",
        crumbs=(*frame.crumbs, Crumb(page, frame.title)),
    )
