"""Writing SVG: elements whose text and attributes can hold anything without breaking the markup."""

import html
import re
from functools import lru_cache

from markupsafe import Markup

# A drawing stands in a page of Markdown, which may take these for marks: as references they are nothing but text.
_MARKS = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]{}|~"}
# What XML 1.0 (section 2.2) has no place for, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: object) -> str:
    """A value as text between or inside tags: on one line, without markup or characters that XML does not know."""
    return _safe(str(value))


@lru_cache(maxsize=4096)  # the names of classes, and of what is drawn more than once
def _safe(text: str) -> str:
    return html.escape(" ".join(_NOT_XML.sub("", text).split())).translate(_MARKS)


def element(name: str, *children: str, **attributes: object) -> str:
    """An element around children that are markup already; `class_` and `data_case` stand for class and data-case.

    An attribute that is None or an empty text is left out.
    """
    given = (
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    tag, inside = f"{name}{''.join(given)}", "".join(children)
    return f"<{tag}>{inside}</{name}>" if inside else f"<{tag}/>"


def number(value: float) -> str:
    """A coordinate with at most one decimal, as short as it can be."""
    return f"{round(value, 1) + 0.0:g}"


def drawing(width: float, height: float, *children: str, **attributes: object) -> Markup:
    """A drawing of this size, which shrinks with its place on the page."""
    shape = element("svg", *children, viewBox=f"0 0 {number(width)} {number(height)}", **attributes)
    return Markup(shape)  # noqa: S704 - `element` and `text` escaped what is in it
