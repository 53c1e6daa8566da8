"""A conversation that asks for a case: pure, so that any terminal, or none, can hold it."""

import re
from collections.abc import Callable

from ..faces.questions import Question
from ..reading.counted import COUNTED
from ..reading.said_outcome import said_outcome
from .form import OUTCOME
from .matching import Names, matches

Ask = Callable[[str], str]
Say = Callable[[str], None]
# One more than people may do by accident.
_TRIES = 3
# What people write between and before numbers.
_AROUND = re.compile(r"[,;&+]|\b(?:en|nrs?|nummers?)\b\.?", re.IGNORECASE)
# Words and signs for one number of a list, which are no names of what it holds.
_IN_A_ROW = re.compile(r"(?i:een|één|eerste|laatste|derde|(?:twee|vier|vijf|zes|zeven|acht|negen|tien)de)|[IVX]+")


def interview(asked: tuple[Question, ...], answers: dict[str, str], ask: Ask, say: Say) -> None:
    """Ask every question that has no answer yet, and keep each answer at once, so that whoever stops loses none.

    `ask` shows a prompt and answers what was typed on one line; `say` shows a text. What they raise goes through.
    """
    for number, question in enumerate(asked, 1):
        if question.name in answers:
            continue
        say(f"\n{number}/{len(asked)} {question.label}\n{question.help}\n")
        if question.long:
            _keep_lines(question.name, answers, ask)
        elif question.choices:
            say("".join(f"  {place}. {choice.title}\n" for place, choice in enumerate(question.choices, 1)))
            answers[question.name] = _choice(question, ask, say)
        else:
            answers[question.name] = ask("> ").strip()


def _keep_lines(name: str, answers: dict[str, str], ask: Ask) -> None:
    """Lines up to the second empty one in a row: a single empty line may part two paragraphs."""
    lines: list[str] = []
    try:
        while lines[-2:] != ["", ""] and lines != [""]:
            lines.append(ask("> "))
    finally:
        answers[name] = "\n".join(lines).strip()


def _choice(question: Question, ask: Ask, say: Say) -> str:
    """The titles of what was chosen, by number or by name; what cannot be understood is asked again."""
    prompt = "nummers> " if question.several else "nummer> "
    names = Names(question.choices)
    for _ in range(_TRIES):
        typed = ask(prompt).strip()
        words = _AROUND.sub(" ", typed).split()
        numbers = [int(word) for word in words if word.isdecimal() and len(word) < 4]
        is_all = len(numbers) == len(words) and bool(words or not typed)
        if is_all and all(1 <= number <= len(question.choices) for number in numbers):
            if len(numbers) <= 1 or question.several:
                return ", ".join(question.choices[number - 1].title for number in numbers)
        elif all(found.id for found in matches(typed, names)) or (question.name == OUTCOME and said_outcome(typed)):
            return typed
        many = " of meer nummers met een komma ertussen" if question.several else ""
        say(f"Kies een nummer van 1 tot {len(question.choices)}{many}, of druk op Enter.\n")
    if kept := [found.typed for found in matches(typed, names) if found.id or _is_name(found.typed)]:
        return ", ".join(kept)
    say("Deze vraag slaan we over; vul haar later in.\n")
    return ""


def _is_name(typed: str) -> bool:
    """A number stands for a choice; one that is not there means nothing to whoever reads the file."""
    is_number = COUNTED.fullmatch(typed) or _IN_A_ROW.fullmatch(typed) or any(map(str.isdigit, typed))
    return any(map(str.isalpha, typed)) and not is_number
