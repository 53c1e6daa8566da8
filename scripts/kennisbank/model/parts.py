"""The composite values inside records: periods, parties, turns, results, sources and links to lessons."""

from enum import StrEnum

from pydantic import Field

from .types import ChoiceKindRef, Label, LessonRef, Number, Part, PartyKindRef, Slug, SourceRef, Text, WebAddress, Year


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


class ReportedBy(StrEnum):
    """Who reported a figure."""

    SELF = "zelf"
    INDEPENDENT = "onafhankelijk"


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


class Turn(Part):
    """An *afslag*: a decision that could have gone otherwise."""

    when: Year = Field(title="Wanneer", description="Het jaar van de keuze.", examples=[2011])
    kind: ChoiceKindRef | None = Field(
        None, title="Soort keuze", description="Waar de keuze vooral over ging.", examples=["organisatie"]
    )
    choice: Text = Field(
        title="Keuze", description="Wat er is gekozen.", examples=["Een eigen ontwikkelbedrijf, geen energiebedrijf."]
    )
    options: tuple[Label, ...] = Field(
        title="Opties",
        description="Waartussen is gekozen, de gekozen weg erbij.",
        min_length=1,
        examples=[["Een gemeentelijk energiebedrijf", "Een ontwikkelbedrijf"]],
    )
    because: Text = Field(
        title="Waarom", description="De reden, en wie die gaf.", examples=["Bedrijven zelf hadden geen tijd.[^bron]"]
    )
    decided_by: Label = Field(
        title="Wie besloot", description="Wie de keuze maakte.", examples=["De gemeenteraad van Tilburg"]
    )
    later: Text | None = Field(
        None, title="Wat ervan kwam", description="Hoe de keuze uitpakte.", examples=["Gestopt na twee jaar.[^bron]"]
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


class Result(Part):
    """A figure: what was aimed for next to what came out."""

    what: Label = Field(title="Wat", description="Wat er is geteld of gemeten.", examples=["Deelnemende bedrijven"])
    target: Number | None = Field(None, title="Doel", description="Het getal dat men wilde halen.", examples=[180])
    achieved: Number | None = Field(None, title="Gehaald", description="Het getal dat is gehaald.", examples=[103])
    unit: Label = Field(title="Eenheid", description="Waarin het getal is uitgedrukt.", examples=["bedrijven"])
    year: Year | None = Field(None, title="Jaar", description="Het jaar van het cijfer.", examples=[2021])
    source: SourceRef = Field(title="Bron", description="De sleutel van de bron.", examples=["eindrapport-2021"])
    reported_by: ReportedBy = Field(
        title="Wie meldt het", description="De partij zelf, of een onafhankelijke ander.", examples=["zelf"]
    )
    note: Text | None = Field(
        None, title="Let op", description="Wat je bij het cijfer moet weten.", examples=["Dit is een schatting."]
    )


class Source(Part):
    """Where a fact comes from; cited in the text as `[^key]`."""

    key: Slug = Field(title="Sleutel", description="Korte naam om naar te verwijzen.", examples=["eindrapport-2021"])
    title: Text = Field(title="Titel", description="De titel van de bron.", examples=["Eindrapport Green Deal"])
    publisher: Label = Field(title="Uitgever", description="Wie de bron uitgaf.", examples=["Gemeente Tilburg"])
    date: Label = Field(title="Datum", description="Wanneer de bron verscheen.", examples=["maart 2021"])
    url: WebAddress | None = Field(
        None, title="Adres", description="Het webadres van de bron.", examples=["https://voorbeeld.nl/rapport"]
    )
    note: Text | None = Field(
        None,
        title="Let op",
        description="Wat je over de bron moet weten.",
        examples=["Alleen het begin van de pagina was leesbaar."],
    )


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
    time: Label | None = Field(None, title="Tijd", description="Hoe lang de stap duurt.", examples=["10 minuten"])
