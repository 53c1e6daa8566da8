"""Pages for contributors, made from the content model and the catalogue: fields, template, messages and schemas."""

from collections.abc import Iterator
from functools import lru_cache

from ...checking.catalogue import CODES, FAMILIES
from ...checking.example_folders import example
from ...faces.assistant_words import words
from ...faces.fields import field_rows
from ...faces.questions import questions
from ...faces.spreadsheet import as_csv, as_ods, as_xlsx
from ...faces.template import new_record, short_record
from ...findings.codes import Code
from ...insights.facets import FOR_CONTRIBUTORS
from ...library.addresses import OVERVIEWS, Site
from ...library.library import Library
from ...model.kinds import KINDS
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

_UP = (Crumb(OVERVIEWS["bijdragen"], "Bijdragen"),)
_MESSAGES = (*_UP, Crumb(OVERVIEWS["bijdragen/meldingen"], "Meldingen"))


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The field reference, the templates, and a page per message code."""
    yield renderer.page(
        "fields.md.j2",
        OVERVIEWS["bijdragen/velden"],
        Frame(
            "Alle velden",
            "Wat elk veld betekent, wat verplicht is en waaruit je kunt kiezen.",
            crumbs=_UP,
            hide=(),
            facets=FOR_CONTRIBUTORS,
        ),
        rows={kind.name: list(field_rows(kind.model)) for kind in KINDS.values()},
    )
    yield renderer.page(
        "new_record.md.j2",
        OVERVIEWS["bijdragen/sjabloon"],
        Frame(
            "Sjabloon",
            "Kopieer dit sjabloon en vul het in voor een nieuwe case.",
            crumbs=_UP,
            hide=(),
            facets=FOR_CONTRIBUTORS,
        ),
        templates={kind.name: new_record(kind) for kind in KINDS.values()},
        short={kind.name: short_record(kind) for kind in KINDS.values()},
    )
    yield from _table(renderer)
    yield _harvest(renderer)
    yield from _messages(renderer)


def _table(renderer: Renderer) -> Iterator[Artifact]:
    """The road for a facilitator with many cases: the explanation, and the table to fill in."""
    csv, ods, xlsx = (f"bijdragen/tabel/sjabloon-cases.{suffix}" for suffix in ("csv", "ods", "xlsx"))
    page = renderer.page(
        "table.md.j2",
        OVERVIEWS["bijdragen/tabel"],
        Frame(
            "Veel cases in één tabel",
            "Maak van één tabel uit een bijeenkomst zoveel concept-cases als er rijen zijn.",
            crumbs=_UP,
            hide=(),
            facets=FOR_CONTRIBUTORS,
        ),
        asked=questions(renderer.library),
        csv=csv,
        ods=ods,
        xlsx=xlsx,
    )
    yield page
    yield Artifact(csv, as_csv(renderer.library), page.source)
    yield Artifact(ods, as_ods(renderer.library), page.source)
    yield Artifact(xlsx, as_xlsx(renderer.library), page.source)


def _harvest(renderer: Renderer) -> Artifact:
    """The sheet for people in a session, who would rather write on paper."""
    return renderer.page(
        "harvest.md.j2",
        OVERVIEWS["bijdragen/oogst"],
        Frame(
            "Wat neem ik mee uit deze bijeenkomst?",
            "Een blad om af te drukken en uit te delen, met dezelfde vragen als de tabel.",
            crumbs=_UP,
            hide=("navigation", "toc"),
            facets=FOR_CONTRIBUTORS,
            styles=("harvest",),
        ),
        asked=questions(renderer.library),
    )


def _messages(renderer: Renderer) -> Iterator[Artifact]:
    in_form = {code for code, *_ in words().values()}
    by_family = [[code for code in CODES.values() if code.family == family.digit] for family in FAMILIES]
    split = [
        ([code for code in codes if code.id in in_form], [code for code in codes if code.id not in in_form])
        for codes in by_family
    ]
    yield renderer.page(
        "messages.md.j2",
        OVERVIEWS["bijdragen/meldingen"],
        Frame("Meldingen", "Alle meldingen van de controle, met uitleg.", crumbs=_UP, hide=(), facets=FOR_CONTRIBUTORS),
        families=list(zip(FAMILIES, split, strict=True)),
    )
    yield from _explained(renderer.site)


@lru_cache(maxsize=2)
def _explained(site: Site) -> tuple[Artifact, ...]:
    """A page for each message: these follow from the program and the site, whatever is in the library."""
    renderer, in_form = Renderer(Library((), (), (), frozenset()), site), {code for code, *_ in words().values()}

    def explained(code: Code) -> Artifact:
        frame = Frame(f"{code.id}: {code.title}", f"{code.id}: {code.why}", crumbs=_MESSAGES, facets=FOR_CONTRIBUTORS)
        page = f"bijdragen/meldingen/{code.id}.md"
        about = {"code": code, "example": example(code.id), "is_in_form": code.id in in_form}
        return renderer.page("message.md.j2", page, frame, **about)

    return tuple(map(explained, CODES.values()))
