"""What the type of a field tells about it."""

import pytest

from kennisbank.model.kinds import KINDS
from kennisbank.model.shape import field_at, is_text


@pytest.mark.parametrize(
    ("kind", "path", "is_own"),
    [
        ("case", ("title",), True),
        ("case", ("certainty",), True),
        ("case", ("turns", 0, "decided_by"), True),
        ("case", ("turns", 0, "decision", "vote"), True),
        ("case", ("turns", 0, "options", 1), True),
        ("case", ("turns", 0, "options", 1, "what"), True),
        ("case", ("sources", 0, "date"), True),
        ("werkvorm", ("materials", 1), True),
        ("case", ("outcome",), False),
        ("case", ("confidence",), False),
        ("case", ("places", 0), False),
        ("case", ("aliases", 0), False),
        ("case", ("sources", 0, "key"), False),
        ("case", ("sources", 0, "url"), False),
        ("case", ("turns", 0, "decision", "date"), False),
        ("case", ("turns", 0, "when"), False),
        ("case", ("turns",), False),
        ("case", ("reviewed",), False),
        ("case", ("results", 0, "highlight"), False),
    ],
)
def test_words_of_ones_own_are_told_from_values(kind: str, path: tuple[str | int, ...], *, is_own: bool) -> None:
    field = field_at(KINDS[kind].model, path)
    assert field and is_text(field) == is_own
