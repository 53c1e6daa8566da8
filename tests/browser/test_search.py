"""Searching as a reader does it: the dialog by keyboard, Dutch words, and sites in any folder."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, expect
from selectolax.lexbor import LexborHTMLParser

from kennisbank.library.library import Library
from kennisbank.publishing.search.compounds import words_of
from kennisbank.publishing.search.search_index import add_search_index
from kennisbank.publishing.search.stems import stem
from kennisbank.publishing.search.word_lists import FUNCTION_WORDS

from ..conftest import PUBLISHED, ROOT
from ..support.in_browser import (
    NEEDS_BROWSER,
    SCREENS,
    answering,
    as_new,
    hearing,
    open_page,
    resized,
    served,
    shared_page,
    violations,
)

pytestmark = NEEDS_BROWSER

FIND = """async ([root, question]) => {
  const { find } = await import(root + "assets/javascripts/search/find.js");
  const { results, instead } = await find(question);
  return [await Promise.all(results.map(async (result) => (await result.data()).title)), instead];
}"""
ANSWERS = """async ([root, question]) => {
  const { find } = await import(root + "assets/javascripts/search/find.js");
  const { index, answers } = await find(question);
  return Promise.all(answers.map(async (number) => (await index.file(`n/${number}.json`)).label));
}"""
CLEAR = """() => document.querySelectorAll("#zoekpagina-stand, #zoekpagina-antwoord, #zoekpagina-lijst")
  .forEach((part) => part.replaceChildren())"""
# The same question in other words finds the same page first.
SAME = [
    ("gemeenten", "gemeente"),
    ("cooperaties", "coöperatie"),
    ("energie besparen", "energiebesparing"),
    ("zonnepaneel", "zonnepanelen"),
    ("warmtenetten", "warmtenet"),
]
PAGES = {
    "beheerder": "De warmtenetbeheerder wil een vergoeding",
    "vol": "Netcongestie op het bedrijventerrein",
    "huis": "Huizen met zonnepanelen",
    "bos": "Een bos van eetbare planten",
    "res": "Zes dorpen en de regionale energiestrategie",
    "afval": "Restafval en resultaat",
    "bijen": "Ruimte voor bijen",
    "put": "De put was klaar, en die put gaf warm water",
    "buren": "Wat de buren vonden",
    "buurt": "De put van de buren, waar ook de buren over klaagden, kwam er later",
    "einde": "Een groep afsluiten",
    "groep": "Een groep en nog een groep",
    "tapijt": "De tapijtmaker wilde een vergister",
    "sjabloon": "Zo gebruik je het sjabloon",
    "uitleen": "De uitleen",
    "schuur": "Gereedschap en een schuur",
    "kwaad": "Een boze man aan het loket",
    "tabel": "Wat er in de tabel komt",
    "maatschappij": "De maatschappij",
    "molens": "Zo begin je",
    "molen": "Een molen en nog een molen, en hoe je een molen maakt",
    "gemeente": "Gemeente Beek",
    "boom": "De bomen in het park, en een boom erbij",
}
TEXTS = {
    "res": "De RES van de dorpen.",
    "vol": "Bij het station is het net vol. Wat een bij is, weet iedereen.",
    **dict.fromkeys(("einde", "groep", "tapijt"), "Daar zit een dorp."),
    "schuur": "Bij de schuur kun je gereedschap huren, een middag of een dag.",
    "sjabloon": "Vraag het de contactpersoon.",
    "molen": "Een molen oprichten is een molen stichten of opzetten.",
    "kwaad": "Bij anderen was iets stuk. Na de bijeenkomst moest hij een lange lijst invullen.",
    "afval": "Het afval van de regio telt mee, en gft ook; zie ook het sjabloon.",
}
SYNONYMS = [
    ["bedrijventerrein", "industrieterrein"],
    ["zonnepanelen", "stroom van het dak", "solar panels"],
    ["gft", "groenafval"],
    ["lenen", "huren"],
    ["bos", "planten"],
    ["laadpaal", "laadpalen"],
    ["oprichten", "stichten", "opzetten"],
    ["loket", "bijenarmoede"],
]
NAMES = [
    {
        "page": "bos/",
        "names": ["Voedselbos", "bossen op de kaart", "op de plattegrond"],
        "label": "Voedselbos",
        "kind": "Begrip",
        "text": "Een bos om van te eten.",
        "lesser": ["Huizen"],
        "beside": False,
        "asked": [],
    },
    {
        "page": "uitleen/",
        "names": ["gereedschap lenen", "wanneer geen schuur", "wat ging er stuk"],
        **dict.fromkeys(("label", "kind", "text"), ""),
        "lesser": [],
        "beside": False,
        "asked": [],
    },
    {
        "page": "groep/",
        **dict.fromkeys(("label", "kind", "text"), ""),
        "names": [],
        "lesser": [],
        "beside": False,
        "asked": ["de voorzitter vertrekt", "wie zorgt voor een nieuwe put"],
    },
    {
        "page": "tapijt/",
        **dict.fromkeys(("label", "kind", "text"), ""),
        "names": [],
        "lesser": [],
        "beside": False,
        "asked": ["straat vol rommel"],
    },
    {
        "page": "maatschappij/",
        "names": ["BOM", "BOMs"],
        "label": "BOM",
        "kind": "Begrip",
        "text": "Een ontwikkelmaatschappij.",
        "lesser": [],
        "beside": False,
        "asked": [],
    },
    {
        "page": "gemeente/",
        "names": ["Beek"],
        "label": "Gemeente Beek",
        "kind": "Gemeente",
        "text": "Een gemeente in het zuiden.",
        "lesser": ["Een", "Halle"],
        "beside": False,
        "asked": [],
    },
]


def _found(page: Page, root: str, question: str) -> tuple[list[str], str]:
    titles, instead = page.evaluate(FIND, [root, question])
    return titles, instead


@pytest.fixture(scope="module")
def window(browser: Browser, origin: str) -> Iterator[Page]:
    """A window for all that leave nothing in it but what a new reader can be without."""
    page, _ = open_page(browser, origin, 1280, "light")
    yield page
    page.context.close()


def _at(window: Page, origin: str, path: str, width: int = 1280) -> Page:
    """A page of the site of the example library, for a new reader."""
    resized(as_new(window, origin), width).goto(origin + path)
    return window


def _answers_to(window: Page, origin: str, question: str, width: int = 1280) -> Page:
    """The page with results, which another question does not load again; nothing of the one before stands on it."""
    resized(window, width).evaluate(CLEAR)
    window.goto(f"{origin}zoeken/#q={quote(question)}")
    return window


def _results(page: Page) -> Locator:
    return page.locator("#zoekvenster-lijst .kb-search-title")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of a few pages, of which each answers a question of its own."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "docs" / "assets" / "javascripts", folder / "assets" / "javascripts")
    (folder / "assets" / "synonyms.json").write_text(json.dumps(SYNONYMS), encoding="utf-8")
    (folder / "assets" / "names.json").write_text(json.dumps(NAMES), encoding="utf-8")
    (folder / "index.html").write_text("<title>Leeg</title>", encoding="utf-8")
    text = "<p>Een warmte, een net, een beheerder en een bedrijf met een terrein.</p>"
    for name, title in {**PAGES, "woorden": "Woorden"}.items():
        body = text if name == "woorden" else f"<p>{TEXTS.get(name, '')}</p>"
        body += "<h2>Wat is de prijs van een molen?</h2><p>Veel.</p>" if name == "molens" else ""
        kind = {
            "sjabloon": "meedoen",
            "tabel": "meedoen",
            "bos": "begrip",
            "uitleen": "overzicht",
            "molens": "pagina",
        }.get(name, "case")
        described = '<meta name="description" content="Invullen na een bijeenkomst.">' if name == "tabel" else ""
        page = f'{described}<meta name="kb:filter:type" content="{kind}"><article><h1>{title}</h1>{body}</article>'
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(page, encoding="utf-8")
    add_search_index(folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def asker(browser: Browser, small: str) -> Iterator[Page]:
    """A page of that site on which one question after another is asked of the search."""
    page, _ = open_page(browser, small, 1280, "light")
    yield page
    page.context.close()


@pytest.fixture
def reader(window: Page, origin: str) -> Page:
    """The same on the site of the example library; asking so leaves nothing behind."""
    if not window.url.startswith(origin):
        as_new(window, origin)
    return window


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("warmte", "beheerder"),
        ("netbeheerder", "beheerder"),
        ("beheerder", "beheerder"),
        ("warmtenetbeheerders", "beheerder"),
        ("warmtenetbeheeder", "beheerder"),
        ("industrieterrein", "vol"),
        ("wat kost een warmtenetbeheerder", "beheerder"),
        ("congestie", "vol"),
        ("néttcongestie", "vol"),
        ("netcong", "vol"),
        ("huis", "huis"),
        ("zonnepaneel", "huis"),
        ("bossen", "bos"),
        ("solar panels", "huis"),
        ("stroom van het dak", "huis"),
        ("voedselbossen", "bos"),
        ("sjabloon", "sjabloon"),
    ],
)
def test_dutch_words_find_their_page(asker: Page, small: str, question: str, name: str) -> None:
    titles, _ = _found(asker, small, question)
    assert PAGES[name] in titles[:2]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        # A guess is no reason to leave out, or to put last, the page that has the words that are sure.
        ("put boren", "put"),
        # A verb that falls apart; a compound of which only the beginning is known; one of three parts; a typing error
        # in a word that only means the same as one on the page.
        ("hoe sluit je een groep af", "einde"),
        ("tapijtfabrikant", "tapijt"),
        ("bijenruimteplan", "bijen"),
        ("groenafvel", "afval"),
        # The name of several words said in another way, and a name between words that say little.
        ("bekijk de bossen op een kaart", "bos"),
        ("hoe werkt een voedselbos", "bos"),
        # The same words in another order; where to look, said last; a term among other words of a question.
        ("kaart met bossen", "bos"),
        ("waar ligt alles op de plattegrond", "bos"),
        ("aanleg voedselbos betekenis", "bos"),
        ("wat is een voedselbos met een dijk", "bos"),
        ("dijk met planten hoe noem je een voedselbos", "bos"),
        ("wat wordt bedoeld met voedselbos op een dijk", "bos"),
        # Heet water is hot, and who says noem may ask for a list.
        ("heet warm water van de put bij een voedselbos", "put"),
        ("noem dorpen met een energiestrategie en een voedselbos", "res"),
        ("bedoeld voor dorpen met een energiestrategie en een voedselbos", "res"),
        # A verb that fell apart in the middle of a question.
        ("sluit je de groep af met een dorp", "einde"),
        ("een put en een groep af te sluiten", "einde"),
        # What an overview is for, in other words; but a small word does not make a purpose of one word.
        ("waar kan ik gereedschap huren", "uitleen"),
        ("schuur", "schuur"),
        # What people ask who need a page, in words that it does not have itself; but one such word is not its subject.
        ("wat als onze voorzitter opeens vertrekt", "groep"),
        ("een nieuwe put, wie zorgt daarvoor", "groep"),
        ("put", "put"),
        # An abbreviation with dots; a small thing; a word that fell apart.
        ("r.e.s.", "res"),
        ("een voedselbosje", "bos"),
        ("gereed schap lenen", "uitleen"),
        # A word that says little may be missing.
        ("wie zitten er in de dorpen", "res"),
        # Everything about something is what it is called; a small thing that is known; a name with a typing error.
        ("alles over voedselbos", "bos"),
        ("putje", "put"),
        ("gereedschap lennen", "uitleen"),
        # Short words that differ in the length of a vowel are no forms of each other, nor are what means the same.
        ("boos", "kwaad"),
        # What people ask who look for a case is told of it.
        ("rommel op straat", "tapijt"),
        # A rare word on a page for who writes along leaves no other page out.
        ("contactpersoon voor bijen", "bijen"),
        # Its title and what its description says ask together for such a page.
        ("tabel invullen na een bijeenkomst", "tabel"),
        # A name before words that say little.
        ("wat ging er stuk bij anderen", "uitleen"),
    ],
)
def test_what_is_said_otherwise_finds_its_page_first(asker: Page, small: str, question: str, name: str) -> None:
    titles, _ = _found(asker, small, question)
    assert titles[:1] == [PAGES[name]]


@pytest.mark.parametrize(
    ("question", "instead", "names"),
    [
        ("groenafval", "gft", ["afval"]),
        ("groenafval bij de buren", "gft buren", []),
        # What it means is what the site has most of; one word of a page is little, so what it is about counts too.
        ("bijenarmoede", "loket of bijen", ["kwaad", "bijen"]),
        # What a page says itself is searched for as it was typed.
        ("huren", "", []),
        ("gft", "", ["afval"]),
    ],
)
def test_who_types_what_no_page_says_reads_what_was_looked_up(
    asker: Page, small: str, question: str, instead: str, names: list[str]
) -> None:
    found, told = _found(asker, small, question)
    assert told == instead
    assert found and {PAGES[name] for name in names} <= set(found)


def test_a_plural_is_no_typing_error(asker: Page, small: str) -> None:
    assert _found(asker, small, "zonnepaneel")[1] == ""
    assert _found(asker, small, "zonepanelen")[1] == "zonnepanelen"


def test_a_short_word_is_no_start_of_another_and_no_form_of_a_function_word(asker: Page, small: str) -> None:
    assert _found(asker, small, "RES")[0] == [PAGES["res"]]
    assert _found(asker, small, "bijen")[0] == [PAGES["bijen"]]
    assert _found(asker, small, "wat is een bij voor een ding") == ([], "")


def test_only_the_word_that_is_being_typed_is_a_start(asker: Page, small: str) -> None:
    ask = FIND.replace("find(question)", "find(question, { typing: true })")
    assert PAGES["afval"] in asker.evaluate(ask, [small, "restaf"])[0]
    assert _found(asker, small, "restaf") == ([PAGES["afval"]], "restafval")  # what is finished is said to be corrected
    assert asker.evaluate(ask, [small, "res"])[0][0] == PAGES["res"]


def test_pages_for_contributors_answer_only_when_nothing_else_does(asker: Page, small: str) -> None:
    assert PAGES["sjabloon"] not in _found(asker, small, "regio sjabloon")[0]
    assert _found(asker, small, "gebruikte")[0] == [PAGES["sjabloon"]]
    # Who writes one word that nobody knows does not ask for what its parts name.
    found, instead = _found(asker, small, "bijeenkomsttabel")
    assert instead == "bijeenkomst tabel" and found and PAGES["tabel"] not in found


@pytest.mark.parametrize("question", ["titel", "reden", "jaar"])
def test_one_word_of_a_title_asks_for_no_page_of_contributors(reader: Page, origin: str, question: str) -> None:
    found = _found(reader, origin, question)[0]
    assert found and [title for title in found if title.startswith("KB")] == []


@pytest.mark.parametrize("question", ["?", "%", "🌱", "wqrmtxnyt", "'s-Xyzwvq"])
def test_what_is_nowhere_finds_nothing(asker: Page, small: str, question: str) -> None:
    assert _found(asker, small, question)[0] == []


@pytest.mark.parametrize("question", ["een", "de een", "een de het", "wat is het", "Hoe? En wie dan?"])
def test_words_that_say_nothing_find_nothing(asker: Page, small: str, question: str) -> None:
    assert _found(asker, small, question)[0] == asker.evaluate(ANSWERS, [small, question]) == []


def test_an_abbreviation_and_a_place_have_no_other_forms(asker: Page, small: str) -> None:
    """A tree (boom) is no BOM, streams (beken) are no Beek, and to fetch (halen) is no Halle."""
    for question in ("boom", "bomen", "beken", "wat is een boom", "halen", "een boom en een hal"):
        assert asker.evaluate(ANSWERS, [small, question]) == [], question
        assert PAGES["maatschappij"] not in _found(asker, small, question)[0], question
    for question in ("bom", "wat is een BOM", "boms", "Beek", "beeks", "Halle"):
        assert len(asker.evaluate(ANSWERS, [small, question])) == 1, question


@pytest.mark.parametrize(("question", "near"), [("laadpaal", []), ("ladpaal", []), ("beheeder", ["beheerder"])])
def test_only_what_finds_something_is_suggested(asker: Page, small: str, question: str, near: list[str]) -> None:
    """Words that mean the same as each other only were suggested to who had asked for them."""
    suggest = """async ([root, question]) => {
      const { openIndex } = await import(root + "assets/javascripts/search/index.js");
      const { suggestions } = await import(root + "assets/javascripts/search/question.js");
      return suggestions(await openIndex(), question);
    }"""
    assert asker.evaluate(suggest, [small, question]) == near


def test_python_and_javascript_share_their_words(asker: Page, small: str, real_library: Library) -> None:
    texts = (entry.document.text for entry in real_library.entries)
    words = sorted({word for text in texts for word in words_of(text)})
    assert len(words) > 2000
    stems = """async ([root, words, functionWords]) => {
      const { stem, wordsOf } = await import(root + "assets/javascripts/dutch.js");
      const known = new Set(functionWords);
      return [words.map((word) => stem(word, known)), wordsOf("Coöperatie’s ÉÉN-twee proﬁel ＡＢ 3")];
    }"""
    found, others = asker.evaluate(stems, [small, words, sorted(FUNCTION_WORDS)])
    assert found == [stem(word) for word in words]
    assert others == words_of("Coöperatie’s ÉÉN-twee proﬁel ＡＢ 3")


@pytest.mark.parametrize(("question", "other"), SAME)
def test_other_forms_of_a_word_find_the_same(reader: Page, origin: str, question: str, other: str) -> None:
    titles, others = _found(reader, origin, question)[0][:5], _found(reader, origin, other)[0][:5]
    assert set(titles) & set(others)


def test_the_search_window_comes_when_it_is_asked_for_and_gives_the_focus_back(window: Page, origin: str) -> None:
    page = as_new(window, origin)
    own: list[str] = []
    with hearing(page, {"request": lambda request: own.append(request.url.removeprefix(origin))}):
        page.goto(origin + "over/")
        # Letters that nobody means as a key do nothing, and before a reader searches nothing is loaded for it.
        for key in "sfk":
            page.keyboard.press(key)
        expect(page.locator("#zoekvenster")).to_be_hidden()
        page.evaluate("() => new Promise((done) => { requestIdleCallback(done); })")
    assert "assets/javascripts/search.js" in own
    dear = ("search/results.js", "search/find.js", "search/index.js", "search_index.json")
    assert [url for url in own if url.startswith("zoekindex/") or url.endswith(dear)] == []
    page.keyboard.press("Meta+k")
    expect(page.locator("#zoekvenster")).to_be_visible()
    page.keyboard.type("s/f")
    expect(page.locator("#zoekvenster-vraag")).to_have_value("s/f")
    page.locator("#zoekvenster-vraag").fill("")  # for the first Escape would do that
    page.keyboard.press("Escape")
    expect(page.locator("#zoekvenster")).to_be_hidden()
    link = page.get_by_role("link", name="Cases", exact=True).first
    link.focus()
    page.keyboard.press("/")
    expect(page.locator("#zoekvenster-vraag")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    button = page.locator("#zoekknop")
    button.click()
    page.locator(".kb-search-close").click()
    expect(button).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.checkVisibility() && !document.activeElement.closest('dialog')")


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_whole_search_by_keyboard(browser: Browser, origin: str, scheme: str, width: int) -> None:
    page = shared_page(browser, origin + "robots.txt", width, scheme)
    trouble: list[str] = []
    asked: list[str] = []

    def said(message: ConsoleMessage) -> None:
        trouble.extend([message.text] if message.type in ("error", "warning") else [])

    def answered(response: Response) -> None:
        asked.append(response.url)
        trouble.extend([response.url] if response.status >= 400 else [])

    with hearing(page, {"console": said, "response": answered}):
        page.goto(origin + "over/")
        _search_by_keyboard(page)
    assert trouble == []
    assert asked and [url for url in asked if not url.startswith((origin, "data:", "blob:"))] == []
    assert [url for url in asked if "warmtenet" in url and url != page.url] == []


def _search_by_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    field = page.locator("#zoekvenster-vraag")
    expect(field).to_be_focused()
    page.keyboard.insert_text("warmtenet")
    expect(_results(page).first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".kb-search-list a, .kb-search-list button").last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".kb-search-answer a")).to_be_focused()
    page.keyboard.press("Tab")
    first = page.locator("#zoekvenster-filters button").first
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(first).to_be_focused()
    expect(_results(page).first).to_have_attribute("href", re.compile("/cases/"))
    assert violations(page) == ""
    page.keyboard.press("Escape")
    expect(page.locator("#zoekvenster")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(field).to_have_value("warmtenet")
    page.locator("#zoekvenster-filters [aria-pressed=true]").press("Enter")
    field.press("Enter")
    page.wait_for_url("**/begrippen/warmtenet/")


def test_a_word_that_only_begins_like_a_name_is_not_that_name(window: Page, origin: str) -> None:
    page = _answers_to(window, origin, "natuurkunde")
    expect(page.locator("#zoekpagina-stand")).to_contain_text("in plaats van natuurkunde")
    expect(page.locator(".kb-search-answer")).to_have_count(0)


@pytest.mark.parametrize(
    ("question", "kind", "label"),
    [
        ("wat is een warmtenet?", "Begrip", "Warmtenet"),
        ("CoP", "Begrip", "Community of Practice (CoP)"),
        ("Tilburg", "Gemeente", "Gemeente Tilburg"),
        ("natuur", "Thema", "Thema Natuur"),
    ],
)
def test_the_name_of_something_gives_a_short_answer(
    window: Page, origin: str, site: Path, question: str, kind: str, label: str
) -> None:
    page = _answers_to(window, origin, question)
    answer = page.locator("#zoekpagina-antwoord .kb-search-answer", has_text=label)
    expect(answer.locator("a")).to_have_text(label)
    expect(answer.locator(".kb-search-about")).to_have_text(kind)
    path = str(answer.locator("a").evaluate("(link) => link.href")).removeprefix(origin)
    assert label.rsplit(maxsplit=1)[-1].strip("()").lower() in _read(site, path).css("h1")[0].text().lower()


def _read(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def test_search_corrects_a_typing_error_and_says_so(window: Page, origin: str) -> None:
    page = _answers_to(window, origin, "enegriecooperatie")
    expect(page.locator("#zoekpagina-stand")).to_contain_text("voor energiecooperatie in plaats van enegriecooperatie")
    expect(page.locator("#zoekpagina-lijst a").first).to_have_attribute("href", re.compile("/cases/|/begrippen/"))


def test_a_question_in_the_address_is_text_and_nothing_else(window: Page, origin: str) -> None:
    page = _answers_to(window, origin, '<img src=x onerror=alert(1)>"')
    expect(page.locator("#zoekpagina-stand")).to_contain_text('Niets gevonden voor <img src=x onerror=alert(1)>"')
    assert page.locator("#zoekpagina-stand img, #zoekpagina-lijst img").count() == 0


def test_a_result_says_what_it_is_and_why(window: Page, origin: str) -> None:
    page = _answers_to(window, origin, "blokverwarming")
    item = page.locator("#zoekpagina-lijst > li", has=page.locator("a[href*='/cases/warmte-van-de-buurt/']"))
    expect(item.locator(".kb-search-about")).to_contain_text("Case · ")
    expect(item.locator("mark").first).to_contain_text("warmte")
    term = page.locator("#zoekpagina-lijst > li", has_text="Begrip: Warmtenet")
    expect(term.locator(".kb-search-about")).to_have_text("Begrip")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("'s-Xyzwvq", "Niets gevonden voor 's-Xyzwvq"),
        ("wqrmtxnyt", "Niets gevonden voor wqrmtxnyt"),
        *((sign, "Niets gevonden") for sign in ("%", "?", "🌱")),
    ],
)
def test_nothing_found_is_said_and_leads_on(window: Page, origin: str, question: str, said: str) -> None:
    page = _answers_to(window, origin, question, 360)
    expect(page.locator("#zoekpagina-stand")).to_contain_text(said)
    expect(page.locator("#zoekpagina-stand")).to_contain_text("hier nog niets" if question[-1:].isalpha() else said)
    ways = page.locator("#zoekpagina-lijst a")
    for way in ("witte-vlekken/", "bijdragen/"):  # what to do with what the library does not have
        expect(page.locator(f"#zoekpagina-lijst a[href='{origin}{way}']")).to_have_count(1)
    expect(ways.last).to_have_attribute("href", f"{origin}themas/")
    for box in [way.bounding_box() for way in ways.all()]:
        assert box and box["height"] >= 40
    assert ways.first.evaluate("link => getComputedStyle(link).textDecorationLine") == "underline"
    if question == "%":  # the page is the same for each
        assert violations(page) == ""


def test_a_word_that_no_page_has_is_named_and_small_words_answer_nothing_alone(window: Page, origin: str) -> None:
    page = _answers_to(window, origin, "warmtenet wqrmtxnyt")
    expect(page.locator("#zoekpagina-stand")).to_contain_text("Over wqrmtxnyt staat hier nog niets.")
    expect(page.locator("#zoekpagina-lijst .kb-search-title").first).to_be_visible()
    expect(page.locator(f"#zoekpagina-lijst a[href='{origin}witte-vlekken/']")).to_have_count(1)
    page = _answers_to(window, origin, "wqrmtxnyt gemeente")
    expect(page.locator("#zoekpagina-stand")).to_contain_text("Niets gevonden voor wqrmtxnyt gemeente.")
    expect(page.locator("#zoekpagina-lijst .kb-search-title")).to_have_count(0)


def test_the_strategy_of_a_municipality_leads_to_the_page_of_its_region(window: Page, origin: str) -> None:
    page = _answers_to(window, origin, "RES Goes")
    answer = page.locator("#zoekpagina-antwoord .kb-search-answer").first
    expect(answer.locator("a")).to_have_attribute("href", re.compile("/regios/zeeland/$"))
    expect(answer).to_contain_text("nog geen case")


def test_a_heading_that_is_a_question_says_what_a_page_is_for(asker: Page, small: str) -> None:
    assert _found(asker, small, "prijs van een molen")[0][0] == PAGES["molens"]


MARKS = """async ([root, question, words]) => {
  const { openIndex } = await import(root + "assets/javascripts/search/index.js");
  const { understand } = await import(root + "assets/javascripts/search/question.js");
  const { matcherOf } = await import(root + "assets/javascripts/search/excerpt.js");
  const index = await openIndex();
  const says = matcherOf(index, (await understand(index, question)).concepts);
  return words.filter((word) => says(word).length);
}"""


@pytest.mark.parametrize(
    ("question", "marked", "others"),
    [
        # Inside another word only after a word, and not after what makes another word of it.
        ("planten", {"planten", "voedselplanten"}, {"verplanten", "omplanten"}),
        ("congestie", {"congestie", "netcongestie"}, set[str]()),
        # Of what means the same only the same sort of word.
        ("oprichten", {"oprichten", "oprichting", "stichten", "opzetten"}, {"stichting", "stopzetten"}),
    ],
)
def test_only_what_says_what_was_asked_is_marked(
    asker: Page, small: str, question: str, marked: set[str], others: set[str]
) -> None:
    assert set(asker.evaluate(MARKS, [small, question, [*marked, *others]])) == marked


def test_an_old_address_is_moved_to_one_that_no_server_sees(window: Page, origin: str) -> None:
    page = _at(window, origin, "zoeken/?q=van%20het%20gas")
    expect(page.locator("#zoekpagina-lijst a").first).to_be_visible()
    assert page.url == f"{origin}zoeken/#q=van+het+gas"
    page.locator("#zoekvraag").fill("warmtenet")
    page.locator("#zoekvraag").press("Enter")
    expect(page.locator("#zoekpagina-antwoord a")).to_have_text("Warmtenet")
    assert page.url == f"{origin}zoeken/#q=warmtenet"
    page.go_back()
    expect(page.locator("#zoekvraag")).to_have_value("van het gas")


def test_questions_are_kept_on_this_device_until_they_are_wiped(window: Page, origin: str) -> None:
    page = _at(window, origin, "over/", 360)
    page.locator("#zoekknop").click()
    before = page.locator("#zoekvenster-eerder")
    expect(before).to_be_hidden()
    page.keyboard.insert_text("warmtenet")
    page.locator(".kb-search-answer a").click()
    page.wait_for_url("**/begrippen/warmtenet/")
    page.keyboard.press("/")
    again = before.get_by_role("button", name="warmtenet")
    expect(again).to_be_visible()
    box = again.bounding_box()
    assert box and box["height"] >= 24
    assert violations(page) == ""
    again.click()
    expect(page.locator(".kb-search-answer a")).to_be_visible()
    expect(before).to_be_hidden()
    page.locator("#zoekvenster-vraag").fill("")
    before.get_by_role("button", name="Wis deze lijst").click()
    expect(before).to_be_hidden()
    assert page.evaluate("localStorage.getItem('kb-zoekvragen')") is None


def test_searching_works_where_nothing_can_be_kept(browser: Browser, origin: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(origin + "zoeken/")
    page.keyboard.press("/")
    page.keyboard.insert_text("warmtenet")
    page.locator(".kb-search-answer a").click()
    page.wait_for_url("**/begrippen/warmtenet/")
    assert trouble == []
    context.close()


def test_enter_opens_an_answer_to_what_stands_there_and_nothing_when_searching_fails(window: Page, origin: str) -> None:
    """Not what the question before it found, however soon Enter follows."""
    page = _at(window, origin, "cases/wind-langs-de-weg/")
    page.keyboard.press("/")
    page.keyboard.insert_text("zonnepanelen")
    expect(_results(page).first).to_be_visible()
    page.evaluate("""() => {
        const field = document.getElementById("zoekvenster-vraag");
        field.value = "warmtenet";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    }""")
    page.wait_for_url("**/begrippen/warmtenet/")
    page.keyboard.press("/")
    page.keyboard.insert_text("zonnepanelen")
    expect(_results(page).first).to_be_visible()
    page.route("**/*", lambda route: route.abort())
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("voedselbos")
    page.keyboard.press("Enter")
    expect(page.locator("#zoekvenster-stand")).to_contain_text("Zoeken lukt nu niet")
    assert page.url == origin + "begrippen/warmtenet/"


def test_the_key_that_opens_the_search_can_be_turned_off(window: Page, origin: str) -> None:
    """WCAG 2.2, 2.1.4: one key alone may not act against somebody's will, as of who dictates."""
    page = _at(window, origin, "over/")
    search, box = page.locator("#zoekvenster"), page.locator("#zoekvenster-toets")
    page.keyboard.press("/")
    expect(box).to_be_checked()
    box.press("Space")
    page.keyboard.press("Escape")
    for again in (False, True):
        if again:
            page.reload()
        expect(page.locator("#zoekknop kbd")).to_be_hidden()
        page.keyboard.press("/")
        expect(search).to_be_hidden()
    page.keyboard.press("Control+k")
    box.press("Space")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator("#zoekknop kbd")).to_be_visible()
    page.keyboard.press("/")
    expect(search).to_be_visible()


def test_a_question_asked_at_home_goes_to_no_server(window: Page, origin: str) -> None:
    page = as_new(window, origin)
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(request.url)}):
        page.goto(origin)
        page.locator("#thuis-vraag").fill("warmtenet")
        page.keyboard.press("Enter")
        expect(page.locator("#zoekpagina-antwoord a")).to_have_text("Warmtenet")
    assert page.url == f"{origin}zoeken/#q=warmtenet"
    assert asked and not [url for url in asked if "warmtenet" in url.partition("#")[0]]


def test_without_javascript_search_is_a_page_of_lists(site: Path) -> None:
    page = _read(site, "cases/wind-langs-de-weg/")
    assert "open" not in page.css("dialog#zoekvenster")[0].attributes
    (link,) = page.css(".md-header noscript a")
    assert (link.text(), link.attributes["href"]) == ("Zoeken", "../../zoeken/")
    lists = _read(site, "zoeken/")
    assert "Alle cases" in [one.text() for one in lists.css("article a")]
    assert "hidden" in lists.css("#zoekpagina")[0].attributes


def test_search_works_in_a_sub_folder_and_on_the_page_that_is_not_there(
    window: Page, origin: str, published_site: Path
) -> None:
    """A missing page is answered from any depth with the same file, so its addresses start at the root."""
    page = as_new(window, origin)
    page.route("**/*", answering(published_site, PUBLISHED))
    page.goto(PUBLISHED + "cases/bestaat/niet/")
    page.keyboard.press("/")
    page.keyboard.insert_text("rondje")
    expect(_results(page).first).to_have_attribute("href", re.compile("^/kennis/"))
    expect(page.locator(".kb-search-all")).to_have_attribute("href", f"{PUBLISHED}zoeken/#q=rondje")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kennis/**/rondje-vragen/")
    expect(page.locator("h1")).to_contain_text(re.compile("^Rondje vragen"))
