"""What a page says about itself to programs: schema.org in JSON-LD (https://www.w3.org/TR/json-ld11/)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..library.addresses import OVERVIEWS, Site, page_of
from ..library.library import Entry, Library, Ref
from ..library.open_gaps import known_day, known_years
from ..library.places import provinces_of, regions_of
from ..model.parts import Period, Source
from ..model.records import Case, Community, Lesson, Record
from ..model.terms import AnyTerm
from ..reading.prose import plain
from .citing import AUTHOR, LICENCE_URL, SITE_NAME

Node = Mapping[str, Any]

WORK = "Article"
LESSON = "LearningResource"
_COLLECTIONS = {
    page
    for name, page in OVERVIEWS.items()
    if name.partition("/")[0] not in ("bijdragen", "data", "zoeken", "selectie")
}
_HOME = "index.md"
# What schema.org calls our places (https://schema.org/AdministrativeArea); a State is "a state or province".
_PLACES = {"municipalities": "City", "regions": "AdministrativeArea", "provinces": "State"}


def graph_of(
    site: Site, page: str, title: str, description: str, crumbs: Iterable[tuple[str, str]], about: Node
) -> Node:
    """Everything a page says about itself; `crumbs` are the pages above it with their names, `about` its own nature."""
    main = {
        "@type": "CollectionPage" if page in _COLLECTIONS else "WebPage",
        "name": title,
        "description": plain(description),
        "inLanguage": "nl",
        "license": LICENCE_URL,
        "url": site.reference(page, page),
        **about,
    }
    if page == _HOME:
        return _graph(main, _web_site(site), _organisation(site, page))
    main["isPartOf"] = {"@type": "WebSite", "name": SITE_NAME, "url": site.reference(page, _HOME)}
    return _graph(main, _breadcrumbs(site, page, title, crumbs))


def script_text(graph: Node) -> str:
    """The graph as it can stand inside a script element: no text in it can end that element (HTML, 4.12.1.3)."""
    text = json.dumps(graph, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def about_record(library: Library, site: Site, entry: Entry, record: Record) -> Node:
    """What the page of a record is: an article, or something to learn from, with its sources and subjects."""
    page = page_of(entry.ref)
    by = {"@type": "Organization", "name": AUTHOR}
    reviewed = known_day(record.reviewed)
    found: dict[str, Any] = {
        "@type": WORK if isinstance(record, (Case, Community)) else LESSON,
        "dateModified": reviewed.isoformat() if reviewed else "",
        "author": by,
        "publisher": by,
        "citation": [_source(source) for source in record.sources],
        "about": [_subject(library, site, page, Ref("themes", id)) for id in getattr(record, "themes", ())],
    }
    if found["@type"] == WORK:
        found["headline"] = record.title
    else:
        found["learningResourceType"] = entry.kind.label
    if isinstance(record, (Case, Community)):
        found["temporalCoverage"] = _years(record.period) if known_years(record.period) else ""
    if isinstance(record, Case):
        found["spatialCoverage"] = [_place(library, site, page, ref) for ref in _places(library, record)]
    if isinstance(record, Lesson):
        found["creativeWorkStatus"] = record.origin
    return {name: value for name, value in found.items() if value}


def about_term(site: Site, page: str, overview: str, set_name: str, term: AnyTerm, definition: str) -> Node:
    """What the page of a term is: a page about a defined term of a set."""
    terms = {"@type": "DefinedTermSet", "name": set_name, "url": site.reference(page, overview)}
    defined = {"@type": "DefinedTerm", "name": term.title, "inDefinedTermSet": terms}
    if definition:
        defined["description"] = plain(definition)
    return {"mainEntity": defined}


def _graph(*nodes: Node) -> Node:
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def _breadcrumbs(site: Site, page: str, title: str, crumbs: Iterable[tuple[str, str]]) -> Node:
    steps = [(_HOME, "Home"), *crumbs, (page, title)]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": site.reference(page, to)}
        for position, (to, name) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _web_site(site: Site) -> Node:
    return {
        "@type": "WebSite",
        "name": SITE_NAME,
        "inLanguage": "nl",
        "license": LICENCE_URL,
        "url": site.reference(_HOME, _HOME),
    }


def _organisation(site: Site, page: str) -> Node:
    return {"@type": "Organization", "name": AUTHOR, "url": site.reference(page, _HOME)}


def _source(source: Source) -> Node:
    publisher = {"@type": "Organization", "name": source.publisher}
    found: dict[str, Any] = {"@type": "CreativeWork", "name": source.title, "publisher": publisher}
    return {**found, "url": source.url} if source.url else found


def _subject(library: Library, site: Site, page: str, ref: Ref) -> Node:
    return {"@type": "DefinedTerm", "name": library.title_of(ref), "url": site.reference(page, page_of(ref))}


def _place(library: Library, site: Site, page: str, ref: Ref) -> Node:
    """A place, with what sort it is and its page: the city Utrecht is not the province Utrecht."""
    return {
        "@type": _PLACES[ref.kind],
        "name": library.title_of(ref),
        "url": site.reference(page, page_of(ref)),
    }


def _places(library: Library, case: Case) -> list[Ref]:
    refs = [Ref("municipalities", id) for id in case.places]
    refs += [Ref("regions", id) for id in regions_of(library, case)]
    refs += [Ref("provinces", id) for id in provinces_of(library, case)]
    return refs


def _years(period: Period) -> str:
    """The years as an ISO 8601 interval, open when there is no end."""
    if period.end == period.start:
        return str(period.start)
    return f"{period.start}/{period.end or '..'}"
