"""Makes the data of a proposal from what was found, where a stranger's code may run: see `proposal`, which reads it."""

import re
from collections.abc import Iterable

from ..checking.suggestions import Suggestion
from ..findings.finding import Finding, Severity
from .case_view import NewCases
from .consequences import Consequences, PageChange
from .half_changed import HalfChanged
from .lost_addresses import LostAddress
from .proposal import (
    LONGEST_FIX,
    MOST_CHANGES,
    MOST_FINDINGS,
    MOST_HALF,
    MOST_LOST,
    MOST_PAGES,
    MOST_PLACES,
    MOST_SUGGESTIONS,
    MOST_UNCHECKED,
    ChangeData,
    FindingData,
    HalfData,
    LostData,
    PageData,
    Proposal,
    SuggestionData,
    UncheckedData,
    plain,
)
from .told import LONGEST_PATH, PATH, short
from .unchecked import Unchecked


def proposal(
    number: int,
    changed: frozenset[str],
    removed: frozenset[str],
    findings: tuple[Finding, ...],
    older: int,
    fixes: tuple[Suggestion, ...],
    found: Consequences | None,
    new: NewCases,
    asked: tuple[Unchecked, ...] = (),
    half: tuple[HalfChanged, ...] = (),
    lost: tuple[LostAddress, ...] = (),
    left_out: frozenset[str] = frozenset(),
) -> Proposal:
    """A proposal within all limits; what does not fit is left out, and what has an impossible name, but both count.

    `changed` are the files that are there, `removed` those that are not any more.
    """
    sound = sorted(
        (one for one in findings if _can_be_told(one.file)), key=lambda one: one.severity is Severity.WARNING
    )
    asked = tuple(one for one in asked if _can_be_told(one.path))
    half = tuple(one for one in half if _can_be_told(one.path))
    lost = tuple(one for one in lost if _can_be_told(one.path))
    noted = {one.file for one in findings} | {one.path for some in (asked, half, lost) for one in some} | left_out
    return Proposal(
        number=number,
        changed=_paths(changed),
        findings=[_finding(one) for one in sound[:MOST_FINDINGS]],
        older=older,
        suggestions=[_suggestion(fix) for fix in fixes if _fits(fix)][:MOST_SUGGESTIONS],
        pages=None if found is None else [_page(page) for page in found.pages[:MOST_PAGES]],
        files=found.files if found else 0,
        concepts=_paths(new.concepts),
        unfinished=_paths(new.unfinished),
        previewed=new.previewed,
        cases=list(new.views),
        unchecked=[_unchecked(one) for one in asked][:MOST_UNCHECKED],
        half=[half_data(one) for one in half[:MOST_HALF]],
        lost=[LostData(path=one.path, told=short(one.told), add=short(one.add)) for one in lost][:MOST_LOST],
        left_out=_paths(left_out),
        clean=_paths(changed - noted),
        removed=_paths(removed),
        others=sum(not _can_be_told(path) for path in changed | removed),
        errors=sum(one.severity is Severity.ERROR for one in findings),
    )


def _can_be_told(path: str) -> bool:
    return len(path) <= LONGEST_PATH and re.fullmatch(PATH, path) is not None


def _paths(paths: Iterable[str]) -> list[str]:
    return [path for path in sorted(paths) if _can_be_told(path)][:500]


def _unchecked(one: Unchecked) -> UncheckedData:
    return UncheckedData(path=one.path, what=short(one.what), before=short(one.before), after=short(one.after))


def half_data(one: HalfChanged) -> HalfData:
    """A number that changed in half, within all limits."""
    left = list(one.left[:MOST_PLACES])
    return HalfData(
        path=one.path,
        was=short(one.was),
        now=short(one.now),
        line=one.line,
        left=left,
        more=len(one.left) - len(left),
    )


def _fits(fix: Suggestion) -> bool:
    try:
        plain(fix.text)
    except ValueError:
        return False
    return len(fix.text) <= LONGEST_FIX and _can_be_told(fix.path)


def _finding(one: Finding) -> FindingData:
    return FindingData(
        path=one.file,
        line=one.place.line,
        code=one.code,
        message=short(one.message),
        hint=short(one.hint),
        error=one.severity is Severity.ERROR,
    )


def _suggestion(fix: Suggestion) -> SuggestionData:
    return SuggestionData(path=fix.path, start=fix.start, end=fix.end, text=fix.text, codes=list(fix.codes)[:20])


def _page(page: PageChange) -> PageData:
    changes = [
        ChangeData(
            before=short(change.before),
            removed=short(change.removed),
            added=short(change.added),
            after=short(change.after),
        )
        for change in page.changes[:MOST_CHANGES]
    ]
    return PageData(
        page=short(page.page),
        title=short(page.title),
        fate=page.fate.value,
        own=page.own,
        earlier=short(page.earlier),
        changes=changes,
    )
