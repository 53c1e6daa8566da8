"""The last look at every page, as a browser will read it: nothing on it runs, loads or sends but what is ours.

The checker names what is wrong with its file and line; this guard stops what slips past it, whatever the road.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from selectolax.lexbor import LexborNode

from ..reading.html_judge import ADDRESSES, Allowed, Kind, Offence, elements, kind_of, offences
from ..reading.plain_tags import is_plain_code, kind_of_tag, plain_tags
from .theme_scripts import scripts_of

_DATA = ("application/json", "application/ld+json")
# By attribute and by element, as far as the theme and the templates use them and a little beyond.
_ANY = """
    abbr accept alt aria- autocapitalize autocomplete autocorrect charset checked class colspan content crossorigin cx
    cy d data- datetime dir disabled dx dy enterkeyhint fetchpriority fill focusable for headers height hidden high id
    inputmode itemprop lang lengthAdjust list low max maxlength media min minlength multiple name novalidate open
    optimum pattern placeholder points preserveaspectratio preserveAspectRatio property r readonly required role rows
    rowspan rx ry scope selected sizes spellcheck start step stroke stroke-width tabindex text-anchor textLength title
    transform translate type value viewbox viewBox width x x1 x2 xmlns y y1 y2"""
_ELEMENTS = """
    html head title body header nav main article section aside footer div p span a br hr wbr h1 h2 h3 h4 h5 h6 hgroup ul
    ol li dl dt dd blockquote pre code kbd strong em b i s u small sub sup abbr mark del ins q cite dfn time data figure
    figcaption img picture table caption thead tbody tfoot tr th td col colgroup form fieldset legend label input button
    select option optgroup datalist textarea output meter progress details summary dialog noscript template meta link
    script search svg g path circle rect line polyline polygon ellipse text tspan desc defs clippath clipPath"""
# A link of these kinds in the head of a page says where something is; nothing is fetched.
_ONLY_NAMED = ("alternate", "canonical", "license", "next", "prev")
_HERE = re.compile(r"(?![a-z]+:|[/\\]{2}).*", re.IGNORECASE)
_PHOTOS = re.compile(r"(?:(?:\.\./)*assets/cases/[a-z0-9-]+\.webp \d+w(?:, (?!$)|$))+")
_RELS = "alternate|apple-touch-icon|canonical|icon|license|manifest|modulepreload|next|preload|prev|search|stylesheet"
_SOME: dict[str, dict[str, re.Pattern[str] | None]] = {
    "a": {"href": None, "rel": None, "target": re.compile("_blank"), "download": None, "hreflang": None},
    "button": {"type": re.compile("button|reset|submit")},
    "form": {"action": _HERE},
    "img": {"src": _HERE, "srcset": _PHOTOS, "loading": None},
    "input": {"type": re.compile("checkbox|radio|text|search|number|hidden|url|date|file")},
    "link": {"href": None, "rel": re.compile(_RELS), "as": None, "type": None, "sizes": None, "media": None},
    "script": {
        "defer": None,
        "src": re.compile(r"(?![a-z]+:|[/\\]{2})[\w./-]+\.js"),
        "type": re.compile(r"module|application/(ld\+)?json"),
    },
    "td": {"style": re.compile(r"text-align: (left|center|right);")},
    "th": {"style": re.compile(r"text-align: (left|center|right);")},
}
# Attributes that may say anything, at any element.
_FREE = frozenset(_ANY.split()) - ADDRESSES - {name for names in _SOME.values() for name in names}
ALLOWED = Allowed({name: _SOME.get(name, {}) for name in _ELEMENTS.split()}, dict.fromkeys(_ANY.split()))
# An old name that leads on: the only page that may send its reader elsewhere, and only to another page of this site.
_MOVED = re.compile(r'<meta http-equiv="refresh" content="0; url=(?:\.\./)+(?:[a-z0-9-]+/)*(?:#[\w-]+)?">')

# With scripts on a browser reads no markup in this element: it ends at the first sign of an end, in a value as well.
_ASIDE = re.compile("<noscript", re.IGNORECASE)
_PLAIN_ASIDE = re.compile(r"<noscript>(?:[^<]|<(?!/noscript)/?[a-z]\w*(?:\s[a-z-]+=\"[^\"<>]*\")*>)*+</noscript>")

# The address of a link that may be there whatever it says: on this site, or one that names a scheme of the web.
_PLACE = re.compile(r"https?:[\s\S]*|(?:\.{1,2}/|[\w-])[\w./-]*(?:#[\w.-]*)?|#[\w.-]*")

# Tags that were found harmless, so many at most: what comes back on other pages is told from what is new at once.
_harmless: set[str] = set()
_MOST = 1 << 15


class Refused(Exception):
    """A page holds what may not be there; the message is Dutch, and names the page and what it is."""


def guard(html: str, page: str, address: str = "") -> None:
    """Look at a page; `page` is its path below the root of a site published at `address`. Raises `Refused`."""
    found = judge(html, page, address)
    if found:
        raise Refused(_message(page, found))


def judge(html: str, page: str, address: str = "") -> tuple[Offence, ...]:
    """What may not be in a page; `page` is its path below the root of the site."""
    known = scripts_of(page, address)
    found = () if _is_harmless(html, known) else _in_elements(html, known)
    return (*found, *_asides(html))


def _is_harmless(html: str, known: frozenset[str]) -> bool:
    """Whether the tags of a page, alone, show that it is harmless: nearly every page is, and thousands are alike."""
    tags = plain_tags(html)
    if tags is None or not _are_harmless(tags):
        return False
    return all(_holds_ours(html, tag, known) for tag in tags if tag.startswith("<script") and _can_hold_code(tag))


def _are_harmless(tags: set[str]) -> bool:
    new = tags - _harmless
    if not all(map(_is_harmless_tag, new)):
        return False
    if len(_harmless) > _MOST:
        _harmless.clear()
    _harmless.update(new)
    return True


def _is_harmless_tag(tag: str) -> bool:
    match kind_of_tag(tag, _FREE):
        case None:
            return False
        case "a", (("href", str(place)),) if _PLACE.fullmatch(place):
            # Most of what is new on a page leads to another one.
            return True
        case kind:
            return _is_harmless_kind(kind)


@lru_cache(maxsize=1 << 14)
def _is_harmless_kind(kind: Kind) -> bool:
    return not offences([kind], ALLOWED) and not any(_loaded_elsewhere([kind]))


def _can_hold_code(tag: str) -> bool:
    name, attributes = kind_of_tag(tag) or ("script", ())
    return name == "script" and "src" not in dict(attributes) and dict(attributes).get("type") not in _DATA


def _holds_ours(html: str, tag: str, known: frozenset[str]) -> bool:
    """Whether one of our own scripts, whole, follows wherever this tag stands."""
    ours = tuple(f"{code}</script>" for code in known if is_plain_code(code))
    return all(after.startswith(ours) for after in html.split(tag)[1:])


def _in_elements(html: str, known: frozenset[str]) -> tuple[Offence, ...]:
    """What may not be in the elements of a page."""
    kinds, scripts = set[Kind](), []
    for node in elements(_MOVED.sub("", html, count=1)):
        kind = kind_of(node)
        kinds.add(kind)
        if kind[0] == "script":
            scripts.append(node)
    return (*offences(kinds, ALLOWED), *_strange_scripts(scripts, known), *_loaded_elsewhere(kinds))


def _strange_scripts(scripts: Iterable[LexborNode], known: frozenset[str]) -> Iterator[Offence]:
    """Inline scripts that are neither data nor one of ours."""
    for node in scripts:
        code = node.text() if "src" not in node.attributes else ""
        if code and node.attributes.get("type") not in _DATA and code not in known:
            yield Offence("een script dat niet van de site zelf is", code.strip()[:60])


def _loaded_elsewhere(kinds: Iterable[Kind]) -> Iterator[Offence]:
    """What the head of a page fetches from another site."""
    for link in sorted((attributes for tag, attributes in kinds if tag == "link"), key=repr):
        href, rel = (dict(link).get(name) or "" for name in ("href", "rel"))
        if ":" in href and rel not in _ONLY_NAMED:
            yield Offence("iets dat van een andere site wordt geladen", href)


def _asides(html: str) -> Iterator[Offence]:
    """What stands in place of scripts and is more than plain text and links."""
    if len(_ASIDE.findall(html)) != len(_PLAIN_ASIDE.findall(html)):
        yield Offence("een <noscript> met iets anders dan tekst en links", "<noscript")


def _message(page: str, found: tuple[Offence, ...]) -> str:
    what = "; ".join(offence.what for offence in found[:3])
    return (
        f"De pagina '{page}' heeft iets dat niet op de site mag: {what}.\n"
        "Zoek in de tekst waar deze pagina van gemaakt is naar HTML, accolades of een vreemd webadres."
    )
