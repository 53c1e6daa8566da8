"""A sitemap that search engines would not take is put in parts that they do take; any other stays as it is."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.publishing.finishing import finish
from kennisbank.publishing.sitemap import split_sitemap

from .test_finishing import site_of

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOST = "https://voorbeeld.nl/a/"
# As theme/sitemap.xml writes it.
START = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
END = "\n</urlset>"
Address = tuple[str, str]
ADDRESSES = st.lists(
    st.tuples(st.text(alphabet="abé-/", max_size=20), st.sampled_from(["", "2026-11-29"])), max_size=40
)


def written(site: Path, addresses: list[Address]) -> str:
    """The sitemap with these addresses, and the days on which they changed."""
    days = [(f"{HOST}{name}?a&amp;b", f"<lastmod>{day}</lastmod>" if day else "") for name, day in addresses]
    text = START + "".join(f"\n  <url><loc>{address}</loc>{day}</url>" for address, day in days) + END
    site.mkdir(parents=True, exist_ok=True)
    (site / "sitemap.xml").write_text(text, encoding="utf-8")
    return text


def told(file: Path) -> list[Address]:
    """What a search engine reads in a file with addresses: each, with its day."""
    root = ET.fromstring(file.read_bytes())  # noqa: S314 - our own
    assert root.tag == f"{SPACE}urlset"
    return [(url.findtext(f"{SPACE}loc") or "", url.findtext(f"{SPACE}lastmod") or "") for url in root]


def parts(site: Path) -> list[Path]:
    """The files that the index names."""
    root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314
    assert root.tag == f"{SPACE}sitemapindex"
    found = [one.findtext(f"{SPACE}loc") or "" for one in root]
    assert all(address.startswith(HOST) for address in found)
    return [site / address.removeprefix(HOST) for address in found]


@given(addresses=ADDRESSES, most=st.integers(1, 12), largest=st.integers(400, 3_000))
def test_the_parts_hold_all_addresses_in_order_and_none_is_too_large(
    tmp_path_factory: pytest.TempPathFactory, addresses: list[Address], most: int, largest: int
) -> None:
    site = tmp_path_factory.mktemp("site")
    text = written(site, addresses)
    split_sitemap(site, HOST, most, largest)
    expected = [(f"{HOST}{name}?a&b", day) for name, day in addresses]
    if len(addresses) <= most and len(text.encode("utf-8")) <= largest:
        assert (site / "sitemap.xml").read_text(encoding="utf-8") == text
        assert told(site / "sitemap.xml") == expected
        return
    files = parts(site)
    assert {*files, site / "sitemap.xml"} == {*site.iterdir()}
    assert [address for file in files for address in told(file)] == expected
    assert all(0 < len(told(file)) <= most and file.stat().st_size <= largest for file in files)


def test_the_limits_are_those_of_search_engines(tmp_path: Path) -> None:
    for site, number in ((tmp_path / "net", 50_000), (tmp_path / "meer", 50_001)):
        text = written(site, [(f"{at}/", "") for at in range(number)])
        split_sitemap(site, HOST)
        split_sitemap(site, HOST)  # once more changes nothing
        whole = (site / "sitemap.xml").read_text(encoding="utf-8") == text
        assert whole == (number == 50_000)
    assert [len(told(file)) for file in parts(tmp_path / "meer")] == [50_000, 1]


def test_the_sitemap_of_a_site_can_be_split(published_site: Path, tmp_path: Path) -> None:
    before = told(published_site / "sitemap.xml")
    (tmp_path / "sitemap.xml").write_bytes((published_site / "sitemap.xml").read_bytes())
    split_sitemap(tmp_path, HOST, 20)
    assert len(before) > 100 and [address for file in parts(tmp_path) for address in told(file)] == before
    # As the file itself is set out.
    assert parts(tmp_path)[0].read_text(encoding="utf-8").startswith(f"{START}\n  <url><loc>")


def test_a_site_is_finished_with_a_sitemap_that_is_not_packed(tmp_path: Path) -> None:
    site = site_of(tmp_path, 2)
    written(site, [(f"cases/{at}/", "") for at in range(50_001)])
    (site / "sitemap.xml.gz").write_bytes(b"")
    finish(site, HOST)
    assert [file.name for file in parts(site)] == ["sitemap-1.xml", "sitemap-2.xml"]
    assert {*site.glob("sitemap*")} == {site / "sitemap.xml", *parts(site)}
