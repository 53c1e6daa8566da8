"""What the site makes of an author's text: judged after rendering, by an allow-list."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from kennisbank.reading.rendered import EXTENSIONS, SETTINGS, judged

ROOT = Path(__file__).parents[2]


def test_the_checker_renders_by_the_settings_of_the_site() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert list(dict.fromkeys(EXTENSIONS)) == list(dict.fromkeys(config.markdown_extensions))
    assert {name: value for name, value in config.mdx_configs.items() if value} == SETTINGS


@pytest.mark.parametrize(
    "text",
    [
        "[a [b [c]]](javascript:alert(1))",
        "[a]( javascript:alert(1) )",
        "[a](data:text/html,x)",
        "[a](//evil.example)",
        "![a](https://evil.example/x.png)",
        "![a](//evil.example/x.png)",
        "![a][b]\n\n[b]: data:image/svg+xml,x",
        "[a][b]\n\n[b]: vbscript:x",
        "[a][]\n\n[a]:\n    javascript:x",
        "tekst[^1]\n\n[^1]: [a](javascript:x)",
    ],
)
def test_what_may_not_be_on_the_site_is_named(text: str) -> None:
    assert judged(text) != ()


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst met *nadruk*, [^bron] en een [link](../a.md#b).",
        "[x](https://voorbeeld.nl/a_(b)) en <https://voorbeeld.nl> en [y](mailto:a@b.nl) en [z](site:cases)",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "```html\n<script>alert(1)</script>\n```",
        "Een `<script>` en `{{ jinja }}`.",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{bron volgt nog}",
        "### Doelen {concept}",
        "[a](https://voorbeeld.nl){ onclick=alert(1) }",
        "~~~ { .x onclick=y }\nq\n~~~",
        '!!! note "Let op"\n    Tekst.',
        "!!! kb-screen\n    x",
        "    {staat in code}",
        "`a\n{x}`",
        "[a](java\nscript:alert(1))",
        "[a](\\\\evil.example)",
        "&lt;script&gt; en `&lt;`",
        "![Een dak](../assets/dak.png)",
    ],
)
def test_what_is_ordinary_or_made_harmless_passes(text: str) -> None:
    assert judged(text) == ()
