"""What the checker says of the characters in `characters`: as they stand in a file, and as YAML or HTML spells them."""

import html
import re
from collections.abc import Iterator
from itertools import groupby

from ..findings.codes import CODES, worded
from ..findings.finding import Edit, Severity, Span
from .characters import KINDS, LINE, Met, kind_of, mend_of, met
from .yaml_reader import Parsed
from .yaml_values import Remark

_HIDDEN = "".join(kind.signs for kind in KINDS if kind.code == "KB134")
_IN_NAME = re.compile(rf"^[ -]*+(?:[{_HIDDEN}]+|[\w{_HIDDEN}-]*:[{_HIDDEN}]*)", re.MULTILINE)
_HIDDEN_SIGN = re.compile(f"[{_HIDDEN}]")
_STARTS_LINE = re.compile(rf"-?[{_HIDDEN}]")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
# The letters that stand for a control character (YAML 1.2.2, 5.7), but for tab and new line.
_LETTERS = dict(zip("0abvfre_NLP", "\0\a\b\v\f\r\x1b\u00a0\u0085\u2028\u2029", strict=True))
_BACKSLASH = "Een backslash heeft hier een betekenis. Schrijf er twee als je er een bedoelt."
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,32});")


def as_they_stand(text: str) -> Iterator[Remark]:
    """Remarks about a whole file; warnings are told once for a line."""
    found = [one for one in met(text) if one.span.start or text[0] != "\ufeff"]
    for (code, _), group in groupby(
        sorted(found, key=lambda one: _together(text, one)), lambda one: _together(text, one)
    ):
        first, *more = group
        edits = tuple(edit for one in (first, *more) for edit in _edits(one))
        yield _remark(code, first, text[first.span.start : first.span.end], len(more), edits)


def as_references(text: str) -> Iterator[Remark]:
    """Remarks about what HTML spells as `&shy;` or `&#x202e;`."""
    for match in _REFERENCE.finditer(text):
        kind = kind_of(html.unescape(match[0]))
        if kind and kind.code in ("KB127", "KB134"):
            one = Met(Span(*match.span()), kind, kind.mend)
            yield _remark(kind.code, one, match[0], 0, _edits(one))


def as_escapes(text: str, parsed: Parsed) -> Iterator[Remark]:
    r"""Remarks about what YAML spells as `\x7f` in a text between double quotes."""
    for match in (match for span in parsed.double for match in _ESCAPE.finditer(text, span.start, span.end)):
        number, letter = match[1] or match[2] or match[3], match[4]
        sign = chr(int(number, 16)) if number else _LETTERS.get(letter, "")
        kind = LINE if sign == "\r" else kind_of(sign) if sign else None
        if kind:
            one = Met(Span(*match.span()), kind, mend_of(sign) if number else None)
            remark = _remark(kind.code, one, match[0], 0, _edits(one))
            yield remark._replace(hint=_BACKSLASH) if letter else remark


def breaking(text: str, front: Span, parsed: Parsed) -> Iterator[Remark]:
    """Hidden characters in the indentation, in a name or right behind its colon, when they keep YAML from reading."""
    broken = any(problem.code == "KB112" for problem in parsed.problems)
    broken = broken or any(_HIDDEN_SIGN.search(str(path[-1])) for path in parsed.keys)
    if not broken and not any(_STARTS_LINE.match(text, span.start) for span in parsed.plain):
        return
    for match in _IN_NAME.finditer(text, front.start, front.end):
        found = list(met(text, match.start(), match.end()))
        if found:
            first = found[0]
            edits = tuple(edit for one in found for edit in _edits(one))
            remark = _remark("KB112", first, text[first.span.start : first.span.end], 0, edits)
            yield remark._replace(message=f"{remark.message}; daardoor is deze regel niet te lezen")


def _together(text: str, one: Met) -> tuple[str, int]:
    """Warnings of one code on one line belong together; what is worse is told each time."""
    is_warning = CODES[one.kind.code].severity is Severity.WARNING
    return one.kind.code, text.rfind("\n", 0, one.span.start) if is_warning else one.span.start


def _edits(one: Met) -> tuple[Edit, ...]:
    # A new line would end a field, a heading or a row of a table; a space keeps the words apart just as well.
    return () if one.mend is None else (Edit(one.span, one.mend.replace("\n", " ")),)


def _remark(code: str, one: Met, written: str, more: int, edits: tuple[Edit, ...]) -> Remark:
    is_seen = (len(written) > 1 and written.isprintable()) or (one.kind.spelled and not one.kind.hidden)
    sign = next((one_sign for one_sign in written if kind_of(one_sign) is one.kind), written[0])
    signs = f"'{written}'" if is_seen else f"U+{ord(sign):04X}"
    also = f", en nog {more} op deze regel" if more else ""
    said = worded("lost-sign", called=one.kind.called, signs=signs, also=also)
    return Remark(code, one.span, said.message, said.hint if one.mend is None else _hint(one.mend), edits)


def _hint(mend: str) -> str:
    if not mend:
        return "Verwijder het teken."
    return "Typ hier een gewone spatie." if mend.isspace() else f"Schrijf '{mend}'."
