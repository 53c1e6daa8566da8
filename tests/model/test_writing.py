"""Which texts are Markdown, which are plain, and which are no prose at all."""

import pytest

from kennisbank.model.kinds import KINDS
from kennisbank.model.types import Writing
from kennisbank.model.writing import writing_at

PLAIN, NO_PROSE = Writing.PLAIN, Writing.NO_PROSE


@pytest.mark.parametrize(
    ("kind", "path", "writing"),
    [
        ("case", ("title",), {PLAIN}),
        ("case", ("turns", 0, "choice"), {PLAIN}),
        ("case", ("brief", "choice"), set()),
        ("case", ("turns", 0, "options", 1), set()),
        ("case", ("turns", 0, "options", 1, "what"), set()),
        ("case", ("turns", 0, "decision", "date"), {NO_PROSE}),
        ("case", ("parties", 2, "name"), {PLAIN}),
        ("case", ("sources", 0, "title"), {PLAIN, NO_PROSE}),
        ("case", ("sources", 0, "note"), set()),
        ("case", ("aliases", 0), {NO_PROSE}),
        ("werkvorm", ("materials", 1), {PLAIN}),
        # What has no place in the model, or the wrong shape, is read as Markdown or as the field it stands in.
        ("case", ("nergens", "url"), set()),
        ("case", ("title", "diep", 3), {PLAIN}),
        ("case", (), set()),
    ],
)
def test_the_type_of_a_field_tells_how_its_text_is_written(
    kind: str, path: tuple[str | int, ...], writing: set[Writing]
) -> None:
    assert writing_at(KINDS[kind].model, path) == writing
