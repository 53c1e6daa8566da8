"""What the form says is for people who know neither the file nor its fields."""

import re
from collections.abc import Iterator

from kennisbank.faces.assistant_form import Asked, asked_fields
from kennisbank.faces.assistant_rules import rules
from kennisbank.faces.assistant_steps import STEPS
from kennisbank.faces.assistant_words import ADD_TERM, NUMBERS, SUGGESTIONS, words
from kennisbank.library.loading import load
from kennisbank.model.kinds import LISTS
from kennisbank.reading.tree import Blob

from ..support.example_library import fixed_tree

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


def test_what_is_asked_of_who_begins_with_the_four_lines_is_said_beforehand() -> None:
    (brief,) = (field for field in asked_fields() if field.name == "brief")
    assert not brief.required and all(line.required for line in brief.fields)
    assert "vul ze dan alle vier in" in brief.help


def test_a_village_that_several_municipalities_have_is_known_by_all_of_them() -> None:
    tree = fixed_tree()
    path = LISTS["municipalities"].path
    text = tree[path].data.decode().replace("other_names: [Zeeland]", "other_names: [Zeeland, Sint Proef, Goirle]")
    text = text.replace("other_names: [Udenhout, ", "other_names: [Udenhout, Sint Proef, Goirle, ")
    data = text.encode()
    found = rules(load({**tree, path: Blob(path, data, len(data))}))["inSeveral"]
    assert found["sint-proef"] == ["Maashorst", "Tilburg"]
    assert "goirle" not in found and "udenhout" not in found


def test_who_saw_it_happen_is_told_how_that_is_a_source() -> None:
    (sources,) = (field for field in asked_fields() if field.name == "sources")
    needed = {field.name for field in sources.fields if field.required}
    assert "Eigen ervaring" in sources.help and needed == {"key", "title", "publisher", "date"}
    assert not [where for where, text in _texts() if "niet uit je hoofd" in text]
