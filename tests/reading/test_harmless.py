"""An author's Markdown without HTML and attribute lists: both become text, code stays code."""

import pytest

from kennisbank.reading.harmless import begins_no_block, harmless


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("gewone *tekst* met [^bron] en [link](a.md)", "gewone *tekst* met [^bron] en [link](a.md)"),
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        (r"\<script>", "&lt;script>"),
        (r"\\<script>", r"\\&lt;script>"),
        (r"\`<b>\`", r"\`&lt;b>\`"),
        ("`<b>` en <b>", "`<b>` en &lt;b>"),
        ("`een\n<b>\n`", "`een\n&lt;b>\n`"),
        ("``een ` <b>``", "``een ` &lt;b>``"),
        ("{bron volgt nog}", "&#123;bron volgt nog}"),
        (r"\{staat er al}", r"\{staat er al}"),
        ("`{{ jinja }}`", "`{{ jinja }}`"),
        ("### Doelen {concept}", "### Doelen &#123;concept}"),
        ("<https://voorbeeld.nl/a?b=c>", "<https://voorbeeld.nl/a?b=c>"),
        ("<javascript:alert(1)>", "&lt;javascript:alert(1)>"),
        ('<https://a.nl/"onclick=b>', '&lt;https://a.nl/"onclick=b>'),
        ("een <!-- aantekening --> woord", "een  woord"),
        ("een <!-- open <b>", "een &lt;!-- open &lt;b>"),
        ("<!--> <b> -->", "&lt;b> -->".replace("&lt;b> -->", "")),
        ("```html\n<b>\n```", "```html\n<b>\n```"),
        ("```html\n<b>\n", "```html\n&lt;b>\n"),
        ("~~~\n```\n<b>\n```", "~~~\n```\n&lt;b>\n```"),
        ("``` { .x onclick=y }\n<b>\n```", "``` &#123; .x onclick=y }\n&lt;b>\n```"),
        ("    <b>", "    &lt;b>"),
        ("a\x02b\x03", "ab"),
    ],
)
def test_only_what_is_surely_code_keeps_its_signs(written: str, made: str) -> None:
    assert harmless(written) == made


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
    ],
)
def test_a_text_that_begins_like_a_block_stays_in_its_line(written: str, made: str) -> None:
    assert begins_no_block(written) == made
