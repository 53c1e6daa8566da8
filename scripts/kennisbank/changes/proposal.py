"""What a pull request brings, as data: made where its code runs, and read back elsewhere as the word of a stranger.

The one who reads has the right to write below the pull request, so nothing here is text with markup: the reader makes
that itself, from values that were checked one by one.
"""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, ValidationError, model_validator

from ..checking.catalogue import CODES
from ..faces.standing import paths
from ..findings.finding import Finding, Place, Severity
from ..reading.characters import hides
from .case_view import MOST_CASES, CaseView
from .consequences import Consequences, Fate, PageChange
from .told import Data, Path, Told
from .words import Change

FILE = "voorstel.json"
MOST_BYTES = 2_000_000
MOST_FINDINGS, MOST_SUGGESTIONS, MOST_PAGES, MOST_CHANGES = 200, 30, 300, 12
MOST_UNCHECKED, MOST_HALF, MOST_LOST, MOST_PLACES = 60, 40, 40, 20
LONGEST_FIX = 4_000


class Refused(Exception):
    """The data is not what a proposal may be; the message says what is wrong, without quoting it."""


def _known(code: str) -> str:
    if code not in CODES:
        raise ValueError("unknown code")
    return code


def _made(path: str) -> str:
    if path not in paths():
        raise ValueError("no face of the model")
    return path


def plain(text: str) -> str:
    """A fix that would hide something from who clicks on it is no fix."""
    if hides(text):
        raise ValueError("hidden characters")
    return text


_Code = Annotated[str, AfterValidator(_known)]
_Face = Annotated[str, AfterValidator(_made)]
_Number = Annotated[int, Field(ge=0, le=1_000_000)]
_Line = Annotated[int, Field(ge=1, le=200_000)]


class FindingData(Data):
    """A finding without its edits."""

    path: Path
    line: _Line
    code: _Code
    message: Told
    hint: Told
    error: bool


class SuggestionData(Data):
    """A fix of whole lines."""

    path: Path
    start: _Line
    end: _Line
    text: Annotated[str, StringConstraints(max_length=LONGEST_FIX), AfterValidator(plain)]
    codes: Annotated[list[_Code], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise ValueError("ends before it starts")
        return self


class ChangeData(Data):
    """Words that went and came."""

    before: Told
    removed: Told
    added: Told
    after: Told


class PageData(Data):
    """A page that readers will find different."""

    page: Told
    title: Told
    fate: Annotated[str, StringConstraints(pattern="^(nieuw|weg|hernoemd|gewijzigd)$")]
    own: bool
    earlier: Told
    changes: Annotated[list[ChangeData], Field(max_length=MOST_CHANGES)]


class UncheckedData(Data):
    """A fact that changes while its source and the review date do not."""

    path: Path
    what: Told
    before: Told
    after: Told


class HalfData(Data):
    """A number that changed on a line and still stands on the lines `left`; `more` counts those that are left out."""

    path: Path
    was: Told
    now: Told
    line: _Line
    left: Annotated[list[_Line], Field(min_length=1, max_length=MOST_PLACES)]
    more: _Number = 0


class LostData(Data):
    """Addresses of a page that lead nowhere, unless a line is added to its file; without one the page is gone."""

    path: Path
    told: Told
    add: Told


class Proposal(Data):
    """Everything about one pull request; `pages` is None when its errors stand in the way of a site.

    `concepts` are the changed files that are not to be shown yet, `unfinished` those without a page at all,
    `previewed` tells that a site with concepts can be made, `cases` are the new cases as their readers will get them.
    `unchecked` are facts that changed without a source, `half` are numbers that did not change everywhere, `lost` are
    addresses that lead nowhere; of the files in `left_out` the consequences say nothing, for they have errors. Of the
    changed files nothing at all was found in `clean`, `removed` are taken away, and `others` counts those whose name
    cannot be told. `errors` counts them all, also those that did not fit in `findings`. `made` are the faces of the
    model that are as they should be, `stale` those that are not.
    """

    version: Annotated[int, Field(ge=1, le=1)] = 1
    number: Annotated[int, Field(ge=1, le=10_000_000)]
    changed: Annotated[list[Path], Field(max_length=500)]
    findings: Annotated[list[FindingData], Field(max_length=MOST_FINDINGS)]
    older: _Number
    suggestions: Annotated[list[SuggestionData], Field(max_length=MOST_SUGGESTIONS)]
    pages: Annotated[list[PageData], Field(max_length=MOST_PAGES)] | None
    files: _Number = 0
    concepts: Annotated[list[Path], Field(default_factory=list, max_length=500)]
    unfinished: Annotated[list[Path], Field(default_factory=list, max_length=500)]
    cases: Annotated[list[CaseView], Field(default_factory=list, max_length=MOST_CASES)]
    unchecked: Annotated[list[UncheckedData], Field(default_factory=list, max_length=MOST_UNCHECKED)]
    half: Annotated[list[HalfData], Field(default_factory=list, max_length=MOST_HALF)]
    lost: Annotated[list[LostData], Field(default_factory=list, max_length=MOST_LOST)]
    left_out: Annotated[list[Path], Field(default_factory=list, max_length=500)]
    clean: Annotated[list[Path], Field(default_factory=list, max_length=500)]
    removed: Annotated[list[Path], Field(default_factory=list, max_length=500)]
    others: _Number = 0
    made: Annotated[list[_Face], Field(default_factory=list, max_length=100)]
    stale: Annotated[list[_Face], Field(default_factory=list, max_length=100)]
    previewed: bool = False
    errors: _Number = 0

    def as_findings(self) -> tuple[Finding, ...]:
        """The findings as the reporters know them."""
        return tuple(
            Finding(
                one.path,
                Place(one.line, 1, one.line, 1),
                one.code,
                one.message,
                one.hint,
                Severity.ERROR if one.error else Severity.WARNING,
            )
            for one in self.findings
        )

    def consequences(self) -> Consequences | None:
        """What changes for the reader, as the reporters know it."""
        if self.pages is None:
            return None
        return Consequences(tuple(map(_page_change, self.pages)), self.files)


def read(data: bytes) -> Proposal:
    """The proposal in the bytes of a file; raises `Refused`."""
    if len(data) > MOST_BYTES:
        raise Refused("too large")
    try:
        return Proposal.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = re.sub(r"[^A-Za-z0-9_.]", "?", ".".join(map(str, first["loc"])))[:80]
        raise Refused(f"{where}: {first['type']}") from None


def _page_change(data: PageData) -> PageChange:
    changes = tuple(Change(one.before, one.removed, one.added, one.after) for one in data.changes)
    return PageChange(data.page, data.title, Fate(data.fate), data.own, changes, data.earlier)
