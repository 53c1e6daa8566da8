"""The four kinds of record: case, lesson, community and werkvorm."""

from typing import Any

from pydantic import Field, JsonValue

from .parts import Evidence, LessonLink, Origin, Outcome, Output, Party, Period, Result, Source, Status, Step, Turn
from .types import (
    CaseRef,
    CommunityRef,
    Count,
    IsoDate,
    Label,
    MunicipalityRef,
    Part,
    RegionRef,
    RoleRef,
    SectorRef,
    SeriesRef,
    ShortText,
    Slug,
    SummaryText,
    Text,
    ThemeRef,
    WerkvormRef,
)

# Not required to save a concept, but asked for before publication: the template shows these.
_WANTED: dict[str, JsonValue] = {"x-gevraagd": True}
_SOURCES: dict[str, Any] = {
    "title": "Bronnen",
    "description": "Waar de feiten vandaan komen. Verwijs in de tekst met [^sleutel].",
}
_CERTAINTY: dict[str, Any] = {
    "title": "Hoe zeker is dit?",
    "description": "Wat onzeker is, wat bronnen tegenspreken en wat niemand kon vinden.",
    "examples": ["De cijfers komen van de gemeente zelf; een onafhankelijke telling is niet gevonden."],
}
_THEMES: dict[str, Any] = {
    "title": "Thema's",
    "description": "Over welke onderwerpen het gaat.",
    "examples": [["energie"]],
}
_WERKVORMEN: dict[str, Any] = {
    "title": "Werkvormen",
    "description": "Welke werkvormen zijn gebruikt.",
    "examples": [["intervisie"]],
}


class Record(Part):
    """What every record has."""

    title: ShortText = Field(
        title="Titel",
        description="Zegt wat er is besloten of geleerd, in hoogstens 90 tekens.",
        examples=["Tilburg koos een ontwikkelbedrijf in plaats van een energiebedrijf"],
    )
    summary: SummaryText = Field(
        title="Samenvatting",
        description="De kern in een paar zinnen, hoogstens 300 tekens.",
        examples=["Drie gemeenten richtten samen een organisatie op die bedrijven hielp energie te besparen."],
    )
    status: Status = Field(
        title="Status",
        description="Concept staat alleen in de proefversie; gepubliceerd staat op de site.",
        examples=["concept"],
    )
    aliases: tuple[Slug, ...] = Field(
        (), title="Oude namen", description="Eerdere bestandsnamen, zodat oude links blijven werken."
    )
    sources: tuple[Source, ...] = Field((), json_schema_extra=_WANTED, **_SOURCES)
    certainty: Text | None = Field(None, json_schema_extra=_WANTED, **_CERTAINTY)
    reviewed: IsoDate = Field(
        title="Nagekeken op",
        description="De dag waarop een redacteur de feiten voor het laatst nakeek.",
        examples=["2026-11-24"],
    )


class Case(Record):
    """What one organisation or region did with one question."""

    outcome: Outcome = Field(title="Afloop", description="Loopt het nog, of hoe eindigde het?", examples=["afgerond"])
    question: SummaryText = Field(
        title="Vraagstuk",
        description="De vraag waar de ambtenaar voor stond. Eindigt op een vraagteken.",
        examples=["Hoe helpen we bedrijven op een bedrijventerrein om energie te besparen?"],
    )
    organisation: Label = Field(title="Organisatie", description="Van wie de case is.", examples=["Gemeente Tilburg"])
    places: tuple[MunicipalityRef, ...] = Field(
        (),
        title="Gemeenten",
        description="In welke gemeenten het speelt.",
        examples=[["tilburg"]],
        json_schema_extra=_WANTED,
    )
    region: RegionRef | None = Field(
        None, title="Energieregio", description="De regio van de energiestrategie.", examples=["hart-van-brabant"]
    )
    period: Period = Field(title="Periode", description="Wanneer het speelde.", examples=[{"start": 2011, "end": 2022}])
    themes: tuple[ThemeRef, ...] = Field(min_length=1, **_THEMES)
    sectors: tuple[SectorRef, ...] = Field(
        (), title="Sectoren", description="In welke sectoren het speelt.", examples=[["elektriciteit"]]
    )
    role: RoleRef | None = Field(
        None, title="Rol van de overheid", description="Welke rol de overheid nam.", examples=["aanjager"]
    )
    communities: tuple[CommunityRef, ...] = Field(
        (), title="Communities", description="Uit welke community of practice het komt.", examples=[["res-pilots"]]
    )
    werkvormen: tuple[WerkvormRef, ...] = Field((), **_WERKVORMEN)
    parties: tuple[Party, ...] = Field((), title="Partijen", description="Wie er meededen.")
    turns: tuple[Turn, ...] = Field(
        min_length=1, title="Afslagen", description="De keuzes die anders hadden kunnen uitvallen."
    )
    lessons: tuple[LessonLink, ...] = Field(
        (),
        title="Lessen",
        description="Welke lessen de case steunt, nuanceert of weerspreekt, en waarom.",
        json_schema_extra=_WANTED,
    )
    related: tuple[CaseRef, ...] = Field(
        (), title="Verwante cases", description="Andere cases om naast deze te leggen.", examples=[["tilburg-moed"]]
    )
    results: tuple[Result, ...] = Field((), title="Resultaten", description="De cijfers: doel naast uitkomst.")


class Lesson(Record):
    """A prescription that guides action, with the context it was learnt in."""

    number: Count = Field(title="Nummer", description="De plaats in de reeks.", examples=[1])
    series: SeriesRef = Field(title="Reeks", description="Bij welke reeks de les hoort.", examples=["rol-gemeente"])
    origin: Origin = Field(
        title="Herkomst", description="Letterlijk gevonden, of door ons gereconstrueerd.", examples=["reconstructie"]
    )
    context: Text = Field(
        title="Waar geleerd",
        description="In welke situatie dit is geleerd.",
        examples=["Twee communities over de rol van de gemeente, in 2015 en 2016."],
    )
    holds_for: Text = Field(
        title="Geldt voor",
        description="Voor wie de les geldt, en wanneer minder.",
        examples=["Gemeenten die met bewonersinitiatieven werken."],
    )
    themes: tuple[ThemeRef, ...] = Field((), **_THEMES)
    werkvormen: tuple[WerkvormRef, ...] = Field((), **_WERKVORMEN)
    communities: tuple[CommunityRef, ...] = Field(
        (), title="Communities", description="In welke communities dit is geleerd.", examples=[["rol-gemeente-2015"]]
    )
    evidence: tuple[Evidence, ...] = Field(
        (), title="Onderbouwing", description="Welke bron welk deel steunt.", json_schema_extra=_WANTED
    )


class Community(Record):
    """A group of civil servants who learnt together around one question."""

    question: SummaryText = Field(
        title="Vraagstuk",
        description="De vraag die de deelnemers deelden. Eindigt op een vraagteken.",
        examples=["Welke rol past een gemeente bij lokale energie-initiatieven?"],
    )
    organisers: tuple[Label, ...] = Field(
        min_length=1, title="Organisatoren", description="Wie de community organiseerde.", examples=[["RVO", "VNG"]]
    )
    period: Period = Field(title="Periode", description="Wanneer de community bestond.", examples=[{"start": 2015}])
    size: Text | None = Field(
        None, title="Omvang", description="Hoeveel mensen meededen.", examples=["Ruim twintig ambtenaren."]
    )
    rhythm: Text | None = Field(
        None, title="Ritme", description="Hoe vaak en hoe lang men bijeenkwam.", examples=["Elke twee maanden."]
    )
    outcome: Outcome = Field(title="Afloop", description="Loopt het nog, of hoe eindigde het?", examples=["afgerond"])
    outputs: tuple[Output, ...] = Field((), title="Opbrengst", description="Wat de community achterliet.")
    themes: tuple[ThemeRef, ...] = Field((), **_THEMES)
    werkvormen: tuple[WerkvormRef, ...] = Field((), **_WERKVORMEN)


class Werkvorm(Record):
    """A way of working that a community can use."""

    purpose: Text = Field(title="Doel", description="Waarvoor je deze werkvorm gebruikt.", examples=["Samen denken."])
    group_size: Text = Field(title="Groepsgrootte", description="Met hoeveel mensen.", examples=["6 tot 10 mensen"])
    time: Text = Field(title="Tijd", description="Hoe lang het duurt.", examples=["Ruim een uur"])
    materials: tuple[Label, ...] = Field(
        (), title="Materiaal", description="Wat je nodig hebt.", examples=[["Een flap-over", "Stiften"]]
    )
    steps: tuple[Step, ...] = Field((), title="Stappen", description="Wat je achtereenvolgens doet.")
    pitfalls: tuple[Text, ...] = Field(
        (), title="Valkuilen", description="Wat er mis kan gaan.", examples=[["Te snel adviseren."]]
    )
    themes: tuple[ThemeRef, ...] = Field((), **_THEMES)
