"""What stands on several pages is told there in the same words, and says what it counts."""

import re
from dataclasses import replace

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.building.drawings.map import cases_by_province
from kennisbank.building.dutch import counted, dutch_date
from kennisbank.building.pages.home import pages as home_pages
from kennisbank.building.pages.parts import Parts
from kennisbank.building.pages.themes import theme_context
from kennisbank.building.rendering import Renderer
from kennisbank.insights.ledgers import ledger_of
from kennisbank.insights.newest import newest_first
from kennisbank.insights.spotlight import strongest
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library, Ref
from kennisbank.library.open_gaps import known_day
from kennisbank.model.labels import STANCE_SIGNS, STANCES_COUNTED
from kennisbank.model.parts import Origin

LESSON = "begin-klein"


def _home(library: Library) -> str:
    """The front page, had the lessons of the example been those that it lists."""
    told = library.lessons[LESSON].model_copy(update={"series": "rol-gemeente"})
    entries = (replace(entry, record=told) if entry.id == LESSON else entry for entry in library.entries)
    (page,) = home_pages(Renderer(replace(library, entries=tuple(entries)), Site("https://code.example/kennis")))
    return str(page.content)


@pytest.fixture(scope="module")
def made(artifacts: tuple[Artifact, ...]) -> dict[str, str]:
    return {page.uri: page.content for page in artifacts if isinstance(page.content, str)}


def test_how_many_cases_say_what_of_a_lesson_is_told_in_one_way(library: Library, made: dict[str, str]) -> None:
    ledger = ledger_of(library, LESSON)
    counts = [counted(ledger.count(stance), *words) for stance, words in STANCES_COUNTED.items()]
    for page in (_home(library), made["themas/energie.md"], made["bewijs/index.md"]):
        assert "\u00a0· ".join(counts) in page
    told = re.findall(r"<strong>(\d+)</strong> <span[^>]*>([^<]*)<", made[f"lessen/{LESSON}.md"].partition("</ul>")[0])
    assert [" ".join(one) for one in told] == [words for words in counts if not words.startswith("geen")]


def test_a_theme_says_that_its_lessons_count_cases_of_all_themes(made: dict[str, str]) -> None:
    lessons = made["themas/energie.md"].partition("\n## Lessen")[2]
    assert "van alle thema's" in lessons.partition("\n- ")[0]


def test_the_front_page_leads_to_all_lessons_and_names_provinces(made: dict[str, str], library: Library) -> None:
    home = made["index.md"]
    assert f"[Alle {len(library.lessons)} lessen, ook uit andere reeksen](lessen/index.md)" in home
    assert "CoP" not in home.partition("## Kies je onderwerp")[0]
    beside = home.partition("## Op de kaart")[2].partition("\n## ")[0]
    for id, cases in cases_by_province(library).items():
        assert f'(provincies/{id}.md) <span class="kb-count">{len(cases)}</span>' in beside


def test_the_cases_of_a_theme_have_one_form_with_the_best_founded_first(library: Library) -> None:
    ids = list(library.cases)
    parts = Parts("themas/energie.md", tuple(Ref("case", id) for id in ids))
    context = theme_context(library, "energie", parts)
    best = strongest(library, ids)
    assert best and context["cards"] == [best.id, *(id for id in newest_first(library) if id != best.id)]
    assert context["lines"] == []


def test_a_theme_on_paper_says_until_when_its_cases_were_checked(made: dict[str, str], library: Library) -> None:
    days = [case.reviewed for case in library.cases.values() if "energie" in case.themes if known_day(case.reviewed)]
    assert f'on_paper: "Cases nagekeken tot en met {dutch_date(max(days))}' in made["themas/energie.md"]
    assert "on_paper" not in made["themas/index.md"]


def test_the_question_stands_above_the_title_of_a_case_and_of_its_sheet_for_the_council(made: dict[str, str]) -> None:
    for page in ("cases/wind-langs-de-weg.md", "cases/wind-langs-de-weg/raad.md"):
        above = made[page].partition("\n# ")[0]
        assert re.search(r'<p class="kb-(asked|question)" .*\?</p>', above), page


def test_a_lesson_leads_to_its_advice_right_below_its_summary(made: dict[str, str], library: Library) -> None:
    text = made[f"lessen/{LESSON}.md"]
    order = ("kb-lead", "(#zo-doe-je-het)", "kb-actions", "kb-outcome-bar", "kb-facts", "\n## Zo doe je het")
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)
    for id, lesson in library.lessons.items():
        if lesson.origin == Origin.RECONSTRUCTION:
            told = made[f"lessen/{id}.md"]
            assert told.index("Reconstructie: niet") < told.index("kb-outcome-bar")


def test_a_key_looks_like_what_it_explains_and_like_nothing_to_press(made: dict[str, str]) -> None:
    (key,) = re.findall(r'<p class="kb-time-key".*', made["tijdlijn/index.md"])
    assert key.count("<svg") == 5 and "kb-badge" not in key
    above = made["bewijs/index.md"].partition("\n## ")[0]
    assert re.findall(r'kb-stance--\w+" aria-hidden="true">(.)</span> (\w+)', above) == [
        (sign, stance) for stance, sign in STANCE_SIGNS.items()
    ]
