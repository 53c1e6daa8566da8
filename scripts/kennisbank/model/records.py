"""The four kinds of record: case, lesson, community and werkvorm."""

from typing import Annotated, Any

from pydantic import Field

from .figures import Result
from .parts import (
    AskedAs,
    Brief,
    Confidence,
    Evidence,
    LessonLink,
    News,
    Origin,
    Outcome,
    Output,
    Party,
    Period,
    Source,
    Status,
    Step,
)
from .photos import Photo
from .turns import Turn
from .types import (
    WANTED,
    CaseRef,
    CommunityRef,
    Count,
    IsoDate,
    MunicipalityRef,
    Part,
    PlainLabel,
    ProvinceRef,
    RegionRef,
    RoleRef,
    Scene,
    SectorRef,
    SeriesRef,
    ShortText,
    Slug,
    SummaryText,
    Text,
    ThemeRef,
    WerkvormRef,
    Writing,
    needed,
)

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
    asked: AskedAs = ()
    aliases: tuple[Slug, ...] = Field(
        (), title="Oude namen", description="Eerdere bestandsnamen, zodat oude links blijven werken."
    )
    sources: tuple[Source, ...] = Field((), json_schema_extra=needed(), **_SOURCES)
    certainty: Annotated[Text, Writing.BLOCKS] | None = Field(None, json_schema_extra=WANTED, **_CERTAINTY)
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
    organisation: PlainLabel = Field(
        title="Organisatie", description="Van wie de case is.", examples=["Gemeente Tilburg"]
    )
    places: tuple[MunicipalityRef, ...] = Field(
        (),
        title="Gemeenten",
        description="In welke gemeenten het speelt.",
        examples=[["tilburg"]],
        json_schema_extra={**WANTED, "x-ook": ["plaatsen", "plaats"]},
    )
    region: RegionRef | None = Field(
        None, title="Energieregio", description="De regio van de energiestrategie.", examples=["hart-van-brabant"]
    )
    provinces: tuple[ProvinceRef, ...] = Field(
        (),
        title="Provincies",
        description="Als de case van een provincie is; anders volgt die uit gemeente of regio. Alle twaalf: landelijk.",
        examples=[["utrecht"]],
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
    brief: Brief | None = Field(
        None, title="In het kort", description="De case in vier korte regels.", json_schema_extra=WANTED
    )
    confidence: Confidence | None = Field(
        None,
        title="Hoe stevig",
        description="Hoe zeker de feiten zijn; bij 'certainty' staat waarom.",
        examples=["redelijk"],
        json_schema_extra=WANTED,
    )
    photo: Photo | None = Field(
        None, title="Foto", description="Een foto van de maker zelf, of onder een open licentie."
    )
    news: tuple[News, ...] = Field((), title="Nieuws", description="Wat er sindsdien gebeurde.")
    parties: Annotated[tuple[Party, ...], Writing.PLAIN] = Field((), title="Partijen", description="Wie er meededen.")
    turns: tuple[Turn, ...] = Field(
        min_length=1, title="Afslagen", description="De keuzes die anders hadden kunnen uitvallen."
    )
    lessons: tuple[LessonLink, ...] = Field(
        (),
        title="Lessen",
        description="Welke lessen de case steunt, nuanceert of weerspreekt, en waarom.",
        json_schema_extra=needed(),
    )
    related: tuple[CaseRef, ...] = Field(
        (), title="Verwante cases", description="Andere cases om naast deze te leggen.", examples=[["tilburg-moed"]]
    )
    results: tuple[Result, ...] = Field((), title="Resultaten", description="De cijfers: doel naast uitkomst.")


class Lesson(Record):
    """A prescription that guides action, with the context it was learnt in."""

    number: Count = Field(title="Nummer", description="De plaats in de reeks.", examples=[1])
    question: SummaryText | None = Field(
        None, title="Vraag", description="Waarop de les antwoordt. Eindigt op een vraagteken.", examples=["Wie trekt?"]
    )
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
    scene: Annotated[Scene, Writing.BLOCKS] | None = Field(
        None,
        title="Zo ging het een keer",
        description="Een korte scène uit een echte case, die de les laat zien.",
        examples=["Iedereen wilde meteen een energiebedrijf. Eén ambtenaar vroeg: wie doet het werk?[^bron]"],
        json_schema_extra=WANTED,
    )
    # A lesson of our own making says how sure it is.
    certainty: Annotated[Text, Writing.BLOCKS] | None = Field(None, json_schema_extra=needed(), **_CERTAINTY)
    themes: tuple[ThemeRef, ...] = Field((), **_THEMES)
    werkvormen: tuple[WerkvormRef, ...] = Field((), **_WERKVORMEN)
    communities: tuple[CommunityRef, ...] = Field(
        (), title="Communities", description="In welke communities dit is geleerd.", examples=[["rol-gemeente-2015"]]
    )
    evidence: tuple[Evidence, ...] = Field(
        (), title="Onderbouwing", description="Welke bron welk deel steunt.", json_schema_extra=needed()
    )


class Community(Record):
    """A group of civil servants who learnt together around one question."""

    question: SummaryText = Field(
        title="Vraagstuk",
        description="De vraag die de deelnemers deelden. Eindigt op een vraagteken.",
        examples=["Welke rol past een gemeente bij lokale energie-initiatieven?"],
    )
    organisers: tuple[PlainLabel, ...] = Field(
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
    materials: tuple[PlainLabel, ...] = Field(
        (), title="Materiaal", description="Wat je nodig hebt.", examples=[["Een flap-over", "Stiften"]]
    )
    steps: tuple[Step, ...] = Field((), title="Stappen", description="Wat je achtereenvolgens doet.")
    pitfalls: tuple[Text, ...] = Field(
        (), title="Valkuilen", description="Wat er mis kan gaan.", examples=[["Te snel adviseren."]]
    )
    themes: tuple[ThemeRef, ...] = Field((), **_THEMES)
