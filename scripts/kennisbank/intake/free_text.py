"""Reads what people type in their own words: years, turns and sources."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from ..faces.questions import Choice
from ..findings.nearest import slug
from ..model.parts import Source
from ..model.shape import example, inner_model, is_list, refers_to
from ..model.turns import Turn
from ..model.types import PLACEHOLDER
from ..reading.marks import BULLETS, CITATION
from ..reading.meaning import address, address_in, years, years_in
from .cleaning import one_line
from .matching import Names, match

Values = dict[str, object]

_BULLET = re.compile(rf"^\s*(?:[-*{BULLETS}]|\d{{1,2}}[.)])\s+")
_PARTS = re.compile(r"[;|\t]")
_LABEL = re.compile(r"[A-Za-z_ ]{3,20}")
# A group of fields is more than people type behind a label: the editor fills it in.
_TOLD = [name for name, field in Turn.model_fields.items() if not inner_model(field)]
_TURN_LABELS = Names(tuple(Choice(name, Turn.model_fields[name].title or name) for name in _TOLD))


def words(text: str) -> list[str]:
    """The words and numbers of a text, in small letters."""
    return re.findall(r"[^\W_]+", text.lower())


# How often each word of a label may stand in a text before it is more than a label: once for every turn.
LABEL_WORDS = Counter({word: 99 for choice in _TURN_LABELS.choices for word in words(f"{choice.id} {choice.title}")})


def gap(example_of: object = None) -> str:
    """What a file holds where something still has to be filled in: the checker tells, with an example."""
    shown = ", ".join(example_of) if isinstance(example_of, list) else str(example_of or "")
    plain = CITATION.sub("", shown)
    return f"{PLACEHOLDER}, bijvoorbeeld: {plain}" if plain else PLACEHOLDER


def period(text: str) -> Values:
    """The years of a period as people write it: '2011-2022', 'sinds 2019', '2016/17'."""
    found = years(text) or years_in(text)
    if not found:
        return {"start": gap("2011") if not text else f"{PLACEHOLDER}: er stond '{one_line(text)}'"}
    values: Values = {"start": found[0]}
    return values | ({"end": found[-1]} if len(found) > 1 else {})


def turns(text: str) -> list[Values]:
    """The turns in a text: one a paragraph or list item, with the labels of the fields when people typed them."""
    parts: list[str] = []
    for part in _paragraphs(text):
        if parts and all(map(_label, part.splitlines())):
            parts[-1] += f"\n{part}"  # fields apart from the choice that they belong to
        else:
            parts.append(part)
    return [_turn(part) for part in parts] or [dict(_no_turn())]


@cache
def _no_turn() -> Values:
    """What asks for a turn; most rows of a table have none."""
    return _turn("")


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = paragraph.splitlines()
        items = len(lines) > 1 and all(_BULLET.match(line) for line in lines) and not any(map(_label, lines))
        yield from (_BULLET.sub("", line) for line in lines) if items else ([paragraph] if paragraph.strip() else [])


def _label(line: str) -> tuple[str, str] | None:
    """The field that a line names before its colon, and what stands behind it."""
    head, colon, text = line.partition(":")
    label = head.strip().lstrip(f"-*{BULLETS}").strip("* \t") if colon else ""
    meant = match(label, _TURN_LABELS).id if _LABEL.fullmatch(label) else ""
    return (meant, text.lstrip("*").strip()) if meant else None


def _turn(text: str) -> Values:
    given: dict[str, list[str]] = {}
    current = "choice"
    for line in text.splitlines():
        labelled = _label(line)
        current, words = labelled or (current, line)
        given.setdefault(current, []).append(words)
    told = {name: "\n".join(lines).strip() for name, lines in given.items()}
    typed = told.get("when", "")
    year = (years(typed) or years_in(typed or text))[:1]
    when: Values = {"when": year[0] if year else _kept(typed, "2011")}
    others = {name: _turn_value(name, told.get(name, "")) for name in _TOLD if name != "when"}
    return when | {name: value for name, value in others.items() if value}


def _kept(typed: str, shown: str) -> str:
    return f"{PLACEHOLDER}: er stond '{one_line(typed)}'" if typed else gap(shown)


def _turn_value(name: str, typed: str) -> object:
    field = Turn.model_fields[name]
    if is_list(field):
        parts = [one_line(_BULLET.sub("", part)) for part in re.split(r"[;\n]", typed)]
        return [part for part in parts if part] or [gap()]
    if refers_to(field):
        return slug(typed)
    return one_line(typed) or (gap(example(field)) if field.is_required() else "")


def sources(text: str) -> list[Values]:
    """The sources in a text, one a line: title; publisher; date; address, of which people may leave out parts."""
    taken: dict[str, int] = {}
    return [_source(_BULLET.sub("", line).strip(), taken) for line in text.splitlines() if line.strip()]


def _source(line: str, taken: dict[str, int]) -> Values:
    typed = address_in(line)
    url = typed if "://" in typed else address(typed)
    # The name of a site alone may be what somebody calls the source, or who made it.
    is_name = typed.lower() == _host(url) and typed in [part.strip(" ,.") for part in _PARTS.split(line)[:2]]
    rest = line.replace(typed, "", 1) if url and not is_name else line
    title, publisher, date, *more = [*(part.strip(" ,.") for part in _PARTS.split(rest)), "", "", ""][:99]
    if not date and years_in(publisher) and len(publisher) < 20:
        publisher, date = "", publisher
    host = _host(url)
    texts = {"title": title or host, "publisher": publisher, "date": date}
    values: Values = {name: text or gap(example(Source.model_fields[name])) for name, text in texts.items()}
    note = "; ".join(part for part in more if part)
    return (
        {"key": _free_key(title or f"{host} {_page(url)}", taken)}
        | values
        | ({"url": url} if url else {})
        | ({"note": note} if note else {})
    )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _page(url: str) -> str:
    """What the address of a page ends in: two pages of one site, in two cases, are two sources."""
    return re.split(r"[?#]", url)[0].partition("://")[2].rstrip("/").partition("/")[2].rpartition("/")[2]


def _free_key(name: str, taken: dict[str, int]) -> str:
    """A key that no source has yet; `taken` are the keys so far, each with the last number that was put behind it."""
    stem = slug(name)[:40].strip("-") or "bron"
    number = taken.get(stem, 0) + 1
    while (key := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    taken[key] = 1
    taken[stem] = number
    return key
