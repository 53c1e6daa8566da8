"""One parser of Markdown for all pages, where MkDocs makes a new one for each."""

import contextlib
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import markdown
from mkdocs.structure import pages

from kennisbank.reading.plain_tags import anchors_in
from kennisbank.reading.quick import quick

# Where MkDocs gets its parser of each page from, what gives each link its address, and what looks for anchors in HTML.
_MODULE, _LINKS, _ANCHORS = "markdown", "_RelativePathTreeprocessor", "_RawHTMLPreprocessor"


class _Links(pages._RelativePathTreeprocessor):  # noqa: SLF001 - MkDocs has no other name for it
    """Gives links their address as MkDocs does, each once a page: a page with a remark about one is not kept."""

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        self._known: dict[str, str] = {}

    def path_to_url(self, url: str) -> str:
        """The address of a link as it is in the site."""
        known = self._known.get(url)
        if known is None:
            known = self._known[url] = super().path_to_url(url)
        return known


class _Anchors(pages._RawHTMLPreprocessor):  # noqa: SLF001 - as above
    """Finds the anchors in HTML as MkDocs does, in a text with plain tags from these alone."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines as they are."""
        found = anchors_in("\n".join(lines))
        if found is None:
            return super().run(lines)
        self.present_anchor_ids = found
        return lines


class Parser:
    """A parser with the settings of a site; what MkDocs adds for a page takes the place of what it added before."""

    def __init__(self) -> None:
        """Make no parser yet: MkDocs says with which settings."""
        self._parser: markdown.Markdown | None = None

    @contextlib.contextmanager
    def shared(self) -> Iterator[None]:
        """Let MkDocs get this parser for a page; one that stumbled over a page is not used again."""
        ours = {_MODULE: SimpleNamespace(Markdown=self._as_new), _LINKS: _Links, _ANCHORS: _Anchors}
        before = {name: getattr(pages, name) for name in ours}
        vars(pages).update(ours)
        try:
            yield
        except BaseException:
            self._parser = None
            raise
        finally:
            vars(pages).update(before)

    def _as_new(self, **settings: Any) -> markdown.Markdown:
        """The parser, without anything of the page before."""
        if self._parser is None:
            self._parser = quick(markdown.Markdown(**settings))
        return self._parser.reset()
