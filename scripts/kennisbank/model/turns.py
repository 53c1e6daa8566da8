"""The *afslagen* of a case: what could be chosen, what was chosen and why, and who decided it."""

from typing import Annotated

from pydantic import Field

from .types import ChoiceKindRef, Label, Moment, OptionKindRef, Part, Shorthand, SourceRef, Text, Writing, Year, needed


class Option(Part):
    """One of the ways that could be chosen at a turn."""

    what: Label = Field(
        title="Optie", description="De weg die men kon kiezen.", examples=["Een gemeentelijk energiebedrijf"]
    )
    kind: OptionKindRef | None = Field(
        None,
        title="Soort optie",
        description="Wat voor weg het is. Kies wat het dichtst bij komt.",
        examples=["eigen-bedrijf"],
    )
    taken: bool = Field(
        default=False, strict=True, title="Gekozen", description="Of dit de gekozen weg is.", examples=[True]
    )
    ours: bool = Field(
        default=False,
        strict=True,
        title="Door ons ingevuld",
        description="Of geen bron deze weg noemt. Alleen als de keuze anders niet te begrijpen is.",
        examples=[True],
    )
    source: SourceRef | None = Field(
        None,
        title="Bron",
        description="De sleutel van de bron die deze weg noemt. Bij de gekozen weg staat die al bij de reden.",
        examples=["raadsvoorstel-2011"],
    )


class Decision(Part):
    """The formal decision behind a turn: only what is known."""

    what: Label = Field(title="Besluit", description="Wat er is besloten.", examples=["Raadsbesluit over de RES 1.0"])
    date: Moment | None = Field(
        None,
        title="Datum",
        description="De dag, de maand of het jaar, zo precies als de bron.",
        examples=["2021-07-01"],
    )
    vote: Label | None = Field(None, title="Stemming", description="Hoe er is gestemd.", examples=["23 voor, 8 tegen"])
    source: SourceRef = Field(title="Bron", description="De sleutel van de bron.", examples=["raadsbesluit-2021"])


class Turn(Part):
    """An *afslag*: a decision that could have gone otherwise."""

    when: Year = Field(title="Wanneer", description="Het jaar van de keuze.", examples=[2011])
    kind: ChoiceKindRef | None = Field(
        None, title="Soort keuze", description="Waar de keuze vooral over ging.", examples=["organisatie"]
    )
    choice: Annotated[Text, Writing.PLAIN] = Field(
        title="Keuze", description="Wat er is gekozen.", examples=["Een eigen ontwikkelbedrijf, geen energiebedrijf."]
    )
    options: tuple[Annotated[Option, Shorthand("what")], ...] = Field(
        title="Opties",
        description="Waartussen is gekozen, de gekozen weg erbij.",
        min_length=1,
        examples=[["Een gemeentelijk energiebedrijf", "Een ontwikkelbedrijf"]],
    )
    because: Text | None = Field(
        None,
        title="Waarom",
        description="De reden, en wie die gaf.",
        examples=["Bedrijven zelf hadden geen tijd.[^bron]"],
        json_schema_extra=needed("open"),
    )
    open: Text | None = Field(
        None,
        title="Open vraag",
        description="Alleen als geen bron de reden noemt: wat je nog zou moeten vragen, en aan wie.",
        examples=["Waarom viel de andere vorm af? Vraag het de wethouder van toen."],
        json_schema_extra=needed("because", shown=False),
    )
    decided_by: Label = Field(
        title="Wie besloot", description="Wie de keuze maakte.", examples=["De gemeenteraad van Tilburg"]
    )
    decision: Decision | None = Field(
        None, title="Besluit", description="Het besluit van raad, college of bestuur, voor zover bekend."
    )
    cost: Text | None = Field(
        None,
        title="Wat het kostte",
        description="Wat de keuze kostte aan geld of uren.",
        examples=["Het kostte 200.000 euro per jaar.[^bron]"],
    )
    later: Text | None = Field(
        None, title="Wat ervan kwam", description="Hoe de keuze uitpakte.", examples=["Gestopt na twee jaar.[^bron]"]
    )
