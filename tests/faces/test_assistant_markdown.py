"""The preview in the form reads Markdown as the checker does, and so as the page of the site shows it."""

import json
import os
import random
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kennisbank.reading.canonical import canonical_line
from kennisbank.reading.rendered import render

from ..support.both_parsers import PIECES, on_github
from ..support.chance import THOROUGH
from ..support.in_browser import NEEDS_BROWSER
from ..support.shown import shown

pytestmark = NEEDS_BROWSER
VECTORS: list[str] = json.loads((Path(__file__).parent.parent / "support" / "markdown.json").read_text("utf-8"))
_SHOW = """async ({ texts, name }) => {
    const shown = await import("/assets/javascripts/assistant/blocks.js");
    const notes = { note: (key) => `[^${key}]` };
    return texts.map((text) => {
        const place = document.createElement("div");
        place.append(...shown[name](text, notes));
        for (const image of place.querySelectorAll("span")) image.replaceWith(document.createElement("img"));
        return place.innerHTML;
    });
}"""


def _same(html: str) -> str:
    """Without what nobody sees, and without what a preview cannot show: where a link leads, and images."""
    text = re.sub(r"<(a|code|pre|td|th)( [^<>]*)?>", r"<\1>", re.sub(r"<img( [^<>]*)?>|<h\d></h\d>", "¶", html))
    return re.sub("¶+", "¶", re.sub("^¶|¶$|(?<=>)¶|¶(?=<)", "", re.sub(" ?<br> ?", "<br>", text)))


def _line_on_site(text: str) -> str:
    return shown(render(canonical_line(text)).replace("<sup>, </sup>", ""))


def _differ(page: Page, texts: list[str], name: str = "blocks") -> dict[str, Any]:
    made = page.evaluate(_SHOW, {"texts": texts, "name": name})
    pages = [on_github(text) if name == "blocks" else _line_on_site(text) for text in texts]
    told = {
        text: (_same(shown(one.replace("<sup>, </sup>", ""))), _same(other))
        for text, one, other in zip(texts, made, pages, strict=True)
    }
    return {text: both for text, both in told.items() if both[0] != both[1]}


def test_what_people_type_is_shown_as_on_the_page(page: Page) -> None:
    assert len(VECTORS) > 200
    assert _differ(page, VECTORS) == {}


def test_where_a_line_fits_the_same_words_stand_as_on_the_page(page: Page) -> None:
    assert _differ(page, VECTORS, "inline") == {}


# Tabs between other signs, addresses over two lines and HTML, which the form refuses, are no part of it.
_LEFT_OUT = {"\t", "[x]: y.md\n", "<https://a.nl>", "<b>", "</b>"}


def test_signs_in_any_order_are_shown_as_on_the_page(page: Page) -> None:
    chance = random.Random(None if os.environ.get("GRONDIG") == "toeval" else 7)  # noqa: S311 - no secret
    pieces = [piece for piece in PIECES if piece not in _LEFT_OUT]
    texts = {"".join(chance.choices(pieces, k=chance.randint(2, 9))) for _ in range(6000 if THOROUGH else 1500)}
    assert _differ(page, sorted(texts)) == {}


@pytest.mark.parametrize(
    "text",
    [
        *("*a " * 9000, "a* " * 9000, "*a_ " * 7000, "[" * 30_000, "![" * 15_000, "[](a" * 9000, "`a ``b " * 5000),
        *(
            "<!--" * 9000,
            " " * 60_000 + "x",
            "> " * 9000,
            "- " * 9000,
            ">a\nb\n" * 3000,
            "<a b " * 9000,
            "a\n|-\n" * 6000,
        ),
        *("***" * 9000 + "x", "| a " * 9000 + "\n" + "|-" * 9000, "\\" * 30_000, "&a" * 20_000, "1. a\n" * 9000),
    ],
    ids=lambda text: text[:6],
)
def test_no_text_keeps_the_preview_waiting(page: Page, text: str) -> None:
    asked = {"texts": [text], "name": "blocks"}
    timed = "const at = performance.now(); await SHOW(given); return performance.now() - at;"
    took = page.evaluate(f"async (given) => {{ {timed.replace('SHOW', f'({_SHOW})')} }}", asked)
    assert took < 4000
