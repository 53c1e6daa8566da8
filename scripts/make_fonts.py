"""Makes the fonts of the site from the fonts that their makers publish: only the letters that Dutch and Frisian need.

    python scripts/make_fonts.py FOLDER

FOLDER holds the npm packages @fontsource-variable/source-sans-3 and @fontsource-variable/newsreader, as
`npm install` lays them below node_modules/. The licence (SIL OFL 1.1) reserves the name Source for the makers, so
what we change has a name of its own. Needs `pip install fonttools brotli`; nothing else in the project does.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "docs" / "assets" / "fonts"
LETTERS = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *(ord(sign) for sign in "ŒœŠšŽžŸĲĳŵŷŴŶƒˆ–—‘’‚“”„†•…‰‹›€™←↑→↓−≈≠≤≥×₂✓\u202f"),
}
FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "lnum", "tnum", "frac", "sups", "calt"]
# Which file, what it is called here, and the weights it keeps: titles have one, so that a first view stays light.
MADE = (
    ("source-sans-3/files/source-sans-3-latin-wght-normal.woff2", "versneller-sans", (400, 700)),
    ("newsreader/files/newsreader-latin-wght-normal.woff2", "versneller-serif", (600, 600)),
)


def make(source: Path, name: str, weights: tuple[int, int]) -> None:
    """Write one font: fewer letters, fewer weights, our own name."""
    font = TTFont(source)
    options = Options(flavor="woff2", layout_features=FEATURES, name_IDs=[0, 1, 2, 13, 14], hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weights if weights[0] < weights[1] else weights[0]}, inplace=True)
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = name.replace("-", " ").title()
    font.flavor = "woff2"
    font.save(FONTS / f"{name}.woff2")


if __name__ == "__main__":
    FONTS.mkdir(exist_ok=True)
    for path, named, kept in MADE:
        make(Path(sys.argv[1]) / "@fontsource-variable" / path, named, kept)
