"""One page of every kind that the site has: found by its kind in whatever library there is, never by its name.

Of the kinds that editors write, it is the longest: what fits there, fits everywhere.
"""

from collections.abc import Callable, Iterable
from functools import partial

from kennisbank.building.pages.choice_guides import memo_of
from kennisbank.insights.case_facets import FacetValue, case_facets
from kennisbank.insights.sessions import contrasting
from kennisbank.library.addresses import page_of, page_of_guide, web_path
from kennisbank.library.entries import Entry
from kennisbank.library.library import Library, Ref

from .chance import some


def _longest(entries: Iterable[Entry]) -> str:
    return max(entries, key=lambda entry: (len(entry.document.text), entry.id)).id


def longest(library: Library, kind: str) -> str:
    """The id of the record of a kind with the longest text."""
    return _longest(library.of_kind(kind))


def _record(kind: str, library: Library) -> str:
    return web_path(page_of(Ref(kind, longest(library, kind))))


def _council(library: Library) -> str:
    return f"{_record('case', library)}raad/"


def _case_with(field: str, library: Library) -> str:
    """The longest case that has the field; where none has, the longest."""
    cases = library.of_kind("case")
    have = [entry for entry in cases if getattr(library.cases[entry.id], field)]
    return web_path(page_of(Ref("case", _longest(have or cases))))


def _value(name: str, library: Library) -> FacetValue:
    """The choice of a facet with most cases."""
    (facet,) = (facet for facet in case_facets(library) if facet.name == name)
    return max(facet.values, key=lambda value: (len(value.cases), value.id))


def _chosen(name: str, library: Library) -> str:
    return web_path(_value(name, library).page)


def _of_theme(folder: str, library: Library) -> str:
    """The page below a folder for the theme with most cases."""
    return f"{folder}/{_value('thema', library).id}/"


def _pack(library: Library) -> str:
    """A pack needs three cases that differ; the theme with most has them."""
    assert contrasting(library, list(_value("thema", library).cases))
    return _of_theme("sessiepakket", library)


def _term(folder: str, list_name: str, library: Library) -> str:
    """The term with the longest definition."""
    terms = library.term_list(list_name)
    return f"{folder}/{max(terms, key=lambda name: (len(str(terms[name])), name))}/"


def _town(library: Library) -> str:
    """A municipality with a case."""
    return f"gemeenten/{min(place for case in library.cases.values() for place in case.places)}/"


def _choice(library: Library) -> str:
    """The kind of choice that was made most."""
    kinds = [turn.kind for case in library.cases.values() for turn in case.turns if turn.kind]
    return max(kinds, key=lambda kind: (kinds.count(kind), kind))


def _choice_kind(library: Library) -> str:
    return f"soorten-keuzes/{_choice(library)}/"


def _guide(library: Library) -> str:
    return web_path(page_of_guide(_choice(library)))


def _memo(library: Library) -> str:
    return web_path(memo_of(page_of_guide(_choice(library))))


def _always(path: str, _: Library) -> str:
    return path


# Pages of the site itself: these addresses are promises, and the navigation holds them.
_FIXED = (
    *("cases/", "lessen/", "afslagen/", "over/", "bijdragen/", "bijdragen/assistent/", "bijdragen/velden/"),
    *("bijdragen/tabel/", "bijdragen/oogst/", "redactie/", "redactie/rapport/", "beheer/eigen-server/", "begrippen/"),
    *("bijdragen/meldingen/KB203/", "zoeken/", "lessen/kaarten/", "sessiepakket/", "selectie/", "zoekwoorden/"),
    *("bewijs/", "witte-vlekken/", "gemeenten-zoals-de-mijne/", "kaart/", "provincies/", "tijdlijn/", "404.html"),
    *("naast-elkaar/", "bronnen/", "bijdragen/snel/", "verkennen/", "keuzehulp/", "wat-stopte/"),
)
# Kinds that together show all that any page does, and two whose text or place is unlike all others: held by a test.
DAILY = frozenset(
    (
        *("home", "cases/", "lessen/", "afslagen/", "bijdragen/assistent/", "bijdragen/oogst/", "beheer/eigen-server/"),
        *("zoeken/", "lessen/kaarten/", "selectie/", "bewijs/", "witte-vlekken/", "gemeenten-zoals-de-mijne/"),
        *(
            "kaart/",
            "tijdlijn/",
            "404.html",
            "naast-elkaar/",
            "bronnen/",
            "keuzehulp/",
            "bijdragen/snel/",
            "wat-stopte/",
        ),
        *("een case", "een case met nieuws", "een case met foto", "een case voor de raad", "een les"),
        *("een keuzehulp", "een memo", "een thema", "een gemeente", "een sessiepakket"),
    )
)
# Kinds that together run every script of ours, and one that most readers open: held by a test as well.
AT_WORK = frozenset(
    (
        *("home", "cases/", "bijdragen/assistent/", "bijdragen/snel/", "zoeken/", "selectie/", "bewijs/", "404.html"),
        *("gemeenten-zoals-de-mijne/", "kaart/", "naast-elkaar/", "bronnen/", "een case"),
    )
)
# Kinds that are laid out each in its own way: running text, cards, tables, drawings, and what is made for paper.
LAID_OUT = frozenset(
    (
        *("home", "cases/", "bewijs/", "tijdlijn/", "bronnen/", "lessen/kaarten/", "naast-elkaar/"),
        *("een case", "een case voor de raad", "een les", "een memo", "een sessiepakket"),
    )
)
# What has a form or a list of its own, so that it may weigh or scroll differently, is asked for by name in tests.
PAGE_KINDS: dict[str, Callable[[Library], str]] = {
    "home": partial(_always, ""),
    **{path: partial(_always, path) for path in _FIXED},
    "een case": partial(_record, "case"),
    "een les": partial(_record, "lesson"),
    "een community": partial(_record, "community"),
    "een werkvorm": partial(_record, "werkvorm"),
    "een case voor de raad": _council,
    "een case met nieuws": partial(_case_with, "news"),
    "een case met foto": partial(_case_with, "photo"),
    "een afloop": partial(_chosen, "afloop"),
    "een periode": partial(_chosen, "periode"),
    "een thema": partial(_chosen, "thema"),
    "een gemeente": _town,
    "een begrip": partial(_term, "begrippen", "glossary"),
    "afslagen van een thema": partial(_of_theme, "afslagen"),
    "bewijs van een thema": partial(_of_theme, "bewijs"),
    "een sessiepakket": _pack,
    "een soort keuze": _choice_kind,
    "een keuzehulp": _guide,
    "een memo": _memo,
}
# For tests that open each of them in a browser.
SEEN = some(PAGE_KINDS, daily=DAILY)
RUN = some(PAGE_KINDS, daily=AT_WORK)
PRINTED = some(PAGE_KINDS, daily=LAID_OUT)
