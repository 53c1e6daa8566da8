"""What a guide shows of each way, and the pages with all of it where that is too much for one page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...insights.choices import Guide, Way, Weighed
from ...library.addresses import beside
from ..artifacts import Artifact
from ..dutch import lower_first
from ..rendering import Crumb, Frame, Renderer
from .choice_rows import Row, rows_of
from .parts import Parts, most_of_each

# So many choices a guide tells in full, of all its ways together, and so many that we filled in it names.
TOLD, NAMED = 80, 60
_CALLED = ("keuze", "keuzes")
# What each list of a way is called in its address, and with spaces everywhere else.
_LISTS = ("gekozen", "niet-gekozen", "door-ons-ingevuld")


@dataclass(frozen=True)
class Shown:
    """A way with the choices that the guide shows; `lists` are those of which it does not show all, by name."""

    way: Way
    row: Row
    filled: tuple[Weighed, ...]
    lists: Mapping[str, Parts[Weighed]]


def shown_of(guide: Guide, page: str) -> list[Shown]:
    """The ways of the guide on `page`, each with its newest choices: all of them, when these are not too many."""
    told = most_of_each((len(found) for way in guide.seen for found in (way.taken, way.left)), TOLD)
    named = most_of_each((len(way.filled) for way in guide.seen), NAMED)
    cut = [replace(way, taken=way.taken[:told], left=way.left[:told]) for way in guide.seen]
    rows = rows_of(replace(guide, ways=tuple(cut)), None, {}, twice=True)
    return [
        Shown(way, row, way.filled[:named], _longer(way, page, (told, told, named)))
        for way, row in zip(guide.seen, rows, strict=True)
    ]


def _longer(way: Way, page: str, most: tuple[int, int, int]) -> dict[str, Parts[Weighed]]:
    """The lists of a way that have more than the guide shows."""
    found = zip(_LISTS, (way.taken, way.left, way.filled), most, strict=True)
    return {
        name: Parts(beside(page, f"{way.term.id}-{name}.md"), items, _CALLED)
        for name, items, shown in found
        if len(items) > shown
    }


def whole_lists(
    renderer: Renderer, shown: Iterable[Shown], frame: Frame, crumb: Crumb, about: str
) -> Iterator[Artifact]:
    """The pages of the lists that are too long for a guide; `frame` and `crumb` are those of the guide.

    `about` is its theme, if it has one.
    """
    for one in shown:
        what = lower_first(one.way.term.title)
        for name, parts in one.lists.items():
            own = Frame(
                f"{name.replace('-', ' ').capitalize()}: {', '.join(filter(None, (what, about)))}",
                f"Alle {len(parts.items)} keuzes, de nieuwste eerst. {frame.title}",
                frame.source,
                (*frame.crumbs, crumb),
                search=False,
            )
            yield from parts.all(renderer, own)
