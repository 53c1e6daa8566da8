"""YAML to plain values, with the place of every value and without surprises.

Scalars resolve as in YAML 1.2 core (https://yaml.org/spec/1.2.2/#103-core-schema), narrowed where that schema still
guesses: `no`, `12:30`, `0772` and `2016-13-40` stay the texts they look like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ..findings.finding import Span
from .yaml_strict import Watch

Key = str | int
Path = tuple[Key, ...]
MAX_DEPTH = 12
# The detail of the problem when a character may not stand in YAML at all.
UNREADABLE = "unreadable character"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{1,17}")
_BEGINS_NUMBER = "-0123456789"
# An anchor or a tag as it is written: the parser only gives the name that it stands for.
_PROPERTY = re.compile(r"!<[^>\s]*>|[^\s,\[\]{}]+")
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False}
_NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True)
class Problem:
    """Something in the YAML itself: which code, where, and the detail the message needs."""

    code: str
    span: Span
    detail: str = ""


@dataclass
class Parsed:
    """The value, the spans of values and keys by path, those of texts by their quotes, and the problems met."""

    value: object = None
    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    plain: list[Span] = field(default_factory=list)
    double: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def parse_yaml(text: str) -> Parsed:
    """Parse one YAML document; never raises, problems are in the result."""
    parsed = Parsed()
    # libyaml drops the last new line of a block that is not ended.
    watch = Watch(text if text.endswith("\n") else f"{text}\n")
    try:
        events = _content(watch, parsed, text)
        first = next(events, None)
        if first is not None:
            parsed.value = _build(first, events, (), parsed)
        for extra in events:
            span = _span(extra)
            parsed.problems.append(Problem("KB112", span, "second document"))
            break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        index = min(mark.index if mark else 0, max(len(text) - 1, 0))
        parsed.problems.append(Problem("KB112", Span(index, index + 1), error.problem or ""))
    except yaml.reader.ReaderError as error:
        index = _position(error, text)
        parsed.problems.append(Problem("KB112", Span(index, index + 1), UNREADABLE))
    except _Stop:
        pass
    if not parsed.problems:
        parsed.problems.extend(Problem("KB112", span, detail) for span, detail in watch.slips)
    return parsed


def _position(error: yaml.reader.ReaderError, text: str) -> int:
    """The character at which reading stopped; libyaml counts bytes, and then knows no encoding."""
    counts_bytes = error.encoding == "?"
    return len(text.encode("utf-8")[: error.position].decode("utf-8", "ignore")) if counts_bytes else error.position


class _Stop(Exception):
    """A problem after which the rest cannot be trusted."""


def _content(watch: Watch, parsed: Parsed, text: str) -> Iterator[yaml.Event]:
    """The events that carry content, stopping at what this site does not allow in YAML."""
    for event in iter(_LOADER(watch.text).get_event, None):
        watch.see(event)
        if isinstance(event, yaml.AliasEvent):
            parsed.problems.append(Problem("KB115", _span(event), f"*{event.anchor}"))
            raise _Stop
        if isinstance(event, yaml.NodeEvent):
            if event.anchor or getattr(event, "tag", None):
                span = _span(event)
                written = _PROPERTY.match(text, span.start)
                parsed.problems.append(Problem("KB115", span, written[0] if written else ""))
                raise _Stop
            if isinstance(event, yaml.ScalarEvent) and event.style == '"':
                parsed.double.append(_span(event))
            yield event
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            yield event


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.index if start else 0, end.index if end else 0)


def _build(event: yaml.Event, events: Iterator[yaml.Event], path: Path, parsed: Parsed) -> object:
    span = _span(event)
    if len(path) > MAX_DEPTH:
        parsed.problems.append(Problem("KB116", Span(span.start, span.start + 1)))
        raise _Stop
    if isinstance(event, yaml.ScalarEvent):
        parsed.spans[path] = span
        if event.value and not event.style:
            parsed.plain.append(span)
        return _scalar(event)
    is_list = isinstance(event, yaml.SequenceStartEvent)
    value, end = (_build_list if is_list else _build_mapping)(events, path, parsed)
    parsed.spans[path] = Span(span.start, max(end, span.start + 1))
    return value


def _build_list(events: Iterator[yaml.Event], path: Path, parsed: Parsed) -> tuple[object, int]:
    """The items of a list, and where it ends."""
    items: list[object] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return items, _span(event).end
        items.append(_build(event, events, (*path, len(items)), parsed))
    return items, 0


def _build_mapping(events: Iterator[yaml.Event], path: Path, parsed: Parsed) -> tuple[object, int]:
    """The fields of a group, and where it ends."""
    mapping: dict[str, object] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return mapping, _span(event).end
        span = _span(event)
        if not isinstance(event, yaml.ScalarEvent) or not (event.value or event.style):
            parsed.problems.append(Problem("KB112", span, "complex key"))
            raise _Stop
        key = str(event.value)
        if key in mapping:
            parsed.problems.append(Problem("KB114", span, key))
            _build(next(events), events, (*path, key, "__dubbel__"), parsed)
            continue
        here = (*path, key)
        mapping[key] = _build(next(events), events, here, parsed)
        parsed.keys[here] = span
    return mapping, 0


def _scalar(event: yaml.ScalarEvent) -> object:
    text = str(event.value)
    if event.style:
        return text
    if text in _NULLS:
        return None
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _BEGINS_NUMBER:
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
    return text
