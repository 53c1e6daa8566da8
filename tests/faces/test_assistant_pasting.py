"""What people paste or drop from Word, a web page or a file becomes Markdown with the same words."""

import base64
import io
import warnings
import zipfile
from typing import Any

import pytest
from playwright.sync_api import Page

from kennisbank.reading.rendered import render

from ..support.in_browser import NEEDS_BROWSER
from ..support.tables import packed

pytestmark = NEEDS_BROWSER

_PASTE = """async ([html, plain]) =>
    (await import("/assets/javascripts/assistant/paste.js")).pasted(html, plain)"""
_PARAGRAPH = """async (plain) => (await import("/assets/javascripts/assistant/paste.js")).paragraph(plain)"""
_REMARKS = """async (text) =>
    (await import("/assets/javascripts/assistant/paste.js")).remarks({ text, left: [] })"""
_READ = """async ([name, data]) => {
    const { fileText } = await import("/assets/javascripts/assistant/word.js");
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt());
    return fileText(new File([bytes], name)).catch((error) =>
        ({ refused: error.name === "Refused" ? error.message : `${error.stack}` }));
}"""


def _word_item(text: str, mark: str, level: int = 1) -> str:
    """An item of a list as Word puts it on the clipboard."""
    return (
        f"<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; </span></span></span>"
        f"<![endif]>{text}<o:p></o:p></p>"
    )


RICH = {
    "a paragraph with quotes and spaces of Word": (
        "<p>Zij zei:&nbsp;“Het mag,   dus\n we doen ’t”</p><p>Daarna…</p>",
        "Zij zei: “Het mag, dus we doen ’t”\n\nDaarna…",
    ),
    "bold, italic and a link": (
        '<p>Dit is <b>vet </b>en <i>schuin</i>, met <a href="https://voorbeeld.nl/a_(b)">een <b>link</b></a>.</p>',
        "Dit is **vet** en *schuin*, met [een **link**](https://voorbeeld.nl/a_%28b%29).",
    ),
    "pieces of one bold text": ("<p><b>een</b><b>geheel</b></p>", "**eengeheel**"),
    "headings below those of the form": (
        "<h1>Groot</h1><p>a</p><h2>Klein <b>vet</b></h2><p>b</p>",
        "### Groot\n\na\n\n#### Klein vet\n\nb",
    ),
    "lists of Word, two deep": (
        _word_item("een", "·") + _word_item("daaronder", "o", 2) + _word_item("twee", "·"),
        "- een\n    - daaronder\n- twee",
    ),
    "a numbered list of Word": (_word_item("eerst", "1.") + _word_item("dan", "2."), "1. eerst\n2. dan"),
    "lists of the web": (
        "<p>Er was:</p><ul><li>een<ol><li>a</li><li>b</li></ol></li><li><p>twee</p></li></ul>",
        "Er was:\n\n- een\n    1. a\n    2. b\n- twee",
    ),
    "a list in a list without its item": ("<ul><li>een</li><ul><li>twee</li></ul></ul>", "- een\n    - twee"),
    "a list of Word in a browser": (
        '<div><ul><li aria-level="1"><p>een</p></li></ul></div><div><ul><li aria-level="2"><p>twee</p></li></ul></div>',
        "- een\n    - twee",
    ),
    "bullets that somebody typed": ("<p>• een</p><p>– twee</p><p>1. drie</p>", "- een\n- twee\n\n1. drie"),
    "lists of Word of another kind, one below the other": (
        _word_item("een", "·") + _word_item("eerst", "1.") + _word_item("dan", "2.") + _word_item("twee", "·"),
        "- een\n\n1. eerst\n2. dan\n\n- twee",
    ),
    "lists of the web of another kind, and what follows them": (
        "<ul><li>een<ul><li>diep</li></ul></li></ul><ol><li>eerst</li></ol><p>Daarna</p>",
        "- een\n    - diep\n\n1. eerst\n\nDaarna",
    ),
    "a list in a list that changes its kind": (
        _word_item("een", "·") + _word_item("a", "o", 2) + _word_item("b", "1.", 2) + _word_item("twee", "·"),
        "- een\n    - a\n    - b\n- twee",
    ),
    "a table": (
        "<table><tr><td><p>Jaar</p></td><td>Doel</td></tr><tr><td>2019</td><td>a|b<br>c</td></tr></table>",
        "| Jaar | Doel |\n| :--- | :--- |\n| 2019 | a\\|b c |",
    ),
    "a table with cells over columns": (
        "<table><tr><th colspan=2>Kop</th></tr><tr><td>a</td><td>b</td></tr></table>",
        "| Kop |  |\n| :--- | :--- |\n| a | b |",
    ),
    "a table that only puts things below each other": (
        "<table><tr><td><p>een</p></td></tr><tr><td>twee</td></tr></table>",
        "een\n\ntwee",
    ),
    "a page of Google": (
        (
            '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">vet</span>'
            '<span style="font-weight:400;font-style:italic"> schuin</span></p></b>'
        ),
        "**vet** *schuin*",
    ),
    "signs that are no markup": (
        "<p>2 * 3 en *ster* en _streep_ en snake_case, a&lt;b en &lt;b&gt;</p><p># geen kop</p><p>2019. Dat jaar</p>",
        "2 * 3 en \\*ster* en \\_streep_ en snake_case, a&lt;b en &lt;b>\n\n\\# geen kop\n\n2019\\. Dat jaar",
    ),
    "a note stays a note": ("<p>Zo was het.[^bron-2021] <b>Echt</b></p>", "Zo was het.[^bron-2021] **Echt**"),
    "what is no text": (
        "<style>p{x:y}</style><p>tekst</p><script>alert(1)</script><iframe src=x>y</iframe><svg><text>z</text></svg>",
        "tekst",
    ),
    "addresses that run something": (
        '<p><a href="javascript:alert(1)">klik</a> <a href="#a">hier</a> <a href="data:text/html,x">daar</a></p>',
        "klik hier daar",
    ),
}


@pytest.mark.parametrize("name", RICH)
def test_pasted_text_becomes_markdown(page: Page, name: str) -> None:
    html, wanted = RICH[name]
    assert (
        page.evaluate(_PASTE, [f"<html><body><!--StartFragment-->{html}<!--EndFragment--></body></html>", ""])["text"]
        == wanted
    )


def test_what_is_made_is_shown_as_it_was(page: Page) -> None:
    """A list below a text, a list in a list and a table are what they were, as the site reads them."""
    html = RICH["lists of the web"][0] + RICH["a table"][0] + RICH["signs that are no markup"][0]
    made = render(page.evaluate(_PASTE, [html, ""])["text"])
    assert made.count("<li>") == 4
    assert (made.count("<ul>"), made.count("<ol>"), made.count("<table>")) == (1, 1, 1)
    assert "<em>" not in made and "*ster*" in made and "# geen kop" in made and "a|b c" in made


def test_lists_of_another_kind_stay_apart_on_the_page(page: Page) -> None:
    html = RICH["lists of Word of another kind, one below the other"][0]
    made = render(page.evaluate(_PASTE, [html, ""])["text"])
    assert (made.count("<ul>"), made.count("<ol>"), made.count("<li>")) == (2, 1, 4)


def test_images_are_told(page: Page) -> None:
    made = page.evaluate(_PASTE, ['<p>tekst <img src="x.png"></p><img src="y.png">', ""])
    assert made == {"text": "tekst", "left": ["2 afbeeldingen"]}


TAKEN_OUT, REMARKS = "tekst die er in je document al uit was gehaald", "opmerkingen in de kantlijn"


@pytest.mark.parametrize(
    ("html", "plain", "wanted", "left"),
    [
        (
            "<p>Wij <del cite='mailto:Els'><span style='mso-deleted:yes'>gaan door</span></del><ins>stoppen</ins>.</p>",
            "Wij gaan doorstoppen.",
            "Wij stoppen.",
            [TAKEN_OUT],
        ),
        ("Wij <del>gaan door</del><ins>stoppen</ins>.", "Wij gaan doorstoppen.", "Wij stoppen.", [TAKEN_OUT]),
        (
            (
                "<p><a style='mso-comment-reference:EJ_1'>Het dak</a><span class=MsoCommentReference>"
                "<span style='mso-special-character:comment'><a class=msocomanchor href='#_msocom_1'>[EJ1]</a></span>"
                "</span> ligt er.</p><div style='mso-element:comment-list'><hr class=msocomoff>"
                "<div style='mso-element:comment'><p class=MsoCommentText>Els: klopt dit?</p></div></div>"
            ),
            "Het dak[EJ1] ligt er.",
            "Het dak ligt er.",
            [REMARKS],
        ),
        (
            (
                "<p>Het dak<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup> ligt er.</p>"
                "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Klopt dit?</span></p></div>"
            ),
            "Het dak[a] ligt er.",
            "Het dak ligt er.",
            [REMARKS],
        ),
        ("<p>Het dak<del> </del> ligt er.</p>", "Het dak ligt er.", "Het dak ligt er.", []),
    ],
)
def test_what_is_not_of_the_text_stays_out_and_is_told(
    page: Page, html: str, plain: str, wanted: str, left: list[str]
) -> None:
    """What was taken out of a document, and what people said of it in the margin, is not for readers."""
    assert page.evaluate(_PASTE, [html, plain]) == {"text": wanted, "left": left}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Het dak ligt er.[1]", "kwam alleen het nummer mee"),
        ("Het dak[12] ligt er.\n\n[12] Jaarverslag.", "De voetnoten staan onderaan"),
        ("[1](https://voorbeeld.nl) en [1]", ""),
        ("Het dak[1](https://voorbeeld.nl) ligt er.", ""),
        ("Het dak ligt er.[^bron-1]", ""),
    ],
)
def test_a_footnote_without_its_text_is_told(page: Page, text: str, said: str) -> None:
    told = page.evaluate(_REMARKS, text)
    assert said in told if said else "voetno" not in told


@pytest.mark.parametrize(
    ("plain", "wanted"),
    [
        ("Er was:\r\n•\teen\r\n•\ttwee", "Er was:\n\n- een\n- twee"),
        ("1.\teerst\n2.\tdan\no\tdieper", "1. eerst\n2. dan\n    - dieper"),
        ("•\teen\no\tdieper\n1.\teerst\n2.\tdan\n•\ttwee", "- een\n    - dieper\n\n1. eerst\n2. dan\n\n- twee"),
        (
            "# Kop\n\n* punt\n**vet** [link](https://voorbeeld.nl)",
            "# Kop\n\n* punt\n**vet** [link](https://voorbeeld.nl)",
        ),
        ("gewoon\n\ntekst – zonder meer", "gewoon\n\ntekst – zonder meer"),
        ("§\teen\n§\ttwee", "- een\n- twee"),
        ("Zo:\na)\teerst\nb)\tdan", "Zo:\n\n1. eerst\n2. dan"),
        ("i)\teen\nii)\ttwee", "i)\teen\nii)\ttwee"),
        (
            "Tekst.\nJaar\tPrijs|m2\n2019\t3\n2020\t\nDaarna.",
            "Tekst.\n\n| Jaar | Prijs\\|m2 |\n| --- | --- |\n| 2019 | 3 |\n| 2020 |  |\n\nDaarna.",
        ),
        ("\t2019\t2020\nGas\t3\t4", "|  | 2019 | 2020 |\n| --- | --- | --- |\n| Gas | 3 | 4 |"),
        ("Kop\n\tingesprongen\n\tregel", "Kop\n\tingesprongen\n\tregel"),
    ],
)
def test_plain_text_keeps_its_lists(page: Page, plain: str, wanted: str) -> None:
    assert page.evaluate(_PASTE, ["", plain])["text"] == wanted
    # A program that colours text puts it on the clipboard in this way.
    coloured = f"<div style='color:#333'><span style='font-weight:bold'>{plain}</span></div>"
    if "**" in plain:
        assert page.evaluate(_PASTE, [coloured, plain])["text"] == wanted


@pytest.mark.parametrize(
    ("plain", "wanted"),
    [
        ("Wij leerden:\r\n•\teen\r\n•\ttwee", "Wij leerden: een; twee"),
        ("Wij leerden\n- een\n- twee\nDaarna ging het goed.", "Wij leerden: een; twee. Daarna ging het goed."),
        ("· Een.\n· Twee.", "Een. Twee."),
        ("1.\teerst\n2.\tdan", "eerst; dan"),
        ("§\teen", "een"),
        ("2019\tdrie daken", "2019, drie daken"),
        ("gewoon\ntekst – zonder meer", "gewoon\ntekst – zonder meer"),
    ],
)
def test_points_become_a_sentence_where_no_list_fits(page: Page, plain: str, wanted: str) -> None:
    assert page.evaluate(_PARAGRAPH, plain)["text"] == wanted


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = """
<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>Aanleiding</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Een “citaat” en </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>vet</w:t></w:r>
<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> niet</w:t></w:r>
<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> erbij</w:t></w:r></w:ins>
<w:hyperlink r:id="rId5"><w:r><w:t xml:space="preserve"> link</w:t></w:r></w:hyperlink>
<w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>een</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>twee</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Lijst"/></w:pPr><w:r><w:t>drie</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
"""
STYLES = """
<w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Lijst"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
"""


def docx(body: str = DOCUMENT) -> bytes:
    """A Word document, with a style for headings, a list, a link and a note."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    root = f'<w:{{0}} xmlns:w="{WORD}" xmlns:r="{office}">{{1}}</w:{{0}}>'
    links = f'<Relationship Id="rId5" Type="{office}/hyperlink" Target="https://voorbeeld.nl/" TargetMode="External"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Zie het verslag.</w:t></w:r></w:p></w:footnote>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": root.format("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": root.format("styles", STYLES),
            "word/numbering.xml": root.format("numbering", NUMBERING),
            "word/footnotes.xml": root.format("footnotes", note),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{links}</Relationships>',
        }
    )


def _twice(name: str) -> bytes:
    """A document with one of its parts in it two times."""
    target = io.BytesIO(docx())
    with zipfile.ZipFile(target, "a") as archive, warnings.catch_warnings(action="ignore"):
        archive.writestr(name, "<x/>")
    return target.getvalue()


def _read(page: Page, name: str, data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(_READ, [name, base64.b64encode(data).decode()])
    return found


def test_a_word_document_is_read(page: Page) -> None:
    assert _read(page, "Verslag.DOCX", docx()) == {
        "text": (
            "### Aanleiding\n\n"
            "Een “citaat” en **vet** niet erbij [link](https://voorbeeld.nl/) (Zie het verslag.)\n\n"
            "- een\n    1. twee\n- drie\n\n"
            "| A | B |\n| :--- | :--- |\n| 1 2 |  |"
        ),
        "left": [TAKEN_OUT],
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_file_is_read(page: Page, name: str, encoding: str) -> None:
    assert _read(page, name, "Coöperatie:\r\n•\t“zon”".encode(encoding))["text"] == "Coöperatie:\n\n- “zon”"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"%PDF", "eindigt op .pdf kan ik niet lezen"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "eindigt op .doc kan ik niet lezen"),
        ("a.docx", b"\xd0\xcf\x11\xe0" * 20, "wachtwoord"),
        ("a.docx", b"", "wachtwoord"),
        ("a.docx", docx()[:-60], "beschadigd"),
        ("a.docx", packed({"x": "y"}), "beschadigd"),
        ("a.docx", docx("<w:p>"), "beschadigd"),
        ("a.docx", _twice("word/document.xml"), "beschadigd"),
        ("a.docx", packed({"word/document.xml": f"<!DOCTYPE x [<!ENTITY a 'ha'>]><x xmlns='{WORD}'/>"}), "beschadigd"),
        ("a.docx", docx(""), "geen tekst"),
        ("a.txt", b"\x00\x01\x02", "geen gewone tekst"),
        ("a.txt", b"", "geen tekst"),
        ("a.md", b"---\ntitle: x\n---\n", "Verder met een bestand"),
        ("a.txt", b"woord " * 80_000, "veel te veel voor een case"),
        ("a.docx", packed({"word/document.xml": " " * 25_000_000}), "uitgepakt te groot"),
    ],
)
def test_what_cannot_be_read_is_refused_in_dutch(page: Page, name: str, data: bytes, reason: str) -> None:
    assert reason in _read(page, name, data)["refused"]
