"""Writes a case file that our own reader gives back word for word, whatever people typed."""

import json
import re
from collections.abc import Iterator, Mapping

from ..model.kinds import KINDS
from ..model.types import PLACEHOLDER
from ..reading.prose import Prose

_SECTIONS = KINDS["case"].sections
_PLAIN = re.compile(r"[a-z][a-z0-9-]*")
_RESERVED = ("true", "false", "null")
_HIGH_HEADING = re.compile(r"^#{1,2}(?=[ \t]*[^\s#])", re.MULTILINE)
_COMMENT = re.compile(r"<!--|-->")


def case_file(fields: Mapping[str, object], sections: Mapping[str, str]) -> str:
    """The text of a case file; an empty section gets a line that asks to fill it in."""
    natural = {title: _natural(sections.get(title, "")) for title in _SECTIONS}
    body = _body(natural)
    if not _reads_back(body, natural):
        natural = {title: literal(text) if text else "" for title, text in sections.items()}
        body = _body(natural)
    return f"---\n{''.join(_mapping(fields, ''))}---\n\n{body}"


def is_literal(text: str) -> bool:
    """Whether the text of a section can only be kept as it was typed, without its markup."""
    return _natural(text).startswith("```") and not text.lstrip().startswith("```")


def literal(text: str) -> str:
    """A text in which no markup has a meaning: a block that is shown as typed."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"{fence}text\n{text.strip()}\n{fence}"


def _natural(text: str) -> str:
    """The text of a section with its own headings below ours; as a literal block when it would spill over."""
    lowered = _HIGH_HEADING.sub("###", text.strip())
    probe = {"A": lowered, "B": "slot"}
    if not lowered:
        return ""
    sound = not _COMMENT.search(lowered) and _reads_back(_body(probe), probe)
    return lowered if sound else literal(text)


def _body(sections: Mapping[str, str]) -> str:
    ask = f"{PLACEHOLDER}: schrijf hier een paar korte alinea's."
    return "\n".join(f"## {title}\n\n{text or ask}\n" for title, text in sections.items())


def _reads_back(body: str, sections: Mapping[str, str]) -> bool:
    prose = Prose(body)
    titles = [heading.text for heading in prose.headings if heading.level <= 2]
    return titles == list(sections) and all(
        prose.section(title) == text.strip() for title, text in sections.items() if text
    )


def _mapping(values: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from _mapping(value, f"{indent}  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:\n"
            for item in value:
                first, *rest = _mapping(item, f"{indent}    ")
                yield from (f"{indent}  - {first.lstrip()}", *rest)
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(_scalar(item) for item in value)}]\n"
        else:
            yield f"{indent}{key}: {_scalar(value)}\n"


def _scalar(value: object) -> str:
    """A value as YAML: bare for numbers and simple names, else in double quotes (YAML 1.2.2, 7.3.1)."""
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text not in _RESERVED:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    if quoted.isprintable():
        return quoted
    return "".join(character if character.isprintable() else _escaped(character) for character in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
