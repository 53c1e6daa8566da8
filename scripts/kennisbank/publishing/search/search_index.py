"""The search index: made from the built pages, so that readers search without a server.

`index.json` says how many pages there are, where each file begins, and which folder holds this version of the files:
a browser never mixes two versions, and may keep what it has for ever.
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...insights.facets import TYPE_LABELS
from .compounds import words_of
from .pages import Called, Page, pages_of
from .purposes import ARTICLES, Named, purposes_of
from .shards import Entry, as_json, encoded, steps, version_of, written
from .stems import stem
from .weighing import Told, content_words, is_place, postings_by
from .word_files import ABBREVIATION, files_of_words, groups_in, named_in
from .word_lists import FUNCTION_WORDS, SHAPE_WORDS, WEAK_WORDS

FOLDER = "zoekindex"
ABOUT = "index.json"
_NEW = "nieuw"
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


def write_search_index(site: Path, found: Iterable[Page]) -> Known:
    """Write the index of pages of the site, in any order, below `site`/zoekindex; gives what it takes to renew it."""
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
        **{f"f/{name}.json": values for name, values in _facets(pages).items()},
        **{f"o/{name}.json": order for name, order in _orders(pages).items()},
    }
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    # One after the other: the texts of all pages together would be there once more.
    texts = ((name, as_json(_as_told(files[name]))) for name in sorted(files))
    version = version_of(written(texts, site / FOLDER / _NEW))
    (site / FOLDER / _NEW).rename(site / FOLDER / version)
    kinds = Counter(page.kind for page in pages)
    about = {
        "version": version,
        "pages": len(pages),
        "kinds": {kind: kinds[kind] for kind in _ORDER if kinds[kind]},
        "cards": CARDS,
        "shards": starts,
        "function_words": sorted(FUNCTION_WORDS),
        "shape_words": sorted(SHAPE_WORDS),
        "weak_words": sorted(WEAK_WORDS),
    }
    write_about(site, about)
    return Known(tuple(page.address for page in pages), told)


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


def _facets(pages: Sequence[Page]) -> dict[str, dict[str, list[int]]]:
    """For each facet and value, both sorted, the places of the pages that have it, as steps."""
    found: dict[str, dict[str, list[int]]] = {}
    for place, page in enumerate(pages):
        for name, values in page.facets.items():
            for value in values:
                found.setdefault(name, {}).setdefault(value, []).append(place)
    return {
        name: {value: list(steps(places)) for value, places in sorted(values.items())}
        for name, values in sorted(found.items())
    }


def _orders(pages: Sequence[Page]) -> dict[str, list[int]]:
    """For each order the places of the pages that have it, the first one first."""
    names = sorted({name for page in pages for name in page.sorts})
    known = {
        name: [(page.sorts[name], place) for place, page in enumerate(pages) if name in page.sorts] for name in names
    }
    return {name: [place for _, place in sorted(keys)] for name, keys in known.items()}
