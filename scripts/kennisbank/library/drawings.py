"""What an SVG file may hold: shapes, and references to its own shapes, that stay within what a browser can draw."""

import re
from functools import cache
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_SHAPES = frozenset(
    (
        *("svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "symbol", "use"),
        *("marker", "metadata"),
    )
)
_SCRIPT = re.compile(r"@import|javascript:|\\", re.IGNORECASE)
# What stands before a bracket in an attribute: all else, such as image-set(), may fetch something.
_FUNCTION = re.compile(r"([\w-]{0,40})\s{0,9}\(\s{0,9}([^()]*)")
_HARMLESS = frozenset(
    (
        *("matrix", "translate", "scale", "rotate", "skewx", "skewy", "rgb", "rgba", "hsl", "hsla", "calc", "var"),
        *("translatex", "translatey", "scalex", "scaley", "cubic-bezier"),
    )
)
_OWN = re.compile(r"[\"']?#([^\"')\s]+)[\"']?\s*")
# What the declaration of an XML file says of its encoding.
_ENCODING = re.compile(r"<\?xml[ \t][^>]*\bencoding\s*=\s*[\"']([^\"']*)")
# Shapes that are drawn, each as often as it is referred to: a drawing of a kilobyte can ask for a billion.
_MOST_SHAPES = 50_000


def problem_of_drawing(data: bytes) -> str:
    """Why a drawing cannot go to the site, in Dutch; empty when it only draws."""
    text = _text_of(data)
    if text is None:
        return "deze tekening is niet te lezen als SVG in UTF-8"
    if re.search(r"<!(?!--)|<\?(?!xml[ \t])", text):
        return "deze tekening heeft een verwijzing of een opdracht voor een ander programma (<! of <?)"
    try:
        root = ET.fromstring(text)  # noqa: S314 - without a doctype there are no entities to expand
    except (ET.ParseError, ValueError, LookupError, RecursionError):
        return "deze tekening is niet te lezen als SVG"
    for element in root.iter():
        name = str(element.tag).removeprefix(_SVG)
        if not str(element.tag).startswith(_SVG) or name not in _SHAPES:
            return f"in deze tekening staat '{name}'; een tekening mag alleen tekenen"
        for attribute, value in element.attrib.items():
            if attribute.lower().startswith("on") or attribute.endswith("base") or _leads_away(attribute, value):
                return f"in deze tekening staat een script of een verwijzing naar buiten ('{attribute.split('}')[-1]}')"
    return "" if _is_drawable(root) else "deze tekening verwijst zo vaak naar zichzelf dat een browser vastloopt"


def _text_of(data: bytes) -> str | None:
    """The text of a drawing in UTF-8; None for any other encoding, in which a browser might read what is not seen here.

    A text in UTF-16 can be sound UTF-8 as well, with a zero in every character (XML 1.0, appendix F).
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    declared = _ENCODING.match(text)
    return None if "\0" in text or (declared and declared[1].lower() != "utf-8") else text


def _leads_away(attribute: str, value: str) -> bool:
    if attribute.endswith(("href", "src")):
        return not value.startswith("#")
    return bool(_SCRIPT.search(value)) or any(not _stays(*found) for found in _FUNCTION.findall(value))


def _stays(function: str, inside: str) -> bool:
    return function.lower() in _HARMLESS or (function.lower() == "url" and bool(_OWN.fullmatch(inside)))


def _is_drawable(root: ET.Element) -> bool:
    """Whether the shapes, with all that they refer to, are not too many and no shape holds itself."""
    by_id = {element.get("id", ""): element for element in root.iter()}
    open_now: set[ET.Element] = set()

    @cache
    def shapes(element: ET.Element) -> float:
        if element in open_now:
            return float("inf")
        open_now.add(element)
        referred = [by_id[name] for name in _referred(element) if name in by_id]
        total = 1 + sum(map(shapes, [*element, *referred]))
        open_now.remove(element)
        return total

    try:
        return shapes(root) <= _MOST_SHAPES
    except RecursionError:
        return False


def _referred(element: ET.Element) -> list[str]:
    """The ids that an element refers to."""
    own = [value.removeprefix("#") for name in ("href", f"{_XLINK}href") if (value := element.get(name))]
    inside = (inside for value in element.attrib.values() for name, inside in _FUNCTION.findall(value) if name == "url")
    return [*own, *(found[1] for text in inside if (found := _OWN.fullmatch(text)))]
