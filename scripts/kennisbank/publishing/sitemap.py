"""Puts a sitemap that grew too large in parts, with an index of these in its place.

Search engines take so many addresses and so many bytes in one file and no more: a file above that is not read at all.
See https://www.sitemaps.org/protocol.html#index. What leads to the sitemap, such as robots.txt, stays as it is.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

NAME = "sitemap.xml"
_MOST, _LARGEST = 50_000, 52_428_800
_BEGIN, _BETWEEN, _END = "<url>", "\n  ", "</url>"
_INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}
</sitemapindex>
"""


def split_sitemap(site: Path, address: str, most: int = _MOST, largest: int = _LARGEST) -> None:
    """Split the sitemap in the folder `site`, published at `address`, when one file may not hold it; else leave it.

    One file may hold `most` addresses, and be `largest` bytes.
    """
    file = site / NAME
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    if text.count(_END) <= most and len(text.encode("utf-8")) <= largest:
        return
    start, *urls = text.replace(_END, _BEGIN).split(_BEGIN)
    end = urls.pop()
    names = []
    for number, part in enumerate(_parts(urls[::2], most, largest - len(f"{start}{end}".encode())), 1):
        names.append(f"sitemap-{number}.xml")
        (site / names[-1]).write_text(f"{start}{_BETWEEN.join(part)}{end}", encoding="utf-8")
    told = (f"  <sitemap><loc>{escape(address.rstrip('/'))}/{name}</loc></sitemap>" for name in names)
    file.write_text(_INDEX.format("\n".join(told)), encoding="utf-8")


def _parts(urls: Sequence[str], most: int, room: int) -> Iterator[list[str]]:
    """The same addresses in groups, each of at most so many of them and so many bytes."""
    part, size = list[str](), 0
    for url in (f"{_BEGIN}{url}{_END}" for url in urls):
        more = len(f"{_BETWEEN}{url}".encode())
        if part and (len(part) == most or size + more > room):
            yield part
            part, size = [], 0
        part.append(url)
        size += more
    yield part
