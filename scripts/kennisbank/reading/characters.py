"""Characters that nobody sees: they come along with a paste from Word or the web, and break searching and YAML."""

import re
from collections.abc import Iterator

from ..findings.finding import Edit, Span
from .yaml_reader import Parsed
from .yaml_values import Remark

_HIDDEN = "\u00a0\u00ad\u200b-\u200d\u2060\ufeff"
# Not the BOM, which has a code of its own, nor the joiner that makes one picture out of two emoji.
_CHARACTER = re.compile(rf"(?!\A)(?:(?![\u200d])[{_HIDDEN}]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d)")
_IN_NAME = re.compile(rf"^[ -]*(?:[{_HIDDEN}]+|[\w{_HIDDEN}-]*:[{_HIDDEN}]*)", re.MULTILINE)
_STARTS_LINE = re.compile(rf"-?[{_HIDDEN}]")
_NAMES = {"\u00a0": "een harde spatie", "\u00ad": "een zacht afbreekteken"}


def hidden(text: str) -> Iterator[Remark]:
    """One remark for every line with hidden characters."""
    for line in re.finditer(r"[^\n]+", text):
        spans = [Span(*match.span()) for match in _CHARACTER.finditer(text, *line.span())]
        if not spans:
            continue
        more = len(spans) - 1
        also = "" if not more else f", en nog {more} onzichtbaar op deze regel"
        message = f"hier staat {_name(text, spans[0])}{also}"
        yield Remark("KB134", spans[0], message, _hint(text, spans[0]), _edits(text, spans))


def breaking(text: str, front: Span, parsed: Parsed) -> Iterator[Remark]:
    """Hidden characters in the indentation, in a name or right behind its colon, when they keep YAML from reading."""
    broken = any(problem.code == "KB112" for problem in parsed.problems)
    broken = broken or any(re.search(f"[{_HIDDEN}]", str(path[-1])) for path in parsed.keys)
    if not broken and not any(_STARTS_LINE.match(text, span.start) for span in parsed.plain):
        return
    for match in _IN_NAME.finditer(text, front.start, front.end):
        spans = [Span(*found.span()) for found in _CHARACTER.finditer(text, match.start(), match.end())]
        if spans:
            message = f"hier staat {_name(text, spans[0])}; daardoor is deze regel niet te lezen"
            yield Remark("KB112", spans[0], message, _hint(text, spans[0]), _edits(text, spans))


def _name(text: str, span: Span) -> str:
    sign = text[span.start]
    return f"{_NAMES.get(sign, 'een onzichtbaar teken')} (U+{ord(sign):04X})"


def _hint(text: str, span: Span) -> str:
    return "Typ hier een gewone spatie." if text[span.start] == "\u00a0" else "Verwijder het teken."


def _edits(text: str, spans: list[Span]) -> tuple[Edit, ...]:
    return tuple(Edit(span, " " if text[span.start] == "\u00a0" else "") for span in spans)
