"""Reads the form for a new case as it stands in the body of an issue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..faces.issue_form import AGREED, TITLE
from ..faces.questions import Choice
from ..findings.finding import shown
from ..model.kinds import START
from ..reading.tree import MAX_BYTES
from .cleaning import clean, one_line
from .drafting import Answers, cleaned
from .event import Issue
from .form import bare_questions
from .matching import Names, labels, match
from .refused import Refused

_HEADING = re.compile(r"^#{1,4}[ \t]*(?P<label>[^\s#].{0,120}?)[ \t#]*$")
_NOTHING = ("_No response_", "*No response*", "_Geen antwoord_")
_UNPLACED = START.title
# Ten times what a case has; each may be a heading, a turn or a source, and costs as such.
MOST_LINES = 2_000


@dataclass(frozen=True)
class Filled:
    """A form as it came back: the answers by name of question, and what people should know about the reading."""

    answers: Answers
    notes: tuple[str, ...] = ()


def read_form(issue: Issue) -> Filled:
    """The answers in the body of an issue: the text below each heading of the form.

    A heading that comes twice adds to its answer, and text that stands below no heading of the form goes to the first
    section: nothing is lost. Raises `Refused` for more than one case has; no library is needed for that.
    """
    if len(issue.body) > MAX_BYTES:
        size = f"{len(issue.body) // 1024} kB, hoogstens {MAX_BYTES // 1024} kB"
        raise Refused(f"de tekst is te lang voor één case: {size}. Maak er een samenvatting van, of verdeel de tekst")
    lines = len(re.findall(r"\r\n?|\n", issue.body))
    if lines > MOST_LINES:
        raise Refused(f"de tekst heeft {lines} regels, hoogstens {MOST_LINES}. Maak er een samenvatting van")
    notes: list[str] = []
    answers: dict[str, list[str]] = {}
    headings = Names((*labels(bare_questions()), Choice(AGREED, AGREED)))
    for name, text in _blocks(issue.body, headings, notes):
        if text:
            answers.setdefault(name, []).append(text)
    terms = "\n".join(answers.pop(AGREED, []))
    if not re.search(r"\[x\]", terms, re.IGNORECASE) or "[ ]" in terms:
        notes.append("Niet alle voorwaarden zijn aangevinkt. Vraag de indiener om akkoord met de licentie CC BY 4.0.")
    told = {name: "\n\n".join(texts) for name, texts in answers.items()}
    cleaned(told)
    own_title = one_line(clean(issue.title)).removeprefix(TITLE.strip()).strip()
    given = one_line(told.get("title", ""))
    if own_title and given and own_title.casefold() != given.casefold():
        notes.append(
            f"Het issue heet '{shown(own_title)}'; in het formulier staat een andere titel, en die is gebruikt."
        )
    return Filled({"title": own_title} | told if own_title else told, tuple(notes))


def _blocks(body: str, headings: Names, notes: list[str]) -> Iterator[tuple[str, str]]:
    """The texts in the body with the name of the question they answer."""
    name, lines, seen = "", [], set()
    for line in [*re.split(r"\r\n?|\n", body), ""]:
        found = _question(line, headings)
        if not found:
            lines.append(line)
            continue
        yield _answer(name, lines, notes)
        name, lines = found, []
        if name in seen:
            notes.append(f"Het kopje '{shown(line.strip('# '))}' staat er vaker in; de teksten zijn samengevoegd.")
        seen.add(name)
    yield _answer(name, lines, notes)


def _question(line: str, headings: Names) -> str:
    """The name of the question that a line is the heading of; empty for any other line."""
    heading = _HEADING.fullmatch(clean(line)) if line.startswith("#") else None
    if not heading:
        return ""
    return match(heading["label"].rstrip(":"), headings).id


def _answer(name: str, lines: list[str], notes: list[str]) -> tuple[str, str]:
    text = "\n".join(lines).strip()
    if text in _NOTHING:
        text = ""
    if name or not text:
        return name, text
    notes.append(f"Tekst zonder kopje van het formulier staat nu onder '{_UNPLACED}'; zet die op de goede plek.")
    return _UNPLACED, text
