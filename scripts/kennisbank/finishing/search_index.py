"""Pagefind adapter: indexes the built pages, so that readers search without a server."""

import html
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import ascii_lowercase

from ..compounds import words_of
from ..search_words import Groups, SearchWords, search_words
from ..site import SYNONYMS
from .lean_client import make_lean
from .steady_index import make_steady

FOLDER = "pagefind"
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_META = re.compile(r'<meta name="kb:(filter|sort|meta):([a-z]+)" content="([^"]*)">')
_NOT_TEXT = re.compile(r"<(script|style|nav|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
_SKIPPED = ".headerlink, .footnote-backref, .kb-about, nav, script, style, svg, [hidden], .md-content__button"
# Ready-made interfaces of Pagefind, which the site does not use.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
# Words that a reader may have meant; more would only make the download larger.
_MOST_WORDS = 20_000


class IndexFailed(Exception):
    """Pagefind refused; the message is what it said."""


@dataclass(frozen=True)
class _Page:
    """A built page: where it is, what is known about it, and its content as HTML."""

    path: str
    known: tuple[tuple[str, str, str], ...]
    article: str

    @cached_property
    def text(self) -> str:
        return html.unescape(_NOT_TEXT.sub(" ", self.article))


def add_search_index(site: Path) -> None:
    """Write the search index of the site below `site`/pagefind; raises `IndexFailed` when Pagefind refuses.

    Pagefind reads copies of the pages, so that what only the index needs never reaches a reader's browser. It runs as
    a program: its Python interface takes a tenth of a second a page.
    """
    pages = list(_pages(site))
    groups: Groups = json.loads((site / SYNONYMS).read_text(encoding="utf-8"))
    words = search_words((page.text for page in pages), groups)
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            copy = Path(folder) / page.path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_copy(page, words), encoding="utf-8")
        _run(folder, site / FOLDER)
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    make_steady(site / FOLDER)
    make_lean(site / FOLDER)
    _write_vocabulary(pages, site / FOLDER / "words")


def _write_vocabulary(pages: list[_Page], folder: Path) -> None:
    """Write the words that readers may have meant, one file per first letter, so that a browser asks for few."""
    counts = Counter(word for page in pages for word in set(words_of(page.text)) if len(word) > 2 and word.isalpha())
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    folder.mkdir()
    for letter in ascii_lowercase:
        words = sorted(word for word in common if word.startswith(letter))
        (folder / f"{letter}.json").write_text(json.dumps(words, separators=(",", ":")), encoding="utf-8")


def _pages(site: Path) -> Iterator[_Page]:
    """The pages that can be found, sorted: those that say what they are."""
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        known, article = tuple(_META.findall(text)), _ARTICLE.search(text)
        if known and article:
            yield _Page(file.relative_to(site).as_posix(), known, article[1])


def _copy(page: _Page, words: SearchWords) -> str:
    """A page as Pagefind should read it."""
    known = [f'<meta data-pagefind-{what}="{name}[content]" content="{value}">' for what, name, value in page.known]
    beside = " ".join(words.beside(page.text))
    known.append(f'<meta data-pagefind-meta="woorden[content]" content="{beside}">')
    return f'<!doctype html><html lang="nl"><head>{"".join(known)}</head><body>{page.article}</body></html>'


def _run(pages: str, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", pages, "--output-path", str(target)]
    command += ["--exclude-selectors", _SKIPPED, "--force-language", "nl", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise IndexFailed(done.stderr + done.stdout)
