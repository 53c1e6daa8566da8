"""What a change means for the reader, as Markdown below a pull request or as JSON for a program."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ..reporters.markdown import code, escape
from ..reporters.summary import count
from .consequences import Consequences, Fate, PageChange
from .words import Change

VERSION = 1
# One comment on GitHub holds 65,536 characters, and this is only a part of it.
LONGEST = 24_000
# A page that only mentions what changed mostly shows the same change again.
_MOST_PLACES = {True: 8, False: 2}
_MOST_WORDS = 40
# A list with more pages is folded.
_MOST_OPEN = 8
_FOLD_ENDS = "</details>\n"
_MORE = "pagina's"
_CHAPTERS = (
    (True, "Pagina's waarvan de tekst zelf verandert", ""),
    (False, "Pagina's die mee veranderen", "Hun eigen tekst blijft; zij noemen wat hierboven verandert."),
)


def markdown(found: Consequences, since: str = "origin/main", longest: int = LONGEST) -> str:
    """The list, at most `longest` characters; nothing from a page has a meaning of its own in it.

    `since` is the version that was compared with, for who wants to see more.
    """
    parts = [f"## Wat verandert voor de lezer\n\n{_summary(found)}\n"]
    is_folded = False
    length = len(parts[0])
    shown = 0
    for part, pages in _parts(found.pages):
        length += len(part)
        if length > longest and part != _FOLD_ENDS:
            left = count(len(found.pages) - shown, "pagina", _MORE)
            more = f"En nog {left}. Je ziet ze allemaal met {code(f'kennisbank gevolgen --sinds {since}')}.\n"
            parts += [_FOLD_ENDS, more] if is_folded else [more]
            break
        parts.append(part)
        shown += pages
        is_folded = part.startswith("<details>") or (is_folded and part != _FOLD_ENDS)
    return "\n".join(parts)


def as_json(found: Consequences) -> str:
    """Everything, in plain ASCII so that no character can hide or steer a terminal."""
    return f"{json.dumps({'version': VERSION, **asdict(found)}, indent=2)}\n"


def _summary(found: Consequences) -> str:
    if not found.pages:
        what = count(found.files, "bestand verandert", "bestanden veranderen")
        return f"Geen enkele pagina verandert{f'; wel {what}' if found.files else ''}."
    fates = [(fate, sum(page.fate is fate for page in found.pages)) for fate in Fate]
    told = ", ".join(f"{number} {fate}" for fate, number in fates if number)
    files = f" En {count(found.files, 'ander bestand', 'andere bestanden')}." if found.files else ""
    return f"{count(len(found.pages), 'pagina', _MORE)}: {told}.{files}"


def _parts(pages: Sequence[PageChange]) -> Iterator[tuple[str, int]]:
    """Pieces of Markdown, each with the number of pages in it."""
    for own, title, about in _CHAPTERS:
        chosen = [page for page in pages if page.own is own]
        if chosen:
            yield "\n\n".join(filter(None, (f"### {title}", about))) + "\n", 0
        is_long = len(chosen) > _MOST_OPEN
        if is_long:
            yield f"<details><summary>{count(len(chosen), 'pagina', _MORE)}</summary>\n", 0
        for page in chosen:
            yield _page(page), 1
        if is_long:
            yield _FOLD_ENDS, 0


def _page(page: PageChange) -> str:
    moved = f", was {escape(page.earlier)}" if page.earlier else ""
    head = f"- **{escape(page.title)}** ({escape(page.page)}; {page.fate}{moved})"
    if page.fate in (Fate.ADDED, Fate.REMOVED):
        words = sum(len((change.added or change.removed).split()) for change in page.changes)
        return f"{head}: {count(words, 'woord', 'woorden')}\n"
    if not page.changes:
        return f"{head}: alleen opmaak of een adres\n"
    most = _MOST_PLACES[page.own]
    places = [f"    - {_place(change)}\n" for change in page.changes[:most]]
    if len(page.changes) > most:
        places.append(f"    - en nog {count(len(page.changes) - most, 'plek', 'plekken')}\n")
    return f"{head}\n{''.join(places)}"


def _place(change: Change) -> str:
    removed = f"~~{_short(change.removed)}~~" if change.removed else ""
    added = f"**{_short(change.added)}**" if change.added else ""
    parts = (escape(change.before), removed, added, escape(change.after))
    return f"… {' '.join(part for part in parts if part)} …"


def _short(text: str) -> str:
    words = text.split()
    left = len(words) - _MOST_WORDS
    shown = escape(" ".join(words[:_MOST_WORDS]))
    return f"{shown} … (en nog {count(left, 'woord', 'woorden')})" if left > 0 else shown
