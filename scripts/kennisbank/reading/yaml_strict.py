"""What libyaml reads although YAML 1.2 forbids it, or reads as something else: text would be lost or bent in silence.

The cases are those of the public YAML test suite (https://github.com/yaml/yaml-test-suite).
"""

import re

import yaml

from ..findings.finding import Span

# The details of these problems, which `yaml_hints` puts in words.
TIGHT_COMMENT = "comment without a space before it"
TIGHT_QUESTION = "question mark without a space behind it"
LONE_DASH = "dash in a flow"
NOT_INDENTED = "continued without an indent"
EMPTY_BLOCK = "block without text"
DIRECTIVE = "directive"

Slip = tuple[Span, str]
_HASH = re.compile(r"(?<!\S)#.*|(?P<tight>#.*)")
_TIGHT_HEADER = re.compile(r"[|>][-+0-9]*(#.*)")
_LEAD = re.compile(r"[ ]*(?:- +)*")


class Watch:
    """Looks at the events of one text as they pass, and keeps the slips it saw."""

    def __init__(self, text: str) -> None:
        """Begin with a text of which nothing has passed."""
        self.text = text
        self.slips: list[Slip] = []
        self._end = 0
        self._has_hash = "#" in text
        # Where each open list or group begins; only one with brackets, a flow, has a place.
        self._open: list[int] = []
        self._flows = 0
        directive = re.match(r"\s*%.*", text)
        if directive:
            self.slips.append((Span(directive.end() - len(directive[0].strip()), directive.end()), DIRECTIVE))

    def see(self, event: yaml.Event) -> None:
        """Look at the next event."""
        start, end = event.start_mark, event.end_mark
        if not (start and end):
            return
        first, last = start.index, end.index
        if self._has_hash:
            self._gap(first)
        if isinstance(event, yaml.ScalarEvent):
            if last > first and self.text[first - 1 : first] == "?":
                self.slips.append((Span(first - 1, first), TIGHT_QUESTION))
            self._scalar(event, first, last)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._open.append(first if event.flow_style else -1)
            self._flows += bool(event.flow_style)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            begin = self._open.pop()
            self._flows -= begin >= 0
            if begin >= 0 and not self._flows:
                self._continued(begin, last)
        self._end = max(self._end, last)

    def _gap(self, start: int) -> None:
        """What stands between two events: commas, comments, marks."""
        hash = self.text.find("#", self._end, start) >= 0
        for match in _HASH.finditer(self.text, self._end, max(start, self._end)) if hash else ():
            if match["tight"]:
                self.slips.append((Span(*match.span()), TIGHT_COMMENT))

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        if not event.style:
            if event.value == "-":
                self.slips.append((Span(start, end), LONE_DASH))
        elif event.style in ("|", ">"):
            header = _TIGHT_HEADER.match(self.text, start)
            if header:
                self.slips.append((Span(*header.span(1)), TIGHT_COMMENT))
            elif not str(event.value).strip():
                self.slips.append((Span(start, start + 1), EMPTY_BLOCK))
        elif not self._flows:
            self._continued(start, end)

    def _continued(self, start: int, end: int) -> None:
        """Lines of a quoted text or a flow must stand further in than the field they belong to."""
        place = self.text.find("\n", start, end)
        if place < 0:
            return
        first = self.text.rfind("\n", 0, start) + 1
        lead = _LEAD.match(self.text, first, start)
        if not lead or (lead.end() == start and "-" not in lead[0]):
            return
        column = lead[0].rfind("-") if lead.end() == start else lead.end() - first
        while 0 <= place < end:
            following = self.text.find("\n", place + 1, end)
            line = self.text[place + 1 : following if following >= 0 else end]
            if line.strip(" ]},\r") and len(line) - len(line.lstrip(" ")) <= column:
                self.slips.append((Span(place + 1, place + 1 + len(line.rstrip())), NOT_INDENTED))
                return
            place = following
