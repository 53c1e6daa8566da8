"""The library as tables for a spreadsheet: one row a case, and tables for its turns, figures, lessons and sources."""

from collections.abc import Iterator

from ...insights.figures import BEFORE, CAME
from ...insights.ledgers import sources_of
from ...insights.turns import way_of
from ...insights.years import first_year
from ...library.library import Ref
from ...library.open_gaps import known_day, known_number, known_year
from ...library.places import provinces_of, regions_of
from ...model.labels import OUTCOMES
from ...reading.prose import plain
from .release import Release
from .row import OfCase, OfFigure, OfLesson, OfLink, OfSource, OfTurn, in_line, joined
from .table import Column, Table, table


def tables(release: Release) -> tuple[Table, ...]:
    """All tables, in the order of the sheets; linear in the library."""
    library = release.library
    cases = list(_cases(release))
    turns = (
        OfTurn(of.release, of.ref, of.case, number, turn)
        for of in cases
        for number, turn in enumerate(of.case.turns, start=1)
    )
    figures = (OfFigure(of.release, of.ref, of.case, result) for of in cases for result in of.case.results)
    links = (OfLink(of.release, of.ref, of.case, link) for of in cases for link in of.case.lessons)
    lessons = (OfLesson(release, Ref("lesson", id), lesson) for id, lesson in library.lessons.items())
    sources = (OfSource(source, tuple(users)) for source, users in sources_of(library))
    return (
        cases_table(release),
        table("Afslagen", "afslagen", "Eén rij per keuze: opties, reden, kosten en wat ervan kwam.", _TURNS, turns),
        table("Cijfers", "cijfers", "Eén rij per cijfer: soort, waarde, jaar en wie het meldt.", _FIGURES, figures),
        table("Lessen", "lessen", "Eén rij per les: waar zij is geleerd en voor wie zij geldt.", _LESSONS, lessons),
        table("Cases en lessen", "cases-en-lessen", "Wat elke case over een les zegt, en waarom.", _LINKS, links),
        table("Bronnen", "bronnen", "Eén rij per bron, met de pagina's die erop steunen.", _SOURCES, sources),
    )


def cases_table(release: Release) -> Table:
    """The table of the cases alone."""
    about = "Eén rij per case: vraagstuk, plaats, jaren, afloop en kern."
    return table("Cases", "cases", about, _CASES, _cases(release))


def _cases(release: Release) -> Iterator[OfCase]:
    return (OfCase(release, Ref("case", id), case) for id, case in release.library.cases.items())


_CASES: tuple[Column[OfCase], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel", 50, lambda of: of.case.title),
    Column("Vraagstuk", 50, lambda of: of.case.question),
    Column("Samenvatting", 60, lambda of: of.case.summary),
    Column("Afloop", 16, lambda of: OUTCOMES[of.case.outcome]),
    Column("Organisatie", 28, lambda of: of.case.organisation),
    Column("Gemeenten", 28, lambda of: of.titles("municipalities", of.case.places)),
    Column("Energieregio's", 24, lambda of: of.titles("regions", regions_of(of.library, of.case))),
    Column("Provincies", 20, lambda of: of.titles("provinces", provinces_of(of.library, of.case))),
    Column("Begin", 8, lambda of: first_year(of.case)),
    Column("Einde", 8, lambda of: of.case.period.end),
    Column("Thema's", 24, lambda of: of.titles("themes", of.case.themes)),
    Column("Sectoren", 24, lambda of: of.titles("sectors", of.case.sectors)),
    Column("Rol van de overheid", 20, lambda of: of.titles("roles", (of.case.role,))),
    Column("Communities", 24, lambda of: of.titles("community", of.case.communities)),
    Column("Werkvormen", 24, lambda of: of.titles("werkvorm", of.case.werkvormen)),
    Column("Partijen", 40, lambda of: joined(party.name for party in of.case.parties)),
    Column("Koos", 50, lambda of: in_line(of.case.brief.choice if of.case.brief else None)),
    Column("Leverde op", 50, lambda of: in_line(of.case.brief.outcome if of.case.brief else None)),
    Column("Ging mis", 50, lambda of: in_line(of.case.brief.setback if of.case.brief else None)),
    Column("Les", 50, lambda of: in_line(of.case.brief.lesson if of.case.brief else None)),
    Column("Foto", 30, lambda of: of.case.photo.file if of.case.photo else None),
    Column("Hoe stevig", 12, lambda of: of.case.confidence),
    Column("Hoe zeker is dit?", 60, lambda of: in_line(of.case.certainty)),
    Column("Aantal afslagen", 10, lambda of: len(of.case.turns)),
    Column("Aantal cijfers", 10, lambda of: len(of.case.results)),
    Column("Aantal bronnen", 10, lambda of: len(of.case.sources)),
    Column("Breedtegraad", 12, lambda of: of.point[0] if of.point else None),
    Column("Lengtegraad", 12, lambda of: of.point[1] if of.point else None),
    Column("Nagekeken op", 14, lambda of: known_day(of.case.reviewed)),
    Column("Adres", 40, lambda of: of.address, is_address=True),
)
_TURNS: tuple[Column[OfTurn], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel van de case", 50, lambda of: of.case.title),
    Column("Nummer", 8, lambda of: of.number),
    Column("Jaar", 8, lambda of: known_year(of.turn.when)),
    Column("Soort keuze", 24, lambda of: of.titles("choice-kinds", (of.turn.kind,))),
    Column("Keuze", 60, lambda of: in_line(of.turn.choice)),
    Column("Opties", 60, lambda of: "; ".join(map(way_of, of.turn.options))),
    Column("Bronnen bij de opties", 60, lambda of: of.sourced_options),
    Column("Gekozen optie", 40, lambda of: joined(option.what for option in of.turn.options if option.taken)),
    Column("Waarom", 60, lambda of: in_line(of.turn.because)),
    Column("Open vraag", 40, lambda of: in_line(of.turn.open)),
    Column("Wie besloot", 28, lambda of: in_line(of.turn.decided_by)),
    Column("Besluit", 40, lambda of: in_line(of.turn.decision.what if of.turn.decision else None)),
    Column("Datum van het besluit", 14, lambda of: of.turn.decision.date if of.turn.decision else None),
    Column("Stemming", 20, lambda of: of.turn.decision.vote if of.turn.decision else None),
    Column("Wat het kostte", 40, lambda of: in_line(of.turn.cost)),
    Column("Wat ervan kwam", 60, lambda of: in_line(of.turn.later)),
    Column("Nagekeken op", 14, lambda of: known_day(of.case.reviewed)),
    Column("Adres", 40, lambda of: f"{of.address}#afslag-{of.number}", is_address=True),
)
_FIGURES: tuple[Column[OfFigure], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel van de case", 50, lambda of: of.case.title),
    Column("Wat", 40, lambda of: of.result.what),
    Column("Soort cijfer", 14, lambda of: of.result.kind),
    Column(BEFORE, 24, lambda of: of.result.target),
    Column("Doel is hoogstens", 10, lambda of: "ja" if of.result.at_most else None),
    Column(CAME, 24, lambda of: of.result.achieved),
    Column("Eenheid", 20, lambda of: of.result.unit),
    Column("Jaar", 8, lambda of: of.result.year),
    Column("Wie meldt het", 16, lambda of: of.result.reported_by),
    Column("Bron", 30, lambda of: of.result.source),
    Column("Titel van de bron", 60, lambda of: of.source_title(of.result.source)),
    Column("Let op", 60, lambda of: in_line(of.result.note)),
    Column("Webadres van de bron", 50, lambda of: of.source_url, is_address=True),
    Column("Organisatie", 28, lambda of: of.case.organisation),
    Column("Gemeenten", 28, lambda of: of.titles("municipalities", of.case.places)),
    Column("Thema's", 24, lambda of: of.titles("themes", of.case.themes)),
    Column("Nagekeken op", 14, lambda of: known_day(of.case.reviewed)),
    Column("Adres", 40, lambda of: of.address, is_address=True),
)
_LINKS: tuple[Column[OfLink], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel van de case", 50, lambda of: of.case.title),
    Column("Les", 30, lambda of: of.link.lesson),
    Column("Titel van de les", 50, lambda of: of.titles("lesson", (of.link.lesson,))),
    Column("Verhouding", 14, lambda of: of.link.stance),
    Column("Want", 60, lambda of: in_line(of.link.because)),
    Column("Nagekeken op", 14, lambda of: known_day(of.case.reviewed)),
    Column("Adres", 40, lambda of: of.address, is_address=True),
)
_LESSONS: tuple[Column[OfLesson], ...] = (
    Column("Les", 30, lambda of: of.ref.id),
    Column("Titel", 50, lambda of: of.lesson.title),
    Column("Reeks", 30, lambda of: of.titles("series", (of.lesson.series,))),
    Column("Nummer", 8, lambda of: known_number(of.lesson.number)),
    Column("Herkomst", 14, lambda of: of.lesson.origin),
    Column("Samenvatting", 60, lambda of: of.lesson.summary),
    Column("Vraag", 50, lambda of: of.lesson.question or ""),
    Column("Waar geleerd", 50, lambda of: in_line(of.lesson.context)),
    Column("Geldt voor", 50, lambda of: in_line(of.lesson.holds_for)),
    Column("Thema's", 24, lambda of: of.titles("themes", of.lesson.themes)),
    Column("Nagekeken op", 14, lambda of: known_day(of.lesson.reviewed)),
    Column("Adres", 40, lambda of: of.address, is_address=True),
)
_SOURCES: tuple[Column[OfSource], ...] = (
    Column("Bron", 30, lambda of: of.source.key),
    Column("Uitgever", 30, lambda of: of.source.publisher),
    Column("Titel van de bron", 60, lambda of: plain(of.source.title)),
    Column("Datum", 16, lambda of: of.source.date),
    Column("Webadres", 50, lambda of: of.source.url, is_address=True),
    Column("Let op", 50, lambda of: in_line(of.source.note)),
    Column("Aantal pagina's", 10, lambda of: len(of.users)),
    Column("Gebruikt in", 60, lambda of: joined(ref.id for ref in of.users)),
)
