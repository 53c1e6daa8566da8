"""What an SVG file may hold: shapes, and references to its own shapes, that stay within what a browser can draw."""

import re
from xml.etree import ElementTree as ET

from .drawing_costs import FUNCTION, OWN, why_not_drawable

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(
    (
        *("svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "symbol", "use"),
        *("marker", "metadata"),
    )
)
# A remark in a style hides which property it is.
_SCRIPT = re.compile(r"@import|javascript:|\\|/\*", re.IGNORECASE)
# All other functions, such as image-set(), may fetch something.
_HARMLESS = frozenset(
    (
        *("matrix", "translate", "scale", "rotate", "skewx", "skewy", "rgb", "rgba", "hsl", "hsla", "calc", "var"),
        *("translatex", "translatey", "scalex", "scaley", "cubic-bezier"),
    )
)
# What the declaration of an XML file says of its encoding.
_ENCODING = re.compile(r"<\?xml[ \t][^>]*\bencoding\s*=\s*[\"']([^\"']*)")


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
    return why_not_drawable(root)


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
        own = OWN.fullmatch(value)
        return own is None or value != f"#{own[1]}"
    return bool(_SCRIPT.search(value)) or any(not _stays(*found) for found in FUNCTION.findall(value))


def _stays(function: str, inside: str) -> bool:
    return function.lower() in _HARMLESS or (function.lower() == "url" and bool(OWN.fullmatch(inside)))
