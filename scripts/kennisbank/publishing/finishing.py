"""What is done to a site once MkDocs (or another generator) has built it: it judges each page and writes it, once."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from .content_security import NoPlace, secured
from .lean_styles import lighten
from .page_guard import Refused, guard
from .processes import in_parallel
from .search.pages import Called, Page, address_of, page_from
from .search.search_index import called_in, write_search_index
from .theme_scripts import scripts_of
from .version import version_of, with_version

_FEW = 200
"""Fewer pages than half of this are finished sooner than another process starts."""
_BROKEN = (
    "De site is niet afgemaakt: de computer brak een van de processen af, misschien omdat het geheugen vol was.\n"
    "Sluit andere programma's en probeer het opnieuw."
)


def finish(
    site: Path, address: str = "", root: Path | None = None, told: Callable[[int, int], None] = lambda *_: None
) -> None:
    """Finish the site in the folder `site`, published at `address`, in place; raises `Refused` and `NoPlace`.

    `root` is the project that it was built from, which knows its version; `told` hears how many pages are done, of how
    many.
    """
    # A server packs what it sends, and every zlib does so in its own way.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    last = _Last(site, address, version_of(root) if root else "", called_in(site), lighten(site))
    files = sorted(site.rglob("*.html"))
    found: list[Page] = []
    done = 0
    try:
        for number, pages in in_parallel(last.touch, files, _FEW):
            found += pages
            done += number
            told(done, len(files))
    except BrokenProcessPool as error:
        raise Refused(_BROKEN) from error
    write_search_index(site, found)


@dataclass(frozen=True)
class _Last:
    """What every page of a site gets in the end, and all that this takes."""

    site: Path
    address: str
    version: str
    called: Mapping[str, Called]
    asks_less: Callable[[str], str]

    def touch(self, files: Sequence[Path]) -> tuple[int, list[Page]]:
        """Judge pages and finish them in place; gives how many there were, and those that can be found."""
        found = [self._touched(file) for file in files]
        return len(files), [page for page in found if page]

    def _touched(self, file: Path) -> Page | None:
        name, html = file.relative_to(self.site).as_posix(), file.read_bytes().decode("utf-8")
        guard(html, name, self.address)
        try:
            whole = secured(with_version(self.asks_less(html), self.version), scripts_of(name, self.address))
        except NoPlace as error:
            raise NoPlace(name) from error
        file.write_bytes(whole.encode("utf-8"))
        at = address_of(name)
        return None if at is None else page_from(html, at, self.called.get(at, Called()))
