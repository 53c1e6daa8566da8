"""How well the search answers: real questions, asked in a real browser, through the code that readers use."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from ..support.in_browser import NEEDS_BROWSER

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


Groups = dict[str, dict[str, list[str]]]


def _groups() -> Groups:
    text = (Path(__file__).parent / "relevance.yml").read_text(encoding="utf-8")
    groups: Groups = yaml.safe_load(text)
    return groups


def _expected() -> dict[str, list[str]]:
    return {question: pages for group in _groups().values() for question, pages in group.items()}


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


def test_the_set_is_large_enough_and_names_pages_that_exist(site: Path) -> None:
    assert len(_expected()) >= 100
    missing = {page for pages in _expected().values() for page in pages if not (site / page / "index.html").is_file()}
    assert missing == set()


def _score(ranks: list[int]) -> tuple[float, float]:
    """Mean reciprocal rank, and the share with a right answer in the first three."""
    return sum(1 / rank for rank in ranks if rank) / len(ranks), sum(1 <= rank <= 3 for rank in ranks) / len(ranks)


def test_real_questions_find_their_page(
    ranks: dict[str, tuple[int, list[str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    mean, first_three = _score([rank for rank, _ in ranks.values()])
    lines = [f"{len(ranks)} zoekvragen: MRR {mean:.2f}, {first_three:.0%} bij de eerste drie."]
    for name, questions in _groups().items():
        part = _score([ranks[question][0] for question in questions])
        lines.append(f"  {name}: {len(questions)} vragen, MRR {part[0]:.2f}, {part[1]:.0%}")
    for question, (rank, found) in ranks.items():
        if not found:
            lines.append(f"  niets gevonden: {question}")
        elif rank not in (1, 2, 3):
            lines.append(f"  plaats {rank or 'na 10'}: {question}, maar eerst {', '.join(found)}")
    with capsys.disabled():
        print("\n" + "\n".join(lines))  # noqa: T201
    assert [question for question, (_, found) in ranks.items() if not found] == []
    assert mean >= 0.80
    assert first_three >= 0.90
