"""Findings as a comment below a pull request: first what must change, then what may."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from ..findings.finding import Finding, Severity, cut
from ..reading.safe_text import visible
from .summary import count, said, summary

# GitHub takes 65,536 characters in one comment.
LONGEST = 60_000
_LONGEST_TEXT = 400
# Findings of one kind that stand open; the rest of them is folded.
_MOST_OPEN = 10
# All ASCII punctuation but that which never means anything inside a line.
_PUNCTUATION = re.compile(r"(?![\"',;?%])[!-/:-@\[-`{-~]")
# What `escape` put before a sign, and the tags that are ours: those of a file have a backslash before them.
_FOR_HOSTS = re.compile(r"\\([!-/:-@\[-`{-~])|\u2060|<br>|<details><summary>|</summary>|</details>\n?")
_CHAPTERS = (
    (Severity.ERROR, "Dit moet nog anders", "Zolang dit er staat, kan de bijdrage niet op de site."),
    (Severity.WARNING, "Dit mag beter", "Dit houdt de bijdrage niet tegen."),
)


def render(findings: Sequence[Finding], _texts: dict[str, str], longest: int = LONGEST, site: str = "") -> str:
    """The findings as Markdown in which nothing from a file has a meaning of its own; the texts are not needed.

    With the address of a `site` each code leads to its explanation there.
    """
    ordered = [finding for severity, *_ in _CHAPTERS for finding in findings if finding.severity is severity]
    sizes = accumulate(len(_item(finding, site)) + len(finding.file) + 8 for finding in ordered)
    kept = ordered[: sum(size <= longest for size in sizes)]
    parts = [f"## {summary(findings)}\n", *_parts(kept, site)]
    if len(kept) < len(ordered):
        left = count(len(ordered) - len(kept), "melding", "meldingen")
        parts.append(f"En nog {left}. Je ziet ze allemaal met `kennisbank check`.\n")
    if any(finding.edits for finding in findings):
        parts.append("Wat een 🔧 heeft, herstelt `kennisbank herstel --schrijf` voor je.\n")
    if findings and not site:
        parts.append(f"Meer weten over een code? `kennisbank uitleg {findings[0].code}` geeft voorbeelden.\n")
    return "\n".join(parts)


def _parts(findings: Sequence[Finding], site: str) -> Iterator[str]:
    """A chapter for what must and one for what may; of a long list the rest is folded."""
    for severity, title, about in _CHAPTERS:
        chosen = [finding for finding in findings if finding.severity is severity]
        if chosen:
            yield f"### {title}\n\n{about}\n"
        yield from _listed(chosen[:_MOST_OPEN], site)
        if rest := chosen[_MOST_OPEN:]:
            yield folded(f"Nog {count(len(rest), 'melding', 'meldingen')}", "\n".join(_listed(rest, site)))


def folded(head: str, text: str) -> str:
    """A text that opens when somebody wants to read it."""
    return f"<details><summary>{head}</summary>\n\n{text}\n</details>\n"


def _listed(findings: Sequence[Finding], site: str) -> Iterator[str]:
    for file, group in groupby(findings, key=lambda finding: finding.file):
        yield f"**{code(file)}**\n"
        yield from (_item(finding, site) for finding in group)


def _item(finding: Finding, site: str) -> str:
    wrench = " 🔧" if finding.edits else ""
    tip = f"<br>Tip: {escape(finding.hint)}" if finding.hint else ""
    about = f"[{finding.code}]({site}bijdragen/meldingen/{finding.code}/)" if site else finding.code
    return f"- Regel {finding.place.line}: {escape(said(finding))} ({about}){wrench}{tip}\n"


def escape(text: str) -> str:
    """A text as one line of Markdown that shows exactly that text: no markup, links, HTML or mentions of people."""
    short = cut(text, _LONGEST_TEXT)
    escaped = _PUNCTUATION.sub(lambda match: f"\\{match[0]}", visible(short))
    # GitHub looks for @name, #12 and GH-12 after it has taken the backslashes away; a word joiner is not seen but parts
    # them.
    return re.sub(r"(?<=[@#])(?=.)|(?<=GH)(?=\\-\d)", "\u2060", escaped, flags=re.IGNORECASE)


def as_text(markdown: str) -> str:
    """What is written here as people read it in a terminal: as it stands in the file, without what hosts need."""
    return _FOR_HOSTS.sub(lambda found: found[1] or ("\n    " if found[0] == "<br>" else ""), markdown)


def code(text: str) -> str:
    """A text as inline code: fenced by more backticks than it holds."""
    shown = visible(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
