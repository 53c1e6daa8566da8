"""What tests want to know of every page of a built site, read once in a run: all pages together take half a minute."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from justhtml import JustHTML
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .chance import THOROUGH

MOVED = 'http-equiv="refresh"'
# How many pages of one kind are held against the standard every day.
MOST = 3
_LOADS = {"link": "href", **dict.fromkeys(("script", "img", "iframe", "source", "video", "audio"), "src")}
# Relations of <link> that make a browser fetch; `canonical`, `prev` and `next` only say something.
_FETCHED = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


@dataclass(frozen=True)
class ReadPage:
    """One page: what is wrong with its HTML, and what it holds."""

    name: str
    errors: tuple[str, ...]
    language: str
    titles: int
    moved: bool
    ids: tuple[str, ...]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    linked_data: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    title: str
    description: str


def read_page(name: str, text: str, *, strict: bool = True) -> ReadPage:
    """Read the HTML of a page; `strict` also holds it against the standard, which takes long."""
    page = LexborHTMLParser(text)
    errors = JustHTML(text, sanitize=False, collect_errors=True).errors if strict else []
    return ReadPage(
        name,
        (*map(str, errors), *_misplaced(page)),
        "".join(_all(page, "html", "lang")),
        len(page.css("h1")),
        MOVED in text,
        tuple(_all(page, "[id]", "id")),
        tuple(_all(page, "a[href]", "href")),
        tuple(_loads(page)),
        tuple(script.text() for script in page.css('script[type="application/ld+json"]')),
        tuple((_value(tag, "property"), _value(tag, "content")) for tag in page.css("meta[property]")),
        "".join(tag.text() for tag in page.css("head > title")),
        "".join(_all(page, 'meta[name="description"]', "content")),
    )


# What the standard forbids and a parser lets pass: attributes and elements at a place that is not theirs.
_FORBIDDEN = (
    *("a[target]:not([href])", '[tabindex=""]', "table p caption", "label[for][aria-label]"),
    *('[type="checkbox"][autocomplete]', '[type="radio"][autocomplete]'),
)


def _misplaced(page: LexborHTMLParser) -> Iterator[str]:
    for selector in _FORBIDDEN:
        yield from (f"{selector}: {(node.html or '')[:80]}" for node in page.css(selector))
    named = {_value(node, "id") for node in page.css("input, select, textarea, button, output, meter, progress")}
    yield from (f"label zonder veld: {name}" for name in _all(page, "label[for]", "for") if name not in named)


def _value(node: LexborNode, name: str) -> str:
    return str(node.attributes.get(name) or "")


def _all(page: LexborHTMLParser, selector: str, name: str) -> Iterator[str]:
    return (_value(node, name) for node in page.css(selector))


def _loads(page: LexborHTMLParser) -> Iterator[str]:
    for tag, name in _LOADS.items():
        for node in page.css(f"{tag}[{name}]"):
            if tag != "link" or _FETCHED & set(_value(node, "rel").split()):
                yield _value(node, name)


def read_site(site: Path, *, strict: bool = True) -> dict[str, ReadPage]:
    """Every page of a site by its place; of many pages of one kind daily only the longest are read strictly."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    held = _held(files) if strict else frozenset()
    return {
        name: read_page(name, file.read_text(encoding="utf-8"), strict=name in held) for name, file in files.items()
    }


def _held(files: dict[str, Path]) -> frozenset[str]:
    """The pages that are held against the standard: those with most in them of each kind, which is its folder."""
    longest = sorted(files, key=lambda name: -files[name].stat().st_size)
    kinds: dict[str, list[str]] = {}
    for name in longest:
        kinds.setdefault(re.sub("(?<=/)[^/]+(?=/index.html$)", "", name), []).append(name)
    return frozenset(name for names in kinds.values() for name in (names if THOROUGH else names[:MOST]))


def save(pages: dict[str, ReadPage], file: Path) -> None:
    """Write what was read, for another process."""
    file.write_text(json.dumps([asdict(page) for page in pages.values()]), encoding="utf-8")


def load(file: Path) -> dict[str, ReadPage]:
    """What `save` wrote."""
    told = json.loads(file.read_text(encoding="utf-8"))
    pages = (ReadPage(*map(_tuple, page.values())) for page in told)
    return {page.name: page for page in pages}


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
