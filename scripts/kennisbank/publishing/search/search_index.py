"""The search index: made from the built pages, so that readers search without a server.

`index.json` says how many pages there are, where each file begins, and which folder holds this version of the files:
a browser never mixes two versions, and may keep what it has for ever.
"""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from ...insights.facets import TYPE_LABELS
from ...library.addresses import NAMES, SYNONYMS
from .compounds import words_of
from .pages import Called, Page, pages_of
from .purposes import ARTICLES, Named, purposes_of
from .shards import Entry, shards_of, steps, write_all
from .stems import stem
from .verbs import with_verbs
from .weighing import Postings, content_words, is_place, postings_of
from .word_lists import FUNCTION_WORDS, SHAPE_WORDS, WEAK_WORDS

FOLDER = "zoekindex"
# Words that a reader may have meant; more would only make the download larger.
_MOST_WORDS = 20_000
# Nobody types a longer name from memory.
_LONGEST_NAME = 6
_ABBREVIATION = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
_ORDER = tuple(TYPE_LABELS)


def add_search_index(site: Path) -> None:
    """Write the search index of the site below `site`/zoekindex."""
    write_search_index(site, pages_of(site, called_in(site)))


def called_in(site: Path) -> dict[str, Called]:
    """What each page of the site itself is called."""
    return _called(_named(site))


def _named(site: Path) -> Named:
    named: Named = json.loads((site / NAMES).read_text(encoding="utf-8"))
    return named


def write_search_index(site: Path, found: Iterable[Page]) -> None:
    """Write the index of pages of the site, in any order, below `site`/zoekindex."""
    pages, named = sorted(found, key=_place), _named(site)
    words, groups = postings_of(pages), _groups(site)
    answers = _answers(pages, named)
    shards = shards_of(words, _stems(words, _abbreviations(named)), _names(pages, named))
    files: dict[str, object] = {
        **{f"w/{number}.json": [shard.words, shard.stems, shard.names] for number, shard in enumerate(shards.values())},
        **{f"p/{number}.json": _shown(page) for number, page in enumerate(pages)},
        **{f"n/{number}.json": answer for number, answer in enumerate(answers) if answer},
        "same.json": _same(words, groups),
        "purposes.json": purposes_of(pages, named),
        **{f"f/{name}.json": values for name, values in _facets(pages).items()},
        **{f"o/{name}.json": order for name, order in _orders(pages).items()},
        **{f"l/{letter}.json": known for letter, known in _vocabulary(words, _others(groups)).items()},
    }
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    version = write_all(files, site / FOLDER)
    kinds = Counter(page.kind for page in pages)
    about = {
        "version": version,
        "pages": len(pages),
        "kinds": {kind: kinds[kind] for kind in _ORDER if kinds[kind]},
        "shards": list(shards),
        "function_words": sorted(FUNCTION_WORDS),
        "shape_words": sorted(SHAPE_WORDS),
        "weak_words": sorted(WEAK_WORDS),
    }
    (site / FOLDER / "index.json").write_text(json.dumps(about, separators=(",", ":")), encoding="utf-8")


def _place(page: Page) -> tuple[int, str, str]:
    """Pages of one kind stand together and the newest cases come first, so that lists of them are short."""
    return _ORDER.index(page.kind), page.sorts.get("nieuw", ""), page.address


def _abbreviations(named: Named) -> set[str]:
    return {
        word for thing in named for name in thing["names"] if _ABBREVIATION.fullmatch(name) for word in words_of(name)
    }


def _stems(words: Postings, abbreviations: set[str]) -> dict[str, list[str]]:
    """The forms of each stem that is not its own only form; bomen are trees, and no forms of BOM."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(stem(word), []).append(word)
    forms = {root: _without(abbreviations, same) for root, same in with_verbs(found, words).items()}
    return {root: same for root, same in forms.items() if same != [root]}


def _without(abbreviations: set[str], forms: list[str]) -> list[str]:
    """The forms of a word, without abbreviations that only look like one; CoP and CoPs are forms of each other."""
    alone = len({form.removesuffix("s") for form in forms}) == 1
    return forms if alone else [form for form in forms if form not in abbreviations]


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
    return words if len(words) == 1 and (is_place(thing["kind"]) or _ABBREVIATION.fullmatch(name)) else []


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


def _shown(page: Page) -> dict[str, object]:
    """What a list of results shows of a page."""
    sections = [[section.anchor, section.heading, section.text] for section in page.sections]
    known = {"soort": page.called.kind, "samenvatting": page.called.about, "vraag": page.asked}
    meta = {**{name: value for name, value in known.items() if value}, **page.card}
    return {"url": page.address, "title": page.title, "type": page.kind, "meta": meta, "sections": sections}


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


def _groups(site: Path) -> list[list[str]]:
    """The words that mean the same, if the site has a list of them."""
    file = site / SYNONYMS
    groups: list[list[str]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
    return groups


def _same(words: Postings, groups: list[list[str]]) -> list[list[str]]:
    """Words that mean the same; a browser that asks for those that no page has (`~`) would fetch files for nothing."""
    stems = {*map(stem, words)}
    return [
        [phrase if {*map(stem, content_words(phrase))} <= stems else f"~{phrase}" for phrase in group]
        for group in groups
    ]


def _others(groups: list[list[str]]) -> set[str]:
    """The words of other ways to say what pages say: a reader may mistype these too."""
    return {word for group in groups for phrase in group for word in words_of(phrase)} - FUNCTION_WORDS


def _vocabulary(words: Postings, others: set[str]) -> dict[str, list[str]]:
    """The words that readers may have meant, per first letter, the most used first."""
    uses = {word: len(words.get(word, ())) for word in {*words, *others} if len(word) > 2 and word.isalpha()}
    common = sorted(uses, key=lambda word: (-uses[word], word))[:_MOST_WORDS]
    found: dict[str, list[str]] = {letter: [] for letter in ascii_lowercase}
    for word in common:
        found.get(word[0], []).append(word)
    return found
