"""Findings as a comment below a pull request: first what must change, then what may."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..findings.finding import Finding, Severity, cut
from ..reading.safe_text import visible
from .summary import count, said, summary

# GitHub takes 65,536 characters in one comment.
LONGEST = 60_000
_LONGEST_TEXT = 400
# All ASCII punctuation but that which never means anything inside a line.
_PUNCTUATION = re.compile(r"(?![\"',;?%])[!-/:-@\[-`{-~]")
_CHAPTERS = (
    (Severity.ERROR, "Dit moet nog anders", "Zolang dit er staat, kan de bijdrage niet op de site."),
    (Severity.WARNING, "Dit mag beter", "Dit houdt de bijdrage niet tegen."),
)


def render(findings: Sequence[Finding], _texts: dict[str, str], longest: int = LONGEST) -> str:
    """The findings as Markdown in which nothing from a file has a meaning of its own; the texts are not needed."""
    parts, length, shown = [f"## {summary(findings)}\n"], 0, 0
    for part, number in _parts(findings):
        length += len(part)
        if length > longest:
            left = count(len(findings) - shown, "melding", "meldingen")
            parts.append(f"En nog {left}. Je ziet ze allemaal met `kennisbank check`.\n")
            break
        parts.append(part)
        shown += number
    if any(finding.edits for finding in findings):
        parts.append("Wat een 🔧 heeft, herstelt `kennisbank herstel --schrijf` voor je.\n")
    if findings:
        parts.append(f"Meer weten over een code? `kennisbank uitleg {findings[0].code}` geeft voorbeelden.\n")
    return "\n".join(parts)


def _parts(findings: Sequence[Finding]) -> Iterator[tuple[str, int]]:
    """Pieces of Markdown, each with the number of findings in it."""
    for severity, title, about in _CHAPTERS:
        chosen = [finding for finding in findings if finding.severity is severity]
        if chosen:
            yield f"### {title}\n\n{about}\n", 0
        for file, group in groupby(chosen, key=lambda finding: finding.file):
            yield f"**{_code(file)}**\n", 0
            for finding in group:
                yield _item(finding), 1


def _item(finding: Finding) -> str:
    wrench = " 🔧" if finding.edits else ""
    tip = f"<br>Tip: {escape(finding.hint)}" if finding.hint else ""
    return f"- Regel {finding.place.line}: {escape(said(finding))} ({finding.code}){wrench}{tip}\n"


def escape(text: str) -> str:
    """A text as one line of Markdown that shows exactly that text: no markup, links, HTML or mentions of people."""
    short = cut(text, _LONGEST_TEXT)
    escaped = _PUNCTUATION.sub(lambda match: f"\\{match[0]}", visible(short))
    # GitHub looks for @name, #12 and GH-12 after it has taken the backslashes away; a word joiner is not seen but parts
    # them.
    return re.sub(r"(?<=[@#])(?=.)|(?<=GH)(?=\\-\d)", "\u2060", escaped, flags=re.IGNORECASE)


def _code(text: str) -> str:
    """A text as inline code: fenced by more backticks than it holds."""
    shown = visible(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
