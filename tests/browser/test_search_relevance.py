"""How well the search answers: real questions, asked in a real browser, through the code that readers use.

relevance.yml is what the ranking is set on, relevance-unseen.yml what it was never set on, and a file with a date holds
questions that were new on that day, with what was found before anybody looked. relevance-everyday.yml asks as people do
who do not know the words of the trade, relevance-blind.yml, relevance-newcomer.yml and relevance-forty-*.yml as people
who never tried the search. All are about the real library, for that is what readers search; a question whose pages are
all gone is left out and named.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from kennisbank.library.addresses import NAMES, SYNONYMS
from kennisbank.publishing.search.compounds import words_of

from ..support.chance import few
from ..support.in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER

# What is asked letter by letter, and what nothing answers.
TYPED, NOTHING = "beginletters", "niets"
SEEN, UNSEEN, DATED = "relevance.yml", "relevance-unseen.yml", "relevance-2026-11-27.yml"
EVERYDAY, BLIND, NEWCOMER = "relevance-everyday.yml", "relevance-blind.yml", "relevance-newcomer.yml"
FORTY_A, FORTY_B, FORTY_C, FORTY_D, FORTY_E, FORTY_F = (f"relevance-forty-{letter}.yml" for letter in "abcdef")
# The least that each set must find: MRR, share in the first three, and MRR of its weakest group. These rise, but for
# the last: in a group of ten, one question that a new case answers too counts for a tenth. Of the everyday ones fewer
# must be found since those were left out that the lists of synonyms and names have.
FLOORS = [
    (SEEN, 0.92, 0.97, 0.72),
    (UNSEEN, 0.94, 0.96, 0.84),
    (DATED, 0.94, 0.97, 0.87),
    (EVERYDAY, 0.88, 0.92, 0.8),
    (BLIND, 0.92, 0.97, 0.84),
    (NEWCOMER, 0.93, 0.96, 0.75),
    (FORTY_A, 0.94, 0.96, 0.82),
    (FORTY_B, 0.94, 0.95, 0.85),
    (FORTY_C, 0.95, 0.96, 0.9),
    (FORTY_D, 0.93, 0.95, 0.85),
    (FORTY_E, 0.94, 0.96, 0.86),
    (FORTY_F, 0.92, 0.94, 0.7),
]
ASK = """async ([root, questions]) => {
  const { find } = await import(root + "assets/javascripts/search/find.js");
  const answers = [];
  for (const [question, typing] of questions) {
    const { results } = await find(question, { typing });
    answers.push(results.slice(0, 10).map((result) => result.id));
  }
  return answers;
}"""
_MOVED = re.compile(r'<meta http-equiv="refresh" content="0; url=\.\./([^"/]+)/">')


@dataclass(frozen=True)
class Question:
    """A question of a group, the pages that answer it, and those that were found, best first."""

    group: str
    text: str
    right: tuple[str, ...]
    found: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """The place of the first right answer, from 1; 0 when none of the first ten is right."""
        if self.group == NOTHING:
            return int(not self.found)
        return next((place for place, page in enumerate(self.found, 1) if page.strip("/") in self.right), 0)


def _page(site: Path, name: str) -> str:
    """Where a page is now, when it has another name since; empty when it is gone."""
    file = site / name / "index.html"
    if not file.is_file():
        return ""
    moved = _MOVED.search(file.read_text(encoding="utf-8")[:500])
    return f"{name.rpartition('/')[0]}/{moved[1]}" if moved else name


def _questions(site: Path, name: str) -> list[Question]:
    groups = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [
        Question(group, text, tuple(filter(None, (_page(site, page) for page in right))))
        for group, questions in groups.items()
        for text, right in questions.items()
    ]


@pytest.fixture(scope="module")
def asker(browser: Browser, real_origin: str) -> Iterator[Page]:
    """A page that has the search; what one set of questions had it fetch, the next need not fetch again."""
    page = browser.new_page()
    page.goto(real_origin)
    yield page
    page.close()


@pytest.fixture(scope="module")
def addresses(real_site: Path) -> Mapping[int, str]:
    """The address of each page by its place in the index; the browser would fetch thousands to know them."""
    (folder,) = real_site.glob("zoekindex/*/p")
    return {int(file.stem): json.loads(file.read_text(encoding="utf-8"))["url"] for file in folder.iterdir()}


def _asked(page: Page, addresses: Mapping[int, str], questions: list[Question]) -> list[Question]:
    answers: Any = page.evaluate(ASK, [page.url, [[asked.text, asked.group == TYPED] for asked in questions]])
    return [
        Question(asked.group, asked.text, asked.right, tuple(addresses[place] for place in found))
        for asked, found in zip(questions, answers, strict=True)
    ]


def _score(questions: list[Question]) -> tuple[float, float]:
    """Mean reciprocal rank, and the share with a right answer in the first three."""
    ranks = [asked.rank for asked in questions]
    return sum(1 / rank for rank in ranks if rank) / len(ranks), sum(1 <= rank <= 3 for rank in ranks) / len(ranks)


def _told(name: str, questions: list[Question], gone: list[str]) -> str:
    mean, first_three = _score(questions)
    lines = [f"{name}: {len(questions)} zoekvragen, MRR {mean:.2f}, {first_three:.0%} bij de eerste drie."]
    for group in dict.fromkeys(asked.group for asked in questions):
        part = [asked for asked in questions if asked.group == group]
        lines.append(f"  {group}: {len(part)} vragen, MRR {_score(part)[0]:.2f}, {_score(part)[1]:.0%}")
    low = [asked for asked in questions if asked.rank not in (1, 2, 3)]
    lines += [
        f"  plaats {asked.rank or 'na 10'}: {asked.text}, maar eerst {', '.join(asked.found[:3])}" for asked in low
    ]
    return "\n".join([*lines, *(f"  weg: {text}" for text in gone)])


@pytest.mark.parametrize(("name", "mean", "first_three", "group"), few(FLOORS, daily=4))
def test_real_questions_find_their_page(
    asker: Page,
    addresses: Mapping[int, str],
    real_site: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    mean: float,
    first_three: float,
    group: float,
) -> None:
    everything = _questions(real_site, name)
    kept = [asked for asked in everything if asked.right or asked.group == NOTHING]
    questions = _asked(asker, addresses, kept)
    with capsys.disabled():
        print("\n" + _told(name, questions, [asked.text for asked in everything if asked not in kept]))  # noqa: T201
    assert len(questions) >= 0.9 * len(everything) > 50
    assert _score(questions)[0] >= mean
    assert _score(questions)[1] >= first_three
    by_group = {
        asked.group: _score([other for other in questions if other.group == asked.group])[0] for asked in questions
    }
    assert {name: round(found, 2) for name, found in by_group.items() if found < group} == {}


@pytest.mark.parametrize("question", ["werkt participatie?", "werkt participatie", "helpt meedenken"])
def test_who_asks_of_taking_part_is_not_asked_to_join_in(
    asker: Page, addresses: Mapping[int, str], question: str
) -> None:
    """What a page is asked to be for is not all that its words can mean."""
    (asked,) = _asked(asker, addresses, [Question("", question, ())])
    assert {page.split("/")[0] for page in asked.found[:3]} <= {"cases", "lessen", "keuzehulp"}, asked.found


def test_everyday_questions_are_not_in_the_lists_that_answer_them(real_site: Path) -> None:
    synonyms: list[list[str]] = json.loads((real_site / SYNONYMS).read_text(encoding="utf-8"))
    named: list[dict[str, Any]] = json.loads((real_site / NAMES).read_text(encoding="utf-8"))
    called = [name for thing in named for name in (*thing["names"], *thing["lesser"], *thing["asked"])]
    listed = {tuple(words_of(said)) for said in (*called, *(phrase for group in synonyms for phrase in group))}
    assert len(listed) > 100
    assert [asked.text for asked in _questions(real_site, EVERYDAY) if tuple(words_of(asked.text)) in listed] == []


def test_there_are_two_hundred_questions_and_none_is_in_two_sets(real_site: Path) -> None:
    sets = {name: {asked.text.lower() for asked in _questions(real_site, name)} for name, *_ in FLOORS}
    # People who do not know of each other ask some of the same.
    others = [sets.pop(name) for name in (NEWCOMER, FORTY_A, FORTY_B, FORTY_C, FORTY_D, FORTY_E, FORTY_F)]
    assert len(sets[SEEN]) >= 200 and min(map(len, sets.values())) >= 66
    assert sum(map(len, sets.values())) == len(set[str]().union(*sets.values()))
    new = [len(other.difference(*sets.values())) for other in others]
    assert new[0] >= 66 and min(new) >= 40
