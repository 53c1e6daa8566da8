"""The page of every case, lesson, community and werkvorm."""

from collections.abc import Iterator
from functools import partial

from ...insights.facets import card_of, facets_of, sorts_of
from ...insights.figures import figure_groups, highlights
from ...insights.ledgers import Ledger, ledger_of
from ...insights.newest import newest_source
from ...insights.note_lines import costs_of, doubt_of, note_lines
from ...insights.related import related_to
from ...insights.sessions import first_sentences
from ...library.addresses import OVERVIEWS, beside, page_of, relative_address
from ...library.library import Entry, Ref
from ...library.places import provinces_of, regions_of, told_where
from ...library.previewing import still_to_come
from ...model.parts import Origin
from ...model.records import Case, Lesson, Record
from ...reading.prose import plain
from ..artifacts import Artifact
from ..citing import bibtex, citation_of, ris
from ..clean_markdown import clean_markdown
from ..data.in_words import FILE, in_words
from ..drawings.map import place_map
from ..drawings.marks import outcome_said
from ..drawings.network import case_network, lesson_network
from ..drawings.scale import scale
from ..follow.feeds import feed_of
from ..key_figure import figure_on_card
from ..linked_data import about_record
from ..photos import sizes_of
from ..rendering import Crumb, Frame, Renderer
from .case_road import road_of
from .parts import Parts

# How fast adults read Dutch prose silently (Brysbaert, 2019: 238 words a minute for English; Dutch words are longer).
WORDS_A_MINUTE = 220
_STYLES = {"case": ("case", "case-paper", "road", "road-rows", "drawings"), "lesson": ("drawings",)}


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The page of every sound record, and beside it its text and its citation as files."""
    for entry in renderer.library.entries:
        yield from of_one(renderer, entry)


def of_one(renderer: Renderer, entry: Entry) -> Iterator[Artifact]:
    """The page and the files of one record, if it is sound; its running text is that of `entry`."""
    if entry.record:
        page, *more = pages_of(renderer, entry, entry.record)
        yield from (page, *more, *_files(renderer, entry, entry.record, page))


def _files(renderer: Renderer, entry: Entry, record: Record, page: Artifact) -> Iterator[Artifact]:
    """What others can take along: the text as plain Markdown, the fields as data, the citation as BibTeX and RIS."""
    citation = citation_of(renderer.site, entry.ref, record)
    text = beside(page.uri, "tekst.txt")
    yield Artifact(text, clean_markdown(page.body, page.uri, text, renderer.site), page.source)
    yield Artifact(beside(page.uri, FILE), in_words(renderer.library, entry), page.source)
    yield Artifact(beside(page.uri, "verwijzing.bib"), bibtex(citation), page.source)
    yield Artifact(beside(page.uri, "verwijzing.ris"), ris(citation), page.source)


def pages_of(renderer: Renderer, entry: Entry, record: Record) -> Iterator[Artifact]:
    """The page of one record; a lesson, community or werkvorm with many cases goes on in pages below it."""
    kind = entry.kind
    context: dict[str, object] = {}
    backlinks = renderer.library.records_pointing_to(entry.ref)
    cases = tuple(backlinks["case"])
    crumbs = (Crumb(OVERVIEWS[kind.url], kind.plural.capitalize()),)
    if isinstance(record, Case):
        context = _case_context(renderer, entry, record)
    elif isinstance(record, Lesson):
        ledger = ledger_of(renderer.library, entry.id)
        context = _lesson_context(renderer, entry.id, record, ledger)
        cases = tuple(Ref("case", line.case) for line in ledger.lines)
    else:
        context = {"backlinks": backlinks}
    frame = Frame(
        record.title,
        record.summary,
        entry.document.path,
        crumbs,
        facets=facets_of(renderer.library, entry),
        sorts=sorts_of(entry),
        card={**card_of(renderer.library, entry), **(figure_on_card(record) if isinstance(record, Case) else {})},
        styles=_STYLES.get(kind.name, ()),
        linked=about_record(renderer.library, renderer.site, entry, record),
        feed=feed_of(renderer.library, entry.ref),
    )
    parts = Parts(page_of(entry.ref), cases)
    common = {"record": record, "id": entry.id, "kind": kind, "sections": renderer.sections(entry)}
    common["waiting"] = still_to_come(renderer.library, entry)
    yield renderer.page(f"{kind.name}.md.j2", parts.page, frame, parts=parts, **common, **context)
    if not isinstance(record, Case):
        yield from parts.more(renderer, frame)


def _case_context(renderer: Renderer, entry: Entry, case: Case) -> dict[str, object]:
    library = renderer.library
    id = entry.id
    related = related_to(library, id)
    return {
        "provinces": provinces_of(library, case),
        "regions": regions_of(library, case),
        "told_where": told_where(library, case),
        "figures": figure_groups(case.results),
        "note_outcome": outcome_said(case.outcome),
        "note_lines": note_lines(case),
        "note_costs": costs_of(case),
        "note_doubt": doubt_of(case),
        "newest_source": newest_source(case.sources),
        "shown_large": highlights(case.results),
        "related": related,
        "place_map": place_map(library, id),
        "network": case_network(library, id, related, page_of(Ref("case", id))),
        "road": road_of(case),
        "scale": scale,
        "photo_sizes": sizes_of(library, case.photo) if case.photo else (),
        "at": partial(relative_address, page_of(entry.ref)),
        "minutes": minutes_of(entry),
        "reconstructed": any(library.lessons[link.lesson].origin == Origin.RECONSTRUCTION for link in case.lessons),
    }


def minutes_of(entry: Entry) -> int:
    """How long reading the text of a record takes, in whole minutes."""
    words = sum(len(plain(entry.prose.section(title) or "").split()) for title in entry.kind.sections)
    return max(1, round(words / WORDS_A_MINUTE))


def _lesson_context(renderer: Renderer, id: str, lesson: Lesson, ledger: Ledger) -> dict[str, object]:
    return {
        "own": id,
        "note_lines": (),
        "note_doubt": first_sentences(lesson.certainty or "", 1),
        "ledger": ledger,
        "neighbours": _neighbours(renderer, lesson),
        "network": lesson_network(renderer.library, id, ledger, page_of(Ref("lesson", id))),
    }


def _neighbours(renderer: Renderer, lesson: Lesson) -> list[tuple[str, Lesson]]:
    """The other lessons of the same series, in order."""
    found = [(id, other) for id, other in renderer.library.lessons.items() if other.series == lesson.series]
    return sorted(found, key=lambda pair: pair[1].number)
