"""Hidden, dangerous and spoilt characters: one table, and no way in, however they are spelled."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.checking.repair import repair
from kennisbank.findings.finding import Finding, Severity
from kennisbank.intake.cleaning import clean
from kennisbank.library.loading import load
from kennisbank.reading.characters import hides, kind_of, mended, met
from kennisbank.reading.documents import read_document
from kennisbank.reading.safe_text import visible
from kennisbank.reading.tree import Blob, Tree

FILE = "docs/x.md"
CASE = "---\ntitle: {title}\ndescription: Een pagina.\n---\n\n{body}\n"
# Everything in Unicode that cannot be seen or is not for text, but for the joiner, flags of regions and scripts of
# other writing systems, which are characters like any other.
STRANGE = [
    chr(code)
    for code in (*range(0x20), *range(0x7F, 0xA1), 0xAD, 0x61C, 0x180E, *range(0x2000, 0x2010), *range(0x2028, 0x2030))
    if chr(code) not in "\t\n\r"
] + [*map(chr, (0x205F, *range(0x2060, 0x2070), 0x3000, 0x3164, 0xE000, 0xF0B7, 0xF8FF, 0xFB01, 0xFEFF, 0xFFF9))]
STRANGE += [*map(chr, (0xFFFC + 1, 0xFFFE, 0xFFFF, 0x1D173, 0xE0041, 0xE0100, 0xF0000, 0x10FFFF, 0x132, 0x133))]
# Marks of scripts that nobody here writes, and signs of Unicode that no version has put to use yet.
STRANGE += [*map(chr, (0x180B, 0x180D, 0x180F, 0xFE0E, 0xFE0F, 0xFFF0, 0xFFF8, 0x13430, 0x13440, 0xE01F0, 0xE0FFF))]


def found_in(title: str = "Een titel", body: str = "Een zin.") -> tuple[Finding, ...]:
    document = read_document(Blob(FILE, CASE.format(title=title, body=body).encode()))
    return document.findings


def repaired(title: str = "Een titel", body: str = "Een zin.") -> str:
    tree: Tree = {FILE: Blob(FILE, CASE.format(title=title, body=body).encode())}
    return repair(tree, lambda tree: load(tree).findings, lambda _: True).tree[FILE].data.decode()


def words(text: str) -> list[str]:
    """The words of a text, with everything that is no letter or figure between them."""
    return re.findall(r"[^\W_]+", text)


@pytest.mark.parametrize("sign", STRANGE, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_strange_character_is_found_where_it_stands(sign: str) -> None:
    (finding,) = found_in(body=f"Een zin met {sign} erin.")
    assert (finding.place.line, finding.place.column) == (6, 13)
    assert finding.code in ("KB127", "KB134", "KB136", "KB137")
    assert f"U+{ord(sign):04X}" in finding.message or f"'{sign}'" in finding.message


@pytest.mark.parametrize("milder", ["\ufeff", "\u00ad", "\u00a0", "\u200b"], ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("worse", ["\x1b", "\u202e", "\u2028"], ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_is_worse_is_told_wherever_it_stands_in_a_row(milder: str, worse: str) -> None:
    for row in (milder + worse, worse + milder, milder + worse + milder):
        (finding,) = found_in(body=f"Een zin met {row} erin.")
        assert finding.code == "KB127" and f"U+{ord(worse):04X}" in finding.message, row.encode("unicode_escape")


@given(st.text(st.sampled_from(STRANGE), min_size=1, max_size=3))
def test_fields_that_cannot_be_read_are_never_only_a_warning(row: str) -> None:
    for front in (f't{row}itle) "x', f"title: [{row}", f"title: {row}: x: y"):
        document = read_document(Blob(FILE, f"---\n{front}\n---\n\nEen zin.\n".encode("utf-8", "surrogatepass")))
        told = [finding for finding in document.findings if finding.severity is Severity.ERROR]
        assert document.readable or told


@pytest.mark.parametrize("sign", STRANGE, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_strange_character_in_the_fields_is_found_there_and_nowhere_else(sign: str) -> None:
    findings = found_in(title=f'"Een {sign} titel"')
    assert {(finding.place.line, finding.place.column) for finding in findings} == {(2, 13)}
    assert len(findings) == 1


@pytest.mark.parametrize(
    "text", ["❤\ufe0f", "☎\ufe0e", "1\ufe0f\u20e3", "©\ufe0f", "👩\ufe0f\u200d🔬", "→\ufe0e", "🏳\ufe0f\u200d🌈"]
)
def test_what_makes_a_picture_of_a_sign_stays(text: str) -> None:
    assert not [*met(f"Een {text} hier.")] and not hides(text) and clean(text) == text == visible(text)


@pytest.mark.parametrize("sign", ["\ufe0e", "\ufe0f"])
@pytest.mark.parametrize("text", ["ni{}et", "{}niet", "1{}2", "1{}", "niet{}", "❤\ufe0f{}"])
def test_the_same_sign_hides_nothing_in_a_word(text: str, sign: str) -> None:
    assert hides(text.format(sign)) and clean(text.format(sign)) == text.format("")


@pytest.mark.parametrize("sign", STRANGE, ids=lambda sign: f"U+{ord(sign):04X}")
def test_checker_intake_reporters_and_proposals_agree(sign: str) -> None:
    kind = kind_of(sign)
    assert kind is not None
    assert (sign in clean(f"a {sign} b")) == (kind.mend is None and not kind.spelled)
    if unicodedata.category(sign) in ("Cc", "Cf", "Co", "Zl", "Zp"):
        assert hides(sign)
        assert sign not in visible(sign)


@pytest.mark.parametrize(
    ("spelled", "code"),
    [
        (r"\x7f", "KB127"),
        (r"\x00", "KB127"),
        (r"\0", "KB127"),
        (r"\e", "KB127"),
        (r"\b", "KB127"),
        (r"\r", "KB127"),
        (r"\u202e", "KB127"),
        (r"\u2066", "KB127"),
        (r"\U000E0041", "KB127"),
        (r"\L", "KB127"),
        (r"\N", "KB136"),
        (r"\x92", "KB136"),
        (r"\uFFFD", "KB136"),
        (r"\_", "KB134"),
        (r"\u00AD", "KB134"),
        (r"\uFEFF", "KB134"),
        (r"\uFB03", "KB137"),
    ],
)
def test_what_yaml_spells_is_found_at_its_place(spelled: str, code: str) -> None:
    (finding,) = found_in(title=rf'"Een é\\ {spelled} titel"')
    assert finding.code == code
    assert (finding.place.line, finding.place.column) == (2, 17)
    assert finding.place.end_column == 17 + len(spelled)


@pytest.mark.parametrize("fine", [r"\t", r"\n", r"\"", r"\\x7f", r"\u00e9", r"\x41", r"\/"])
def test_what_yaml_spells_may_be_fine(fine: str) -> None:
    assert found_in(title=f'"Een {fine} titel"') == ()
    assert found_in(title=r"'Een \x7f titel'") == ()


def test_a_mend_of_an_escape_can_be_read() -> None:
    assert 'title: "Een titel van nu"\n' in repaired(title=r'"Een\u2028titel\u202E v\u00ADan\u00a0nu"')


@pytest.mark.parametrize("spelled", ["&#x202e;", "&#8238;", "&shy;", "&zwj;", "&rlm;", "&nbsp;", "&#173;"])
def test_what_html_spells_is_found(spelled: str) -> None:
    (finding,) = found_in(body=f"Een {spelled} zin.")
    assert (finding.place.line, finding.place.column) == (6, 5)


@pytest.mark.parametrize("fine", ["&amp;", "&eacute;", "&#233;", "&onzin;", "&#xD800;", "R&D;"])
def test_other_references_stay(fine: str) -> None:
    assert found_in(body=f"Een {fine} zin.") == ()


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("zoâ€™n coÃ¶peratie", "zo’n coöperatie"),
        ("zo\u00e2\u0080\u0099n", "zo’n"),
        ("â€œJaâ€\u009d", "“Ja”"),
        ("â‚¬ 5 Ã\u00a0 la", "€ 5 à la"),
        ("EÃ©n dertig Â°C", "Eén dertig °C"),
        ("coÃƒÂ¶peratie", "coöperatie"),
        ("ï»¿Een zin", "Een zin"),
        ("Foto\u0092s van \u0096 wachten\u0085", "Foto’s van – wachten…"),
        ("\uf0b7 Eerst bellen", "• Eerst bellen"),
        ("Zie de kaart.\ufffc", "Zie de kaart."),
        ("eﬃciënte proﬁelen van ĳs", "efficiënte profielen van ijs"),
        ("Zaanstad en IVN\u2028zochten\x0been manier", "Zaanstad en IVN zochten een manier"),
        ("sport\u00adhal\u00a0 \u202eis\u202c zo\x07.", "sporthal  is zo."),
        ("zon\x00wind a\x00\u200bb\u200b\x00c", "zon wind a b c"),
        ("👩\u200d💻 \u200da\u200d", "👩\u200d💻 a"),
    ],
)
def test_what_was_spoilt_is_mended(spoilt: str, right: str) -> None:
    assert repaired(body=spoilt) == CASE.format(title="Een titel", body=right)
    assert clean(spoilt).replace("\n", " ") == right


@pytest.mark.parametrize("fine", ["Grand Café’”", "Škoda, Ærø, façade, Ångström", "Ã en â", "« Â »", "ﾊ 漢字 ½ ² ™ €"])
def test_what_looks_like_it_stays(fine: str) -> None:
    assert list(met(fine)) == []


odd = st.text(st.sampled_from([*STRANGE, *"abé’ \nÃ¶â€™\u200d👩"]), max_size=30)


@given(odd)
def test_mending_is_done_at_once_and_leaves_only_what_nobody_knows(text: str) -> None:
    made = mended(text)
    assert mended(made) == made
    assert [one for one in met(made) if one.mend is not None] == []


@given(st.lists(st.sampled_from(["zon", "wind", "één"]), min_size=2, max_size=6), st.data())
def test_mending_never_joins_words_that_were_apart(parts: list[str], data: st.DataObject) -> None:
    apart = st.sampled_from(["\x00", "\x0b", "\x0c", "\u2028", "\u2029", "\x85", "\u00a0", "\x1f\u200b", "\u200b\x01"])
    text = "".join(f"{part}{data.draw(apart)}" for part in parts)
    assert words(mended(text)) == parts
    assert words(repaired(body=f"Begin {text} einde"))[6:] == ["Begin", *parts, "einde"]


def test_yaml_that_cannot_hold_a_character_is_told_at_that_character() -> None:
    (finding,) = found_in(title="Eén coöperatie\x92 hier")
    assert (finding.code, finding.place.line, finding.place.column) == ("KB136", 2, 22)
