"""What a proposal may hold as text: short, of a known form, and checked again by who reads it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from ..findings.finding import cut

LONGEST_TEXT, LONGEST_PATH = 600, 200
PATH = r"^(cases|docs|lessons)(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\.(md|yml)$"
Path = Annotated[str, StringConstraints(pattern=PATH, max_length=LONGEST_PATH)]
Told = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class Data(BaseModel):
    """Values that go from who may run a stranger's code to who may write."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def short(text: str) -> str:
    """A text that fits in a proposal."""
    return cut(text, LONGEST_TEXT)
