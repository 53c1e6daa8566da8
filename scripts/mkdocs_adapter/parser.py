"""One parser of Markdown for all pages, where MkDocs makes a new one for each."""

import contextlib
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import markdown
from mkdocs.structure import pages

from kennisbank.reading.inline import sooner

# Where MkDocs gets its parser of each page from.
_MODULE = "markdown"


class Parser:
    """A parser with the settings of a site; what MkDocs adds for a page takes the place of what it added before."""

    def __init__(self) -> None:
        """Make no parser yet: MkDocs says with which settings."""
        self._parser: markdown.Markdown | None = None

    @contextlib.contextmanager
    def shared(self) -> Iterator[None]:
        """Let MkDocs get this parser for a page; one that stumbled over a page is not used again."""
        before = getattr(pages, _MODULE)
        setattr(pages, _MODULE, SimpleNamespace(Markdown=self._as_new))
        try:
            yield
        except BaseException:
            self._parser = None
            raise
        finally:
            setattr(pages, _MODULE, before)

    def _as_new(self, **settings: Any) -> markdown.Markdown:
        """The parser, without anything of the page before."""
        if self._parser is None:
            self._parser = sooner(markdown.Markdown(**settings))
        return self._parser.reset()
