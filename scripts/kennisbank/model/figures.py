"""The figures of a case."""

from enum import StrEnum

from pydantic import Field

from .types import Number, Part, PlainLabel, SourceRef, Text, Year, needed


class FigureKind(StrEnum):
    """What a figure tells: what came out, what it cost, who paid for it, what else happened, or what was expected."""

    OUTCOME = "uitkomst"
    COST = "kosten"
    CONTRIBUTION = "bijdrage"
    SIDE_EFFECT = "neveneffect"
    EXPECTED = "verwachting"


class ReportedBy(StrEnum):
    """Who reported a figure."""

    SELF = "zelf"
    INDEPENDENT = "onafhankelijk"
    PASSED_ON = "overgenomen"


class Result(Part):
    """A figure: what was aimed for next to what came out."""

    what: PlainLabel = Field(
        title="Wat", description="Wat er is geteld of gemeten.", examples=["Deelnemende bedrijven"]
    )
    kind: FigureKind = Field(
        FigureKind.OUTCOME,
        title="Soort cijfer",
        description=(
            "Uitkomst is gemeten. Verwachting is een plan. Kosten zijn geld of uren. Bijdrage is geld van een ander,"
            " zoals subsidie of een lening. Neveneffect is de rest."
        ),
        examples=["uitkomst"],
    )
    target: Number | None = Field(
        None,
        title="Doel",
        description="Het getal dat men wilde halen.",
        examples=[180],
        json_schema_extra=needed("achieved", shown=False),
    )
    at_most: bool = Field(
        default=False,
        strict=True,
        title="Hoogstens",
        description="Of minder beter is: het doel is dan een grens, zoals hoogstens 100 kilo restafval.",
        examples=[True],
    )
    achieved: Number | None = Field(
        None,
        title="Gehaald",
        description="Het getal dat is gehaald.",
        examples=[103],
        json_schema_extra=needed("target", shown=False),
    )
    unit: PlainLabel = Field(title="Eenheid", description="Waarin het getal is uitgedrukt.", examples=["bedrijven"])
    year: Year | None = Field(None, title="Jaar", description="Het jaar van het cijfer.", examples=[2021])
    source: SourceRef = Field(title="Bron", description="De sleutel van de bron.", examples=["eindrapport-2021"])
    reported_by: ReportedBy = Field(
        title="Wie meldt het",
        description="De partij zelf, een onafhankelijke ander die het mat, of iemand die het overnam, zoals een krant.",
        examples=["zelf"],
    )
    highlight: bool = Field(
        default=False,
        strict=True,
        title="Groot tonen",
        description="Of het cijfer boven aan de pagina groot staat, hoogstens drie per case.",
        examples=[True],
    )
    note: Text | None = Field(
        None, title="Let op", description="Wat je bij het cijfer moet weten.", examples=["Dit is een schatting."]
    )
