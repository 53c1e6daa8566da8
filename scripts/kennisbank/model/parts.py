"""The composite values inside records: periods, parties, sources, links to lessons and what a case comes down to."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..reading.source_dates import source_date
from .types import (
    GivenLabel,
    Label,
    LessonRef,
    Line,
    Moment,
    Number,
    Part,
    PartyKindRef,
    PlainLabel,
    Slug,
    SourceRef,
    Text,
    WebAddress,
    Writing,
    Year,
)

AskedAs = Annotated[
    tuple[Annotated[Label, Writing.PLAIN, Writing.NO_PROSE], ...],
    Field(
        title="Ook gevraagd als",
        description="Hoe iemand hier in eigen woorden naar vraagt, kort. Voor het zoeken; geen pagina toont het.",
        examples=[["wie neemt het over", "de projectleider gaat weg"]],
    ),
]
"""What people say who look for this and do not know what it is called."""


class Status(StrEnum):
    """Where a record stands in the editorial process."""

    CONCEPT = "concept"
    PUBLISHED = "gepubliceerd"
    ARCHIVED = "gearchiveerd"


class Outcome(StrEnum):
    """How a case or community ended, or did not."""

    RUNNING = "lopend"
    FINISHED = "afgerond"
    STOPPED = "gestopt"
    MERGED = "opgegaan-in"
    UNKNOWN = "onbekend"


class Stance(StrEnum):
    """What a case says about a lesson."""

    SUPPORTS = "steunt"
    NUANCES = "nuanceert"
    CONTRADICTS = "weerspreekt"


class Confidence(StrEnum):
    """How sure the facts of a case are; `certainty` tells why."""

    FIRM = "stevig"
    FAIR = "redelijk"
    THIN = "dun"


class Origin(StrEnum):
    """Whether a lesson is worded as found or pieced together by us."""

    ORIGINAL = "origineel"
    RECONSTRUCTION = "reconstructie"


class Point(Part):
    """A place on earth, in degrees; the limits are those of the Netherlands."""

    lat: Number = Field(title="Breedte", description="De noorderbreedte.", ge=50.7, le=53.6, examples=[51.56])
    lon: Number = Field(title="Lengte", description="De oosterlengte.", ge=3.3, le=7.3, examples=[5.09])


class Period(Part):
    """A start year and, when it is over, an end year."""

    start: Year = Field(title="Begin", description="Het jaar waarin het begon.", examples=[2011])
    end: Year | None = Field(None, title="Einde", description="Het jaar waarin het eindigde.", examples=[2022])


class Party(Part):
    """An organisation that took part."""

    name: Label = Field(title="Naam", description="De naam van de organisatie.", examples=["Gemeente Tilburg"])
    kind: PartyKindRef = Field(title="Soort", description="Wat voor partij het is.", examples=["gemeente"])


class Brief(Part):
    """A case in four short lines, for who has one minute."""

    choice: Line = Field(
        title="Koos", description="Wat er is gekozen.", examples=["Drie gemeenten kozen een ontwikkelbedrijf."]
    )
    outcome: Line = Field(
        title="Leverde op",
        description="Wat het opleverde, met één getal als dat er is.",
        examples=["Van de 180 bedrijven deden er 103 mee.[^bron]"],
    )
    setback: Line = Field(
        title="Ging mis",
        description="Wat misging of meer kostte dan gedacht.",
        examples=["Het pakket werd te breed en moest kleiner.[^bron]"],
    )
    lesson: Line = Field(
        title="Les",
        description="Wat een collega ervan moet onthouden.",
        examples=["Leg bij de start vast wat je niet doet."],
    )


class News(Part):
    """Something that happened after the story of a case was told."""

    date: Moment = Field(
        title="Datum", description="De dag, de maand of het jaar, zo precies als de bron.", examples=["2026-05-01"]
    )
    what: Text = Field(
        title="Wat", description="Wat er sindsdien gebeurde.", examples=["De raad koos voor een tweede wijk.[^bron]"]
    )


class LessonLink(Part):
    """What a case says about a lesson, and why."""

    lesson: LessonRef = Field(title="Les", description="De les waar het om gaat.", examples=["kies-je-rol-bewust"])
    stance: Stance = Field(
        title="Verhouding", description="Steunt, nuanceert of weerspreekt de case de les?", examples=["steunt"]
    )
    because: Text = Field(
        title="Want",
        description="Eén zin: hoe laat de case dit zien?",
        examples=["De gemeente begon als aanjager en deed later zelf mee.[^bron]"],
    )


class Source(Part):
    """Where a fact comes from; cited in the text as `[^key]`."""

    key: Slug = Field(title="Sleutel", description="Korte naam om naar te verwijzen.", examples=["eindrapport-2021"])
    title: Annotated[Text, Writing.PLAIN, Writing.NO_PROSE] = Field(
        title="Titel", description="De titel van de bron.", examples=["Eindrapport Green Deal"]
    )
    publisher: GivenLabel = Field(title="Uitgever", description="Wie de bron uitgaf.", examples=["Gemeente Tilburg"])
    date: GivenLabel = Field(title="Datum", description="Wanneer de bron verscheen.", examples=["maart 2021"])
    url: WebAddress | None = Field(
        None, title="Adres", description="Het webadres van de bron.", examples=["https://voorbeeld.nl/rapport"]
    )
    note: Text | None = Field(
        None,
        title="Let op",
        description="Wat je over de bron moet weten.",
        examples=["Alleen het begin van de pagina was leesbaar."],
    )

    @property
    def told(self) -> str:
        """The source in one line of plain text, without its address."""
        return f"{self.publisher}, {self.title} ({source_date(self.date)})"


class Evidence(Part):
    """Which source supports which part of a lesson."""

    source: SourceRef = Field(title="Bron", description="De sleutel van de bron.", examples=["handreiking-2013"])
    shows: Text = Field(
        title="Wat laat die zien", description="Welk deel van de les de bron steunt.", examples=["Vijf rollen."]
    )


class Output(Part):
    """Something a community left behind."""

    what: Label = Field(title="Wat", description="Wat het opleverde.", examples=["Een e-boek met negen lessen"])
    source: SourceRef | None = Field(None, title="Bron", description="De sleutel van de bron.", examples=["e-boek"])


class Step(Part):
    """One step of a werkvorm."""

    what: Text = Field(title="Stap", description="Wat je in deze stap doet.", examples=["Kies samen één vraag."])
    time: PlainLabel | None = Field(None, title="Tijd", description="Hoe lang de stap duurt.", examples=["10 minuten"])
