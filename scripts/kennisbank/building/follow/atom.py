"""A feed as XML (Atom, RFC 4287), for the program in which people read what is new."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date

from ...insights.latest import Change, last_day
from ...library.addresses import Site, page_of
from ...library.library import Library, Ref
from ...reading.prose import plain
from ...reading.source_dates import dutch_moment
from ..citing import AUTHOR, LICENCE, LICENCE_URL, tag_of
from .feeds import Feed

_SPACE = "http://www.w3.org/2005/Atom"
# XML 1.0 (2.2) has no way to write these.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Element = ET.Element


def atom(library: Library, site: Site, feed: Feed, changes: tuple[Change, ...], otherwise: date) -> str:
    """The feed with these changes, the newest first; `otherwise` is its day when there are none.

    Addresses are relative to the feed when nobody said where the site is published; ids never depend on that.
    """
    root = Element("feed", {"xmlns": _SPACE, "xml:lang": "nl"})
    _add(root, "id", tag_of(feed.uri))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(last_day(changes) if changes else otherwise))
    _link(root, "self", site.reference(feed.uri, feed.uri), "application/atom+xml")
    _link(root, "alternate", site.reference(feed.uri, feed.page), "text/html")
    _link(root, "license", LICENCE_URL, "text/html")
    _add(_add(root, "author"), "name", AUTHOR)
    _add(root, "rights", f"{LICENCE}, {AUTHOR}")
    for change in changes:
        _entry(root, library, site, feed, change)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(root: Element, library: Library, site: Site, feed: Feed, change: Change) -> None:
    entry = _add(root, "entry")
    page = page_of(change.ref)
    _add(entry, "id", tag_of(page.removesuffix(".md")))
    _add(entry, "title", change.record.title)
    _add(entry, "updated", _moment(change.day))
    _link(entry, "alternate", site.reference(feed.uri, page), "text/html")
    _add(entry, "summary", " ".join(_told(change)))
    kind = change.entry.kind
    _add(entry, "category", term=kind.name, label=kind.label.capitalize())
    for theme in getattr(change.record, "themes", ()):
        _add(entry, "category", term=theme, label=library.title_of(Ref("themes", theme)))


def _told(change: Change) -> Iterable[str]:
    """The summary of a record, and what happened last when something did."""
    yield " ".join(plain(change.record.summary).split())
    for news in change.news[:1]:
        yield f"Sindsdien, {dutch_moment(news.date)}: {' '.join(plain(news.what).split())}"


def _moment(day: date) -> str:
    """A day as a moment (RFC 3339): the library knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    clean = {key: _UNWRITABLE.sub("", value) for key, value in attributes.items()}
    child = ET.SubElement(parent, name, clean)
    child.text = _UNWRITABLE.sub("", text) or None
    return child


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    _add(parent, "link", rel=rel, href=href, type=kind)
