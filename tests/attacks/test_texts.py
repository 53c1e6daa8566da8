"""Hostile texts in every field: a finding, or a page on which nothing runs, loads or leads away."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ..support.chance import examples, some
from ..support.hostile import PLACES, harm_of, passing

pytestmark = pytest.mark.slow

SCRIPT = "<script>alert(1)</script>"
TEXTS = (
    "-",
    SCRIPT,
    f"</title>{SCRIPT}",
    f"~~~</title>{SCRIPT}",
    f"~~~\n{SCRIPT}",
    f"```\n{SCRIPT}\n",
    f"~~~\n```\n{SCRIPT}\n```",
    f"`{SCRIPT}\\`",
    f"\\`{SCRIPT}\\`",
    f"\\{SCRIPT}",
    f"<!--> {SCRIPT} -->",
    f"<!-- --!> {SCRIPT}",
    f"<![CDATA[{SCRIPT}]]>",
    f"<?php {SCRIPT} ?>",
    f'"></script>{SCRIPT}',
    f"    {SCRIPT}",
    "<img src=x onerror=alert(1)>",
    "<img src=//evil.example/x.png>",
    "<svg/onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=//evil.example/>",
    "<form action=//evil.example/><input name=q>",
    "<style>@import '//evil.example/x.css'</style>",
    '<div markdown="1" onclick=alert(1)>x</div>',
    "</div></article><script>alert(1)</script>",
    "<scr\x00ipt>alert(1)</script>",
    "<\x02script>alert(1)</script>",
    "\x02klzzwxh:0000\x03",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&lt;script&gt;alert(1)",
    '0;url=//evil.example/" http-equiv="refresh',
    "' onmouseover=alert(1) x='",
    '" onmouseover="alert(1)',
    "x { onmouseover=alert(1) .x }",
    "x {: onmouseover=alert(1) }",
    "*x*{ onmouseover=alert(1) }",
    "`x`{ onmouseover=alert(1) }",
    "[x](https://voorbeeld.nl){ onmouseover=alert(1) }",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1) )",
    "[x](java\nscript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\\script:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "[a [b [c]]](javascript:alert(1))",
    "[![x](javascript:alert(1))](javascript:alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[x][]\n\n[x]:\n    javascript:alert(1)",
    "[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '<https://voorbeeld.nl/"onmouseover="alert(1)>',
    "<site:../../evil>",
    "<SITE:cases/>",
    '<site:cases"onclick=alert(1)>',
    "![x](https://evil.example/x.png)",
    "![x](//evil.example/x.png)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![x][y]\n\n[y]: https://evil.example/x.png",
    "![y][]\n\n[y]: https://evil.example/x.png",
    "![y]\n\n[y]: https://evil.example/x.png\n\n[x](https://evil.example/x.png)",
    '![x](a.png "x" onerror="alert(1))',
    '*[x]: " onmouseover=alert(1)\n\nx',
    "[^1]: <script>alert(1)</script>\n\nx[^1]",
    '!!! note "<script>alert(1)</script>"\n    x',
    '!!! "kb-screen onmouseover=alert(1)"\n    x',
    "| a |\n|--|\n| <script>alert(1)</script> |",
    "Term\n:   <script>alert(1)</script>",
    "``` { .x onmouseover=alert(1) }\nx\n```",
    '``` html title="<script>alert(1)</script>"\nx\n```',
    "```{=html}\n<script>alert(1)</script>\n```",
    "{{ config }}{% raw %}{{ self }}{% endraw %}",
    "https://www.tilburg.nl@evil.example/",
    "x) [y](javascript:alert(1)",
    "javascript:alert(1)//https://voorbeeld.nl",
    "https://voorbeeld.nl/)[x](javascript:alert(1)",
    'https://voorbeeld.nl/"onmouseover="alert(1)',
    "https://voorbeeld.nl/' onclick='alert(1)",
    "--- \n<script>alert(1)</script>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "---\nlinked_data: x\n---\n<script>alert(1)</script>",
)
PARTS = (
    *"<>[](){}`~!*_:\"'=/\\#&;| \n\tab1^-",
    *("<script>", "javascript:", "onclick=a", "<!--", "-->", "](", "```", "~~~", "    ", "{ .x }", "&#"),
    *("![a][b]", "![b]", "[b]: https://evil.example/x.png", "https://evil.example/x.png", "\n\n"),
)
SIGNS = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


# Every sixth of them is opened in a browser as well, see `test_in_browsers.py`.
@pytest.mark.parametrize("text", some(TEXTS, daily=TEXTS[1::12]))
def test_a_hostile_text_harms_nobody(text: str) -> None:
    assert harm_of(passing(text)) == []


@examples(300, daily=5)  # always the same five, so that more of them find nothing new
@given(SIGNS)
@example("    &#")
@example("Zie `&#` en ``a &#x``.")
def test_no_text_in_any_field_harms_anybody(text: str) -> None:
    assert harm_of(passing(text)) == []


@examples(50)
@given(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=3))
def test_no_texts_together_harm_anybody(texts: list[str]) -> None:
    assert harm_of({"section": "\n\n".join(texts)}) == []
    assert harm_of(dict(zip(("turns.0.because", "turns.0.later", "body"), texts, strict=False))) == []


def test_most_hostile_texts_are_text_in_most_places() -> None:
    assert len(passing("{ onmouseover=alert(x) }?")) >= len(PLACES) - 1
    as_text = {"sources.0.title", "sources.0.publisher", "sources.0.date"}
    assert set(passing("[x](javascript:alert(1))")) == as_text


def test_the_example_itself_is_built_and_harmless() -> None:
    assert passing("Dat is niet zeker.") and harm_of({"certainty": "Dat is niet zeker."}) == []
