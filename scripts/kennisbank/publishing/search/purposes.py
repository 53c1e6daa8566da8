"""What pages that tell of many things are for: an overview is asked for in other words than its name."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...model.kinds import KINDS
from .compounds import words_of
from .pages import FOR_USE, Page
from .stems import stem
from .weighing import content_words
from .word_lists import WEAK_WORDS

ARTICLES = frozenset({"de", "het", "een", "s", "t"})
"""Also what is left of 's and 't."""

# Of cases there will be too many.
_CASES = f"{KINDS['case'].url}/"
# A description says several things that a page is for.
_CLAUSE = re.compile(r"[.,:;?!]")

Named = Sequence[Mapping[str, Any]]


def purposes_of(pages: Sequence[Page], named: Named) -> list[list[object]]:
    """The place of each page that tells of many things, and what it is for: stems of how it is called or asked.

    A heading that is a question says it too: 'Wat kost een CoP?'.
    """
    places = {page.address: place for place, page in enumerate(pages)}
    said = _said(pages, named)
    found: dict[int, set[str]] = {}
    for page in pages:
        known = said.get(page.address, [])
        if known or 0 < page.address.count("/") <= FOR_USE.get(page.kind, 0):
            told = set(filter(None, map(_purpose, (page.title, *known, *_CLAUSE.split(page.purpose)))))
            asked = (_purpose(part.heading) for part in page.sections if part.heading.endswith("?"))
            told.update(one for one in asked if one and not one.startswith("~"))
            if told:
                found[places[page.address]] = told
    return [[place, *sorted(told)] for place, told in sorted(found.items())]


def _said(pages: Sequence[Page], named: Named) -> dict[str, list[str]]:
    """By address what people say who look for a page; what has a definition is no way through the site."""
    known, found = {page.address for page in pages}, dict[str, list[str]]()
    for thing in named:
        if (
            not thing["kind"]
            and thing["page"] in known
            and (thing["page"] == _CASES or not thing["page"].startswith(_CASES))
        ):
            found.setdefault(thing["page"], []).extend([*thing["names"], *thing["asked"]])
    return found


def _purpose(name: str) -> str:
    """The stems of a name; after a `~` when its small words say as much: wanneer geen cop is more than cop."""
    content = content_words(name)
    enough = set(content) - WEAK_WORDS and (len(content) > 1 or not {*words_of(name)} - {*content, *ARTICLES, "alle"})
    return ("" if enough or not content else "~") + " ".join(sorted(set(map(stem, content))))
