"""An author's Markdown as the site renders it, and what in it may not be there."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import markdown

from .bounds import excesses
from .canonical import canonical
from .commonmark import parse
from .html_judge import SCHEMES, Allowed, Offence, elements, kind_of, offences
from .plain_links import plainly_linked
from .quick import quick

# The same as in mkdocs.yml (a test compares), after the three that MkDocs adds by itself.
EXTENSIONS = (
    *("toc", "tables", "fenced_code"),
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc"),
    *("pymdownx.highlight", "pymdownx.superfences"),
)
SETTINGS: dict[str, dict[str, Any]] = {
    "footnotes": {
        "BACKLINK_TITLE": "Bij noot {}",
        "BACKLINK_TEXT": "terug naar de tekst",
    },
    "toc": {"toc_depth": 2},
    "pymdownx.highlight": {"use_pygments": True},
}
# No class of the site or the theme: those give a text a look or a role that is not its own.
_CLASS = re.compile(r"(?!kb-|md-)[\w-]*( (?!kb-|md-)[\w-]+)*")
_ID = re.compile(r"(?!__)[^\s<>\"'&]+")
_ALIGN = re.compile(r"text-align: (left|center|right);")
_NUMBER = re.compile(r"\d+")
_PLAIN = (
    *("html", "head", "body", "p", "br", "hr", "ul", "dl", "dt", "dd", "blockquote", "strong", "em"),
    *("table", "thead", "tbody", "tr"),
)
ALLOWED = Allowed(
    {
        **{name: {} for name in _PLAIN},
        **{f"h{level}": {"id": _ID} for level in range(1, 7)},
        "p": {"class": re.compile("admonition-title")},
        "a": {"href": None, "title": None, "id": _ID, "class": re.compile("footnote-(ref|backref)")},
        "abbr": {"title": None},
        "code": {"class": _CLASS},
        "div": {"class": _CLASS},
        "img": {"src": None, "alt": None, "title": None},
        "li": {"id": _ID},
        "ol": {"start": _NUMBER},
        "pre": {"id": _ID},
        "span": {"class": _CLASS},
        "sup": {"id": _ID},
        "td": {"style": _ALIGN},
        "th": {"style": _ALIGN},
    },
    # How a text links to an overview of the site; the build makes an ordinary link of it.
    schemes=(*SCHEMES, "site:"),
)
# Without an address a text gives paragraphs, lists, emphasis and code only: HTML in it is text.
_TELLING = re.compile(r"\]\s*[\[(:]|<\S|&\S", re.MULTILINE)


_BARE = re.compile(r"<site:", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def judged(text: str) -> tuple[Offence, ...]:
    """What may not be on the page in an author's text, after rendering; empty when all is well.

    A text out of bounds is not rendered at all: it has findings of its own. Of one whose links are plain it is known
    beforehand: they lead to this site or to another one, and with nothing else beside them no more comes of it.
    """
    if not _TELLING.search(text) or plainly_linked(text) is not None or any(excesses(text)):
        return ()
    return (*offences(map(kind_of, elements(render(canonical(text)))), ALLOWED), *_bare_places(text))


def _bare_places(text: str) -> Iterator[Offence]:
    """The way to an overview without words to click on: the build knows those only as links."""
    nodes = parse(text).walk() if _BARE.search(text) else ()
    for node in nodes:
        address = str(node.attrs.get("href", "")) if node.type == "link" and node.markup == "autolink" else ""
        if _BARE.match(f"<{address}"):
            yield Offence(f"het adres '{address}'", address)


def render(text: str) -> str:
    """Markdown as HTML, by the settings of the site; raises what the parser raises."""
    return _parser().reset().convert(text)


@cache
def _parser() -> markdown.Markdown:
    return quick(markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS))
