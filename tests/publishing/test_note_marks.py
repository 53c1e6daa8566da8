"""No reader sees the mark of a note as it stands in the sources: only code shows one, and who explains the mark."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

_CODE = "pre, code, script, style, textarea, template"

# How the list of fields tells a writer to cite.
_EXPLAINED = "Verwijs in de tekst met [^sleutel]."


def _raw(site: Path) -> tuple[int, dict[str, str]]:
    """How many pages there are, and those that show a mark, with what stands there."""
    files = sorted(site.rglob("*.html"))
    found = {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        if "[^" not in text:
            continue
        page = LexborHTMLParser(text)
        page.strip_tags([tag.strip() for tag in _CODE.split(",")], recursive=True)
        shown = page.body.text().replace(_EXPLAINED, "") if page.body else ""
        if "[^" in shown:
            at = shown.index("[^")
            found[file.relative_to(site).as_posix()] = shown[max(0, at - 40) : at + 40]
    return len(files), found


def test_no_page_of_the_example_shows_a_mark(site: Path) -> None:
    count, raw = _raw(site)
    assert count > 50 and raw == {}


def test_no_page_that_readers_get_shows_a_mark(real_site: Path) -> None:
    count, raw = _raw(real_site)
    assert count > 100 and raw == {}
