"""What the form says is for people who know neither the file nor its fields."""

import re
from collections.abc import Iterator

from kennisbank.faces.assistant_form import STEPS, Asked, asked_fields
from kennisbank.faces.assistant_words import ADD_TERM, NUMBERS, SUGGESTIONS, words

FILE_WORDS = re.compile(
    r"yaml|front ?matter|\.yml|\.md\b|docs/|cases/|\bKB\d|\btrue\b|\bnull\b|\bveld\b", re.IGNORECASE
)


def _names(fields: tuple[Asked, ...]) -> Iterator[str]:
    for field in fields:
        yield field.name
        yield from _names(field.fields)


def _texts() -> Iterator[tuple[str, str]]:
    for name, (_, message, hint) in words().items():
        yield f"wording {name}", f"{message} {hint}"
    for name, text in {**SUGGESTIONS, **NUMBERS, "add": ADD_TERM}.items():
        yield f"hint {name}", text
    for step in STEPS:
        yield f"step {step.id}", f"{step.title} {step.about}"
    yield from _asked(asked_fields())


def _asked(fields: tuple[Asked, ...]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield f"field {field.name}", f"{field.title} {field.help}"
        yield from _asked(field.fields)


def test_the_form_speaks_of_no_file() -> None:
    told = list(_texts())
    assert len(told) > 100
    assert [one for one in told if FILE_WORDS.search(one[1])] == []


def test_the_form_names_no_field_of_the_file() -> None:
    names = list(_names(asked_fields()))
    assert "because" in names
    assert [(where, name) for where, text in _texts() for name in names if f"'{name}'" in text] == []
