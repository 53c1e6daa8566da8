"""Text in which no sign has a meaning."""

import pytest

from kennisbank.reading.signs import begins_no_block


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("# kop", "&#35; kop"),
        ("- punt", "&#45; punt"),
        ("1986. Een goed jaar", "1986&#46; Een goed jaar"),
        ("~~~ hek", "&#126;~~ hek"),
        ("[a]: javascript:x", "&#91;a]: javascript:x"),
        ("*[CoP]: x", "&#42;[CoP]: x"),
        ("!!! note", "&#33;!! note"),
        ("*schuin*", "*schuin*"),
        ("3 cases", "3 cases"),
        ("-5 graden", "-5 graden"),
        ("[link](a.md)", "[link](a.md)"),
        ("=", "&#61;"),
    ],
)
def test_a_text_that_begins_like_a_block_stays_in_its_line(written: str, made: str) -> None:
    assert begins_no_block(written) == made
