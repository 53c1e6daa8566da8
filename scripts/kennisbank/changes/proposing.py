"""Makes the data of a proposal from what was found, where a stranger's code may run: see `proposal`, which reads it."""

from collections.abc import Iterable

from ..checking.suggestions import Suggestion
from ..findings.finding import Finding, Severity
from .asked import NOTHING, Asked, can_be_told, half_data, lost_data, unchecked_data
from .case_view import NewCases
from .consequences import Consequences, PageChange
from .proposal import (
    LONGEST_FIX,
    MOST_CHANGES,
    MOST_FINDINGS,
    MOST_PAGES,
    MOST_SUGGESTIONS,
    ChangeData,
    FindingData,
    PageData,
    Proposal,
    SuggestionData,
    plain,
)
from .told import short


def proposal(
    number: int,
    changed: frozenset[str],
    removed: frozenset[str],
    findings: tuple[Finding, ...],
    older: int,
    fixes: tuple[Suggestion, ...],
    found: Consequences | None,
    new: NewCases,
    asked: Asked = NOTHING,
    left_out: frozenset[str] = frozenset(),
    made: Iterable[str] = (),
    stale: Iterable[str] = (),
) -> Proposal:
    """A proposal within all limits; what does not fit is left out, and what has an impossible name, but both count."""
    return Proposal(
        number=number,
        changed=_paths(changed),
        findings=_findings(findings),
        older=older,
        suggestions=[_suggestion(fix) for fix in fixes if _fits(fix)][:MOST_SUGGESTIONS],
        pages=None if found is None else [_page(page) for page in found.pages[:MOST_PAGES]],
        files=found.files if found else 0,
        concepts=_paths(new.concepts),
        unfinished=_paths(new.unfinished),
        previewed=new.previewed,
        cases=list(new.views),
        unchecked=unchecked_data(asked.unchecked),
        half=half_data(asked.half),
        lost=lost_data(asked.lost),
        left_out=_paths(left_out),
        clean=_paths(changed - asked.paths - left_out - {one.file for one in findings}),
        removed=_paths(removed),
        others=sum(not can_be_told(path) for path in changed | removed),
        made=sorted(made),
        stale=sorted(stale),
        errors=sum(one.severity is Severity.ERROR for one in findings),
    )


def _findings(found: tuple[Finding, ...]) -> list[FindingData]:
    """The findings that can be told, errors first."""
    told = (one for one in found if can_be_told(one.file))
    return [_finding(one) for one in sorted(told, key=lambda one: one.severity is Severity.WARNING)[:MOST_FINDINGS]]


def _paths(paths: Iterable[str]) -> list[str]:
    return [path for path in sorted(paths) if can_be_told(path)][:500]


def _fits(fix: Suggestion) -> bool:
    try:
        plain(fix.text)
    except ValueError:
        return False
    return len(fix.text) <= LONGEST_FIX and can_be_told(fix.path)


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
