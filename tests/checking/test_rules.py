"""What the rules do at the edges, as changes to the basis of the examples; the middle is in the golden folders."""

import os
import random
import time
import unicodedata
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from kennisbank.checking.example_folders import TODAY, example_tree
from kennisbank.findings.finding import Finding, Severity
from kennisbank.library.loading import load
from kennisbank.model.kinds import LISTS
from kennisbank.reading.tree import Blob, Tree, tree_from_disk

from ..support.chance import few
from ..support.checked import findings_of

CASE = "cases/zonnedak-voorbeeldstad.md"
LESSON = "lessons/begin-klein.md"
PAGE = "docs/over.md"
THEMES = "docs/lijsten/themes.yml"
_Form = Literal["NFC", "NFD"]
BODY = "De gemeente wilde zelf stroom opwekken.[^eindverslag]"


def _text(path: str) -> str:
    return example_tree("", "goed")[path].data.decode("utf-8")


def _with(files: dict[str, str]) -> Tree:
    return {**example_tree("", "goed"), **{path: Blob(path, text.encode()) for path, text in files.items()}}


def _findings(files: dict[str, str], today: date | None = TODAY) -> tuple[Finding, ...]:
    return findings_of(_with(files), today)


def _edited(path: str, old: str, new: str) -> tuple[Finding, ...]:
    assert old in _text(path)
    return _findings({path: _text(path).replace(old, new)})


def _in_body(text: str) -> list[str]:
    return [finding.code for finding in _edited(CASE, BODY, text)]


def test_what_readers_search_for_may_say_that_they_do_not_know() -> None:
    asked = 'asked: ["hulp vragen", "ik weet het niet meer"]\nsources:'
    assert not _edited(LESSON, "sources:", asked)
    assert {found.code for found in _edited(LESSON, "sources:", 'certainty: "onbekend"\nsources:')} == {"KB333"}


@pytest.mark.parametrize(
    "text",
    [
        "Er deden 103 bedrijven mee.",
        "Dat is 50% van het doel.",
        "De kosten waren € 30.000 per dak.",
        "Een meter water is 1,5 meter te veel.",
        "In 2019 kwamen er 3 daken bij.",
    ],
)
def test_a_figure_needs_a_source(text: str) -> None:
    assert _in_body(text) == ["KB407"]


@pytest.mark.parametrize(
    "text",
    [
        "Het begon op 12 maart 2015, en weer op 3 en 4 mei.",
        "Zo ging het in 2015-2016 en in 2017/18, en al in de jaren '90.",
        "De RES 1.0 gaat over de A58 en over CO2.",
        "Lees stap 3, en les 1 tot en met 4.",
        "Lees [het plan](https://voorbeeld.example/plan-103).",
        "Het waren er 103.[^eindverslag]",
        "Er deden tien bedrijven mee.",
        "Op 01-08-2014 was het klaar.",
    ],
)
def test_a_number_that_names_needs_no_source(text: str) -> None:
    assert _in_body(text) == []


@pytest.mark.parametrize(
    "number", ["06 12345678", "+31 6 1234 5678", "(013) 542 88 11", "013-5428811", "0031612345678"]
)
def test_telephone_numbers_are_found(number: str) -> None:
    assert [found.code for found in _edited(PAGE, "Bekijk ook", f"Bel {number} eens.\nBekijk ook")] == ["KB410"]


@pytest.mark.parametrize(
    "text",
    [
        "01-08-2014 en 2015 2016",
        "0772",
        "NL91ABNA0417164300",
        "KvK 12345678",
        "1234567890",
        "[het plan van de stad](https://voorbeeld.example/0612345678)",
    ],
)
def test_other_numbers_are_no_telephone_numbers(text: str) -> None:
    assert _edited(PAGE, "Bekijk ook", f"Kijk naar {text} eens.\nBekijk ook") == ()


@pytest.mark.parametrize(
    ("now", "said", "mended"),
    [
        ("[tilburg]", "Tilburg.", ["tilburg"]),
        ("[tilburg, delft]", "Tilburg en Delft. Schrijf 'tilburg' of 'delft'.", []),
        ("[tilburg, nergens]", "Tilburg en nergens. Schrijf 'tilburg' of 'nergens'.", []),
    ],
)
def test_a_municipality_that_is_no_more_leads_to_the_one_of_now(now: str, said: str, mended: list[str]) -> None:
    """Only where there is no choice it is mended by itself."""
    former = f'- id: oudstad\n  title: Oudstad\n  cbs: "0001"\n  ended: 2027\n  now: {now}\n'
    case = _text(CASE)
    place = next(line for line in case.splitlines() if line.startswith("places:"))
    found = _findings(
        {
            CASE: case.replace(place, "places: [oudstad]"),
            "docs/lijsten/former-municipalities.yml": former,
            "docs/lijsten/municipalities.yml": "".join(
                f'- id: {id}\n  title: {id.capitalize()}\n  cbs: "{cbs}"\n  province: noord-brabant\n'
                for id, cbs in (("tilburg", "0855"), ("delft", "0503"))
            ),
        }
    )
    (told,) = [one for one in found if one.code == "KB203" and "oudstad" in one.message]
    assert told.hint == f"Die ligt sinds 2027 in {said}"
    assert [edit.text for edit in told.edits] == mended


@pytest.mark.parametrize("name", ["ProRail", "waterschap-brabantse-delta", "Het Rijk", "RVO"])
def test_a_body_that_is_no_municipality_is_not_guessed_to_be_one(name: str) -> None:
    place = next(line for line in _text(CASE).splitlines() if line.startswith("places:"))
    found = _findings({CASE: _text(CASE).replace(place, f"places: ['{name}']")})
    (told,) = [one for one in found if one.code == "KB203"]
    assert (told.message, told.edits) == (f"'{name}' is geen gemeente", ())
    assert told.hint == "Zet het bij 'organisation' of bij 'parties'."


def test_a_village_that_two_municipalities_have_is_told_with_both_in_one_message() -> None:
    case = _text(CASE)
    place = next(line for line in case.splitlines() if line.startswith("places:"))
    town = '- {{id: {0}, title: {1}, cbs: "{2}", province: noord-brabant, other_names: [Tweedorp]}}\n'.format
    found = _findings(
        {
            CASE: case.replace(place, "places: [Tweedorp]"),
            "docs/lijsten/municipalities.yml": town("tilburg", "Tilburg", "0855") + town("goirle", "Goirle", "0785"),
        }
    )
    (told,) = [one for one in found if "Tweedorp" in one.message]
    assert (told.code, told.message) == ("KB203", "'Tweedorp' ligt in meer gemeenten: Tilburg en Goirle")
    assert told.hint == "Schrijf 'tilburg' of 'goirle'." and told.edits == ()


@pytest.mark.parametrize(
    ("link", "mended"),
    [
        ("../cases/zonnedak.md", "../cases/zonnedak-voorbeeldstad.md"),
        ("../cases/zonnedak.md#aanpak", "../cases/zonnedak-voorbeeldstad.md#aanpak"),
        ("../lessons/zonnedak.md", None),
        ("../cases/zonnedaken.md", None),
        ("../cases/zonnedak", "../cases/zonnedak-voorbeeldstad.md"),
        ("../cases/zonnedak.csv", None),
        ("../cases/zonnedak.md.pdf", None),
    ],
)
def test_a_link_to_an_old_name_is_mended(link: str, mended: str | None) -> None:
    named = _text(CASE).replace("\nstatus:", "\naliases: [zonnedak]\nstatus:", 1)
    page = _text(PAGE).replace("Bekijk ook", f"Bekijk [dit dak]({link}).\nBekijk ook")
    (told,) = [one for one in _findings({CASE: named, PAGE: page}) if one.code == "KB204"]
    assert [edit.text for edit in told.edits] == ([mended] if mended else [])


def test_an_old_name_of_two_leads_to_neither_of_them() -> None:
    """Which of the two a link or a field meant, only people know."""
    named = _text(LESSON).replace("series:", "aliases: [doe-een-proef]\nseries:")
    case = _text(CASE).replace("lesson: begin-klein", "lesson: doe-een-proef")
    case = case.replace("../lessons/begin-klein.md", "../lessons/doe-een-proef.md")
    found = _findings({LESSON: named, "lessons/begin-nu.md": named, CASE: case})
    told = {one.code: one for one in found if one.code in ("KB201", "KB204", "KB209")}
    assert set(told) == {"KB201", "KB204", "KB209"}
    assert [one.edits for one in told.values()] == [(), (), ()]
    assert "Die heet nu" not in told["KB201"].hint


def test_a_mail_link_is_a_mail_address_and_not_a_broken_link() -> None:
    found = _edited(PAGE, "Bekijk ook", "Schrijf [de redactie](mailto:jan@voorbeeld.example).\nBekijk ook")
    assert [finding.code for finding in found] == ["KB409"]


def test_an_at_sign_in_a_web_address_is_no_mail_address() -> None:
    assert _edited(PAGE, "Bekijk ook", "Zie [dit verhaal](https://blog.example/@jan/x.y).\nBekijk ook") == ()


@pytest.mark.parametrize(
    ("target", "code", "better"),
    [
        ("../lessons/Begin-Klein.md", "KB204", "'../lessons/begin-klein.md'"),
        ("../lessons/begin-klein", "KB204", "'../lessons/begin-klein.md'"),
        ("../lessen/begin-klein/", "KB207", "'../lessons/begin-klein.md'"),
        ("../lessen/bigin-klein", "KB207", "'../lessons/begin-klein.md'"),
        ("../lessen/klein.md", "KB207", "'../lessons/begin-klein.md'"),
        ("../lessen/over.md", "KB207", "'../docs/over.md'"),
        ("../lessen/xx.md", "KB207", "een les schrijf je hier als '../lessons/naam.md'"),
        ("/cases/regenpijpen/", "KB207", "een case schrijf je hier als 'naam.md'. Kijk in de map 'cases'"),
        ("/cases/zonnedak/", "KB207", "'zonnedak-voorbeeldstad.md'"),
        ("/werkvormen/rondjes-vragen/#stappen", "KB207", "'../docs/werkvormen/rondje-vragen.md'"),
        ("/communities/xx", "KB207", "'../docs/communities/naam.md'"),
        ("../lessons/xx.md", "KB204", "Kijk in de map 'lessons'"),
        ("../lessons/", "KB207", "'site:lessen/'"),
        ("../docs/communities/", "KB204", "'site:communities/'"),
        ("/docs/over.md", "KB207", "'../docs/over.md'"),
        ("", "KB204", "webadres"),
        ("../docs/lijsten/themes.yml", "KB207", "site:"),
        ("www.voorbeeld.nl", "KB213", "https://www.voorbeeld.nl"),
        ("javascript:alert(1)", "KB213", "https://"),
        ("https://voorbeeld", "KB213", "https://"),
        ("#bestaat-niet", "KB205", "Kies uit"),
        ("../docs/over.md#over-deze-pagina", "KB205", "'over-deze-site'"),
    ],
)
def test_a_link_that_leads_nowhere_gets_a_way_out(target: str, code: str, better: str) -> None:
    (finding,) = _edited(CASE, BODY, f"Lees [over de zon]({target}).")
    assert finding.code == code
    assert better in finding.hint


def test_a_concept_may_leave_a_place_on_no_list_to_the_editor() -> None:
    text = _text(CASE).replace("places: [", "places: [zweinstein, ")
    assert text != _text(CASE)
    (published,) = [one for one in _findings({CASE: text}) if one.code == "KB203"]
    concept = text.replace("status: gepubliceerd", "status: concept")
    (left,) = [one for one in _findings({CASE: concept}) if one.code == "KB203"]
    assert (published.severity, left.severity) == (Severity.ERROR, Severity.WARNING)
    assert "de redactie zoekt" in left.hint and left.hint != published.hint


@pytest.mark.parametrize("other", [LESSON, "docs/over.md"])
def test_of_a_page_that_could_not_be_read_no_heading_is_missed(other: str) -> None:
    stuck = _text(other) + "<<<<<<< HEAD\neen\n=======\ntwee\n>>>>>>> tak\n"
    linked = _text(CASE).replace(BODY, f"{BODY}\n\nLees [over de zon](../{other}#een-kop).")
    assert linked != _text(CASE)
    found = _findings({other: stuck, CASE: linked})
    assert {(finding.file, finding.code) for finding in found} == {(other, "KB138")}


@pytest.mark.parametrize(
    "target", ["#afslag-1", "#afslagen", "#wat-kun-je-hiermee", "#bronnen", "site:cases/", "#aanpak"]
)
def test_a_link_to_what_the_page_will_have_is_fine(target: str) -> None:
    assert _in_body(f"Lees [over de zon]({target}).") == []


def test_an_old_name_is_known_in_fields_and_in_links() -> None:
    lesson = _text(LESSON).replace("series:", "aliases: [doe-een-proef]\nseries:")
    case = _text(CASE).replace("lesson: begin-klein", "lesson: doe-een-proef")
    found = _findings({LESSON: lesson, CASE: case.replace("../lessons/begin-klein.md", "../lessons/doe-een-proef.md")})
    assert [finding.code for finding in found] == ["KB201", "KB204"]
    assert found[0].hint == "Die heet nu 'begin-klein'."
    assert found[0].edits[0].text == "begin-klein"
    assert found[1].hint == "Bedoelde je '../lessons/begin-klein.md'?"


def test_links_and_citations_in_fields_are_placed_where_they_stand() -> None:
    because = "De gemeente wilde leren voor ze meer geld uitgaf.[^eindverslag]"
    (first, second) = _edited(CASE, because, "Lees [het plan](weg.md) en nog eens [de rest](weg.md).[^eindverslag]")
    assert (first.code, second.code) == ("KB204", "KB204")
    assert first.place.line == second.place.line
    assert first.place.column < second.place.column


def test_an_external_picture_would_send_readers_elsewhere() -> None:
    assert _in_body("![Een dak vol panelen](https://voorbeeld.nl/dak.png)") == ["KB207"]


def test_a_picture_inside_a_link_is_checked() -> None:
    assert _in_body("[![Een dak](dak.png)](https://voorbeeld.nl)") == ["KB206"]


@pytest.mark.parametrize(
    "text", ["[lees meer](site:cases/)", "https://voorbeeld.nl/plan", "[voorbeeld.nl/plan](site:cases/)"]
)
def test_link_texts_that_say_nothing(text: str) -> None:
    assert _in_body(f"Zie {text} eens.") == ["KB308"]


def test_words_in_link_texts_and_sources_may_be_official() -> None:
    assert _in_body("Lees [Beleid middels regels](https://voorbeeld.nl/plan).") == []
    assert _edited(CASE, "Eindverslag zonnedaken", "Verslag inzake zonnedaken") == ()
    assert [found.code for found in _edited(CASE, "De gemeenteraad", "De raad, conform het plan")] == ["KB310"]


def test_a_section_reads_hard_when_there_is_enough_of_it() -> None:
    hard = "De besluitvorming over verantwoordelijkheden verliep ingewikkelder.\n"
    page = _text(PAGE)
    assert _findings({PAGE: f"{page}\n## Toelichting\n\n{hard * 9}"}) == ()
    (finding,) = _findings({PAGE: f"{page}\n## Toelichting\n\n{hard * 11}"})
    assert (finding.code, finding.severity) == ("KB321", Severity.WARNING)
    assert "lange woorden als 'verantwoordelijkheden', 'ingewikkelder', 'besluitvorming'" in finding.message


def test_quotation_marks_pair_up() -> None:
    assert _in_body('De "proef" was volgens de hele stad een "succes" te noemen.') == []
    assert _in_body("Zij zei: “Dit was voor ons echt te veel werk.”") == ["KB415"]


def test_code_and_comments_are_not_checked() -> None:
    assert _in_body("Typ `<br>` of `[x](weg.md)`. <!-- [x](weg.md) <b> -->") == []


def test_a_heading_without_a_space_is_no_heading() -> None:
    (found,) = _edited(CASE, "## Aanpak", "##Aanpak")
    assert found.code == "KB332" and [edit.text for edit in found.edits] == [" "]
    assert _in_body("#energie is het onderwerp.") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "organisation: Gemeente Voorbeeldstad\nplaces: [voorbeeldstad]\nregion: voorbeeldregio\n",
            "places: [voorbeeldstad]\norganisation: Gemeente Voorbeeldstad,\nregion:\n",
        ),
        ("    target: 4\n    achieved: 4\n    unit: daken\n", "    unit: daken,\n    target:\n    achieved: 4\n"),
        ("{start: 2019, end: 2021}", "{start: 2019, end: }"),
    ],
)
def test_an_empty_field_behind_a_comma_is_told(old: str, new: str) -> None:
    assert "KB119" in [found.code for found in _edited(CASE, old, new)]


def test_a_mistyped_section_gives_one_finding() -> None:
    (finding,) = _edited(CASE, "## Aanleiding", "## Aanleidng")
    assert finding.code == "KB302"
    assert finding.hint.startswith("Bedoelde je 'Aanleiding'?")


def test_a_section_that_stands_twice_is_told() -> None:
    assert [found.code for found in _edited(CASE, "## Resultaat", "## Aanpak\n\nNog wat.\n\n## Resultaat")] == ["KB303"]


def test_figures_in_fields_fill_a_section() -> None:
    assert _edited(CASE, "Na twee jaar lagen er panelen op 4 daken.[^eindverslag]\n", "") == ()


def test_a_concept_may_be_half_done() -> None:
    concept = _text(CASE).replace("status: gepubliceerd", "status: concept").replace("gemeente?", "gemeente")
    (finding,) = _findings({CASE: concept})
    assert (finding.code, finding.severity) == ("KB307", Severity.WARNING)


def test_titles_may_end_with_an_abbreviation() -> None:
    assert _edited(CASE, 'één zonnedak"', 'één zonnedak e.d."') == ()


@pytest.mark.parametrize("name", ["themes", "sectors", "roles", "choice-kinds", "option-kinds", "series", "regions"])
def test_a_name_on_an_empty_list_is_no_name(name: str) -> None:
    """The list can be read, so that nothing else would say it, and a page that needs the term stops the build."""
    codes = [finding.code for finding in _findings({LISTS[name].path: "[]\n"})]
    assert codes and set(codes) == {"KB203"}


def test_one_broken_list_does_not_bury_itself_in_findings() -> None:
    assert [found.code for found in _findings({THEMES: "- id: [energie"})] == ["KB112"]
    found = {finding.code for finding in _findings({THEMES: "- id: energie\n  titel: Energie\n"})}
    assert found == {"KB117", "KB118"}


def test_one_broken_case_does_not_make_terms_unused() -> None:
    assert {found.code for found in _edited(CASE, "outcome:", "outcome: [")} == {"KB112"}


def test_a_record_may_not_take_the_place_of_an_overview() -> None:
    assert [found.code for found in _findings({"docs/afslagen.md": _text(PAGE).replace("](", "](")})] == ["KB208"]


@pytest.mark.parametrize(
    ("form", "in_link", "in_name"),
    [
        ("NFD", "één teken (U+00EF)", "een letter met een los accent (U+0069 U+0308)"),
        ("NFC", "een letter met een los accent (U+0069 U+0308)", "één teken (U+00EF)"),
    ],
)
@pytest.mark.parametrize(("name", "code"), [("assets/naïef één.svg", "KB206"), ("naïef-één.md", "KB204")])
def test_a_name_that_looks_the_same_is_told_apart(
    name: str, code: str, form: _Form, in_link: str, in_name: str
) -> None:
    other: _Form = "NFC" if form == "NFD" else "NFD"
    file = unicodedata.normalize(form, f"docs/{name}")
    image = "!" if name.endswith(".svg") else ""
    text = _text(PAGE) + f"\nZie {image}[het plan](<{unicodedata.normalize(other, name)}>).\n"
    found = [one for one in _findings({PAGE: text, file: _text(PAGE)}) if one.code == code]
    (hint,) = (one.hint for one in found if one.file == PAGE)
    assert f"De 'ï' is in de link {in_link} en in de naam van het bestand {in_name}; dat zie je niet." in hint
    assert "zonder accenten: 'naief-een." in hint and "Bedoelde je" not in hint


def test_two_names_that_look_the_same_are_told_apart() -> None:
    names = [unicodedata.normalize(form, "docs/café.md") for form in ("NFC", "NFD")]
    (found,) = (one for one in _findings(dict.fromkeys(names, _text(PAGE))) if one.code == "KB208")
    assert "één teken (U+00E9)" in found.hint and "een letter met een los accent (U+0065 U+0301)" in found.hint
    (seen,) = (one for one in _findings({"docs/Over.md": _text(PAGE)}) if one.code == "KB208")
    assert "U+" not in seen.hint


def test_review_dates_need_a_day() -> None:
    old = _text(CASE).replace("reviewed: 2026-11-24", "reviewed: 2025-05-24")
    assert [found.code for found in _findings({CASE: old})] == ["KB408"]
    assert _findings({CASE: old.replace("2025-05-24", "2025-05-25")}) == ()
    assert _findings({CASE: old}, None) == ()


def test_archived_records_are_not_reviewed() -> None:
    old = _text(CASE).replace("reviewed: 2026-11-24", "reviewed: 2001-05-24")
    assert _findings({CASE: old.replace("status: gepubliceerd", "status: gearchiveerd")}) == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes, and few may make a link there")
def test_what_the_examples_act_out_happens_on_disk(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "koppeling.md").symlink_to(tmp_path / "elders.md")
    os.mkfifo(folder / "pijp.md")
    found = load(tree_from_disk(tmp_path)).findings
    assert [(finding.code, finding.file) for finding in found] == [
        ("KB107", "docs/koppeling.md"),
        ("KB108", "docs/pijp.md"),
    ]


@pytest.mark.parametrize("seed", range(40))
def test_no_rule_stumbles_over_odd_values(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - which values are odd may be guessed
    odd = ("", "[a, [b]]", "{a: {b: c}}", "12", "-1.5", "true", "null", '"[^x]"', "[null]", "|\n    tekst", "[]", "{}")
    lines = _text(CASE).split("\n")
    for _ in range(4):
        number = chance.randrange(1, 43)
        key, colon, _ = lines[number].partition(": ")
        if colon:
            lines[number] = f"{key}: {chance.choice(odd)}"
    found = _findings({CASE: "\n".join(lines)})
    assert found == tuple(sorted(found))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    few(
        [
            "<!--",
            "```a\n",
            ".[^",
            "-",
            "[",
            "[x](",
            "\n ",
            "a@",
            "0 ",
            '"',
            "“a ",
            "# ",
            "<a ",
            "](((",
            "1. ",
            "| ",
            "'",
            "a.",
            "{#",
        ],
        daily=6,
    ),
)
def test_the_work_on_a_hostile_file_grows_with_its_size(piece: str) -> None:
    def seconds(size: int) -> float:
        text = _text(CASE).replace(BODY, piece * (size // len(piece)))
        start = time.process_time()
        _findings({CASE: text})
        return time.process_time() - start

    # Ten times the text may take ten times as long, and some; quadratic work would take a hundred times.
    assert seconds(100_000) / max(seconds(10_000), 0.05) < 40


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Gemeente Tilburg", "Schrijf 'tilburg'."),
        ("Gilze en Rijen", "Schrijf 'gilze-en-rijen'."),
        ("eersel-noord", "Voeg hem toe aan docs/lijsten/municipalities.yml."),
    ],
)
def test_a_municipality_written_by_its_name(tree: Tree, written: str, hint: str) -> None:
    path = "cases/wind-langs-de-weg.md"
    text = tree[path].data.decode().replace("places: [tilburg,", f'places: ["{written}",', 1)
    findings = findings_of({**tree, path: Blob(path, text.encode())}, None)
    (found,) = [found for found in findings if found.code == "KB203"]
    assert hint in found.hint


def test_a_misspelt_field_is_not_also_a_missing_one(tree: Tree) -> None:
    path = "cases/wind-langs-de-weg.md"
    text = tree[path].data.decode().replace("\norganisation:", "\norganisatie:", 1)
    found = [finding.code for finding in findings_of({**tree, path: Blob(path, text.encode())}, None)]
    assert found == ["KB117"]


@pytest.mark.parametrize(
    "address", ["http://[", "http://[::1", "https://a]b/", "http://[x]:99999/", "https://\u2100.nl/"]
)
def test_an_address_that_no_browser_can_read_is_no_reason_to_stop(address: str) -> None:
    assert _in_body(f"Zie {address} en [dit]({address}).") != []
    assert _edited(CASE, "https://voorbeeldstad.example/eindverslag", address)


@pytest.mark.parametrize("closed", [True, False])
def test_without_a_line_above_them_the_fields_are_not_judged_as_prose(*, closed: bool) -> None:
    text = _text(CASE).removeprefix("---\n")
    if not closed:
        text = text.replace("\n---\n", "\n", 1)
    assert text != _text(CASE) and text.startswith("title: ")
    assert [found.code for found in _findings({CASE: text}) if found.file == CASE] == ["KB109"]


@pytest.mark.parametrize("start", ["", "# Kop\n\n", "Een zin: met een dubbele punt.\n\n"])
def test_without_fields_the_text_is_still_read(start: str) -> None:
    found = [one.code for one in _findings({CASE: f"{start}Zie https://x.example/ [hier](https://x.example/).\n"})]
    assert {"KB109", "KB308"} <= set(found)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_a_heading_in_a_quotation_or_list_opens_no_section_and_the_text_below_is_not_lost_unseen(mark: str) -> None:
    found = [finding.code for finding in _edited(CASE, "## Aanleiding", f"{mark}## Aanleiding")]
    assert {"KB301", "KB319"} <= set(found)


@pytest.mark.parametrize(
    ("option", "codes"),
    [
        ('{what: "Alle daken tegelijk", kind: groot-beginnen}', ["KB331"]),
        ('"Alle daken tegelijk"', ["KB325", "KB331"]),
        ('{what: "Alle daken tegelijk", kind: groot-beginnen, ours: false}', ["KB331"]),
        ('{what: "Alle daken tegelijk", kind: groot-beginnen, source: onbekend}', ["KB401"]),
        ('{what: "Alle daken tegelijk", kind: groot-beginnen, ours: true, source: eindverslag}', ["KB331"]),
        ('{what: "Alle daken tegelijk", kind: groot-beginnen, ours: true}', []),
    ],
)
def test_every_way_not_taken_says_where_it_comes_from(option: str, codes: list[str]) -> None:
    """The notes elsewhere in the turn, and the source of another way, say nothing about this one."""
    sourced = '{what: "Alle daken tegelijk", kind: groot-beginnen, source: eindverslag}'
    found = _edited(CASE, f"- {sourced}", f"- {sourced.replace('Alle', 'Twee')}\n      - {option}")
    assert [finding.code for finding in found] == codes


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("[Klein, Groot]", "Klein, Groot"),
        ("{what: [Klein, {of: Groot}]}", "Klein, Groot"),
        ("{what: {dit: Klein, dat: Groot}}", "Klein, Groot"),
        ("{what: {dit: }, kind: groot-beginnen}", ""),
        ("[]", ""),
        ("12", "12"),
    ],
)
def test_an_option_is_told_in_plain_words_whatever_it_is(option: str, told: str) -> None:
    sourced = '{what: "Alle daken tegelijk", kind: groot-beginnen, source: eindverslag}'
    found = _edited(CASE, f"- {sourced}", f"- {option}\n      - {option}")
    about = [one.message for one in found if one.code in ("KB325", "KB331")]
    assert about and all(f"'{told}'" in message for message in about)


def test_a_concept_may_still_look_for_the_source_of_an_option() -> None:
    loose = _text(CASE).replace(", source: eindverslag}", "}").replace("status: gepubliceerd", "status: concept")
    assert "KB331" not in [finding.code for finding in _findings({CASE: loose})]


@pytest.mark.parametrize(
    ("what", "unit", "told"),
    [
        *(
            (what, unit, "kosten")
            for what, unit in [
                ("Geld voor het werk per jaar", "euro per jaar"),
                ("Kosten van onderzoek naar draagvlak", "uren"),
                ("Budgetoverschrijding", "procent"),
                ("Banklening aan het bedrijf", "miljoen euro"),
                ("Verlies in één jaar", "miljoen euro"),
                ("Inleg per vennoot", "€"),
            ]
        ),
        ("Deel van de rijksbijdrage", "procent", "bijdrage"),
        *(
            (what, unit, "neveneffect")
            for what, unit in [
                ("Omwonenden binnen 750 meter die tegen de windmolens waren", "procent"),
                ("Tegenstanders op de avond", "mensen"),
                ("Ingediende bezwaarschriften", "stuks"),
                ("Reacties op het ontwerp", "zienswijzen"),
                ("Stemmen om te stoppen", "procent"),
                ("Leden die stemden tegen het plan", "leden"),
            ]
        ),
        *(
            (what, unit, "")
            for what, unit in [
                ("Besparing op de kosten", "euro per jaar"),
                ("Minder klachten van een ongezond gebouw", "procent"),
                ("Groene daken met hulp van de subsidie", "daken"),
                ("Huiseigenaren met subsidie, samen 140.000 euro", "huiseigenaren"),
                ("Aanvragen voor een lening", "aanvragen"),
                ("Dagen voor een vergunningverlening", "dagen"),
                ("Warmteverlies van het net", "procent"),
                ("Uitkering per deel", "euro"),
                ("Netto saldo uit de verkoop van voedsel", "euro per hectare"),
                ("Protestantse scholen met panelen", "scholen"),
                ("Panden die tegen hoogwater beschermd zijn", "panden"),
            ]
        ),
    ],
)
def test_costs_and_opposition_did_not_come_out(what: str, unit: str, told: str) -> None:
    figure = "  - what: Daken met zonnepanelen\n    target: 4\n    achieved: 4\n    unit: daken\n"
    changed = figure.replace("Daken met zonnepanelen", f'"{what}"').replace("unit: daken", f'unit: "{unit}"')
    found = _edited(CASE, figure, changed)
    assert [finding.code for finding in found] == ["KB425"] * bool(told)
    assert all(told in finding.hint for finding in found)
    meant = changed.replace("    target", f"    kind: {told}\n    target") if told else changed
    assert _edited(CASE, figure, meant) == ()


@pytest.mark.parametrize(
    ("what", "is_given"),
    [
        ("Rijksgeld voor de proeftuin", True),
        ("Bijdrage van het Rijk", True),
        ("Subsidie van de provincie", True),
        ("Europees geld voor de straat", True),
        ("Lening van een ministerie", False),
        ("Lening van het ministerie", True),
        ("Geld uit het Nationaal Groeifonds", True),
        ("EU-subsidie", True),
        ("Bijdrage van gemeenten aan de samenwerking", False),
        ("Budget van de subsidieregeling", False),
        ("Kosten van het Rijksmuseum", False),
        ("Geld van de gemeente in het bedrijf", False),
    ],
)
def test_money_that_another_gave_is_no_cost(what: str, is_given: bool) -> None:
    figure = "  - what: Daken met zonnepanelen\n    target: 4\n    achieved: 4\n    unit: daken\n"
    told = f'  - what: "{what}"\n    kind: kosten\n    achieved: 4\n    unit: euro\n'
    found = _edited(CASE, figure, told)
    assert [finding.code for finding in found] == ["KB429"] * is_given
    assert _edited(CASE, figure, told.replace("kosten", "bijdrage")) == ()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        *(
            (said, ["KB327"])
            for said in (
                "Dat vonden we niet.",
                "Een doel in hectares vonden wij in de deal niet.",
                "Hoe dat zit, weten wij niet.",
                "Wij weten dat niet.",
                "Wij vonden er geen cijfers over.",
                "De uitkomst konden wij nergens lezen.",
                "Een oordeel lazen wij nergens.",
                "Een onafhankelijk onderzoek zagen we niet.",
            )
        ),
        *(
            (said, [])
            for said in (
                "Zo vonden wij de weg naar een niet te duur dak.",
                "Wij weten dat het werkt.",
                "De bewoners vonden het niet mooi.",
                "Zij konden niet meedoen.",
            )
        ),
    ],
)
def test_doubt_is_seen_however_it_is_said(said: str, found: list[str]) -> None:
    assert _in_body(f"{BODY} {' '.join([said] * 3)}") == found


def test_who_decided_is_a_name_and_no_doubt() -> None:
    told = _edited(CASE, "decided_by: De gemeenteraad", 'decided_by: "Niet gevonden; de gemeente betaalde"')
    assert [(finding.code, finding.message) for finding in told] == [("KB327", "'Niet gevonden' staat bij wie besloot")]


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("|\n      - De regels waren onduidelijk.\n      - Er was geld.", "een lijst"),
        ('"- 5 graden was te koud."', "een lijst"),
        ('"> 100 woningen deden mee."', "een citaat"),
        ('"### De regels"', "een kop"),
        ("|\n      De regels\n      ---\n      waren onduidelijk.", "een kop"),
        ("|\n      | a | b |\n      | --- | --- |\n      | c | d |", "een tabel"),
        ("|\n      ```\n      x\n      ```", "een blok code"),
        ('"***"', "een streep"),
    ],
)
def test_a_block_in_a_field_of_one_line_is_told(written: str, called: str) -> None:
    """The page would show the words in one line, without the signs."""
    told = [found.message for found in _edited(CASE, *_because(written)) if found.code == "KB332"]
    assert [message.startswith(f"{called} past niet in dit veld") for message in told].count(True) == 1


@pytest.mark.parametrize(
    "written", ['"1. De regels waren onduidelijk."', '"-5 graden"', "|\n      Een.\n\n      Twee."]
)
def test_what_stays_whole_in_one_line_is_not_told(written: str) -> None:
    assert [found.message for found in _edited(CASE, *_because(written)) if "één regel" in found.message] == []


def test_a_field_with_room_for_a_list_may_have_one() -> None:
    text = _text(CASE).replace("reviewed:", "certainty: |\n  Onzeker is:\n\n  - de prijs\n  - het jaar\nreviewed:", 1)
    assert [found.message for found in _findings({CASE: text}) if "één regel" in found.message] == []


def _because(written: str) -> tuple[str, str]:
    """What `because` of the first turn is, and what it becomes."""
    line = next(line for line in _text(CASE).split("\n") if line.strip().startswith("because:"))
    return line, f"{line.split(':')[0]}: {written}"
