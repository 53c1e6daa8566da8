"""The marks that people type mean the same to the checker, the intake and the form in the browser."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kennisbank.faces.assistant_rules import rules
from kennisbank.intake.free_text import turns
from kennisbank.library.library import Library
from kennisbank.reading.characters import KINDS, mended
from kennisbank.reading.commonmark import parse
from kennisbank.reading.marks import BULLETS
from kennisbank.reading.prose import Prose

from ..checking.test_marks import mended as repaired
from ..support.in_browser import NEEDS_BROWSER

_SHARED = json.loads((Path(__file__).parent.parent / "support" / "marks.json").read_text(encoding="utf-8"))
CITED: dict[str, list[str]] = dict(_SHARED["cited"])
# The lines of a text whose bullet is the point of a list; that of any other is a part of its sentence.
POINTS: dict[str, list[int]] = dict(_SHARED["points"])
# What Word puts on the clipboard; checker and intake have another sign in its place by then.
(_WORD,) = (kind.spelled for kind in KINDS if kind.called == "een opsommingsteken uit Word")
SIGNS = (*BULLETS, *_WORD)
_ASK = """async ([signs, texts, lists, rules]) => {
    const at = (name) => import(`/assets/javascripts/${name}.js`);
    const [{ BULLETS }, { NOTE }] = [await at("bullets"), await at("assistant/notes")];
    const { NEEDS_READING } = await at("assistant/take");
    const { pasted, tidied, lines } = await at("assistant/paste");
    const { caseFile } = await at("assistant/writer");
    const item = (text) => `<p>${text}</p>`;
    return {
        signs: BULLETS,
        unread: [...BULLETS].filter((sign) => !NEEDS_READING.test(sign)),
        lists: signs.map((sign) => [`${sign} zon`, `${sign} wind`]).map((typed) => [
            tidied(typed.join("\\n")),
            pasted(typed.map(item).join(""), "").text,
            lines(typed.join("\\n")).text,
            /^- .*\\n- .*$/m.exec(caseFile({ sections: [typed.join("\\n")] }, rules))?.[0],
        ]),
        points: lists.map((text) => [tidied(text), caseFile({ sections: [text] }, rules)]),
        cited: texts.map((text) => [...text.matchAll(NOTE)].map((found) => found.groups.key)),
    };
}"""


@pytest.mark.parametrize("sign", SIGNS)
def test_a_bullet_is_one_to_the_checker_and_to_the_intake(sign: str) -> None:
    typed = f"{sign} zon\n{sign} wind"
    assert "\n- zon\n- wind\n" in repaired(f"Tekst.\n\n{typed}\n")
    assert [turn["choice"] for turn in turns(mended(typed))] == ["zon", "wind"]


@pytest.mark.parametrize("text", POINTS)
def test_a_bullet_in_a_sentence_is_none_to_the_checker(text: str) -> None:
    assert _left(text, repaired(text)) == POINTS[text]


@pytest.mark.parametrize("text", CITED)
def test_a_note_is_one_to_the_checker_and_to_the_parser(text: str) -> None:
    assert [citation.key for citation in Prose(text).citations] == CITED[text]
    assert [node.content for node in parse(text).walk() if node.type == "citation"] == CITED[text]


@NEEDS_BROWSER
def test_both_are_the_same_to_the_form(page: Page, library: Library) -> None:
    found = page.evaluate(_ASK, [list(SIGNS), list(CITED), list(POINTS), rules(library)])
    assert sorted(found["signs"]) == sorted(SIGNS) and found["unread"] == []
    assert dict(zip(SIGNS, found["lists"], strict=True)) == {
        sign: ["- zon\n- wind", "- zon\n- wind", "zon\nwind", "- zon\n- wind"] for sign in SIGNS
    }
    for text, made in zip(POINTS, found["points"], strict=True):
        assert [_left(text, one) for one in made] == [POINTS[text]] * 2, text
    assert found["cited"] == list(CITED.values())


def _left(text: str, made: str) -> list[int]:
    """The numbers of the lines of a text that had a bullet, and have a dash in what was made of it."""
    written = [line.strip() for line in made.splitlines()]
    bullets = [(number, line.strip()) for number, line in enumerate(text.splitlines()) if line.strip()[:1] in BULLETS]
    return [number for number, line in bullets if line and line not in written and f"- {line[2:]}" in written]
