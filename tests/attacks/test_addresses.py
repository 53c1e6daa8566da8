"""Addresses that lead elsewhere than they seem to: a finding, wherever and however they are written."""

import pytest

from ..support.chance import few
from ..support.checked import findings_of
from ..support.hostile import attacked

USER_INFO = (
    "https://www.tilburg.nl@evil.nl/",
    "HTTPS://www.tilburg.nl@evil.nl/",
    "hTTp://www.tilburg.nl:80@evil.nl",
    "https://www.tilburg.nl\\@evil.nl/",
    "https:\\\\www.tilburg.nl@evil.nl/",
    "https:///www.tilburg.nl@evil.nl/",
)
# In a text a sign can be written with a code of HTML; in a field a code is what it is.
IN_CODES = (
    *(f"https://www.tilburg.nl{at}evil.nl/" for at in ("&commat;", "&#64;", "&#x40;", "&#0064;")),
    *("https:&sol;&#47;www.tilburg.nl@evil.nl/", "https&colon;//www.tilburg.nl@evil.nl/"),
    *("&#104;ttps://www.tilburg.nl@evil.nl/", "https://www.tilburg.nl&#92;@evil.nl/", "https://a&amp;b.nl&commat;c.nl"),
)
ALPHABETS = (
    *("https://t\u0456lburg.nl/", "HTTPS://t\u0456lburg.nl/", "https://tilburg\u3002nl.example/"),
    # The same letter, spelled so that it is not seen; and a dot.
    *(
        "https://t%D1%96lburg.nl/",
        "https://t%d0%86lburg.nl/",
        "https://xn--tlburg-pvf.nl/",
        "https://XN--TLBURG-PVF.nl/",
    ),
    *("https://tilburg%2Enl.example/", "https://tilburg%FF.nl/"),
    # Signs that become an ordinary letter when they are made small: of Kelvin, and of Angstrom.
    *("https://voorbeeld.nl\u212a/", "https://\u212a.nl/", "https://%E2%84%AA.nl/", "https://\u212b.nl/"),
)
ALPHABETS_IN_CODES = (
    *(
        "https://t&iukcy;lburg.nl/",
        "https://t&#1110;lburg.nl/",
        "https://t&#x456;lburg.nl/",
        "https://t&#37;D1%96lburg.nl/",
    ),
    *("https://tilburg&#x3002;nl.example/", "https://&#x212A;.nl/", "htt&#112;s://t\u0456lburg.nl/"),
)
LINKS = {"as a link": "[Tilburg]({})", "in angles": "[Tilburg](<{}>)", "by name": "[Tilburg][x]\n\n[x]: {}"}
HOW = {"as it is": "{}", "in angles": "<{}>", "as a link": "[Tilburg]({})", "by name": "[Tilburg][x]\n\n[x]: {}"}


def codes(place: str, text: str) -> set[str]:
    """The codes of the errors and warnings when a text stands somewhere."""
    return {finding.code for finding in findings_of(attacked({place: text}))}


@pytest.mark.slow
@pytest.mark.parametrize("place", ["section", "certainty", "page.body"])
@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("address", USER_INFO)
def test_a_name_in_front_of_the_site_is_a_finding(address: str, how: str, place: str) -> None:
    is_link = "\\" not in address[:9] or how.endswith(("link", "name"))
    assert ("KB231" in codes(place, f"Zie {HOW[how].format(address)} voor meer.")) is is_link


@pytest.mark.parametrize("place", ["section", "certainty", "page.body"])
@pytest.mark.parametrize("how", LINKS)
@pytest.mark.parametrize("code", ["KB231", "KB232"])
def test_no_address_hides_in_codes(code: str, how: str, place: str) -> None:
    """It is judged as it comes on the page, and told once: each on a line of its own."""
    addresses = IN_CODES if code == "KB231" else ALPHABETS_IN_CODES
    links = (LINKS[how].replace("[x]", f"[x{number}]").format(one) for number, one in enumerate(addresses))
    tree = attacked({place: "\n\n".join(f"Zie {link} voor meer." for link in links)})
    found = [finding for finding in findings_of(tree) if finding.code == code]
    assert len(found) == len({finding.place for finding in found}) == len(addresses), found


def test_codes_in_an_ordinary_address_are_fine() -> None:
    for how in LINKS.values():
        text = how.format("https://www.voorbeeld.nl/a&amp;b?c=d&commat;e&#64;f#g&iukcy;")
        assert {"KB231", "KB232"}.isdisjoint(codes("section", f"Zie {text} voor meer."))


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("address", few(ALPHABETS, daily=len(ALPHABETS) // 3))
def test_letters_of_another_alphabet_are_told(address: str, how: str) -> None:
    assert "KB232" in codes("section", f"Zie {HOW[how].format(address)} voor meer.")


@pytest.mark.parametrize("address", USER_INFO)
def test_a_field_holds_no_such_address(address: str) -> None:
    assert "KB231" in codes("sources.0.url", address)


@pytest.mark.parametrize("address", [one for one in ALPHABETS if "lburg." in one])
def test_the_real_name_is_told(address: str) -> None:
    (found,) = [one for one in findings_of(attacked({"sources.0.url": address})) if one.code == "KB232"]
    assert "xn--tlburg-pvf.nl" in found.message


@pytest.mark.parametrize("name", ["xn--caf-dma.nl", "café.nl", "CAFÉ.NL", "xn--.nl", "xn--99999999999.nl", "a-b.nl:80"])
def test_an_ordinary_name_is_fine(name: str) -> None:
    assert "KB232" not in codes("sources.0.url", f"https://{name}/%2E%D1%96")


def test_an_ordinary_address_is_not() -> None:
    for how in HOW.values():
        assert codes("section", f"Zie {how.format('https://www.voorbeeld.nl/a_(b)?c=d#e')} voor meer.") <= {"KB308"}
