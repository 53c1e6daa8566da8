"""How well the search answers: real questions, asked in a real browser, through the code that readers use."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from .in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER

ASK = """async ([root, questions]) => {
  const { find } = await import(root + "assets/javascripts/index-client.js");
  const answers = [];
  for (const question of questions) {
    const { results } = await find(question);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    answers.push(pages.map((page) => page.raw_url ?? page.url));
  }
  return answers;
}"""


def _expected() -> dict[str, list[str]]:
    text = (Path(__file__).parent / "relevance.yml").read_text(encoding="utf-8")
    groups: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return {str(question): pages for group in groups.values() for question, pages in group.items()}


def _rank(answers: list[str], right: list[str]) -> int:
    """The place of the first right answer, from 1; 0 when none of the first ten is right."""
    found = (place for place, url in enumerate(answers, 1) if url.strip("/") in right)
    return next(found, 0)


@pytest.fixture(scope="module")
def ranks(browser: Browser, origin: str) -> dict[str, tuple[int, list[str]]]:
    expected = _expected()
    page = browser.new_page()
    page.goto(origin)
    answers: Any = page.evaluate(ASK, [origin, list(expected)])
    page.close()
    asked = zip(expected.items(), answers, strict=True)
    return {question: (_rank(found, right), found[:3]) for (question, right), found in asked}


def test_what_was_found_can_still_be_shown_when_memory_was_tidied(browser: Browser, origin: str) -> None:
    page = browser.new_page()
    page.goto(origin)
    page.evaluate(
        """async (root) => {
          const { find } = await import(root + "assets/javascripts/index-client.js");
          window.found = (await find("hoe ga ik om met een energiecoöperatie in mijn wijk")).results;
        }""",
        origin,
    )
    # Pagefind lets go of a result once the object that it gave for it is gone from memory.
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    lost = """async () => {
      await new Promise((done) => setTimeout(done, 200));
      const pages = await Promise.all(found.map((result) => result.data()));
      return [pages.length, pages.filter((page) => page === null).length];
    }"""
    number, gone = page.evaluate(lost)
    page.close()
    assert number > 20
    assert gone == 0


def test_the_set_is_large_enough() -> None:
    assert len(_expected()) >= 60


def test_real_questions_find_their_page(
    ranks: dict[str, tuple[int, list[str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    mean = sum(1 / rank for rank, _ in ranks.values() if rank) / len(ranks)
    first_three = sum(1 <= rank <= 3 for rank, _ in ranks.values()) / len(ranks)
    missed = "\n".join(
        f"  {rank or '-'}  {question}: {found}" for question, (rank, found) in ranks.items() if rank not in (1, 2, 3)
    )
    with capsys.disabled():
        print(f"\n{len(ranks)} zoekvragen: MRR {mean:.2f}, {first_three:.0%} bij de eerste drie.\n{missed}")  # noqa: T201
    assert mean >= 0.75
    assert first_three >= 0.85
