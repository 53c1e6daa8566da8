"""Marks of other programs, and brackets that are no link: each is told, and mended where nothing can be lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.repair import repair
from kennisbank.checking.rules.marks_elsewhere import MARKS, possible
from kennisbank.findings.finding import Finding
from kennisbank.reading.tree import Blob, Tree

from ..support.chance import examples
from ..support.checked import findings_of

CASE = "cases/zonnedak-voorbeeldstad.md"


def with_text(text: str) -> Tree:
    tree = example_tree("", "goed")
    whole = tree[CASE].data.decode().replace("## Resultaat", f"{text}\n\n## Resultaat", 1).encode()
    return {**tree, CASE: replace(tree[CASE], data=whole, size=len(whole))}


def found(tree: Tree) -> tuple[Finding, ...]:
    return findings_of(tree)


def mended(text: str) -> str:
    tree = repair(with_text(text), found, lambda _: True).tree
    return tree[CASE].data.decode().split("## Aanpak")[1].split("## Resultaat")[0]


@pytest.mark.parametrize(
    "text",
    [
        "> [!NOTE]\n> Let op dit.",
        "- [ ] nog doen",
        "- [x] gedaan",
        "☐ nog doen",
        "- ☑ gedaan",
        "Gelukt :tada: zeggen ze.",
        "Dit is ~~fout~~ goed.",
        "Dit is ~fout~ goed, en H~2~O ook.",
        "Dank je :+1: zeggen ze.",
        "De groei is $x^2$ per keer.",
        "$$\na = b\n$$",
        "Het gaat om CO^2^ en om m^2^.",
        "Zo staat het er :contentReference[oaicite:0]{index=0} echt.",
        "Zo staat het er 【4†source】 echt.",
        "Zo staat het er citeturn0search1 echt.",
        "(a) eerst\n(b) dan",
        "(1) eerst\n\n(2) dan",
        "#Kop zonder spatie",
        "####### Zeven hekjes",
        "Dit is ** vet ** hier.",
        "Dit is **„vet”**geschreven.",
        "| Jaar | Bedrag |\n| alles | veel |",
        "Een zin.\n\n+---+---+\n| a | b |\n+---+---+",
        "Een zin.^[Een noot van Pandoc.]",
        "Een zin [@bron].",
        "Een zin [zie @bron, p. 3].",
        "Een zin.\n\n[^eigen]: Een noot onder de tekst.",
        "• punt een",
        "▪ punt een",
        "§ punt een\n§ punt twee",
        "§\tpunt een",
        "a) eerst\nb) dan",
        "a. eerst\nb. dan",
        "a.\teerst\nb.\tdan",
        "A. eerst\n\nB. dan",
        "i. eerst\nii. dan",
        "ii) eerst",
        "Een zin.\\\n\nNog een zin.",
        "Een zin.\\",
        "- een\\\n- twee",
        "### Kop\\\n\nEen zin.",
        "Een zin\\  \nmet een vervolg.",
        "##Titel",
        "*[CoP]: Community of practice",
        "!!! note\n    Let op.",
        "::: warning\nLet op.\n:::",
        "Woord\n: uitleg",
        "Een zin.\n{: .groot }",
        "### Doelen { #doelen }",
        "Dit is ==belangrijk== nieuws.",
        "[TOC]",
        "Een zin.\n---",
        "Een kop\n===",
        "| a | b |\n| --- |\n| c | d |",
        "tekst\n\n| --- | --- |",
    ],
)
def test_what_another_program_would_understand_is_told(text: str) -> None:
    assert "KB332" in {finding.code for finding in found(with_text(text))}


@pytest.mark.parametrize(
    "text",
    [
        "1. Bellen\n\nDaarna pas:\n\n2. Schrijven\n\n1986. Een goed jaar voor de wijk.",
        "De stand per wijk:\n| Wijk | Stand |\n| --- | --- |\n| Noord | klaar |",
        "- een\n  - twee\n    - drie\n1. vier",
        "Regel een\\\nregel twee",
        "J. Jansen was wethouder.\nB. Pieters volgde hem op.",
        "A. Jansen was wethouder.\nHij bleef dat.",
        "Zie [x][het plan] en [het   plan][].\n\n[het plan]: https://voorbeeldstad.example/plan",
        "{bron volgt nog van de provincie}",
        "Een zin.\n\n---\n\nNog een zin.",
        "`~~code~~` en `[@x]` en `{: .x }`",
        "```\n<<<<<<\n==a==\n• punt\n```",
        'Zie [les](../lessons/begin-klein.md "Begin klein") en [les](<../lessons/begin-klein.md>).',
        "Zie [les](../lessons/begin-klein.md (met titel)).",
        "Een ster* en [haken] (tussen haakjes) en (haakjes) [haken].",
        "Het kost $ of €, en soms ~ of ^ daarbij; het is ~tien tot ~twintig keer zo veel.",
        "#energietransitie is de hashtag (a) van de raad en (b) van het college.",
        "Het is **vet**, **„vet”**, **vet.** En **zo** en **zo**; twee \\*\\* sterren en `** zo **`.",
        "De keus is | of |, en | a | b | in een zin.",
        "Als a - b groter is: a = b.",
        "Het gaat zo: eerst bellen, dan:schrijven:en:klaar.",
    ],
)
def test_what_the_site_shows_as_github_does_passes(text: str) -> None:
    assert found(with_text(text)) == ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Zie [het plan] (https://www.voorbeeld.nl/plan).", "Zie [het plan](https://www.voorbeeld.nl/plan)."),
        ("Zie (de les)[../lessons/begin-klein.md].", "Zie [de les](../lessons/begin-klein.md)."),
        ("• een\n• twee", "- een\n- twee"),
        ("###Doelen", "### Doelen"),
        ("- een\\\n- twee\\", "- een\n- twee\n"),
        ("Zie [het plan]\n(https://www.voorbeeld.nl/plan).", "Zie [het plan](https://www.voorbeeld.nl/plan)."),
        ("Een zin [@eindverslag].", "Een zin [^eindverslag]."),
    ],
)
def test_what_is_surely_meant_is_mended(text: str, right: str) -> None:
    assert right in mended(text)


@pytest.mark.parametrize(
    "text",
    [
        "§ 3 gaat over daken.\n§ 4 ook, en § 5 niet.",
        "Hij kwam terug in mei\n– een dinsdag – en zweeg.",
        "Hij kwam terug in mei\n— een dinsdag, en zweeg.",
        "Hij kwam terug in mei\n  – een dinsdag, en zweeg.",
        "– een dinsdag – was dat.",
        "Het waren er velen\n-er waren er meer- in de stad.",
        "Met\n→ een pijl in de tekst.",
        "Twee keer\n· een punt in de tekst.",
        "Het kost\n5.Dat is veel.",
        "Daarom kiezen wij\na) omdat het kan.",
        "- De weg gaat\n  – ook in mei, langs de stad.\n- Klaar.",
    ],
)
def test_half_a_sentence_is_no_point_of_a_list(text: str) -> None:
    assert "KB332" not in {finding.code for finding in found(with_text(text))}
    assert text in mended(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Dit deden we:\n– bellen\n– schrijven", "- bellen\n- schrijven"),
        ("Dit deden we:\n5.Bellen", "5. Bellen"),
        ("Dit deden we\n→ bellen\n→ schrijven", "- bellen\n- schrijven"),
        ("### Doen\n-bellen\n- schrijven\n-lezen", "- bellen\n- schrijven\n- lezen"),
        ("– bellen – eerst\n– schrijven\n– lezen – dan", "- bellen – eerst\n- schrijven\n- lezen – dan"),
        ("• bellen\n– schrijven\n• lezen", "- bellen\n- schrijven\n- lezen"),
        ("– bellen en\nschrijven\n– lezen", "- bellen en\nschrijven\n- lezen"),
    ],
)
def test_all_points_of_a_list_are_mended(text: str, right: str) -> None:
    assert right in mended(text)


@pytest.mark.parametrize("sign", ["\uf0b7", "\uf0a8", "–", "—", "o", "§", "•", "-"])
def test_points_of_word_with_a_tab_are_no_table(sign: str) -> None:
    told = found(with_text(f"{sign}\teerst bellen\n{sign}\tdan schrijven"))
    assert not [finding for finding in told if "een tabel" in finding.message]


def test_the_second_level_of_word_is_told_as_a_point() -> None:
    told = [finding for finding in found(with_text("•\tbellen\no\tschrijven")) if finding.code == "KB332"]
    assert ["een opsommingsteken uit Word" in finding.message for finding in told] == [True, True]
    assert "'- '" in told[1].hint


@pytest.mark.parametrize(("row", "number"), [("| c | d | |", 0), ("| c | d | | |", 0), ("| c | d | | e |", 1)])
def test_a_cell_without_text_is_no_loss(row: str, number: int) -> None:
    told = found(with_text(f"| a | b |\n| --- | --- |\n{row}"))
    assert [finding.code for finding in told] == ["KB332"] * number


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Zie [het plan](documenten/Plan van aanpak v1.pdf).", "(<documenten/Plan van aanpak v1.pdf>)"),
        ("Zie [[begin-klein]].", "[tekst](bestand-of-adres)"),
        ("Zie [het plan](https://voorbeeldstad.example “Het plan”).", "[tekst](bestand-of-adres)"),
        ("Zie [de les](a b (met titel)).", "[tekst](bestand-of-adres)"),
        ("Zie [a [b] c [d [e] f] g](nergens.md).", "zonder spaties"),
        ("Zie [het plan](https://voorbeeldstad.example/plan", "[tekst](bestand-of-adres)"),
        ("Zie [het plan(https://voorbeeldstad.example/plan).", "[tekst](bestand-of-adres)"),
        ("Zie het plan](https://voorbeeldstad.example/plan).", "[tekst](bestand-of-adres)"),
        ("Zie plan](../lessons/begin-klein.md).", "[tekst](bestand-of-adres)"),
        ("Zie [het plan[(https://voorbeeldstad.example/plan).", "[tekst](bestand-of-adres)"),
        ("Zie [het plan](<https://voorbeeldstad.example/plan).", "[tekst](bestand-of-adres)"),
        (
            "Zie (https://voorbeeldstad.example/plan)[het plan].",
            "Schrijf [het plan](https://voorbeeldstad.example/plan)",
        ),
        ("[Status]: concept", "Zet er een woord voor"),
        ("> [Status]: concept", "Zet er een woord voor"),
        ("[het plan]:\n  https://voorbeeldstad.example/plan", "[tekst](adres)"),
        ("Zie [x][p].\n\n[p]: ../lessons/begin-klein.md\n[p]: nergens.md", "[tekst](adres)"),
    ],
)
def test_a_link_that_is_none_is_told(text: str, hint: str) -> None:
    loose = [finding for finding in found(with_text(text)) if finding.code == "KB218"]
    assert len(loose) == 1 and hint in loose[0].hint


@pytest.mark.parametrize("text", ["Zie [het plan(https://t.example/plan).", "![foto(foto.jpg)", "Zie plan](a.md)."])
def test_half_a_link_is_told_where_no_other_bracket_stands(text: str) -> None:
    """A page without notes has no other bracket in its text."""
    page = Blob("docs/over.md", f"---\ntitle: Over\n---\n\n{text}\n".encode(), 60)
    told = found({**example_tree("", "goed"), page.path: page})
    assert [one.code for one in told if one.file == page.path].count("KB218") == 1


@pytest.mark.parametrize("name", ["a plan.md", "documenten/Plan van aanpak.md", "b/c d (1).md", "s\tite.md"])
def test_a_mended_address_is_a_link_and_not_also_html(name: str) -> None:
    text = f"Zie [het plan]({name})." if "(" not in name else f"Zie [het plan](<{name}>)."
    findings = found(with_text(mended(text).strip()))
    assert [finding.code for finding in findings] == ["KB204"]
    assert [finding.code for finding in found(with_text(f"Zie [het <b>plan</b>](<{name}>)."))].count("KB312") == 2


@pytest.mark.parametrize("address", ["file:///C:/Users/x/plan.docx", "C:/Users/x/plan.docx", "file://server/x.pdf"])
def test_a_file_on_the_own_disk_gets_no_web_address_as_advice(address: str) -> None:
    findings = [finding for finding in found(with_text(f"Zie [het plan]({address}).")) if finding.code == "KB213"]
    assert len(findings) == 1 and "https://" not in findings[0].hint and "eigen computer" in findings[0].hint


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "path",
    [
        *(CASE, "docs/lijsten/themes.yml", "docs/over.md", "docs/besluiten/0001-een-besluit.md"),
        *("docs/model/sjabloon-case.txt", "docs/model/case.schema.json", "docs/assets/images/kaart.svg"),
    ],
)
def test_an_unfinished_merge_is_told_in_every_file(path: str, ends: str) -> None:
    tree = example_tree("", "goed")
    before = tree[path].data.decode() if path in tree else "Tekst.\n"
    data = f"{before}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> tak\n".replace("\n", ends).encode()
    findings = found({**tree, path: Blob(path, data, len(data))})
    assert [finding.code for finding in findings if finding.file == path].count("KB138") == 3


@pytest.mark.parametrize(
    "left", ["<<<<<<< HEAD", ">>>>>>> tak", "||||||| 1a2b3c4", ">>>>>>> tak\r", "a\r>>>>>>> tak\rb"]
)
def test_a_merge_of_which_one_line_was_left_is_told(left: str) -> None:
    assert [finding.code for finding in found(with_text(f"De ene tekst.\n{left}"))].count("KB138") == 1


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("above", ["De ene tekst.\n\n", "- een\n", "| a |\n| --- |\n| b |\n", "> a\n", "  1. een\n"])
def test_the_line_between_two_sides_that_was_left_alone_is_told(above: str, ends: str) -> None:
    text = f"{above}=======\nDe andere tekst.".replace("\n", ends)
    assert [finding.code for finding in found(with_text(text))].count("KB138") == 1


@pytest.mark.parametrize(
    "text", ["Kop\n=======", "Kop\r\n=======", "Een zin.\n\n========\n", "Een zin.\n\n======= a\n"]
)
def test_a_line_below_a_heading_alone_is_no_merge(text: str) -> None:
    assert "KB138" not in {finding.code for finding in found(with_text(text))}


# What marks are made of, and what stands before them.
PARTS = (
    *(
        "\n",
        "\n",
        "\t",
        " ",
        "  ",
        "a",
        "b",
        "Kop",
        "woord",
        "0",
        "12",
        ".",
        ")",
        "(",
        ":",
        "a)",
        "(a) ",
        "(b) ",
        "i. ",
    ),
    *(
        "ii. ",
        "iv) ",
        "a. ",
        "b. ",
        "1. ",
        "(1) ",
        "(2) ",
        "-",
        "- ",
        "–",
        "— ",
        "•",
        "§",
        "o\t",
        "☐ ",
        "☑",
        "[x] ",
        "[ ] ",
    ),
    *(
        "#",
        "##",
        "#######",
        "> ",
        "[!TIP]",
        ":tada:",
        "+1",
        "~",
        "~~",
        "$",
        "^",
        "^2^",
        "【4†s】",
        "turn0search1",
        "[^",
        "[@",
    ),
    *(
        "]",
        "]:",
        "@a ",
        "(^a)",
        "²",
        "¹",
        "\\",
        "*[",
        "!!!",
        "???",
        ":::",
        "{",
        "}",
        "{.",
        "==",
        "[TOC]",
        ":contentReference[",
    ),
)


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=2), max_size=12).map("".join))
@examples(500)
def test_a_text_without_any_sign_of_a_mark_has_none(text: str) -> None:
    assert {mark for mark in MARKS if mark.looks.search(text)} <= set(possible(text))
