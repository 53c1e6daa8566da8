"""The look of the site as files: one style for every page, in parts by what they dress, and own type."""

import re
from pathlib import Path

from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import STYLE

from ..conftest import ROOT

PARTS = sorted((ROOT / STYLE).glob("*.css"))
MOST_FONT_BYTES = 90_000


def test_the_parts_of_the_style_come_as_one_file_in_order(artifacts: tuple[Artifact, ...]) -> None:
    made = {artifact.uri: artifact.content for artifact in artifacts}
    joined = made["assets/stylesheets/site.css"]
    assert isinstance(joined, bytes)
    whole = b"\n".join(part.read_bytes() for part in PARTS)
    assert b"/*" not in joined and len(joined) < len(whole) * 0.85
    # What is left is the same to a browser: the same signs in the same order, and white space where there was some.
    bare = re.sub(rb"/\*.*?\*/", b"", whole, flags=re.DOTALL)
    assert joined.split() == bare.split()
    assert not [uri for uri in made if uri.startswith("assets/stylesheets/site/")]


def test_no_style_is_longer_than_a_module() -> None:
    styles = sorted((ROOT / "docs/assets/stylesheets").rglob("*.css"))
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in styles}
    assert PARTS
    assert {name: length for name, length in lengths.items() if length > 400} == {}
    assert {part.name for part in PARTS if lengths[part.name] > 250} == set()


def test_fonts_are_ours_small_licensed_and_all_used() -> None:
    fonts = sorted((ROOT / "docs/assets/fonts").glob("*"))
    styles = "".join(part.read_text(encoding="utf-8") for part in PARTS)
    assert {Path(url).name for url in re.findall(r'url\("([^"]+)"\)', styles)} == {font.name for font in fonts}
    assert sum(font.stat().st_size for font in fonts) <= MOST_FONT_BYTES
    licences = (ROOT / "REUSE.toml").read_text(encoding="utf-8")
    assert all(f'"docs/assets/fonts/{font.name}"' in licences for font in fonts)
    assert (ROOT / "LICENSES/OFL-1.1.txt").is_file()
