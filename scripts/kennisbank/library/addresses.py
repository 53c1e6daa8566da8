"""The URL plan: which page of the site belongs to what, and how links between source files become links there.

Pages are named by their Markdown path in the site (`lessen/kies-je-rol-bewust.md`), as MkDocs wants its links.
"""

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote, urlencode, urlsplit

from ..model.kinds import KINDS, LISTS
from .library import Library, Ref

OVERVIEWS = {
    "cases": "cases/index.md",
    "lessen": "lessen/index.md",
    "communities": "communities/index.md",
    "werkvormen": "werkvormen/index.md",
    "lessen/kaarten": "lessen/kaarten.md",
    "sessiepakket": "sessiepakket/index.md",
    "selectie": "selectie/index.md",
    "naast-elkaar": "naast-elkaar/index.md",
    "afslagen": "afslagen.md",
    "keuzehulp": "keuzehulp/index.md",
    "wat-stopte": "wat-stopte.md",
    "kaart": "kaart/index.md",
    "tijdlijn": "tijdlijn/index.md",
    "aflopen": "aflopen/index.md",
    "perioden": "perioden/index.md",
    "bronnen": "bronnen.md",
    "zoeken": "zoeken/index.md",
    "bewijs": "bewijs/index.md",
    "witte-vlekken": "witte-vlekken.md",
    "gemeenten-zoals-de-mijne": "gemeenten-zoals-de-mijne.md",
    "data": "data/index.md",
    "nieuw": "nieuw/index.md",
    "bijdragen": "bijdragen/index.md",
    "bijdragen/assistent": "bijdragen/assistent/index.md",
    "bijdragen/snel": "bijdragen/snel.md",
    "bijdragen/velden": "bijdragen/velden.md",
    "bijdragen/meldingen": "bijdragen/meldingen/index.md",
    "bijdragen/sjabloon": "bijdragen/sjabloon.md",
    "bijdragen/tabel": "bijdragen/tabel.md",
    "bijdragen/oogst": "bijdragen/oogst.md",
    "bijdragen/rapport": "redactie/rapport.md",
    **{terms.url: f"{terms.url}/index.md" for terms in LISTS.values()},
}

INVITATION = OVERVIEWS["bijdragen/assistent"]
"""Where a reader who knows a case starts to write it; the query string says what is known of it already."""

SYNONYMS = "assets/synonyms.json"
"""Where the site keeps the groups of words that mean the same to somebody who searches."""

PACKAGE = "data/transitieversneller.zip"
"""Where a published site keeps the zip of itself, to read without internet."""

NOT_TO_PUBLISH = "niet-publiceren.txt"
"""A file that stands in every site with concepts, and in no other: what publishes refuses a site that has it."""

NAMES = "assets/names.json"
"""Where the site keeps what people call things when they look for them, for the search index."""

LABELS = "assets/labels.json"
"""Where the site keeps what the values of the search filters are called."""

NEW_CASE = "site:nieuwe-case"
"""What a text links to for the page of GitHub where a new case begins, with the template in it."""

LONGEST_ADDRESS = 8000
"""GitHub answers longer addresses with an error."""

TargetKind = Literal["external", "anchor", "record", "page", "file", "overview", "missing", "outside", "invalid", "new"]


@dataclass(frozen=True)
class Target:
    """What a link in a source file points to: `path` is a path in the repository, or a page for an overview."""

    kind: TargetKind
    path: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Site:
    """What the build must know of the outside: where the sources can be edited, and whether concepts are shown.

    `url` is where the site is published and ends in a slash; it is empty when nobody said so. `moment` is
    the time of the commit that is built, in seconds since 1970; 0 when it is not known. `contact` is the mail address
    of the editors and `editors` says who they are: both as the host gave them, or empty.
    """

    repository: str = ""
    branch: str = "main"
    preview: bool = False
    url: str = ""
    moment: int = 0
    contact: str = ""
    editors: str = ""

    def address(self, page: str) -> str:
        """The full web address of a page or file; empty when nobody said where the site is published."""
        return self.url + web_path(page) if self.url else ""

    def reference(self, from_page: str, to_page: str) -> str:
        """A URL for data about `from_page`: the full address when it is known, else relative to that page."""
        return self.address(to_page) or relative_address(from_page, to_page)

    def edit_url(self, path: str) -> str:
        """Where a source file can be edited."""
        return f"{self.repository}/edit/{self.branch}/{path}"

    def new_url(self, folder: str, name: str = "", text: str = "") -> str:
        """Where a new file in a folder can be started; with a name and a text in it, as long as GitHub takes that."""
        address = f"{self.repository}/new/{self.branch}/{folder}"
        named = f"{address}?{urlencode({'filename': name})}" if name else address
        whole = f"{named}&{urlencode({'value': text})}"
        return whole if name and text and len(whole) <= LONGEST_ADDRESS else named


def page_of(ref: Ref) -> str:
    """The page of a record or term."""
    url = KINDS[ref.kind].url if ref.kind in KINDS else LISTS[ref.kind].url
    return f"{url}/{ref.id}.md"


def page_of_guide(kind: str, theme: str = "") -> str:
    """The page of the guide to a kind of choice, in all cases or in those of one theme."""
    return f"{OVERVIEWS['keuzehulp'].rpartition('/')[0]}/{kind}{f'/{theme}' if theme else ''}.md"


def page_of_path(path: str) -> str:
    """The page of a source file: records move to their own place, hand-written pages keep theirs below docs/."""
    folder, name = posixpath.split(path)
    for kind in KINDS.values():
        if folder == kind.folder:
            return f"{kind.url}/{name}"
    return path.removeprefix("docs/")


def link(from_page: str, to_page: str, anchor: str = "", **query: str) -> str:
    """A relative link from one page to another, as MkDocs validates it."""
    path = _relative(to_page, posixpath.dirname(from_page))
    asked = f"?{urlencode(query)}" if query else ""
    return f"{path}{asked}#{anchor}" if anchor else f"{path}{asked}"


@lru_cache(2**14)
def _relative(path: str, folder: str) -> str:
    """A path seen from a folder, both seen from the root of the site: as `posixpath.relpath`, which asks the system."""
    to, start = _steps(path), _steps(folder)
    shared = next((at for at, (one, other) in enumerate(zip(to, start, strict=False)) if one != other), None)
    shared = min(len(to), len(start)) if shared is None else shared
    return "/".join([".."] * (len(start) - shared) + to[shared:]) or "."


def _steps(path: str) -> list[str]:
    if "/." in f"/{path}":
        path = posixpath.normpath(f"/{path}")
    return [step for step in path.split("/") if step]


def web_path(page: str) -> str:
    """Where a page stands below the root of the site: `cases/tilburg-moed/`; files keep their name."""
    folder, name = posixpath.split(page)
    if not name.endswith(".md"):
        return page
    path = folder if name == "index.md" else page.removesuffix(".md")
    return f"{path}/" if path else ""


def relative_address(from_page: str, to_page: str) -> str:
    """The address of a page or file, relative to the address of another page (RFC 3986, 4.2).

    Raw HTML needs it: MkDocs rewrites the links in Markdown only.
    """
    to_path = web_path(to_page)
    path = _relative(to_path, web_path(from_page) if from_page.endswith(".md") else posixpath.dirname(from_page))
    return f"{path}/" if to_page.endswith(".md") else path


def beside(page: str, name: str) -> str:
    """The place of a file that belongs to a page, in the folder where the page is served from."""
    return posixpath.join(page.removesuffix(".md"), name)


def resolve(library: Library, from_path: str, target: str) -> Target:
    """What a link target written in the source file `from_path` points to."""
    if target == NEW_CASE:
        return Target("new")
    if target.startswith("site:"):
        page = OVERVIEWS.get(target.removeprefix("site:").partition("#")[0].strip("/"))
        return Target("overview", page) if page else Target("missing", target)
    try:
        parts = urlsplit(target)
    except ValueError:
        return Target("invalid", target)
    if parts.scheme in ("http", "https"):
        return Target("external" if "." in parts.netloc else "invalid", target)
    if parts.scheme or parts.netloc:
        return Target("invalid", target)
    if not parts.path:
        return Target("anchor", from_path, unquote(parts.fragment))
    if parts.path.startswith("/"):
        return Target("outside", parts.path)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(from_path), unquote(parts.path)))
    if not path.startswith(("cases/", "lessons/", "docs/")):
        return Target("outside", path)
    return Target(_kind_of(library, path), path, unquote(parts.fragment))


def _kind_of(library: Library, path: str) -> TargetKind:
    if path not in library.files:
        return "missing"
    if posixpath.dirname(path) in {kind.folder for kind in KINDS.values()} and path.endswith(".md"):
        return "record"
    return "page" if path.endswith(".md") else "file"
