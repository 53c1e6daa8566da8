"""Building blocks of the content model: texts, numbers and references with their own limits."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

# What a template holds where something still has to be filled in.
PLACEHOLDER = "VUL IN"


@dataclass(frozen=True)
class Refers:
    """Marks a text as a reference: `target` is the kind of record or the list it points into."""

    target: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), "x-verwijst-naar": self.target}


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
        raise PydanticCustomError("kb_date", "geen bestaande datum")
    return value


def _web_address(value: object) -> object:
    if isinstance(value, str):
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or "." not in parts.netloc or re.search(r"[\s<>\"]", value):
            raise PydanticCustomError("kb_url", "geen webadres")
    return value


ShortText = Annotated[str, Field(min_length=1, max_length=90)]
SummaryText = Annotated[str, Field(min_length=1, max_length=300)]
Text = Annotated[str, Field(min_length=1, max_length=1500)]
Label = Annotated[str, Field(min_length=1, max_length=160)]
Slug = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Year = Annotated[int, Field(strict=True, ge=1900, le=2100)]
Number = Annotated[float, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=1, le=99)]
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
WebAddress = Annotated[str, BeforeValidator(_web_address), Field(json_schema_extra={"format": "uri"})]

CaseRef = Annotated[str, Refers("case")]
LessonRef = Annotated[str, Refers("lesson")]
CommunityRef = Annotated[str, Refers("community")]
WerkvormRef = Annotated[str, Refers("werkvorm")]
ThemeRef = Annotated[str, Refers("themes")]
SectorRef = Annotated[str, Refers("sectors")]
RoleRef = Annotated[str, Refers("roles")]
PartyKindRef = Annotated[str, Refers("party-kinds")]
ChoiceKindRef = Annotated[str, Refers("choice-kinds")]
SeriesRef = Annotated[str, Refers("series")]
ProvinceRef = Annotated[str, Refers("provinces")]
RegionRef = Annotated[str, Refers("regions")]
MunicipalityRef = Annotated[str, Refers("municipalities")]
SourceRef = Annotated[str, Refers("source")]
