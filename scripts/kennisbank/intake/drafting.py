"""Answers to a concept case."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ..faces.questions import CERTAINTY, FOR_EDITOR, FOR_EDITOR_TODO, SOURCES, TURNS, Question
from ..findings.finding import shown
from ..library.library import Library
from ..model.kinds import KINDS
from ..model.parts import Status
from ..model.shape import example
from ..model.types import PLACEHOLDER
from ..reading.meaning import is_nothing, says_when
from ..reading.meaning import years as years_said
from ..reading.said_outcome import said_outcome
from ..reading.tree import MAX_BYTES, Blob
from . import free_text
from .cleaning import clean, one_line, removed
from .closing import without_closing
from .elsewhere import with_outcome, with_places, with_sectors
from .form import OUTCOME, PROVINCES, SECTORS, Form, bare_questions, form_of
from .matching import Match, match, matches, names_in
from .naming import free_name
from .refused import Refused
from .writing import case_file, is_literal, literal

Answers = Mapping[str, str]
_FIELDS = KINDS["case"].model.model_fields
# In the order in which people write a case; `reviewed` is for the editor.
_ORDER = (
    *("title", "summary", "status", "reviewed", "outcome", "question", "organisation", "places", "region"),
    *(PROVINCES, "period", "themes", SECTORS, "role", TURNS, SOURCES, CERTAINTY),
)

MOST_ITEMS = 200
"""Lines with sources or turns in one case, and names in one field; the largest case has a tenth of it."""


@dataclass(frozen=True)
class Draft:
    """A concept case: its id and title, the text of its file, and what people should know about how it was read."""

    id: str
    title: str
    text: str
    notes: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path from the repository root."""
        return f"{KINDS['case'].folder}/{self.id}.md"

    @property
    def blob(self) -> Blob:
        """The file as the library reads it."""
        data = self.text.encode("utf-8")
        return Blob(self.path, data, len(data))


def draft(answers: Answers, library: Library, taken: Collection[str]) -> Draft:
    """A concept case from answers by name of question; `taken` are ids in use.

    Every answer comes back in the file, also when it does not fit the field: then the checker says so. Raises
    `Refused` when there is too much text for one case.
    """
    form = form_of(library)
    said = cleaned(answers)
    given = {name: "" if _is_empty(name, text) else text for name, text in said.items()}
    told, outcome = with_outcome(with_sectors(given, form), form)
    told, moved = with_places(told, form)
    written = {question.name: told.get(question.name, "") for question in form.asked if question.section}
    sections = {name: without_closing(text) for name, text in written.items()}
    title = one_line(told.get("title", ""))
    id = free_name(title, taken)
    fields = dict(_fields(told, form))
    text = case_file(fields, sections)
    typed = told | {OUTCOME: outcome}
    left = [one for one in form.asked if _is_left(one, typed.get(one.name, ""), fields.get(one.name))]
    if left:
        text = "\n\n".join([text.rstrip("\n"), *_for_editor(left, typed)]) + "\n"
    if len(text.encode("utf-8")) > MAX_BYTES:
        raise Refused(_too_long(len(text.encode("utf-8"))))
    notes = [
        *_name_notes(title, id, taken),
        *_value_notes(told, form),
        *moved,
        *_text_notes(answers, sections),
        # Not what it said: the notes are there for all to read.
        *(
            f"Onder '{name}' is de groet weggelaten, met wat eronder stond."
            for name in written
            if written[name] != sections[name]
        ),
    ]
    return Draft(id, title, text, tuple(notes))


def _is_empty(name: str, text: str) -> bool:
    """Whether an answer says nothing; who does not know how a case ended says that its ending is unknown."""
    return is_nothing(text) and not (name == OUTCOME and said_outcome(text))


def cleaned(answers: Answers) -> Answers:
    """The answers as plain text; raises `Refused` for more than one case has. It needs no list, so it can come first.

    Each line with a source, paragraph with a turn and name costs work, so that their number has a bound.
    """
    size = sum(map(len, answers.values()))
    if size > MAX_BYTES:
        raise Refused(_too_long(size))
    told = {name: clean(text).strip() for name, text in answers.items()}
    for name, what in ((SOURCES, "bronnen"), (TURNS, "afslagen")):
        lines = sum(1 for line in told.get(name, "").splitlines() if line.strip())
        if lines > MOST_ITEMS:
            raise Refused(f"er staan {lines} regels met {what} in, hoogstens {MOST_ITEMS}; kies de belangrijkste")
    for question in (question for question in bare_questions() if question.several):
        names = len(names_in(told.get(question.name, "")))
        if names > MOST_ITEMS:
            raise Refused(f"bij '{question.label}' staan {names} namen, hoogstens {MOST_ITEMS}; kies de belangrijkste")
    return told


def _is_left(question: Question, typed: str, made: object) -> bool:
    """Whether words of an answer in free text did not come in its field; a label of a turn is known by its field."""
    if question.name == "period":
        says_more = says_when(typed) or not years_said(typed)
        return says_more and isinstance(made, dict) and isinstance(made["start"], int)
    if question.name == OUTCOME:
        return bool(typed)
    if question.name not in (TURNS, SOURCES):
        return False
    known = Counter(free_text.words(str(made))) + (free_text.LABEL_WORDS if question.name == TURNS else Counter())
    return bool(Counter(free_text.words(typed)) - known)


def _for_editor(left: list[Question], told: Answers) -> Iterator[str]:
    """What was not understood stands whole where an editor sees it."""
    yield f"### {FOR_EDITOR}"
    yield FOR_EDITOR_TODO
    for question in left:
        yield f"Van '{question.label}' is niet alles gelezen. Er stond:"
        yield literal(told[question.name])


def _too_long(size: int) -> str:
    return (
        f"de tekst is te lang voor één case: {size // 1024} kB, hoogstens {MAX_BYTES // 1024} kB. Een case past ruim in"
        " 20 kB; maak er een samenvatting van, of verdeel de tekst over meer cases"
    )


def _fields(told: Answers, form: Form) -> Iterator[tuple[str, object]]:
    by_name = {question.name: question for question in form.asked}
    for name in _ORDER:
        value = _value(name, told.get(name, ""), by_name.get(name), form)
        if value not in ("", []):
            yield name, value


def _value(name: str, typed: str, question: Question | None, form: Form) -> object:
    if name == "status":
        return Status.CONCEPT.value
    if name == "period":
        return free_text.period(typed)
    if name == TURNS:
        return free_text.turns(typed)
    if name == SOURCES:
        return free_text.sources(typed)
    if name in (SECTORS, PROVINCES):
        return typed.split("; ") if typed else []
    names = form.names.get(name)
    if names and names.choices and question and question.several:
        found = list(dict.fromkeys(meant.id or meant.typed for meant in matches(typed, names)))
        return found or ([_gap(name, question)] if _FIELDS[name].is_required() else [])
    if names and names.choices:
        typed = match(one_line(typed), names).id or typed
    needed = _gap(name, question) if _FIELDS[name].is_required() else ""
    return (typed if question and question.long else one_line(typed)) or needed


def _gap(name: str, question: Question | None) -> str:
    options = [choice.id for choice in question.choices] if question else []
    return f"{PLACEHOLDER}: kies uit {', '.join(options)}" if options else free_text.gap(example(_FIELDS[name]))


def _name_notes(title: str, id: str, taken: Collection[str]) -> Iterator[str]:
    first = free_name(title, ())
    if not title:
        yield f"Er is geen titel. Het bestand heet voorlopig '{id}.md'."
    elif id != first and first in taken:
        yield (
            f"Er is al een case, of een voorstel daarvoor, met de naam '{first}'. Dit bestand heet daarom '{id}.md'."
            " Kijk of het over hetzelfde gaat."
        )


def _value_notes(told: Answers, form: Form) -> Iterator[str]:
    for question in form.asked:
        typed, names = told.get(question.name, ""), form.names[question.name]
        found: tuple[Match, ...] = ()
        if typed and names.choices:
            found = matches(typed, names) if question.several else (match(one_line(typed), names),)
        for meant in found:
            if meant.id and (meant.part or not meant.sure):
                yield f"{question.label}: '{one_line(meant.typed)}' is gelezen als '{meant.id}'. Klopt dat?"
    if told.get(SECTORS):
        yield f"Thema's: '{told[SECTORS]}' is hier een sector, en staat daarom bij Sectoren."
    period = told.get("period", "")
    years = free_text.period(period)
    if isinstance(years["start"], int) and (says_when(period) or not years_said(period)):
        read = " tot ".join(map(str, years.values()))
        yield f"Periode: '{shown(period)}' is gelezen als {read}. Klopt dat?"


def _text_notes(answers: Answers, sections: Answers) -> Iterator[str]:
    taken_out = sum(map(removed, answers.values()))
    if taken_out:
        yield f"Onzichtbare tekens zijn weggehaald ({taken_out}); die komen vaak mee met plakken."
    for title, text in sections.items():
        if is_literal(text):
            yield f"De opmaak van '{title}' was niet te volgen; de tekst staat er letterlijk, als blok."
