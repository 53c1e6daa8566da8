"""Building blocks of the content model: texts, numbers and references with their own limits."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue
from pydantic_core import PydanticCustomError, core_schema

# What a template holds where something still has to be filled in.
PLACEHOLDER = "VUL IN"


def is_gap(value: object) -> bool:
    """Whether a value is a text that waits for what its author has to fill in."""
    return isinstance(value, str) and value.startswith(PLACEHOLDER)


# Not required, but every reader wants to know it: the template shows these.
WANTED: dict[str, JsonValue] = {"x-gevraagd": True}


def needed(*others: str, shown: bool = True) -> dict[str, JsonValue]:
    """Marks a field that the checker asks for before publication, unless one of the `others` is filled in.

    `shown` says whether the template shows it without a hash in front.
    """
    return {**(WANTED if shown else {}), "x-nodig": [*others]}


class Writing(Enum):
    """Marks a text that is no Markdown of ours; a text without a mark is."""

    # The site shows it as it stands, also on cards and in lists: Markdown would be seen as signs.
    PLAIN = "plain"
    # An address, a key, a date, or what other people wrote: nobody reads it as prose.
    NO_PROSE = "no prose"
    # It has room for lists and more than one paragraph; of other texts the page makes one line.
    BLOCKS = "blocks"


@dataclass(frozen=True)
class Refers:
    """Marks a text as a reference: `target` is the kind of record or the list it points into."""

    target: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), "x-verwijst-naar": self.target}


@dataclass(frozen=True)
class Shorthand:
    """Marks a group that may also be written as one plain text, which then is the value of its field `name`."""

    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        group: core_schema.CoreSchema = handler(source)
        return core_schema.no_info_before_validator_function(self._whole, group)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        group = handler(schema)
        return {"anyOf": [handler.resolve_ref_schema(group)["properties"][self.name], group]}

    def _whole(self, value: object) -> object:
        """The group that a plain value stands for; what no group could be is judged as if it were the text."""
        return value if isinstance(value, dict | BaseModel) else {self.name: value}


class Part(BaseModel):
    """Base of everything in front matter: unknown keys are refused and values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _iso_date(value: object) -> object:
    if isinstance(value, str):
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise PydanticCustomError("kb_date", "geen leesbare datum")
    return value


_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
MOMENT = f"^{_MOMENT.pattern}$"
"""How a day, a month or a year is written, as JSON Schema says it."""


def _moment(value: object) -> object:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str):
        try:
            if _MOMENT.fullmatch(text):
                date.fromisoformat(f"{text}-01-01"[:10])
                return text
        except ValueError:
            pass
        raise PydanticCustomError("kb_moment", "geen leesbare datum, maand of jaar")
    return text


def _web_address(value: object) -> object:
    if isinstance(value, str):
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if (
            parts.scheme not in ("http", "https")
            or "." not in parts.netloc.removeprefix("www.")
            or re.search(r"[\s<>\"\\]", value)
        ):
            raise PydanticCustomError("kb_url", "geen webadres")
    return value


ShortText = Annotated[str, Field(min_length=1, max_length=90), Writing.PLAIN]
SummaryText = Annotated[str, Field(min_length=1, max_length=300), Writing.PLAIN]
Text = Annotated[str, Field(min_length=1, max_length=1500)]
Scene = Annotated[str, Field(min_length=1, max_length=600)]
Line = Annotated[str, Field(min_length=1, max_length=200)]
PhotoText = Annotated[str, Field(min_length=1, max_length=250), Writing.PLAIN]
Label = Annotated[str, Field(min_length=1, max_length=160)]
PlainLabel = Annotated[Label, Writing.PLAIN]
GivenLabel = Annotated[Label, Writing.NO_PROSE]
Slug = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), Writing.NO_PROSE]
Year = Annotated[int, Field(strict=True, ge=1900, le=2100)]
Number = Annotated[float, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=1, le=99)]
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
# A day, a month or a year, as precise as a source tells.
Moment = Annotated[
    str,
    BeforeValidator(_moment),
    Field(json_schema_extra={"pattern": MOMENT}),
    Writing.NO_PROSE,
]
WebAddress = Annotated[str, BeforeValidator(_web_address), Field(json_schema_extra={"format": "uri"}), Writing.NO_PROSE]

CaseRef = Annotated[str, Refers("case")]
LessonRef = Annotated[str, Refers("lesson")]
CommunityRef = Annotated[str, Refers("community")]
WerkvormRef = Annotated[str, Refers("werkvorm")]
ThemeRef = Annotated[str, Refers("themes")]
SectorRef = Annotated[str, Refers("sectors")]
RoleRef = Annotated[str, Refers("roles")]
PartyKindRef = Annotated[str, Refers("party-kinds")]
ChoiceKindRef = Annotated[str, Refers("choice-kinds")]
OptionKindRef = Annotated[str, Refers("option-kinds")]
SeriesRef = Annotated[str, Refers("series")]
ProvinceRef = Annotated[str, Refers("provinces")]
RegionRef = Annotated[str, Refers("regions")]
MunicipalityRef = Annotated[str, Refers("municipalities")]
SourceRef = Annotated[str, Refers("source")]
