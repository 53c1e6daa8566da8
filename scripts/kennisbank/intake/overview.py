"""What became of every row of a table, in the words of the table."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from ..faces.questions import Question
from ..findings.finding import Finding
from ..reading.safe_text import visible, visible_lines
from ..reporters.summary import count
from .drafting import Draft
from .table import Harvest, Line
from .wording import in_their_words

_GAP = "KB317"
# Who has more to mend than this begins with these; a report of thousands of lines is read by nobody.
_MOST = 50
_PLACE = re.compile(r"\A(?:([a-z_]+):|## (.+))")


def overview(
    name: str,
    gathered: Harvest,
    findings: Mapping[str, Sequence[Finding]],
    asked: Sequence[Question],
    failed: Mapping[str, str],
    path: Callable[[Draft], str] = attrgetter("path"),
    *,
    is_trial: bool = False,
) -> str:
    """A report for the facilitator: `findings` by the path of a draft, `failed` why a draft could not be written.

    `path` says where a draft stands, for people. In a trial none is written.
    """
    labels = {question.name: question.label for question in asked}
    parts = [f"{name}: {visible_lines(remark)}\n" for remark in gathered.notes]
    for line in gathered.lines:
        parts += ["\n", *_about(name, line, findings, labels, failed, path, is_trial)]
    return "".join(parts)


def _about(
    name: str,
    line: Line,
    findings: Mapping[str, Sequence[Finding]],
    labels: Mapping[str, str],
    failed: Mapping[str, str],
    path: Callable[[Draft], str],
    is_trial: bool,
) -> Iterator[str]:
    where = f"{name}:rij {line.number}"
    made = line.draft
    problem = failed.get(made.path, "") if made else line.problem
    if not made or problem:
        yield f"{where}: niet geschreven; {visible(problem)}.\n"
    else:
        yield f"{where}: {visible(path(made))}\n"
    yield from (f"  {where}, {visible(remark)}\n" for remark in line.notes)
    if not made:
        return
    yield from (f"  {visible(remark)}\n" for remark in made.notes)
    names = _names_by_line(made.text)
    found = [(labels.get(names[min(one.place.line, len(names)) - 1], ""), one) for one in findings[made.path]]
    gaps = dict.fromkeys(label for label, finding in found if finding.code == _GAP and label)
    if gaps:
        yield f"  Nog in te vullen ({count(len(gaps), 'kolom', 'kolommen')}): {', '.join(gaps)}.\n"
    others = [(label, finding) for label, finding in found if finding.code != _GAP]
    for label, finding in others[:_MOST]:
        column = f", kolom '{label}'" if label else ""
        yield f"  {where}{column}: {finding.severity}[{finding.code}] {visible(in_their_words(finding).message)}\n"
    if len(others) > _MOST:
        more = count(len(others) - _MOST, "melding", "meldingen")
        later = " als de case is geschreven" if problem or is_trial else ""
        yield f"  {where}: en nog {more}; 'kennisbank check' toont ze{later}.\n"


def _names_by_line(text: str) -> list[str]:
    """The name of the field or section in which each line of a case file stands."""
    names: list[str] = []
    for line in text.splitlines():
        place = _PLACE.match(line)
        names.append((place[1] or place[2].strip()) if place else names[-1] if names else "")
    return names
