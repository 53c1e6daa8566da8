"""What a drawing asks of a browser: all that it draws, as often as it draws it.

A drawing of a kilobyte can ask for a billion shapes. Three kinds of references multiply (SVG 2, 5.5, 13 and 14): `use`
draws a shape again; a pattern or marker is drawn for every shape, or for every point of it, below the element that
names it, for such properties are inherited; a mask or clip is drawn once.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ..findings.finding import shown

FUNCTION = re.compile(r"([\w-]{0,40})\s{0,9}\(\s{0,9}([^()]*)")
"""What stands before a bracket in an attribute, and what begins within."""
OWN = re.compile(r"[\"']?#([^\"'()\s;%]+)[\"']?\s*")
"""A reference to a shape of the drawing itself, in no other way than browsers compare it."""
_MOST = 50_000
# So many signs of a path, or of a text, cost as much as a shape.
_SIGNS = 100
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_GRADIENTS = ("linearGradient", "radialGradient")
_HOLDERS = ("marker", "mask", "pattern", "clipPath")
# Those hold for an element as a whole; the others for each shape in it, and the last for each point of each shape.
_ONCE = ("mask", "clip-path", "href")
_EACH_POINT = re.compile(r"marker(?:-mid)?|--.*", re.DOTALL)


@dataclass(frozen=True)
class _Cost:
    """Shapes with what `use` adds, points of them, and shapes with all that is drawn for them."""

    shapes: float = 0
    points: float = 0
    all: float = 0

    def __add__(self, other: "_Cost") -> "_Cost":
        return _Cost(self.shapes + other.shapes, self.points + other.points, self.all + other.all)


_ENDLESS = _Cost(*[float("inf")] * 3)


def why_not_drawable(root: ET.Element) -> str:
    """Why a browser cannot draw all of it, in Dutch; empty when it can.

    No shape holds itself, and it is not too much. Of two elements with one id some browsers take the first.
    """
    named = [(name, element) for element in root.iter() for name in _ids(element)]
    by_id = dict(named)
    if len(by_id) != len(named):
        twice = Counter(name for name, _ in named).most_common(1)[0][0]
        return f"in deze tekening hebben twee vormen dezelfde id ('{shown(twice)}')"
    try:
        is_too_much = _Costs(by_id).of(root).all > _MOST
    except RecursionError:
        is_too_much = True
    if is_too_much:
        return "deze tekening verwijst zo vaak naar zichzelf dat een browser vastloopt"
    return "in deze tekening heeft een masker, patroon of pijlpunt er zelf ook een" if _nests(root, by_id) else ""


class _Costs:
    """Counts what elements cost, each once."""

    def __init__(self, by_id: dict[str, ET.Element]) -> None:
        self._by_id = by_id
        self._known: dict[ET.Element, _Cost] = {}

    def of(self, element: ET.Element) -> _Cost:
        """What one element costs; endless when it holds itself."""
        if element not in self._known:
            self._known[element] = _ENDLESS  # for who asks while it is counted: that is inside itself
            self._known[element] = self._counted(element)
        return self._known[element]

    def _counted(self, element: ET.Element) -> _Cost:
        signs = sum(map(len, (*element.attrib.values(), element.text or "", element.tail or "")))
        own = 1 + signs // _SIGNS
        cost = sum(map(self.of, element), _Cost(own, 1 + signs, own))
        found = [(name, self.of(self._by_id[to])) for name, to in references(element) if to in self._by_id]
        for name, other in found:
            cost += other if name == "href" else _Cost()
        for name, other in found:
            times = cost.points if _EACH_POINT.fullmatch(name) else 1 if name in _ONCE else cost.shapes
            cost += _Cost(all=0 if name == "href" else times * other.all)
        return cost


def references(element: ET.Element) -> Iterator[tuple[str, str]]:
    """The ids that an element refers to, each with the property that does so."""
    for attribute, value in element.attrib.items():
        name = attribute.rpartition("}")[2]
        if name == "href":
            yield name, value.removeprefix("#")
        for found in FUNCTION.finditer(value):
            own = OWN.fullmatch(found[2])
            if found[1].lower() == "url" and own:
                yield _declared(value, found.start()) if name == "style" else name, own[1]


def _declared(style: str, at: int) -> str:
    """The property whose value stands at a place in a style; found without a copy of all before it, each time."""
    begin = style.rfind(";", 0, at) + 1
    return style[begin : max(begin, style.find(":", begin, at))].strip().lower()


def _nests(root: ET.Element, by_id: dict[str, ET.Element]) -> bool:
    """Whether what is drawn for a shape has, or inherits, something that is drawn for its own shapes in turn."""
    holders = [element for element in root.iter() if _name(element) in _HOLDERS]
    # All holders at once: each by itself would walk through what they have in common again.
    reached, waiting = set(holders), holders[:]
    while waiting:
        element = waiting.pop()
        more = {*element, *(by_id[to] for name, to in references(element) if name == "href" and to in by_id)}
        waiting += more - reached
        reached |= more
    above = _above(root, holders)
    return any(_asks(one, by_id) for one in reached) or any(_asks(one, by_id, _ONCE) for one in above)


def _above(root: ET.Element, elements: list[ET.Element]) -> set[ET.Element]:
    """All elements in which one of these lies."""
    parents = {child: parent for parent in root.iter() for child in parent}
    found: set[ET.Element] = set()
    for element in elements:
        parent = parents.get(element)
        while parent is not None and parent not in found:
            found.add(parent)
            parent = parents.get(parent)
    return found


def _asks(element: ET.Element, by_id: dict[str, ET.Element], but: tuple[str, ...] = ("href",)) -> bool:
    """Whether an element names something that is drawn for its shapes; a gradient costs next to nothing."""
    found = (by_id[to] for name, to in references(element) if name not in but and to in by_id)
    return any(_name(other) not in _GRADIENTS for other in found)


def _ids(element: ET.Element) -> Iterator[str]:
    return (element.attrib[name] for name in ("id", _XML_ID) if name in element.attrib)


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
