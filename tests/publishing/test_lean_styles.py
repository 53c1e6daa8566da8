"""The styles of the theme: what pages need stays, in one file with a name of its own."""

from pathlib import Path

import pytest

from kennisbank.publishing.lean_styles import FOLDER, Names, lighten, names_of, needed, with_scripts

NAMES = Names(frozenset({"md-nav", "md-nav__link", "kb-card"}), frozenset({"slate", "custom"}))


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".md-nav{a:b}.md-search{a:b}", ".md-nav{a:b}"),
        (".md-search .md-nav,.md-nav>.md-nav__link{a:b}", ".md-nav>.md-nav__link{a:b}"),
        ("html,#id,[dir=ltr] p{a:b}", "html,#id,[dir=ltr] p{a:b}"),
        (".md-nav:not(.md-search){a:b}", ".md-nav:not(.md-search){a:b}"),
        (".md-nav :is(.md-search,p){a:b}", ".md-nav :is(.md-search,p){a:b}"),
        ("[data-md-color-scheme=slate]{a:b}[data-md-color-primary=red]{a:b}", "[data-md-color-scheme=slate]{a:b}"),
        ("@media print{.md-search{a:b}.md-nav{a:b}}@media screen{.md-search{a:b}}", "@media print{.md-nav{a:b}}"),
        ("@font-face{src:url(a.woff2)}@keyframes x{to{top:0}}", "@font-face{src:url(a.woff2)}@keyframes x{to{top:0}}"),
        ('p{--a:url("data:x;{}");--b:1;c:var(--b)}', "p{--b:1;c:var(--b)}"),
        ("/* .md-nav{} */.w3\\.org{a:b}", ""),
    ],
)
def test_what_can_be_used_stays(css: str, left: str) -> None:
    assert needed(css, NAMES).replace(" ", "") == left.replace(" ", "")
    assert needed(needed(css, NAMES), NAMES) == needed(css, NAMES)


def test_a_property_that_another_sheet_asks_stays() -> None:
    assert "--a:1" in needed("p{--a:1}", NAMES, ["q{b:var( --a)}"])


def site_of(folder: Path) -> Path:
    """A site of one page, with a script of its own and one of the theme."""
    (folder / FOLDER).mkdir(parents=True)
    (folder / "assets/javascripts").mkdir()
    (folder / "assets/javascripts/own.js").write_text('x.className = "kb-made"', encoding="utf-8")
    (folder / "assets/javascripts/bundle.1.min.js").write_text('"md-nav--on md-search--on"', encoding="utf-8")
    (folder / FOLDER / "main.00000000.min.css").write_text(
        ".md-nav{a:1}.md-nav--on{a:2}.md-search--on{a:3}.kb-made{a:4}.md-none{a:5}", encoding="utf-8"
    )
    (folder / FOLDER / "palette.00000000.min.css").write_text("[data-md-color-scheme=slate]{a:6}", encoding="utf-8")
    (folder / FOLDER / "palette.00000000.min.css.map").write_text("{}", encoding="utf-8")
    (folder / FOLDER / "site.css").write_text(".md-none{b:1}", encoding="utf-8")
    return folder


PAGE = """<link rel="stylesheet" href="../assets/stylesheets/main.00000000.min.css">
<link rel="stylesheet" href="../assets/stylesheets/palette.00000000.min.css">
<link rel="stylesheet" href="../assets/stylesheets/site.css">
<body data-md-color-scheme="slate"><p class="md-nav kb-x">"""


def test_a_site_gets_one_lean_sheet_with_its_own_name(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert {"md-nav", "md-nav--on", "kb-made", "kb-x"} <= with_scripts(names_of(PAGE), site).classes
    asks = lighten(site, names_of(PAGE))
    lean, own = sorted((site / FOLDER).iterdir())
    assert own.name == "site.css" and own.read_text(encoding="utf-8") == ".md-none{b:1}"
    assert lean.read_text(encoding="utf-8") == (
        ".md-nav{a:1}.md-nav--on{a:2}.kb-made{a:4}[data-md-color-scheme=slate]{a:6}"
    )
    assert f'href="../{FOLDER}/{lean.name}"' in asks(PAGE) and "palette" not in asks(PAGE)
    assert lean.name != "main.00000000.min.css"


def test_a_class_that_the_theme_sets_and_that_belongs_to_no_part_stays(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site / "assets/javascripts/bundle.1.min.js").write_text(
        'x.classList.add("focus-visible");y("md-search--on",focus)', encoding="utf-8"
    )
    names = with_scripts(names_of(PAGE), site)
    kept = ".md-nav.focus-visible+p{a:1}"
    assert needed(f"{kept}.md-search--on{{a:2}}.focus{{a:3}}", names) == kept


@pytest.mark.parametrize("fault", ["}", "p{a b}", 'p{a:"b\n}', "p{a:url(b c)}", "@media print{p}", "p{a:(])}"])
def test_styles_with_a_fault_stay_as_they_are(tmp_path: Path, fault: str) -> None:
    site = site_of(tmp_path)
    sheet = site / FOLDER / "main.00000000.min.css"
    sheet.write_text(f"{sheet.read_text(encoding='utf-8')}{fault}", encoding="utf-8")
    before = {file.name: file.read_bytes() for file in (site / FOLDER).iterdir()}
    assert lighten(site, names_of(PAGE))(PAGE) == PAGE
    assert {file.name: file.read_bytes() for file in (site / FOLDER).iterdir()} == before


def test_another_content_gets_another_name(tmp_path: Path) -> None:
    names = set()
    for classes in ("md-nav", "md-none"):
        site = site_of(tmp_path / classes)
        lighten(site, names_of(PAGE.replace("md-nav", classes)))
        names |= {file.name for file in (site / FOLDER).glob("main.*")}
    assert len(names) == 2


def test_a_site_without_the_theme_stays_as_it_is(tmp_path: Path) -> None:
    assert lighten(tmp_path, names_of(PAGE))(PAGE) == PAGE
    assert list(tmp_path.iterdir()) == []
