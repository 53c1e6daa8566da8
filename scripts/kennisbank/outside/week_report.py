"""The weekly report for editors: links to other sites, and facts that are due for review."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..findings.finding import cut
from ..insights.coverage import report_of
from ..library.library import Library, Ref
from ..model.kinds import KINDS
from ..reporters.markdown import escape
from ..reporters.summary import count
from .links import Answer, Verdict

_MOST = 60
_LONGEST = 300
_CHAPTERS = (
    (Verdict.BROKEN, "Deze links werken niet", "Zoek waar de bron nu staat, of neem een andere bron."),
    (Verdict.MOVED, "Deze links zijn voorgoed verhuisd", "Zet het nieuwe adres in de bron."),
    (Verdict.CLOSED, "Deze links kon het programma niet nakijken", "Open ze zelf een keer."),
)


def render(answers: Sequence[Answer], used_by: Mapping[str, Sequence[str]], library: Library, today: date) -> str:
    """The report in Markdown; `used_by` names the files that have each address."""
    fine = sum(answer.verdict is Verdict.FINE for answer in answers)
    parts = [f"Nagekeken op {today}: {count(len(answers), 'link', 'links')} naar buiten, waarvan {fine} in orde.\n"]
    for verdict, title, about in _CHAPTERS:
        found = [answer for answer in answers if answer.verdict is verdict]
        if found:
            lines = [_line(answer, used_by[answer.url]) for answer in found[:_MOST]]
            more = [f"- en nog {len(found) - _MOST}"] if len(found) > _MOST else []
            parts.append("\n".join([f"## {title} ({len(found)})\n", f"{about}\n", *lines, *more, ""]))
    parts.append("\n".join([*_reviews(library, today), ""]))
    return "\n".join(parts)


def _line(answer: Answer, files: Sequence[str]) -> str:
    # A stranger says where to; the report must have room for the other links.
    told = cut(answer.detail, _LONGEST)
    moved = f"<{told}>" if _is_safe(answer.detail) and told == answer.detail else escape(told)
    detail = f" → {moved}" if answer.verdict is Verdict.MOVED else ""
    reason = "" if answer.verdict is Verdict.MOVED else f": {escape(told)}"
    address = f"<{answer.url}>" if _is_safe(answer.url) else escape(answer.url)
    return f"- {address}{detail}{reason} ({', '.join(map(escape, files[:3]))})"


def _is_safe(url: str) -> bool:
    """Whether an address stays an address between angle brackets (CommonMark, 6.5), also on GitHub."""
    return url.startswith(("https://", "http://")) and not any(one in "<>@ \\`" or not one.isprintable() for one in url)


def _reviews(library: Library, today: date) -> Iterator[str]:
    due = report_of(library).due(today)
    yield f"## Feiten die weer moeten worden nagekeken ({len(due)})\n"
    if not due:
        yield "Niets."
    for review in due[:_MOST]:
        yield f"- {_kind(review.ref)} {escape(review.title)}: het laatst op {review.reviewed}"
    if len(due) > _MOST:
        yield f"- en nog {len(due) - _MOST}"


def _kind(ref: Ref) -> str:
    return KINDS[ref.kind].label
