"""Renews the index of a site on which a few pages say something else, without weighing the others again.

A word that is new, or that is gone, can matter to other pages: compounds fall apart in other words. Those pages are
weighed again as well. What matters to all pages, or where they stand in the index, makes the whole index anew.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .compounds import can_be_part
from .pages import Page
from .search_index import ABOUT, CARDS, FOLDER, Known, card, card_file, shown, write_about
from .shards import Entry, as_json, decoded, encoded, version_of, written
from .stems import stem
from .weighing import Told, Weigher, content_words
from .word_files import files_of_words, groups_in, has_no_forms, named_in

_MANY = 200
"""Of more pages than this all can be weighed as well."""

Pair = tuple[Page, Page]


class AllMatters(Exception):
    """The whole index has to be made anew."""


@dataclass
class _Index:
    """The words of an index, each with its postings as they are written; the forms of stems, and what has a name."""

    words: dict[str, str]
    stems: dict[str, list[str]]
    names: dict[str, list[Entry]]

    def places_of(self, word: str) -> set[int]:
        """The pages with a word."""
        return {posting >> 6 for posting in decoded(self.words.get(word, ""))}

    def weigh(self, place: int, before: dict[str, int], after: dict[str, int]) -> None:
        """Put other levels of words for a page in the place of what it had."""
        for word in before.keys() | after.keys():
            if before.get(word) != after.get(word):
                others = [posting for posting in decoded(self.words.get(word, "")) if posting >> 6 != place]
                new = [place << 6 | after[word]] if word in after else []
                self.words[word] = encoded(sorted([*others, *new]))


def renew(site: Path, known: Known, pairs: Sequence[Pair], page_at: Callable[[str], Page | None]) -> Known:
    """Renew the index of `site` in place, for pages as they were and as they are; raises `AllMatters` and `OSError`.

    `page_at` gives any other page by its address. A file that changes is another file then: who has the old one under
    another name keeps it as it was.
    """
    if not all(_stays(*pair) for pair in pairs):
        raise AllMatters
    folder = site / FOLDER
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    old = folder / str(about["version"])
    texts = {name: (old / name).read_bytes() for name in _names_below(old)}
    told = known.told.without(before for before, _ in pairs)
    for _, after in pairs:
        told.add(after)
    index = _index(texts)
    before = {*index.words}
    _weigh(index, known, told, pairs, page_at)
    words = {word: postings for word, postings in sorted(index.words.items()) if postings}
    stems = index.stems if all(map(has_no_forms, before ^ words.keys())) else None
    made, about["shards"] = files_of_words(words, index.names, named_in(site), groups_in(site), stems)
    places = {address: place for place, address in enumerate(known.addresses)}
    made |= {f"p/{places[after.address]}.json": shown(after) for _, after in pairs}
    made |= _cards(texts, {places[after.address]: after for _, after in pairs})
    whole = {name: text for name, text in texts.items() if name[:2] not in ("w/", "l/")}
    whole |= {name: as_json(value) for name, value in made.items()}
    about["version"] = version_of(sorted(whole.items()))
    _put(whole, texts, old, folder / str(about["version"]))
    (folder / ABOUT).unlink()
    write_about(site, about)
    return replace(known, told=told)


def _stays(before: Page, after: Page) -> bool:
    """Whether a page stays where it is in the index, and what others know it by."""
    own = ("address", "title", "facets", "sorts", "called", "purpose")
    return all(getattr(before, name) == getattr(after, name) for name in own)


def _cards(texts: Mapping[str, bytes], changed: Mapping[int, Page]) -> dict[str, list[object]]:
    """The files with cards of which pages at these places changed."""
    files: dict[str, list[object]] = {name: json.loads(texts[name]) for name in {*map(card_file, changed)}}
    for place, page in changed.items():
        files[card_file(place)][place % CARDS] = card(page)
    return files


def _names_below(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as found:
        for one in found:
            yield from (f"{one.name}/{name}" for name in os.listdir(one.path)) if one.is_dir() else (one.name,)  # noqa: PTH208


def _index(texts: dict[str, bytes]) -> _Index:
    index = _Index({}, {}, {})
    for name, text in texts.items():
        if name.startswith("w/"):
            shard = json.loads(text)
            # What is no list holds the postings that stand apart from their words.
            words, stems, names, _ = shard if isinstance(shard, list) else (shard, {}, {}, [])
            index.words.update((word, told) for word, told in words.items() if isinstance(told, str))
            index.stems.update(stems)
            index.names.update(names)
    return index


def _weigh(
    index: _Index, known: Known, told: Told, pairs: Sequence[Pair], page_at: Callable[[str], Page | None]
) -> None:
    """Weigh the pages that changed, and others to which the words of these matter; `told` is what pages say now."""
    old, new = known.told.weigher(), told.weigher()
    words = content_words(" ".join(known.told.common.keys() ^ told.common.keys()))
    # A stem begins as its words do.
    common, now_common = (each.common_stems({word[0] for word in words}) for each in (known.told, told))
    if new.usual_length != old.usual_length or _names_again(told, common - now_common):
        raise AllMatters
    of = {before.address: (before, after) for before, after in pairs}
    touched = {place for word in _matter(index, old, new, now_common - common) for place in index.places_of(word)}
    if len(touched) > _MANY:
        raise AllMatters
    for address in (known.addresses[place] for place in touched):
        if address not in of:
            page = page_at(address)
            if page is None:
                raise AllMatters
            of[address] = (page, page)
    for place, address in enumerate(known.addresses):
        if address in of:
            before, after = of[address]
            index.weigh(place, old.of(before), new.of(after))


def _names_again(told: Told, stems: frozenset[str]) -> bool:
    """Whether words with these stems, that nobody uses as words any more, are names of places again."""
    first = {root[0] for root in stems}
    return any(stem(word) in stems for word in told.of_places if word[0] in first)


def _matter(index: _Index, old: Weigher, new: Weigher, common: frozenset[str]) -> Iterator[str]:
    """The words that say something else about a page, also about one that did not change.

    `common` are the stems of words that were only names before.
    """
    before, after = old.splitter.vocabulary, new.splitter.vocabulary
    changed = before ^ after
    parts = [word for word in changed if can_be_part(word)]
    hold = {word for part in parts for word in before | after if part in word}
    yield from (word for word in changed | hold if old.parts(word) != new.parts(word))
    first = {root[0] for root in common}
    yield from (word for word in index.words if word[0] in first and stem(word) in common)


def _put(whole: dict[str, bytes], before: dict[str, bytes], old: Path, new: Path) -> None:
    """Make the folder with the old files one with the new."""
    if new != old:
        old.rename(new)
    for name, text in before.items():
        if whole.get(name) != text:
            (new / name).unlink()
    for _ in written(((name, text) for name, text in whole.items() if before.get(name) != text), new):
        pass
