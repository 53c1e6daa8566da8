"""What the form takes in: pastes, Word documents and case files that would keep a page busy, or break it later.

What is within bounds comes in; of what is more, the plain words do, or nothing with the reason. A page that hangs is
seen by the clock of the test, which is set far above what any of this takes.
"""

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page

from kennisbank.checking.example_folders import example_tree
from kennisbank.faces.assistant_known import known
from kennisbank.faces.assistant_rules import rules
from kennisbank.library.library import Library
from kennisbank.reading.tree import MAX_BYTES

from ..conftest import ROOT
from ..faces.test_assistant_opening import _OPEN
from ..faces.test_assistant_pasting import _PASTE, _READ
from ..support.chance import few
from ..support.hostile import CASE
from ..support.in_browser import NEEDS_BROWSER, served
from ..support.tables import packed

pytestmark = [NEEDS_BROWSER, pytest.mark.slow, pytest.mark.timeout(60)]

_LINES = """async (plain) => (await import("/assets/javascripts/assistant/paste.js")).lines(plain)"""
# Only what the tests look at leaves the page: twenty thousand findings are six megabytes, which took two seconds.
_JUDGE = f"""(asked) => ({_OPEN})(asked).then(([found]) =>
    ("refused" in found ? found : {{ text: found.text, isList: Array.isArray(found.findings) }}))"""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    """A page that can load the modules; nothing may ever open a window in it."""
    with served(ROOT / "docs") as address:
        page = browser.new_page()
        windows: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            windows.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        page.goto(f"{address}assets/stylesheets/site.css")
        yield page
        page.close()
        assert windows == []


PASTES = {
    "10,000 layers": "<div>" * 10_000 + "WOORD",
    "lists in lists": "<ul><li>a" * 10_000 + "<li>WOORD",
    "quotes in quotes": "<blockquote><p>WOORD" * 10_000,
    "tables in tables": "<table><tr><td>WOORD<td>" * 5_000,
    "spans in spans": "<p><span> " * 10_000 + "WOORD",
    "bold in bold": "<b><i>a " * 10_000 + "WOORD",
    "five megabytes of words": "<p>" + "WOORD " * 900_000,
    "five megabytes of paragraphs": "<p>WOORD" * 700_000,
    "styles that are never closed": "<p>WOORD" + "<style " * 700_000,
    "tags that are never closed": "<p>WOORD</p>" + "<a " * 1_000_000,
    "a table as wide as it is long": "<table><tr>" + "<td>a" * 50_000 + "<tr><td>WOORD" * 50_000,
    "cells that say that they are wide": "<table>" + '<tr><td colspan="1000">a<td>WOORD' * 9_000,
    "one row for many": "<table>" + "<tr>" + '<td colspan="50">a' * 4_000 + "<tr><td>WOORD" * 4_000,
    "spaces in a style": f'<p style="font-weight:a{" " * 400_000}b">WOORD</p>',
    "marks of lists in a style": f'<p style="{"mso-list:" * 300_000}">WOORD</p>',
    "a level below nought": '<ul><li>a</ul><p data-depth="-5">WOORD</p>',
    "a level that is no number": '<p data-depth="x" data-ordered="true">WOORD</p><p data-depth="Infinity">b</p>',
    "breaks": f"<p><b>WOORD</b>{'<br>' * 15_000}b",
    "spaces that are bold": f"<p>a{'<b> </b>' * 15_000}WOORD",
    "signs of code": f"<p><b>{'`' * 100_000}WOORD",
    "scripts": "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>"
    "<p onclick=alert(1)><b>WOORD</b> <a href='javascript:alert(1)'>x</a><iframe srcdoc='<script>alert(1)</script>'>",
}


@pytest.mark.parametrize("name", few(PASTES, daily=5))
def test_a_paste_comes_in_with_its_words(opened: Page, name: str) -> None:
    found = opened.evaluate(_PASTE, [PASTES[name], "WOORD"])
    assert "WOORD" in found["text"] and len(found["text"]) < 32 * MAX_BYTES
    assert "javascript:" not in found["text"]


def test_what_has_too_much_layout_comes_without_and_says_so(opened: Page) -> None:
    assert opened.evaluate(_PASTE, [PASTES["lists in lists"], "• WOORD"]) == {
        "text": "- WOORD",
        "left": ["de opmaak, want die is te groot"],
    }


@pytest.mark.parametrize("sign", ["\n", " ", "\t", "•", "•\t", "1.", "-"])
def test_plain_words_for_a_list_come_in(opened: Page, sign: str) -> None:
    text = f"a{sign * (100_000 // len(sign))}WOORD"
    for found in (opened.evaluate(_LINES, text), opened.evaluate(_PASTE, ["", text])):
        assert found["text"].endswith("WOORD")


def _word(body: str, **parts: str) -> bytes:
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": document, **{f"word/{name}.xml": text for name, text in parts.items()}})


def _text(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


_NOTE = f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="1"><w:p><w:r><w:t>{"x" * 1_000_000}'
_NOTE += "</w:t></w:r></w:p></w:footnote></w:footnotes>"
_STYLE = f'<w:styles xmlns:w="{_W}"><w:style w:styleId="a">{"<w:a/>" * 100_000}</w:style></w:styles>'
_STYLED = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>WOORD</w:t></w:r></w:p>'
_ODD = '<w:p><w:pPr><w:pStyle w:val="constructor"/><w:numPr><w:ilvl w:val="-5"/><w:numId w:val="__proto__"/></w:numPr>'
_ODD += '</w:pPr><w:r><w:footnoteReference w:id="constructor"/><w:t>WOORD</w:t></w:r></w:p>'
REFUSED = {
    "one note, a thousand times": _word(
        '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 1_000, footnotes=_NOTE
    ),
    "10,000 layers": _word(f"<w:p>{'<w:r>' * 10_000}<w:t>WOORD</w:t>{'</w:r>' * 10_000}</w:p>"),
    "tables in tables": _word("<w:tbl><w:tr><w:tc>" * 1_000 + _text("WOORD") + "</w:tc></w:tr></w:tbl>" * 1_000),
    "a million paragraphs": _word(_text("a") * 300_000),
    "a wide table": _word(
        f"<w:tbl><w:tr>{'<w:tc/>' * 5_000}</w:tr>" + f"<w:tr><w:tc>{_text('WOORD')}</w:tc></w:tr>" * 3_000 + "</w:tbl>"
    ),
}
TAKEN = {
    "a style of a hundred thousand parts": _word(_STYLED * 2_000, styles=_STYLE),
    "names that every object has": _word(_ODD),
    "markup as words": _word(_text("&lt;script&gt;alert(1)&lt;/script&gt; WOORD")),
}


@pytest.mark.parametrize("name", few(REFUSED, daily=2))
def test_a_word_document_with_too_much_is_refused(opened: Page, name: str) -> None:
    found = opened.evaluate(_READ, ["a.docx", _sent(REFUSED[name])])
    assert "veel te veel" in found.get("refused", "") or "niet te lezen" in found.get("refused", ""), found


@pytest.mark.parametrize("layers", [1_000, 4_000, 7_000])
def test_layers_that_a_browser_may_just_have_room_for_are_read_or_refused(opened: Page, layers: int) -> None:
    document = _word(f"<w:p>{'<w:r>' * layers}<w:t>WOORD</w:t>{'</w:r>' * layers}</w:p>")
    found = opened.evaluate(_READ, ["a.docx", _sent(document)])
    assert found.get("text") == "WOORD" or "veel te veel" in found["refused"] or "niet te lezen" in found["refused"]


@pytest.mark.parametrize("name", TAKEN)
def test_a_word_document_that_is_only_odd_is_read(opened: Page, name: str) -> None:
    found = opened.evaluate(_READ, ["a.docx", _sent(TAKEN[name])])
    assert "WOORD" in found["text"] and "<script" not in found["text"] and "function" not in found["text"]


def _sent(data: bytes) -> str:
    return base64.b64encode(data).decode()


_WHOLE = example_tree("", "goed")[CASE].data.decode()
_MOST = MAX_BYTES - 8_000


def _front(line: str) -> str:
    return _WHOLE.replace("---\n", f"---\n{line}", 1)


def _body(text: str) -> str:
    return _WHOLE.replace("## Resultaat\n", f"{text}\n\n## Resultaat\n", 1)


def _many(unit: str, most: int = _MOST) -> str:
    return unit * (most // len(unit.encode()))


DRAFTS = {
    "spaces in a name": _front(f"a{_many(' ')}b\n"),
    "spaces behind a name": _front(f"a{_many(' ')}: b\n"),
    "short texts": _front("".join(f'k{number}: ""\n' for number in range(11_000))),
    "lists of texts": _front(f"a:\n{_many('- ' + chr(34) * 2 + chr(10))}"),
    "blocks": _front("".join(f"k{number}: |\n x\n" for number in range(8_000))),
    "spaces in a list": _front(f"a: [b{_many(' ')}c]\n"),
    "spaces in quotes": _front(f'a: "b{_many(" ")}c\n  d"\n'),
    "lines in quotes": _front(f'a: "b{_many(chr(10))}c"\n'),
    "brackets": _front(f"a: {_many('[')}\n"),
    "dashes": _front(f"a:\n  {_many('- ')}b\n"),
    "names in names": _front("".join(f"{' ' * depth}a:\n" for depth in range(400))),
    "values in a list": _front(f"a: [{_many('b, ')}c]\n"),
    "comments": _front(_many("# a\n")),
    "signs that nobody sees": _front(f'a: "{_many("a" + chr(0x200B), 90_000)}"\n'),
    "remarks": _body(_many("<!-- -->")),
    "remarks that stay open": _body(_many("<!--")),
    "tags": _body(_many("<b>", 60_000)),
    "notes": _body(_many("[^a]", 60_000)),
    "addresses": _body(_many("x@voorbeeld.nl ", 60_000)),
    "links": _body(_many("[a](https://voorbeeld.nl) ", 60_000)),
    "headings": _body(_many("## a\n", 60_000)),
    "brackets in the text": _body(_many("[", 60_000)),
    "spaces in the text": _body(f"a{_many(' ', 60_000)}b"),
    "lines in the text": _body(f"a{_many(chr(10), 60_000)}b"),
    "numbers in the text": _body(_many("12 woningen. ", 60_000)),
    "prototypes": _front("constructor: x\ntoString: [a]\nhasOwnProperty: {valueOf: 1}\n"),
    "a prototype": _front("__proto__: {isAdmin: true}\n"),
    "a prototype in brackets": _front('a: {"__proto__": {isAdmin: true}}\n'),
    "names of the list that every object has": _WHOLE.replace("zonnedak", "constructor").replace("energie", "toString"),
}


@pytest.mark.parametrize("name", few(DRAFTS, daily=9))
def test_a_draft_is_opened_and_judged_or_refused(opened: Page, library: Library, name: str) -> None:
    told = {"rules": rules(library), "tables": known(library)}
    asked = {"texts": [DRAFTS[name]], "change": {}, "name": "x.md", **told}
    found = opened.evaluate(_JUDGE, asked)
    if "refused" in found:
        assert "niet te lezen" in found["refused"], found
    else:
        assert found["text"] == DRAFTS[name] and found["isList"]
    assert opened.evaluate("({}).isAdmin === undefined")


_SIZES = """async () => {
    const { textOf } = await import("/assets/javascripts/assistant/open.js");
    const told = (bytes) => textOf(new File([new Uint8Array(bytes)], "a.md")).then(() => "open", (error) => error.name);
    return [await told(128 * 1024), await told(128 * 1024 + 1)];
}"""


def test_no_larger_draft_is_opened_than_the_checker_takes(opened: Page) -> None:
    assert MAX_BYTES == 128 * 1024 and opened.evaluate(_SIZES) == ["open", "Refused"]
