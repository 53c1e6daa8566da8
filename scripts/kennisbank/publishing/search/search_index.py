"""The search index: made from the built pages, so that readers search without a server.

`index.json` says how many pages there are, where each file begins, and which folder holds this version of the files:
a browser never mixes two versions, and may keep what it has for ever.
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from ...insights.facets import TYPE_LABELS
from ..processes import in_parallel
from .compounds import words_of
from .lists import facets_of, orders_of
from .pages import Called, Page, pages_of
from .purposes import ARTICLES, Named, purposes_of
from .shards import Entry, as_json, encoded, version_of, written
from .stems import stem
from .weighing import Told, content_words, is_place, postings_by
from .word_files import ABBREVIATION, files_of_words, groups_in, named_in
from .word_lists import FUNCTION_WORDS, SHAPE_WORDS, WEAK_WORDS

FOLDER = "zoekindex"
ABOUT = "index.json"
_NEW = "nieuw"
_FEW, _TOGETHER = 1_000, 100
"""Half as many files as this are written sooner than another process starts; so many are at a time."""
# Nobody types a longer name from memory.
_LONGEST_NAME = 6
_ORDER = tuple(TYPE_LABELS)
CARDS = 10
"""So many cards stand in one file: few for who needs one of them, many for who needs all that stand together."""
# What a card leaves to the whole page.
_NO_CARD = frozenset({"samenvatting", "soort"})


@dataclass(frozen=True)
class Known:
    """What it takes to renew an index besides its files: the addresses of its pages in order, and what they say."""

    addresses: tuple[str, ...]
    told: Told


def add_search_index(site: Path) -> None:
    """Write the search index of the site below `site`/zoekindex."""
    write_search_index(site, pages_of(site, called_in(site)))


def called_in(site: Path) -> dict[str, Called]:
    """What each page of the site itself is called."""
    return _called(named_in(site))


@dataclass(frozen=True)
class Index:
    """The index of a site: its files by name, with which word each of those with the words begins, and of what it is.

    The pages are among the files.
    """

    files: Mapping[str, object]
    starts: Sequence[str]
    pages: Sequence[Page]
    told: Told

    def put(self, site: Path) -> Known:
        """Write it below `site`/zoekindex; gives what it takes to renew it. Raises what `in_parallel` does."""
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        new, names = site / FOLDER / _NEW, sorted(self.files)
        # Some at a time: the texts of all pages together would be there once more.
        texts = in_parallel(partial(self._put_some, new), names, _FEW, _TOGETHER)
        version = version_of(chain.from_iterable(texts))
        new.rename(new.with_name(version))
        write_about(site, self._about(version))
        return Known(tuple(page.address for page in self.pages), self.told)

    def _put_some(self, folder: Path, names: Sequence[str]) -> list[tuple[str, bytes]]:
        return [*written(((name, as_json(_as_told(self.files[name]))) for name in names), folder)]

    def _about(self, version: str) -> dict[str, object]:
        kinds = Counter(page.kind for page in self.pages)
        return {
            "version": version,
            "pages": len(self.pages),
            "kinds": {kind: kinds[kind] for kind in _ORDER if kinds[kind]},
            "cards": CARDS,
            "shards": self.starts,
            "function_words": sorted(FUNCTION_WORDS),
            "shape_words": sorted(SHAPE_WORDS),
            "weak_words": sorted(WEAK_WORDS),
        }


def write_search_index(site: Path, found: Iterable[Page]) -> Known:
    """Write the index of pages of the site, in any order, below `site`/zoekindex; gives what it takes to renew it."""
    return index_of(site, found).put(site)


def index_of(site: Path, found: Iterable[Page]) -> Index:
    """The index of pages of the site, in any order."""
    pages, named, told = sorted(found, key=_place), named_in(site), Told()
    for page in pages:
        told.add(page)
    words = {word: encoded(postings) for word, postings in postings_by(told.weigher(), pages).items()}
    answers = _answers(pages, named)
    of_words, starts = files_of_words(words, _names(pages, named), named, groups_in(site))
    files: dict[str, object] = {
        **of_words,
        **{f"p/{number}.json": page for number, page in enumerate(pages)},
        **{card_file(place): _cards(pages[place : place + CARDS]) for place in range(0, len(pages), CARDS)},
        **{f"n/{number}.json": answer for number, answer in enumerate(answers) if answer},
        "purposes.json": purposes_of(pages, named),
        **{f"f/{name}.json": values for name, values in facets_of(pages).items()},
        **{f"o/{name}.json": order for name, order in orders_of(pages).items()},
    }
    return Index(files, starts, pages, told)


def _as_told(value: object) -> object:
    return shown(value) if isinstance(value, Page) else value


def write_about(site: Path, about: Mapping[str, object]) -> None:
    """Write the file that a browser reads first."""
    (site / FOLDER / ABOUT).write_text(json.dumps(about, separators=(",", ":")), encoding="utf-8")


def _place(page: Page) -> tuple[int, str, str]:
    """Pages of one kind stand together and the newest cases come first, so that lists of them are short."""
    return _ORDER.index(page.kind), page.sorts.get("nieuw", ""), page.address


def _called(named: Named) -> dict[str, Called]:
    """What each page itself is called; the names of a place that it tells of beside others are no words of the page."""
    found: dict[str, Called] = {}
    for thing in named:
        if not thing["beside"]:
            known = found.get(thing["page"], Called())
            found[thing["page"]] = Called(
                (*known.names, *thing["names"]),
                known.kind or thing["kind"],
                known.about or thing["text"],
                (*known.parts, *thing["lesser"]),
                (*known.asked, *thing["asked"]),
            )
    return found


def _answers(pages: Sequence[Page], named: Named) -> list[dict[str, object] | None]:
    """The short answer of each thing that has one and whose page can be found."""
    places = {page.address: place for place, page in enumerate(pages)}
    shown = ("label", "kind", "text", "beside")
    return [
        {"page": places[thing["page"]], **{key: thing[key] for key in shown}}
        if thing["text"] and thing["page"] in places
        else None
        for thing in named
    ]


def _names(pages: Sequence[Page], named: Named) -> dict[str, list[Entry]]:
    """What things are called, as `name_key` makes it.

    For each the place of its page, the number of its answer (or -1), and 1 when it is only the name of a part; last the
    very word that must be asked for, when that is a name which has no other forms.
    """
    places = {page.address: place for place, page in enumerate(pages)}
    called: list[tuple[str, Entry]] = [
        (name, [places[page.address], -1, 0]) for page in pages for name in _titles(page)
    ]
    for number, thing in enumerate(named):
        if thing["page"] in places:
            entry: Entry = [places[thing["page"]], number if thing["text"] else -1]
            called += [(name, [*entry, 0, *_unchanging(thing, name)]) for name in thing["names"]]
            # A village that is called Een is not what een asks for.
            lesser = filter(content_words, thing["lesser"])
            called += [(name, [*entry, 1, *_unchanging(thing, name)]) for name in lesser]
    found: dict[str, list[Entry]] = {}
    for name, entry in called:
        for key in _name_keys(name):
            if entry not in found.setdefault(key, []):
                found[key].append(entry)
    return found


def _unchanging(thing: Mapping[str, Any], name: str) -> list[str]:
    """A name of one word that is an abbreviation or a place, as people type it."""
    words = words_of(name)
    return words if len(words) == 1 and (is_place(thing["kind"]) or ABBREVIATION.fullmatch(name)) else []


def _name_keys(name: str) -> set[str]:
    """A name as people type it, and by its content words alone, in any order, when there are several of these."""
    content = content_words(name)
    keys = {name_key(name), " ".join(sorted(map(stem, content))) if len(content) > 1 else ""}
    return {key for key in keys if key and key.count(" ") < _LONGEST_NAME}


def _titles(page: Page) -> tuple[str, str]:
    """The title of a page, and what stands before a colon in it."""
    return page.title, page.title.partition(":")[0]


def name_key(name: str) -> str:
    """A name such that its plural and an article before it make no difference."""
    words = words_of(name)
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(map(stem, words))


def shown(page: Page) -> dict[str, object]:
    """What a list of results shows of a page."""
    sections = [[section.anchor, section.heading, section.text] for section in page.sections]
    known = {"soort": page.called.kind, "samenvatting": page.called.about, "vraag": page.asked}
    meta = {**{name: value for name, value in known.items() if value}, **page.card}
    return {"url": page.address, "title": page.title, "type": page.kind, "meta": meta, "sections": sections}


def card_file(place: int) -> str:
    """The file with the card of the page at this place, which is number `place % CARDS` in it."""
    return f"c/{place // CARDS}.json"


def card(page: Page) -> dict[str, object]:
    """What the explorer shows of a page that fits a choice, without its texts."""
    asked = {"vraag": page.asked} if page.asked else {}
    meta = asked | {name: value for name, value in page.card.items() if name not in _NO_CARD}
    return {"url": page.address, "title": page.title, "meta": meta}


def _cards(pages: Sequence[Page]) -> list[dict[str, object]]:
    return [card(page) for page in pages]
