"""The form opens its own files and those of the repository: it reads them as the checker does, and loses nothing."""

import difflib
import json
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from kennisbank.faces.assistant_known import known
from kennisbank.faces.assistant_rules import rules
from kennisbank.library.library import Library
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

from ..reading.test_yaml_test_suite import CASES, read, told
from ..support.assistant import VECTORS
from ..support.in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER

_READ = """async (texts) => {
    const { readYaml } = await import("/assets/javascripts/assistant/yaml.js");
    const { Bare } = await import("/assets/javascripts/assistant/writer.js");
    const bare = (value) => (/^[tf]/i.test(value.text) ? /^t/i.test(value.text) : value.value);
    return texts.map((text) => {
        try {
            const plain = (_, value) => (value instanceof Bare ? bare(value) : value);
            return { data: JSON.parse(JSON.stringify(readYaml(text), plain)) };
        } catch (error) {
            return { line: error.line, message: error.message };
        }
    });
}"""
# Opens each text, changes answers by path, and writes it again; by what the page knows, or by what is given with them.
_OPEN = """async (given) => {
    const { texts, change, name, rules, tables } = { ...structuredClone(window.known), ...given };
    const { opened, settled, around } = await import("/assets/javascripts/assistant/open.js");
    const { written } = await import("/assets/javascripts/assistant/written.js");
    const { check } = await import("/assets/javascripts/assistant/rules.js");
    return texts.map((text) => {
        try {
            const { answers, kept } = opened(text, name, rules);
            answers.kept = settled(kept, answers, answers, rules).kept;
            for (const [path, value] of Object.entries(change)) {
                const [last, ...above] = path.split(".").reverse();
                above.reverse().reduce((place, key) => place[key], answers)[last] = value;
            }
            const own = around(answers, rules);
            const findings = check(answers, rules, { today: "2026-11-27", known: tables, ...own });
            return { ...written(answers, rules, tables.cases), findings };
        } catch (error) {
            return { refused: error.name === "Refused" ? error.message : `${error.stack}` };
        }
    });
}"""


_SHOWN = """async (text) => {
    const { opened } = await import("/assets/javascripts/assistant/open.js");
    return opened(text, "x.md", structuredClone(known.rules)).answers;
}"""
_MADE = """async (answers) => {
    const { caseFile } = await import("/assets/javascripts/assistant/writer.js");
    return caseFile(answers, structuredClone(known.rules));
}"""
# Saves answers, opens the file and saves it again, three times; with the answers of each time.
_THRICE = """async (all) => {
    const { opened, settled } = await import("/assets/javascripts/assistant/open.js");
    const { written } = await import("/assets/javascripts/assistant/written.js");
    const { rules, tables } = structuredClone(known);
    return all.map((first) => {
        let answers = first;
        return [0, 1, 2, 3].map(() => {
            const { text } = written(answers, rules, tables.cases);
            const file = opened(text, "x.md", rules);
            answers = { ...file.answers, kept: settled(file.kept, file.answers, file.answers, rules).kept };
            return { text, ...file.answers };
        });
    });
}"""
_CASE_OF = """async ({ answers, rules }) => {
    const { toCase } = await import("/assets/javascripts/assistant/writer.js");
    return toCase(answers, rules).fields;
}"""


@pytest.fixture(scope="module")
def page(page: Page, library: Library) -> Page:
    """With what the form knows of this library, which is too much to tell it each time."""
    told = {"rules": rules(library), "tables": known(library)}
    page.evaluate("(all) => void (window.known = all)", told)
    return page


def _opened(page: Page, texts: list[str], name: str = "x.md", **change: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(_OPEN, {"texts": texts, "change": change, "name": name})
    return found


def _data(text: str) -> dict[str, Any]:
    document = read_document(Blob("cases/x.md", text.encode()))
    assert isinstance(document.data, dict), document.findings
    return document.data


def _changed_lines(before: str, after: str) -> list[str]:
    marks = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in marks if line[0] in "+-"]


def test_every_text_of_the_yaml_suite_is_read_as_the_checker_does_or_refused(page: Page) -> None:
    texts = [case["yaml"] for case in CASES]
    read_well = 0
    for text, made in zip(texts, page.evaluate(_READ, texts), strict=True):
        document = read(text)
        if "data" not in made:
            assert made["line"] >= 1 and made["message"], (text, made)
        elif not told(document):
            read_well += 1
            assert made["data"] == document.data, text
    assert read_well > 80


def test_every_file_of_the_example_is_read_as_the_checker_does(page: Page, library: Library) -> None:
    documents = [entry.document for entry in library.entries]
    fronts = [document.text.split("---\n", 2)[1] for document in documents]
    assert len(fronts) > 20
    assert [made.get("data") for made in page.evaluate(_READ, fronts)] == [document.data for document in documents]


def test_what_nobody_changes_is_the_same_to_the_letter(page: Page, library: Library) -> None:
    texts = [entry.document.text for entry in library.of_kind("case")]
    assert len(texts) > 20
    assert [made.get("text", made) for made in _opened(page, texts)] == texts


def test_every_number_of_a_file_stays_to_the_letter_and_what_may_be_thousands_is_asked(page: Page, rich: str) -> None:
    """Shown with a comma, as people write a decimal; `1.500` says 1.5 in a file until somebody says otherwise."""
    numbers = {"1.5": "1,5", "1.50": "1,50", "1500": "1500", "0.125": "0,125", "-1234.500": "-1234,500"}
    asked = {number: number for number in ("1.500", "-12.125", "1.140")}
    for number, said in (numbers | asked).items():
        text = re.sub(r"\btarget: [-\d.]+", f"target: {number}", rich, count=1)
        (made,) = _opened(page, [text])
        assert made["text"] == text
        assert page.evaluate(_SHOWN, text)["results"][0]["target"] == said
        assert ("KB135" in {found["code"] for found in made["findings"]}) == (number in asked), number


def test_opening_says_no_more_than_the_checker(page: Page, library: Library) -> None:
    for entry in library.of_kind("case"):
        (made,) = _opened(page, [entry.document.text], f"{entry.id}.md")
        assert made["name"] == f"{entry.id}.md" and made["isOld"]
        assert [found for found in made["findings"] if found["severity"] == "fout"] == [], entry.id


@pytest.fixture(scope="module")
def rich(library: Library) -> str:
    """The case of the example with most that the form has no field for, and more."""
    text = next(entry.document.text for entry in library.of_kind("case") if entry.id == "wind-langs-de-weg")
    text = text.replace("title:", "# Een opmerking.\nmijn veld: [1, twee, {a: b}]\ntitle:", 1)
    return text.replace("## Aanpak", "## Een eigen kop\n\nEigen tekst.\n\n## Aanpak", 1)


def test_a_change_touches_that_field_and_nothing_else(page: Page, rich: str) -> None:
    (made,) = _opened(page, [rich], title="Een nieuwe titel")
    assert [line[2:] for line in _changed_lines(rich, made["text"]) if line[0] == "+"] == ['title: "Een nieuwe titel"']
    assert len(_changed_lines(rich, made["text"])) == 2


def test_what_the_form_does_not_ask_is_kept_inside_a_group_that_changes(page: Page) -> None:
    turns = """turns:
  - when: 2015
    choice: "Samen."
    options:
      - {what: "Samen", kind: klein, taken: true}
      - {what: "Alleen", ours: true}
      - "Niets"
    decided_by: "De raad"
    decision: {what: "Besluit", date: "2015-01-02", source: bron, stuk: [1, {a: b}]}
    eigen: [1, "2"]
"""
    text = f"---\nquestion: Hoe?\n{turns}period: {{start: 2015, extra: x}}\n---\n\n## Aanleiding\n\nTekst.\n"
    change = {"turns.0.because": "Zo was het.", "period.end": "2016"}
    (made,) = _opened(page, [text], **change)
    before, after = _data(text), _data(made["text"])
    assert after["turns"][0].pop("because") == "Zo was het."
    assert after["period"].pop("end") == 2016
    assert after == before


def test_a_section_can_change_come_and_go_and_its_neighbours_stay(page: Page, rich: str) -> None:
    (made,) = _opened(page, [rich], **{"sections.1": "Een nieuwe aanpak."})
    assert "## Aanpak\n\nEen nieuwe aanpak.\n\n## Resultaat" in made["text"]
    assert "## Een eigen kop\n\nEigen tekst.\n\n## Aanpak" in made["text"]
    assert "# Een opmerking.\nmijn veld: [1, twee, {a: b}]\n" in made["text"]
    short = "---\nquestion: Hoe?\n---\n\n## Aanleiding\n\nTekst.\n\n## Resultaat\n\nEinde."
    (added,) = _opened(page, [short], **{"sections.1": "Erbij.", "title": "Een titel"})
    assert added["text"] == (
        '---\nquestion: Hoe?\ntitle: "Een titel"\n---\n\n## Aanleiding\n\nTekst.\n\n## Aanpak\n\nErbij.\n\n'
        "## Resultaat\n\nEinde.\n"
    ) or added["text"].startswith('---\ntitle: "Een titel"\nquestion: Hoe?\n---\n')


def test_gaps_of_an_earlier_download_are_gaps_again(page: Page) -> None:
    (whole,) = _opened(page, ["---\nquestion: Hoe?\nthemes: []\nstatus: concept\n---\n"])
    text = re.sub("^themes: .*$", "themes: ['VUL IN: Thema']", whole["text"], flags=re.MULTILINE)
    (same,) = _opened(page, [text])
    (filled,) = _opened(page, [text], themes=["energie"])
    assert same["text"] == text
    assert _data(filled["text"]) == {**_data(text), "themes": ["energie"]}


_BEGUN = "---\ntitle: Een dak\nstatus: concept\nquestion: Hoe?\nturns:\n  - choice: Zelf doen\n---\n"


@pytest.mark.parametrize("story", ["", "\n## Aanpak\n\nWe deden het zelf.\n", "\n## Aanpak\n\n## Resultaat\n"])
def test_a_concept_that_lacks_fields_gets_the_gaps_of_one_that_the_form_makes(page: Page, story: str) -> None:
    (found,) = _opened(page, [_BEGUN + story])
    own = page.evaluate(_MADE, page.evaluate(_SHOWN, _BEGUN + story))
    (turn,) = _data(found["text"])["turns"]
    assert _data(found["text"]) == _data(own) and turn["choice"] == "Zelf doen"
    # What was there stands as it stood.
    for line in ("title: Een dak", "status: concept", "question: Hoe?"):
        assert f"\n{line}\n" in found["text"]
    assert re.findall(r"^(?:## |VUL IN|We ).*$", found["text"], re.MULTILINE) == re.findall(
        r"^(?:## |VUL IN|We ).*$", own, re.MULTILINE
    )
    # What only an editor can say is asked of nobody else.
    assert "reviewed" not in {one["field"] for one in found["findings"]}
    # And once more it stays as it is.
    assert _opened(page, [found["text"]])[0]["text"] == found["text"]


def test_a_published_case_gets_no_gaps(page: Page) -> None:
    text = _BEGUN.replace("concept", "gepubliceerd")
    assert _opened(page, [text])[0]["text"] == text


_SAID = st.text(st.sampled_from("ab: -#*.<!>[]|`1é"), max_size=12).map(str.strip)


@given(own=_SAID, group=_SAID, lesson=_SAID)
@example(own="", group="Warmtekring: vier gemeenten", lesson="Begin bij de bewoners.")
@example(own="```\nvast", group="Ring", lesson="")
@example(own="Zie <!-- dit", group="Ring", lesson="Zie <!-- dat")
@example(own="### Voor de redacteur", group="", lesson="De groep staat nog niet op de site: x")
@settings(max_examples=40)
def test_what_the_form_wrote_for_the_editor_comes_back_where_it_came_from(
    page: Page, own: str, group: str, lesson: str
) -> None:
    """Nothing lost and nothing doubled: saved, opened and saved again it is the same to the letter."""
    sections = ["", "We deden het zelf.", "", "", own]
    first = {"title": "Een dak", "sections": sections, "unlisted": {"communities": group, "lessons": lesson}}
    (rounds,) = page.evaluate(_THRICE, [first])
    assert {one["text"] for one in rounds} == {rounds[0]["text"]}
    for one in rounds[1:]:
        assert one["sections"] == rounds[0]["sections"] and one["unlisted"] == rounds[0]["unlisted"]
    told = rounds[0]["unlisted"]
    assert [bool(told.get(name)) for name in ("communities", "lessons")] == [bool(group), bool(lesson)]
    assert "haal dit stuk dan weg" not in "".join(rounds[0]["sections"])
    assert rounds[0]["text"].count("haal dit stuk dan weg") == bool(group or lesson)


@pytest.mark.parametrize(
    "block",
    [
        "### Voor de redacteur\n\nVUL IN: verwerk wat hier staat, en haal dit stuk dan weg.\n\nDatum: ergens in 2019",
        "### Voor de redacteur\n\nDe les staat nog niet op de site: bel Jan terug",
    ],
)
def test_what_others_wrote_for_the_editor_stays_in_the_story(page: Page, block: str) -> None:
    text = f"---\nquestion: Hoe?\nstatus: gepubliceerd\n---\n\n## Wat kun je hiermee?\n\nVraag het.\n\n{block}\n"
    assert page.evaluate(_SHOWN, text)["sections"][-1] == f"Vraag het.\n\n{block}"
    assert _opened(page, [text])[0]["text"] == text
    (made,) = _opened(page, [text], unlisted={"lessons": "Nog een les."})
    assert block in made["text"] and made["text"].endswith("De les staat nog niet op de site: Nog een les.\n")


def test_windows_files_open_too(page: Page) -> None:
    text = "---\nquestion: Hoe?\n---\n\n## Aanpak\n\nTekst.\n"
    (made,) = _opened(page, ["\ufeff" + text.replace("\n", "\r\n")])
    assert made["text"] == text


@pytest.mark.parametrize(
    "name", ["een-dak.md", "een-dak (1).md", "een-dak(12).md", "een-dak.md.md", "een-dak.md (1).md"]
)
def test_a_file_keeps_its_name_also_after_a_second_download(page: Page, name: str) -> None:
    (made,) = _opened(page, ["---\nquestion: Hoe?\n---\n"], name)
    assert made["name"] == "een-dak.md"


_MAILED = """async (texts) => {
    const { rules } = structuredClone(known);
    const { opened } = await import("/assets/javascripts/assistant/open.js");
    return texts.map((text) => {
        try { return opened(text, "mail.md", rules); } catch (error) { return { refused: error.message }; }
    });
}"""
_GREETING = "Beste redactie,\n\nHierbij mijn case.\n\n"
_HEAD = "Van: Els\nAan: redactie\nOnderwerp: case\n\nHoi,\nDit kreeg ik van een collega.\n\n"
_ABOVE = "Overgeslagen is wat boven de case stond: "
_NO_ROOM = "Voor de tekst {} heeft dit formulier geen vak; die blijft in het bestand staan."
_TAKE = " Hoort er iets van bij de case? Neem dat dan zelf over."


def _quoted(text: str, signs: str = "> ") -> str:
    return "".join(f"{signs}{line}".rstrip(" ") + "\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("above", "signs", "below", "said"),
    [
        ("\n\n", "", "", ""),
        (_GREETING, "", "", f"{_ABOVE}'Beste redactie, Hierbij mijn case.'."),
        (
            _HEAD,
            "",
            "-- \nEls de Wit\nBeleid\n",
            f"{_ABOVE}regel 1 ('Van: Els') tot en met 6 ('Dit kreeg ik van een collega.')."
            " Overgeslagen is ook wat eronder stond: regel {end} ('--') tot en met {last} ('Beleid')." + _TAKE,
        ),
        ("", "> ", "", "De tekens > van de mail zijn weggehaald."),
        ("", ">", "", "De tekens > van de mail zijn weggehaald."),
        (
            "Zie onder.\n\n> Beste redactie,\n>\n",
            "> ",
            "\nGroet, Els\n",
            f"{_ABOVE}'Zie onder. Beste redactie,'. De tekens > van de mail zijn weggehaald."
            " Overgeslagen is ook wat eronder stond: regel {last} ('Groet, Els')." + _TAKE,
        ),
        ("Fw:\n", "> > ", "", f"{_ABOVE}'Fw:'. De tekens > van de mail zijn weggehaald."),
    ],
)
def test_a_case_is_found_in_a_mail(page: Page, rich: str, above: str, signs: str, below: str, said: str) -> None:
    mail = above + _quoted(rich, signs) + below if signs else above + rich + below
    last = mail.count("\n")
    alone, found = page.evaluate(_MAILED, [rich, mail])
    assert alone["said"] == _NO_ROOM.format("onder de kop 'Een eigen kop'")
    assert found["said"] == f"{said.format(end=last - 2, last=last)} {alone['said']}".strip()
    assert found["answers"] == alone["answers"]
    assert found["kept"] == {**alone["kept"], "stem": None}  # a mail is not called as its case


def test_a_line_in_the_story_is_no_begin_of_a_case_in_a_mail(page: Page) -> None:
    text = "---\n\nquestion: Hoe?\n---\n\n## Aanpak\n\nTekst.\n\n---\nnota: bene\n"
    (made,) = _opened(page, [text])
    assert made["text"] == text


@pytest.mark.parametrize(
    ("mail", "said"),
    [
        ("Hoi,\n\n---\nquestion: Hoe?\nx: [1\n---\n", "Regel 5 van dat bestand"),
        ("Hoi,\n---\nAls altijd.\n---\n", "Dat is geen case die hier is gedownload."),
        ("> Hoi\n> ---\n> Tot morgen.\n", "Dat is geen case die hier is gedownload."),
        ("Hoi,\n---\nquestion: Hoe?\n", "Dat bestand is niet heel"),
    ],
)
def test_a_mail_without_a_readable_case_is_refused(page: Page, mail: str, said: str) -> None:
    (found,) = page.evaluate(_MAILED, [mail])
    assert said in found["refused"]


_TEXT_OF = """async (bytes) => {
    const { textOf } = await import("/assets/javascripts/assistant/open.js");
    return textOf(new File([new Uint8Array(bytes)], "x.md")).catch((error) => error.name);
}"""


@pytest.mark.parametrize("way", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_file_of_other_signs_is_read_where_that_is_certain(page: Page, way: str) -> None:
    text = "---\ntitle: Coördinatie “in één keer” – € 5 per m²\n---\n"
    assert page.evaluate(_TEXT_OF, list(text.encode(way))) == text


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitle: Coördinatie, één café\n---\n".encode("mac-roman"),
        "---\ntitle: één en é".encode()[:-1],
        b"\xff\xd8\xff\xe0",
        b"---\ntitle: \x81\n---\n",
    ],
    ids=["of an old Mac", "cut off in a sign", "a picture", "a sign that there is not"],
)
def test_a_file_of_unsure_signs_is_refused(page: Page, data: bytes) -> None:
    assert page.evaluate(_TEXT_OF, list(data)) == "Refused"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "hier is gedownload"),
        ("Zomaar tekst.", "hier is gedownload"),
        ("---\ntitle: x\n", "Dat bestand is niet heel"),
        ("---\ntitle: x\nquestion: Hoe k", "Dat bestand is niet heel"),
        (
            "---\nquestion: “Hoe: dan? En “nu: wat?”\n---\n",
            "Regel 2 van dat bestand is niet te lezen: de aanhalingstekens zijn daar krom",
        ),
        ("---\nquestion: Hoe?\n---\n\0", "hier is gedownload"),
        ("---\n---\n", "geen antwoorden"),
        ("---\n- a\n- b\n---\n", "geen antwoorden"),
        ("---\ntitle: Een les\nnumber: 1\n---\n", "niets van een case"),
        ("---\nquestion: Hoe: dan?\n---\n", "Regel 2 "),
        ('---\nquestion: "Hoe?\n---\n', "Regel 2 "),
        ("---\nquestion: Hoe?\nturns:\n\t- a\n---\n", "Regel 4 "),
        ("---\nquestion: Hoe?\nquestion: Wat?\n---\n", "Regel 3 "),
        ("---\nquestion: *anker\n---\n", "Regel 2 "),
        ("---\nquestion: !!js x\n---\n", "Regel 2 "),
        ("---\n__proto__: {a: 1}\nquestion: x\n---\n", "Regel 2 "),
        ("---\nquestion: " + "[" * 500 + "\n---\n", "Regel 2 "),
        ("---\nquestion: x\n<<<<<<< HEAD\n---\n", "Regel 3 "),
    ],
)
def test_a_bad_file_is_refused_in_dutch_with_its_line(page: Page, text: str, said: str) -> None:
    (made,) = _opened(page, [text])
    assert said in made.get("refused", "") and "Error" not in made["refused"], made


_UNCLOSED = "een aanhalingsteken is niet gesloten; zet aan het eind van de tekst hetzelfde aanhalingsteken als aan"


@pytest.mark.parametrize(
    ("lines", "at", "said"),
    [
        (('title: "Een dak', 'question: "Hoe?"'), 2, _UNCLOSED),
        (('title: "Een dak', "question: Hoe?", 'summary: "Zo."'), 2, _UNCLOSED),
        (("title: 'Een dak", "question: Hoe?", "summary: 'Zo'"), 2, _UNCLOSED),
        (("question: Hoe?", 'title: "Een dak'), 3, _UNCLOSED),
        (("question: Hoe?", "turns:", '  - when: "2015', '    choice: "Zelf"'), 4, _UNCLOSED),
        (("question: Hoe?", "themes:", '  - "energie', '  - "warmte"'), 4, _UNCLOSED),
        (("question: Hoe?", 'themes: ["energie, warmte]', 'title: "Een dak"'), 3, _UNCLOSED),
        (("themes: [energie,", "  warmte", "question: Hoe?"), 2, "een lijst met [ is niet gesloten"),
        (("period: {start: 2015", "question: Hoe?"), 2, "een groep met { is niet gesloten"),
        (("title: 's Nachts", "question: Hoe?"), 2, "de apostrof aan het begin telt daar als aanhalingsteken"),
        (("title: 's Nachts in 's-Hertogenbosch", "question: Hoe?"), 2, "de apostrof aan het begin"),
        (('title: "Een "dak" erop"', "question: Hoe?"), 2, "daar staat een aanhalingsteken binnen aanhalingstekens"),
        (('title: "Een dak",', "question: Hoe?"), 2, "achter die waarde hoort geen ','"),
    ],
)
def test_the_line_that_lacks_something_is_the_one_that_is_named_and_shown(
    page: Page, lines: tuple[str, ...], at: int, said: str
) -> None:
    text = "".join(f"{line}\n" for line in ("---", *lines, "---"))
    (made,) = _opened(page, [text])
    assert made["refused"].startswith(f"Regel {at} van dat bestand is niet te lezen: {said}"), made
    assert f"Daar staat nu '{lines[at - 2].strip()}'. Herstel" in made["refused"]
    # The checker names that line too.
    found = read_document(Blob("cases/x.md", text.encode())).findings
    assert at in {finding.place.line for finding in found}


_FRONT = "title: Een dak\nquestion: Hoe?\nthemes:\n- energie\n"
_STORY = "\n## Aanpak\n\nEerst.\n\n---\n\nDaarna.\n"


@pytest.mark.parametrize("above", ["---\n", "—\n", "–\n", "----\n", "\n—\n", ""])
@pytest.mark.parametrize("below", ["---\n", "—\n", "– \n", "...\n", ""])
def test_the_lines_around_the_fields_are_put_back(page: Page, above: str, below: str) -> None:
    (made,) = _opened(page, [above + _FRONT + below + _STORY])
    assert made.get("text", made).lstrip("\n") == f"---\n{_FRONT}---\n{_STORY}"
    assert made["name"] == "x.md" or above.startswith("\n")


def test_a_dash_from_word_in_a_mail_begins_a_case_too(page: Page) -> None:
    (made,) = page.evaluate(_MAILED, [f"Hoi Els,\n\n—\n{_FRONT}—\n{_STORY}"])
    assert made["answers"]["title"] == "Een dak" and "Hoi Els," in made["said"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hoi Els,\n\ntitle: Een dak\nquestion: Hoe?\n---\n", "boven regel 3, 'title: Een dak'"),
        ("Titel: Een dak\n", "Dat is geen case die hier is gedownload."),
        # What goes on behind it does not end the fields.
        ("---\ntitle: Een dak\n—\nquestion: Hoe?\n", "Dat bestand is niet heel"),
    ],
)
def test_a_line_around_the_fields_that_is_not_certain_is_asked_for(page: Page, text: str, said: str) -> None:
    assert said in _opened(page, [text])[0].get("refused", "")


_MARKED = "## Aanleiding\n\nZo begon het.\n\n## Aanpak\n\nSamen.\n\n## Resultaat\n\nHet Resultaat was goed.\n"


@pytest.mark.parametrize(
    ("aanpak", "resultaat", "said"),
    [
        ("##Aanpak", "Resultaat", "Gelezen als kop: '##Aanpak', 'Resultaat'. "),
        ("### Aanpak", "**Resultaat**", "Gelezen als kop: '### Aanpak', '**Resultaat**'. "),
        ("## Aanpak", "resultaat:", "Gelezen als kop: 'resultaat:'. "),
        ("## Aanpak", "## Resultaat", ""),
    ],
)
def test_a_heading_that_lost_its_marks_is_read_and_told(page: Page, aanpak: str, resultaat: str, said: str) -> None:
    text = f"---\nquestion: Hoe?\n---\n\n{_MARKED}"
    spoilt = text.replace("## Aanpak", aanpak).replace("## Resultaat", resultaat)
    (made,) = page.evaluate(_MAILED, [spoilt])
    assert made["answers"]["sections"][:3] == ["Zo begon het.", "Samen.", "Het Resultaat was goed."]
    assert made["said"].startswith(said) and bool(made["said"]) is bool(said)
    assert _opened(page, [spoilt])[0]["text"] == text


@pytest.mark.parametrize(
    "line",
    ["De aanpak", "- Aanpak", "Zo:\n\n    Aanpak", "```\nAanpak\n```", "Tekst\nAanpak", "Aanleiding", "##Kosten"],
)
def test_what_may_be_a_word_of_the_text_is_no_heading(page: Page, line: str) -> None:
    text = f"---\nquestion: Hoe?\n---\n\n## Aanleiding\n\n{line}\n\nTekst.\n"
    (made,) = page.evaluate(_MAILED, [text])
    assert made["said"] == "" and made["answers"]["sections"][0] == f"{line}\n\nTekst.".strip()


@pytest.mark.parametrize(
    ("above", "heading", "where"),
    [
        ("", "## Kosten", "onder de kop 'Kosten'"),
        ("Vooraf.\n\n", "## Aanpak", "boven de eerste kop"),
        ("Vooraf.\n\n", "## Kosten", "boven de eerste kop en onder de kop 'Kosten'"),
        ("\n", "## Aanpak", ""),
    ],
)
def test_what_the_form_has_no_room_for_is_kept_and_told(page: Page, above: str, heading: str, where: str) -> None:
    text = f"---\nquestion: Hoe?\n---\n{above}## Aanleiding\n\nZo.\n\n{heading}\n\nEen ton.\n"
    (made,) = page.evaluate(_MAILED, [text])
    assert made["said"] == (where and _NO_ROOM.format(where))
    assert _opened(page, [text])[0]["text"] == text


def test_a_quote_that_only_ends_a_value_is_taken_off_and_told(page: Page) -> None:
    text = '---\ntitle: Een dak"\nquestion: Hoe?\nturns:\n  - choice: Zelf doen"\n    cost: "Een \n      a: b"\n---\n'
    (made,) = page.evaluate(_MAILED, [text])
    assert made["answers"]["title"] == "Een dak" and made["answers"]["turns"][0]["choice"] == "Zelf doen"
    assert made["answers"]["turns"][0]["cost"] == "Een a: b"
    assert made["said"] == "Achter 2 waarden stond een aanhalingsteken dat er niet bij hoorde; dat is weg."
    (same,) = _opened(page, [text])
    assert same["text"] == text.replace('dak"', "dak").replace('doen"', "doen")


@pytest.mark.parametrize("value", ["“Een dak”", "„Een dak”", "‘Een dak’", "”Een dak”", '“Een dak"', "“Een: # dak”"])
def test_curled_quotes_around_a_value_are_no_part_of_it(page: Page, value: str) -> None:
    text = f"---\ntitle: {value}\nquestion: Hoe “snel” kan het “dan”\nsummary: |\n  - “Een huis”\n---\n"
    (made,) = page.evaluate(_MAILED, [text])
    assert made["answers"]["title"] == value[1:-1]
    assert made["answers"]["question"] == "Hoe “snel” kan het “dan”"
    assert "“Een huis”" in made["answers"]["summary"] or "#" in value
    assert made["said"].endswith("stonden gekrulde aanhalingstekens; die zijn weg.")
    assert f'title: "{value[1:-1]}"' in _opened(page, [text])[0]["text"]


@pytest.mark.parametrize("line", ['title: Een scherm van 27"', 'title: De "kleine" van "Oost"', 'title: "Een dak"'])
def test_a_quote_that_may_be_meant_stays(page: Page, line: str) -> None:
    text = f"---\n{line}\nquestion: Hoe?\n---\n"
    assert page.evaluate(_MAILED, [text])[0]["said"] == ""
    assert _opened(page, [text])[0]["text"] == text


@pytest.mark.parametrize(
    "line",
    [
        "turns: geen",
        "turns: [a, b]",
        "title: [a, b]",
        "period: 2015",
        "places: tilburg",
        "sources: {a: b}",
        "title: {a: b}",
    ],
)
def test_a_field_of_another_shape_is_kept_as_it_is(page: Page, line: str) -> None:
    text = f"---\nquestion: Hoe?\n{line}\n---\n"
    (made,) = _opened(page, [text], question="Wat?")
    assert _data(made["text"]) == {**_data(text), "question": "Wat?"}


def test_an_outcome_in_a_sentence_is_read_and_its_words_stay(page: Page, rich: str) -> None:
    told = ("is gestopt", '"Gestopt in 2021: het # geld was op"', "'loopt nog steeds'", "raar", "gestopt")
    texts = [re.sub(r"^outcome: .*$", f"outcome: {one}", rich, flags=re.MULTILINE) for one in told]
    assert len(set(texts)) == len(told)
    for text, (outcome, line) in zip(
        texts,
        [
            ("gestopt", "outcome: gestopt # is gestopt"),
            ("gestopt", "outcome: gestopt # Gestopt in 2021: het # geld was op"),
            ("lopend", "outcome: lopend # loopt nog steeds"),
            ("raar", "outcome: raar"),
            ("gestopt", "outcome: gestopt"),
        ],
        strict=True,
    ):
        assert page.evaluate(_SHOWN, text)["outcome"] == outcome
        (made,) = _opened(page, [text])
        assert f"\n{line}\n" in made["text"]
        assert [data for data in made["text"].splitlines() if data not in text.splitlines()] in ([], [line])
        assert any(one["code"] == "KB125" for one in made["findings"]) is (outcome == "raar")


def test_what_nothing_was_filled_in_of_is_no_item(page: Page) -> None:
    begun = '{when: "VUL IN: Jaar", choice: "VUL IN: Keuze", options: [{what: "VUL IN: Optie"}]}'
    text = f"---\nquestion: Hoe?\nturns:\n  - {begun}\n  - {{when: 2012}}\n  - {{besluit: x}}\n---\n"
    shown = page.evaluate(_SHOWN, text)
    assert [turn["when"] for turn in shown["turns"]] == ["2012", None]
    (made,) = _opened(page, [text], question="Wat?")
    assert _data(made["text"]) == {**_data(text), "question": "Wat?"}


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("Nuenen, Gerwen en Nederwetten", ["nuenen"]),
        ("Tilburg,nuenen,  gerwen en nederwetten , Lochem", ["tilburg", "nuenen", "lochem"]),
        ("Gerwen en Nederwetten, Nuenen", ["Gerwen en Nederwetten", "nuenen"]),
    ],
)
def test_a_name_may_have_a_comma_in_it(page: Page, library: Library, typed: str, places: list[str]) -> None:
    told = rules(library)
    told["terms"]["municipalities"]["titles"]["nuenen"] = "Nuenen, Gerwen en Nederwetten"
    made = page.evaluate(_CASE_OF, {"answers": {"places": typed.split(",")}, "rules": told})
    assert made["places"] == places


def test_a_greeting_below_is_read_as_the_intake_does(page: Page) -> None:
    vectors = json.loads((VECTORS.parent / "closing_greetings.json").read_text(encoding="utf-8"))
    script = """async (texts) => {
        const { withoutClosing } = await import("/assets/javascripts/assistant/mailed.js");
        return texts.map((text) => withoutClosing(text.split("\\n")).join("\\n").trimEnd());
    }"""
    assert page.evaluate(script, [text for text, _ in vectors]) == [left for _, left in vectors]


@pytest.mark.parametrize("above", ["", _GREETING])
def test_a_greeting_below_a_case_is_no_part_of_it(page: Page, rich: str, above: str) -> None:
    texts = [above + rich, f"{above}{rich.rstrip()}\n\nMet vriendelijke groet,\nJan Jansen\n06 12345678\n"]
    alone, found = page.evaluate(_MAILED, texts)
    assert "Jan Jansen" not in json.dumps(found["answers"]) + json.dumps(found["kept"])
    assert (found["answers"], found["kept"]) == (alone["answers"], alone["kept"])
    assert "wat eronder stond: regel " in found["said"] and "Jan Jansen" not in alone["said"]
