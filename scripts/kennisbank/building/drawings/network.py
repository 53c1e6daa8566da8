"""The neighbours of a case or lesson: one page in the middle, what belongs to it on both sides.

The drawing is for the eye and the mouse. The page has the same links as lists, so the drawing is hidden from screen
readers and left out of the tab order: nothing is read or passed twice (WCAG 2.2, 1.1.1 and 2.4.3).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from ...insights.ledgers import Ledger
from ...insights.related import Related
from ...library.addresses import page_of, relative_address
from ...library.library import Library, Ref
from ...model.labels import STANCE_SIGNS
from .svg import drawing, element, number
from .words import lines_of, written

MOST = 8
"""More neighbours than this on one side would be a list again; the page has that already."""

_WIDTH, _NODE, _MIDDLE = 780, 250, 180
_LINE, _PAD, _GAP = 17, 9, 12
_LETTERS, _LETTERS_MIDDLE = 33, 22
_STANCES = {stance: f"{sign} {stance}" for stance, sign in STANCE_SIGNS.items()}


@dataclass(frozen=True)
class Neighbour:
    """A page beside this one: how the two belong together, in a word, and the style of the line between them."""

    target: Ref
    word: str
    style: str = ""


@dataclass(frozen=True)
class _Node:
    """A neighbour as it is drawn: its lines of text and how high it stands."""

    neighbour: Neighbour
    lines: tuple[str, ...]
    top: float

    @property
    def height(self) -> float:
        return _height(len(self.lines) + 1)


def case_network(library: Library, id: str, related: Sequence[Related], page: str) -> str:
    """The communities and related cases of a case on the left, its lessons with their stance on the right."""
    case = library.cases[id]
    left = [Neighbour(Ref("community", other), "community") for other in case.communities]
    left += [Neighbour(Ref("case", item.case), "verwante case") for item in related]
    right = [Neighbour(Ref("lesson", link.lesson), _STANCES[link.stance], link.stance) for link in case.lessons]
    return _network(library, Ref("case", id), left, right, page)


def lesson_network(library: Library, id: str, ledger: Ledger, page: str) -> str:
    """The communities and werkvormen of a lesson on the left, its cases with their stance on the right."""
    lesson = library.lessons[id]
    left = [Neighbour(Ref("community", other), "community") for other in lesson.communities]
    left += [Neighbour(Ref("werkvorm", other), "werkvorm") for other in lesson.werkvormen]
    right = [Neighbour(Ref("case", line.case), _STANCES[line.stance], line.stance) for line in ledger.lines]
    return _network(library, Ref("lesson", id), left, right, page)


def _network(library: Library, own: Ref, left: list[Neighbour], right: list[Neighbour], page: str) -> str:
    """The drawing; empty when there are no neighbours."""
    if not left and not right:
        return ""
    columns = [_stacked(library, side) for side in (left[:MOST], right[:MOST])]
    titles = lines_of(library.title_of(own), _LETTERS_MIDDLE, 6)
    height = max(_height(len(titles) + 1), *(column[-1].top + column[-1].height for column in columns if column))
    href = partial(_href, page)
    middle = height / 2
    parts = [
        part
        for column, on_left in zip(columns, (True, False), strict=True)
        for part in _side(_centred(column, height), middle, href, on_left=on_left)
    ]
    parts.append(_box((_WIDTH - _MIDDLE) / 2, middle - _height(len(titles) + 1) / 2, _MIDDLE, _OWN[own.kind], titles))
    return drawing(_WIDTH, height, *parts, class_="kb-network", aria_hidden="true", focusable="false")


_OWN = {"case": "deze case", "lesson": "deze les"}


def _href(page: str, target: Ref) -> str:
    return relative_address(page, page_of(target))


def _height(lines: int) -> float:
    return lines * _LINE + 2 * _PAD


def _stacked(library: Library, side: Iterable[Neighbour]) -> list[_Node]:
    """Neighbours below each other."""
    nodes: list[_Node] = []
    for neighbour in side:
        top = nodes[-1].top + nodes[-1].height + _GAP if nodes else 0
        nodes.append(_Node(neighbour, tuple(lines_of(library.title_of(neighbour.target), _LETTERS, 3)), top))
    return nodes


def _centred(nodes: list[_Node], height: float) -> list[_Node]:
    """The nodes of a side moved to the middle of the drawing."""
    shift = (height - nodes[-1].top - nodes[-1].height) / 2 if nodes else 0
    return [_Node(node.neighbour, node.lines, node.top + shift) for node in nodes]


def _side(nodes: list[_Node], middle: float, href: Callable[[Ref], str], *, on_left: bool) -> Iterable[str]:
    """The lines to the nodes of one side, then the nodes."""
    edge = (_WIDTH + (-_MIDDLE if on_left else _MIDDLE)) / 2
    near, x = (_NODE, 0) if on_left else (_WIDTH - _NODE, _WIDTH - _NODE)
    for node in nodes:
        yield _line((edge, middle), (near, node.top + node.height / 2), node.neighbour.style)
    for node in nodes:
        box = _box(x, node.top, _NODE, node.neighbour.word, list(node.lines), node.neighbour.style)
        yield element("a", box, href=href(node.neighbour.target), tabindex=-1)


def _line(start: tuple[float, float], end: tuple[float, float], style: str) -> str:
    """A line that leaves and arrives level."""
    (x1, y1), (x2, y2) = start, end
    half = number((x1 + x2) / 2)
    path = f"M{number(x1)} {number(y1)}C{half} {number(y1)} {half} {number(y2)} {number(x2)} {number(y2)}"
    return element("path", d=path, class_=f"kb-line kb-line--{style}" if style else "kb-line")


def _box(x: float, y: float, width: int, word: str, lines: list[str], style: str = "") -> str:
    """A box with a word above the title."""
    height = _height(len(lines) + 1)
    frame = element("rect", x=number(x), y=number(y), width=width, height=number(height), rx=6)
    return element(
        "g",
        frame,
        written([word], x + _PAD, y + _PAD + 13, _LINE, class_="kb-word"),
        written(lines, x + _PAD, y + _PAD + 13 + _LINE, _LINE),
        class_=f"kb-node kb-node--{style}" if style else "kb-node",
    )
