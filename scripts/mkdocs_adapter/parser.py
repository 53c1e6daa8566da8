"""One parser of Markdown for all pages, where MkDocs makes a new one for each."""

import contextlib
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import markdown
from mkdocs.structure import pages

from kennisbank.reading.quick import quick

# Where MkDocs gets its parser of each page from, and what gives each link its address.
_MODULE, _LINKS = "markdown", "_RelativePathTreeprocessor"


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


class Parser:
    """A parser with the settings of a site; what MkDocs adds for a page takes the place of what it added before."""

    def __init__(self) -> None:
        """Make no parser yet: MkDocs says with which settings."""
        self._parser: markdown.Markdown | None = None

    @contextlib.contextmanager
    def shared(self) -> Iterator[None]:
        """Let MkDocs get this parser for a page; one that stumbled over a page is not used again."""
        ours = {_MODULE: SimpleNamespace(Markdown=self._as_new), _LINKS: _Links}
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
