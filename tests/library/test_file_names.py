"""Names of files: the part that is wrong is the part that is shown."""

import pytest

from kennisbank.library.file_names import name_findings


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("docs/assets/a\u200b/b.png", "a<U+200B>"),
        ("docs/assets/a/b\u200b.png", "b<U+200B>.png"),
        ("docs\u2060/assets/a/b.png", "docs<U+2060>"),
        ("docs/a\u200b/b\u200b.png", "a<U+200B>"),
    ],
)
def test_the_part_of_a_name_that_hides_something_is_shown(path: str, shown: str) -> None:
    (found,) = name_findings([path])
    assert found.message == f"in de naam '{shown}' staat een teken dat niemand ziet"
