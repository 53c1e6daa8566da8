"""Whether two built sites are the same to a reader: what is compared, what is said, and when it fails."""

import re
from pathlib import Path

import pytest

from compare_exit import Known, Page, differences, main, read_page, split_known

from ..support.on_disk import put

PAGE = '<head><meta name="generator" content="bouwer-1"></head><nav>{nav}</nav><main>{main}</main>'


def _site(folder: Path, **pages: str) -> Path:
    put(folder, "index.html", PAGE.format(nav="Thuis", main="Thuis"))
    for name, text in pages.items():
        put(folder, f"{name}/index.html", PAGE.format(nav=folder.name, main=text))
    return folder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>Een twee</p>", "<p>Een\n\n   <b>twee</b></p>"),
        ("<p>Een</p><script>1</script>", "<style>p {}</style><p>Een</p><template>x</template>"),
        ('<a href="../b/">B</a>', '<a class="x" href="../x/../b/">B</a>'),
    ],
)
def test_what_a_reader_does_not_notice_is_the_same(one: str, other: str) -> None:
    assert read_page(f"<main>{one}</main>", "a/") == read_page(f"<main>{other}</main>", "a/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>Een twee</p>", "<p>Eentwee</p>"),
        ("<p>Een</p>", ""),
        ('<a href="../b/">B</a>', '<a href="../../b.md">B</a>'),
        ('<a href="../b/">B</a>', "B"),
        ('<a href="../../b/">B</a>', '<a href="/b/">B</a>'),
        ('<a href="../../b/">B</a>', '<a href="../../../b/">B</a>'),
        ('<img src="../a.svg">', '<img src="a.svg">'),
        ('<form action="../b/"></form>', "<form></form>"),
    ],
)
def test_what_a_reader_notices_is_a_difference(one: str, other: str) -> None:
    pages = [{"a/": read_page(f"<main>{each}</main>", "a/b/")} for each in (one, other)]
    assert [address for address, _ in differences(*pages)] == ["a/"]
    assert list(differences(pages[0], pages[0])) == []


def test_a_page_without_main_is_read_whole() -> None:
    assert read_page('<p>Verhuisd naar <a href="../b/">B</a></p>', "a/") == Page(("Verhuisd", "naar", "B"), ("b/",))
    assert read_page("", "a/") == Page((), ())


def test_equal_sites_end_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites = [str(_site(tmp_path / name, cases="Een twee")) for name in ("een", "twee")]
    assert main(sites) == 0
    assert capsys.readouterr().out == "2 pagina's en 3 woorden vergeleken met bouwer-1: 0 verschillen.\n"


def test_every_difference_is_told_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = _site(tmp_path / "een", cases="Een twee drie", weg="X", links='<a href="../b/">B</a>')
    theirs = _site(tmp_path / "twee", cases="Een vier drie", erbij="X", links='<a href="../c/">B</a>')
    assert main([str(ours), str(theirs)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "/cases/: andere tekst: 'twee' is hier 'vier'",
        "/erbij/: deze pagina is er alleen hier",
        "/links/: andere link: 'b/' is hier 'c/'",
        "/weg/: deze pagina ontbreekt",
        "4 pagina's en 6 woorden vergeleken met bouwer-1: 4 verschillen.",
    ]


@pytest.mark.parametrize("arguments", [[], ["een"], ["een", "twee"], ["een", "twee", "drie"]])
def test_what_cannot_be_compared_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    _site(tmp_path / "een")
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, said = capsys.readouterr()
    assert out == "" and said.startswith(("Gebruik: ", "Fout: in twee staat geen site."))


def test_a_known_fault_counts_for_one_version_and_as_long_as_it_is_there() -> None:
    fault = Known("bouwer-1", re.compile("^cases/"), "laat een woord weg")
    found = [("cases/a/", "andere tekst"), ("lessen/b/", "andere tekst")]
    assert split_known(found, "bouwer-1", (fault,)) == ([found[1]], [])
    assert split_known(found, "bouwer-2", (fault,)) == (found, [])
    assert split_known(found[1:], "bouwer-1", (fault,)) == ([found[1]], [fault])
