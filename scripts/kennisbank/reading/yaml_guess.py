"""Where the mistake is when YAML cannot be read: the parser often stumbles only lines below it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..findings.finding import Edit, Span
from .yaml_pairs import backslash, inner_quote, item_start, list_quote, unclosed
from .yaml_signs import beginning, behind, foreign, no_block, star
from .yaml_values import (
    QUOTE_ALL,
    TIGHT_COLON,
    Remark,
    curled,
    cut_off,
    half_quoted,
    line_of,
    quoted_without_note,
    tight_colon,
    tight_dash,
    with_colon,
)

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?:(?P<key>[^\W\d][\w-]*):(?:[ ]+|$))?(?P<value>.*)")
_NEXT_FIELD = re.compile(r" *(?:- +)*[^\W\d][\w-]*:(?: |$)| *- +[\[{]|---|\.\.\.")
# 's-Hertogenbosch, 't Harde, 'n idee: the sign stands for a letter.
_ELIDED = re.compile(r"'[kmnrst](?=[ -])")
_STRING = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
_BACKSLASH = re.compile(r'\\(?![0abt\tnvfre "/\\N_LP\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})')
_ENDED = re.compile(r"\s*(?:$|#|:(?:\s|$))")
_SPECIAL = re.compile(r"[*&!%@`]|[-?] ")
_COLON = re.compile(r":(?:\s|$)")


@dataclass
class _Walk:
    """A walk over the lines of the fields, with the columns at which groups are open."""

    text: str
    front: Span
    near: set[int]
    levels: list[int] = field(default_factory=list)
    items: set[int] = field(default_factory=set)  # of the levels, those that a dash opened
    under: set[int] = field(default_factory=set)  # those of fields of which the last has a list at the same column
    opened: bool = True
    plain: Span | None = None
    block: int | None = None
    skip: int = 0


def guess(text: str, front: Span, problem: int) -> Remark | None:
    """The first line at or above the place where the parser gave up that cannot be right."""
    lines = list(_lines(text, front, problem))
    last = lines[-1].start if lines else 0
    # The parser gave up on one of these lines, or just below it.
    near = {line.start for line in lines[-2 if line_of(text, problem).start == last else -1 :]}
    walk = _Walk(text, front, near)
    for line in lines:
        remark = _line(walk, line) if line.start >= walk.skip else None
        if remark:
            return remark
    return None


def _lines(text: str, front: Span, problem: int) -> Iterator[Span]:
    start = front.start
    while start <= min(problem, front.end):
        end = text.find("\n", start, front.end)
        end = front.end if end < 0 else end
        line = text[start:end].rstrip()
        if line and not line.lstrip().startswith("#"):
            yield Span(start, start + len(line))
        start = end + 1


def _line(walk: _Walk, line: Span) -> Remark | None:
    match = _LINE.match(walk.text, line.start, line.end)
    if not match:
        return None
    column = len(match["indent"])
    if walk.block is not None and column > walk.block:
        return None
    walk.block = None
    key, dashes = match["key"], match["dashes"]
    if not key and not dashes:
        return _loose(walk, line, column)
    columns = [column + dash.start() for dash in re.finditer("-", dashes)]
    columns += [column + len(dashes)] if key else []
    is_item = not dashes and column in walk.levels and column in walk.items
    for place in columns:
        if is_item or not _fits(walk, place, place - column < len(dashes)):
            span = Span(line.start + column, match.end("key") if key else line.end)
            return _indent(walk, span, column, dash=bool(dashes))
        walk.opened = True
    value = Span(match.start("value"), line.end)
    if not key and line.start in walk.near and (tight := TIGHT_COLON.match(walk.text, value.start)):
        return tight_colon(tight.end(), value.start)
    return _value(walk, value, columns[-1])


def _fits(walk: _Walk, column: int, is_dash: bool) -> bool:
    """Whether a field or dash may begin at this column; opens a group there when it is a new one."""
    kept = bisect_right(walk.levels, column)
    is_known = kept > 0 and walk.levels[kept - 1] == column
    # A list may stand below a field that has no value yet, not among fields.
    is_apart = is_known and (not is_dash or column in walk.items | walk.under)
    if (not is_known and kept < len(walk.levels)) or (walk.levels and not walk.opened and not is_apart):
        return False
    del walk.levels[kept:]
    if not is_known:
        walk.levels.append(column)
        (walk.items.add if is_dash else walk.items.discard)(column)
    (walk.under.add if is_dash and column not in walk.items else walk.under.discard)(column)
    return True


def _indent(walk: _Walk, span: Span, column: int, *, dash: bool) -> Remark:
    alike = [level for level in walk.levels if (level in walk.items or (dash and level in walk.under)) == dash]
    nearest = min(reversed(alike or walk.levels), key=lambda level: abs(level - column))
    spaces = {0: "zonder spaties ervoor", 1: "met 1 spatie"}.get(nearest, f"met {nearest} spaties")
    hint = f"Laat velden van dezelfde groep precies onder elkaar beginnen: hier waarschijnlijk {spaces}."
    return Remark("KB112", span, f"deze regel springt niet goed in: '{walk.text[span.start : span.end]}'", hint)


def _loose(walk: _Walk, line: Span, column: int) -> Remark | None:
    """A line without a field name or dash: the rest of a value above it, or a name or dash that is not complete."""
    start = line.start + column
    rest_of_value = not walk.levels or column > walk.levels[-1]
    written = Span(start, line.end)
    point = star(walk.text, written) if walk.opened or (column in walk.levels and column in walk.items) else None
    if told := point or (foreign(walk.text, written) if not rest_of_value or not walk.levels else None):
        return told
    tight = TIGHT_COLON.match(walk.text, start)
    if tight and (not rest_of_value or not walk.levels or (walk.opened and line.start in walk.near)):
        return tight_colon(tight.end(), start)
    dash = re.compile(r"-(?=[^\s-])").match(walk.text, start)
    if dash and (column in walk.levels or line.start in walk.near):
        return tight_dash(walk.text, dash.end())
    if walk.text[start] in "{[" and column in walk.levels and column in walk.items:
        message = "voor dit onderdeel van de lijst ontbreekt een streepje"
        hint = "Begin elk onderdeel van de lijst met '- '."
        return Remark("KB112", Span(start, line.end), message, hint, (Edit(Span(start, start), "- "),))
    nameless = not rest_of_value or (not walk.levels and line.start in walk.near)
    if nameless and walk.text[start].isalnum():
        message = "op deze regel ontbreekt een dubbele punt na de naam, of een streepje ervoor"
        hint = "Schrijf 'naam: waarde', of '- ' voor elk onderdeel van een lijst. Hoort de regel bij de tekst erboven?"
        return Remark("KB112", written, message, f"{hint} Zet die dan achter elkaar op één regel.")
    if walk.plain and rest_of_value:
        # A comment inside a text of several lines ends it: the line below it has no place any more.
        return cut_off(walk.text, walk.plain)
    return _value(walk, Span(start, line.end), walk.levels[-1] if walk.levels else -1)


def _value(walk: _Walk, value: Span, parent: int) -> Remark | None:
    text = walk.text[value.start : value.end]
    walk.opened, walk.plain = not text or text.startswith("#"), None
    if walk.opened:
        return None
    if text[0] in "|>":
        walk.block = parent
        return no_block(walk.text, value)
    if text[0] in "\"'":
        return _string(walk, value, parent)
    if text[0] in "[{":
        return _flow(walk, value, parent)
    if _SPECIAL.match(text):
        shown = text.split()[0] if text[1:2] == " " else text[0]
        return beginning(walk.text, value, shown)
    return _plain(walk, value)


def _plain(walk: _Walk, value: Span) -> Remark | None:
    comment = re.compile(r"(?<!\s)\s+#").search(walk.text, value.start, value.end)
    walk.plain = Span(value.start, comment.start()) if comment else value
    colon = _COLON.search(walk.text, value.start, value.end)
    if (not colon or (comment and comment.start() < colon.start())) and walk.text[value.end - 1] != ":":
        return None
    return curled(walk.text, value.start) or half_quoted(walk.text, value) or with_colon(walk.text, value)


def _until_next_field(walk: _Walk, start: int, parent: int) -> int:
    """Where a value of several lines has to end: before the next line that can only be a field of its own."""
    end = walk.text.find("\n", start, walk.front.end)
    while end >= 0:
        line = line_of(walk.text, end + 1)
        field_ = _NEXT_FIELD.match(walk.text, line.start, line.end)
        indent = len(walk.text[line.start : line.end]) - len(walk.text[line.start : line.end].lstrip(" "))
        if field_ and indent <= max(parent, 0):
            return end
        end = walk.text.find("\n", end + 1, walk.front.end)
    return walk.front.end


def _string(walk: _Walk, value: Span, parent: int) -> Remark | None:
    """A text in quotes, which may run on over lines."""
    text, quote = walk.text, walk.text[value.start]
    stop = _until_next_field(walk, value.start, parent)
    escape = _BACKSLASH.search(text, value.start, value.end) if quote == '"' else None
    if escape or (quote == '"' and walk.text[value.start : value.end].endswith('\\"')):
        return backslash(text, value)
    match = _STRING[quote].match(text, value.start, stop)
    is_whole = match and _ENDED.match(text, match.end(), line_of(text, match.end()).end)
    if not is_whole and _ELIDED.match(text, value.start):
        message = "de apostrof aan het begin telt hier als aanhalingsteken"
        return Remark("KB112", value, message, QUOTE_ALL, quoted_without_note(text, value))
    if not match:
        message = "een aanhalingsteken is niet gesloten"
        hint = "Zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin."
        return Remark("KB112", value, message, hint)
    walk.skip = match.end()
    end = line_of(text, match.end()).end
    if match.end() >= end or _ENDED.match(text, match.end(), end):
        return None
    if told := behind(text, match.end(), end):
        return told
    return inner_quote(text, Span(value.start, value.end if match.end() <= value.end else end), match.end())


def _flow(walk: _Walk, value: Span, parent: int) -> Remark | None:
    """A list in [ ] or a group in { }, which may run on over lines."""
    text, at, depth, begins = walk.text, value.start, 0, True
    stop = _until_next_field(walk, value.start, parent)
    while at < stop:
        sign = text[at]
        if sign in "\"'" and begins:
            match = _STRING[sign].match(text, at, stop)
            if not match or not re.compile(r"\s*(?:[,\]}:]|\s#|$)").match(text, match.end(), stop):
                return list_quote(text, at)
            at, begins = match.end(), False
            continue
        if sign == "#" and text[at - 1].isspace() and at < value.end:
            end = len(text[value.start : at].rstrip()) + value.start
            return cut_off(text, Span(item_start(text, value.start, end), end), always=True) or unclosed(text, value)
        depth += (sign in "[{") - (sign in "]}")
        begins = sign in "[{," or (begins and sign.isspace()) or (sign == " " and text[at - 1] == ":")
        at += 1
        if not depth:
            walk.skip = at
            return _behind_flow(walk, value, at)
    return unclosed(text, value)


def _behind_flow(walk: _Walk, value: Span, closed: int) -> Remark | None:
    """What stands behind the bracket that closes a list or group: '[het plan](adres)', or a comma as in JSON."""
    end = line_of(walk.text, closed).end
    if _ENDED.match(walk.text, closed, end):
        return None
    told = behind(walk.text, closed, end)
    return told or (beginning(walk.text, value, walk.text[value.start]) if closed <= value.end else None)
