"""Pagefind adapter: indexes the built pages, so that readers search without a server."""

import html
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import ascii_lowercase

from ...library.addresses import SYNONYMS
from .compounds import words_of
from .lean_client import make_lean
from .search_words import Groups, search_words
from .steady_index import make_steady

FOLDER = "pagefind"
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)<(?:a class=\"headerlink\"|/h1>)", re.DOTALL)
_META = re.compile(r'<meta name="kb:(filter|sort|meta):([a-z]+)" content="([^"]*)">')
# The same on every page, so that nobody looks for it: how to mend and cite the page.
_ABOUT = re.compile(r'<h2 id="over-deze-pagina".*|<span class="kb-edit">.*?</span>', re.DOTALL)
# Below the definition of a term, and on an overview, stand the titles of other pages: those answer better themselves.
_LISTS = re.compile(r"<(?:h2|ul|ol|table|form)\b.*", re.DOTALL)
_WITH_LISTS = ("onderwerp", "begrip", "overzicht")
_NOT_TEXT = re.compile(r"<(script|style|nav|svg|code|pre)\b.*?</\1>|<[^>]+>", re.DOTALL)
_SKIPPED = ".headerlink, .footnote-ref, .footnote-backref, .kb-network-frame, nav, script, style, svg, [hidden]"
# Parts of a page that say less about its subject than running text does.
_WEIGHTS = {"kb-facts": "0.5", "footnote": "0.2"}
# Ready-made interfaces of Pagefind, and its program for pages in no known language: the site uses neither.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.*")
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
        """The words of the page, without code: examples of mistakes are no words that a reader may have meant."""
        return _text(self.article)

    @property
    def subject(self) -> str:
        """What the page says that it is about: its title and its summary."""
        title = _TITLE.search(self.article)
        summary = [value for what, name, value in self.known if (what, name) == ("meta", "samenvatting")]
        return _text(" ".join([title[1] if title else "", *summary]))


def add_search_index(site: Path) -> None:
    """Write the search index of the site below `site`/pagefind; raises `IndexFailed` when Pagefind refuses.

    Pagefind reads copies of the pages, so that what only the index needs never reaches a reader's browser. It runs as
    a program: its Python interface takes a tenth of a second a page.
    """
    pages = list(_pages(site))
    groups: Groups = json.loads((site / SYNONYMS).read_text(encoding="utf-8"))
    words = search_words((page.text for page in pages), groups)
    beside = [words.beside(page.text) for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        for page, others in zip(pages, beside, strict=True):
            copy = Path(folder) / page.path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_copy(page, words.beside(page.subject), others), encoding="utf-8")
        _run(folder, site / FOLDER)
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    make_steady(site / FOLDER)
    make_lean(site / FOLDER)
    found_by = ({*words_of(page.text), *others} for page, others in zip(pages, beside, strict=True))
    _write_vocabulary(found_by, site / FOLDER / "words")


def _write_vocabulary(pages: Iterable[set[str]], folder: Path) -> None:
    """Write the words that readers may have meant, one file per first letter, so that a browser asks for few.

    Each says whether these are all words: only then a browser may say that no page holds a word.
    """
    counts = Counter(word for words in pages for word in words if len(word) > 2 and word.isalpha())
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    folder.mkdir()
    for letter in ascii_lowercase:
        words = sorted(word for word in common if word.startswith(letter))
        listed = {"words": words, "all": len(common) == len(counts)}
        (folder / f"{letter}.json").write_text(json.dumps(listed, separators=(",", ":")), encoding="utf-8")


def _pages(site: Path) -> Iterator[_Page]:
    """The pages that can be found, sorted: those that say what they are."""
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        known, article = tuple(_META.findall(text)), _ARTICLE.search(text)
        if known and article:
            content = _ABOUT.sub("", article[1])
            if any(("filter", "type", name) in known for name in _WITH_LISTS):
                content = _LISTS.sub("", content)
            yield _Page(file.relative_to(site).as_posix(), known, content)


def _text(markup: str) -> str:
    return html.unescape(_NOT_TEXT.sub(" ", markup))


def _copy(page: _Page, subject: list[str], beside: list[str]) -> str:
    """A page as Pagefind should read it, with the other words for its subject and for all of its text."""
    known = [f'<meta data-pagefind-{what}="{name}[content]" content="{value}">' for what, name, value in page.known]
    rest = [word for word in beside if word not in subject]
    for name, others in (("verwant", subject), ("woorden", rest)):
        known.append(f'<meta data-pagefind-meta="{name}[content]" content="{" ".join(others)}">')
    article = page.article
    for name, weight in _WEIGHTS.items():
        article = article.replace(f'class="{name}"', f'class="{name}" data-pagefind-weight="{weight}"')
    return f'<!doctype html><html lang="nl"><head>{"".join(known)}</head><body>{article}</body></html>'


def _run(pages: str, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", pages, "--output-path", str(target)]
    command += ["--exclude-selectors", _SKIPPED, "--force-language", "nl", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise IndexFailed(done.stderr + done.stdout)
