"""The last look at a page: what runs, loads or sends and is not ours stops the build, with the name of the page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.publishing.page_guard import Refused, _in_elements, _is_harmless, guard, judge
from kennisbank.publishing.theme_scripts import scripts_of
from kennisbank.reading.plain_tags import is_plain_code

from ..support.chance import examples

HOSTILE = [
    "<p onclick=x>",
    "<p style=x>",
    "<style>x</style>",
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)",
    "<script type=module>1</script>",
    "<script type=text/plain>x</script>",
    "<script>var palette=1</script>",
    "<script src=//evil/x.js></script>",
    "<script src='data:,x'></script>",
    "<script src='https://evil/x.js'></script>",
    "<img src=https://evil/x.png>",
    "<img src=//evil/x.png>",
    "<img src=data:image/png;base64,x>",
    "<img srcset='https://evil/x.png 2x'>",
    "<a href='java\tscript:x'>",
    "<a href=' javascript:x'>",
    "<a href='JAVASCRIPT:x'>",
    "<a href=data:text/html,x>",
    "<a href=vbscript:x>",
    "<a href='\\\\evil'>",
    "<a href=/\\evil>",
    "<a ping=https://evil href=x>",
    "<svg onload=x>",
    "<svg><a xlink:href=javascript:x>",
    "<svg><use href=//evil/x.svg>",
    "<svg><image href=https://evil/x.png>",
    "<svg><set attributeName=href to=javascript:x>",
    "<svg><foreignObject><p>",
    "<math><mi>",
    "<iframe src=x>",
    "<object data=x>",
    "<embed src=x>",
    "<base href=//evil>",
    "<meta http-equiv=refresh content='0;url=//evil'>",
    '<meta http-equiv="refresh" content="0; url=//evil/">',
    '<meta http-equiv="refresh" content="0; url=..//evil/">',
    '<meta http-equiv="refresh" content="0; url=javascript:x">',
    "<link rel=stylesheet href=https://evil/x.css>",
    "<link rel=stylesheet href=//evil/x.css>",
    "<link rel=import href=x>",
    '<link rel="stylesheet" rel="canonical" href="https://evil/x.css">',
    '<script type="module" type="application/json">alert(1)</script>',
    "<form action=https://evil>",
    "<form action=//evil>",
    "<input type=image src=x>",
    "<button formaction=x>",
    "<template><p onclick=x></template>",
    "<template><template><script>x</script></template></template>",
    "<noscript><p title='</noscript><img src=x onerror=x>'></noscript>",
    "<body><noscript><p title='</noscript><img src=x onerror=x>'></noscript>",
    "<noscript><p title='</noscript><img src=x onerror=x>'>",
    '<noscript><p title="</noscript><img src=x onerror=x>">',
    '<NOSCRIPT><p title="</noscript><img src=x onerror=x>"></noscript>',
    "<noscript><!--</noscript><img src=x onerror=x>--></noscript>",
    "<head><noscript><style></noscript><img src=x onerror=x></style></noscript>",
    "<video src=x>",
    "<marquee onstart=x>",
    "<plaintext>x",
    "<x-y>",
]
HARMLESS = [
    "<h2 id=a>x</h2><p class=b>x <a href='../x/' title=y>z</a>",
    "<a href=https://voorbeeld.nl>z</a> <a href=mailto:a@b.nl>z</a>",
    "<img src=../a.png alt=b>",
    "<td style='text-align: right;'>1",
    '<script type=application/ld+json>{"a": "javascript:"}</script>',
    "<script src=../assets/javascripts/search.js type=module></script>",
    "<link rel=canonical href=https://voorbeeld.nl/a/>",
    '<meta http-equiv="refresh" content="0; url=../nieuwe-naam/">',
    '<meta http-equiv="refresh" content="0; url=../../provincies/drenthe/#cases">',
    "<template><p data-x=1>x</p></template>",
    '<noscript><a class="x" href="../zoeken/">Zoeken</a></noscript><p>y</p><noscript><p>z</p></noscript>',
    '<meta content="&lt;/noscript&gt;"><p title="&lt;noscript&gt;&lt;p title=&quot;&lt;/noscript&gt;">x</p>',
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><code>&lt;img onerror=x&gt;</code>",
]
OURS = min(scripts_of("cases/a/index.html"))
PARTS = [
    *HOSTILE,
    *HARMLESS,
    *("<p>", "</p>", "<a ", '<a href="', '<p title="', '"', '">', " ", "\n", "\r", "\0", "/", ">", "<", "='"),
    *("href=", 'href="#a"', 'onclick="x"', 'class="a"', ' id="b"', "&#9;", "&copy", "<!--", "-->", "<svg>", "</svg>"),
    *("<script>", "</script>", f"<script>{OURS}</script>", OURS, "<textarea>", "<title>", "<noscript>", "<template>"),
    *("<table><tr><td>", '<svg viewBox="0 0 1 1">', "<image>", '<input type="radio">', '<form action="../">'),
    *('<a href="https://a.nl/">', '<link rel="license" href="https://a.nl">', '<html class="a">', '<body id="b">'),
    *('<a href="java&#115;cript:x">', '<a href="&#x20;//evil">', '<a href="#" href="javascript:x">', "<select>"),
    *("<![CDATA[", "]]>", '<script type="module">'),
]


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=2), max_size=8).map("".join))
@examples(1500, 300)
def test_what_passes_by_its_tags_alone_passes_as_a_browser_reads_it(html: str) -> None:
    known = scripts_of("cases/a/index.html")
    if _is_harmless(html, known):
        assert _in_elements(html, known) == ()


ADDRESS = (
    "..",
    "./",
    "/",
    "//",
    "\\\\",
    ":",
    "javascript:",
    "https:",
    "a",
    "#",
    "?",
    "&#58;",
    "&#47;",
    " ",
    "\t",
    "é",
    ".",
    "-",
)


@given(st.lists(st.sampled_from(ADDRESS), max_size=6).map("".join))
@examples(1000, 300)
def test_a_link_that_passes_by_its_address_alone_passes_as_a_browser_reads_it(address: str) -> None:
    for link in (f'<a href="{address}">', f'<a class="b" href="{address}">'):
        assert _is_harmless(link, frozenset()) <= (_in_elements(link, frozenset()) == ())


@pytest.mark.parametrize("code", ["a<b", "a&lt;b", "a<!--b", "a</b"])
def test_a_script_that_is_something_else_in_a_drawing_is_not_plain(code: str) -> None:
    assert is_plain_code("a<<5&&b")
    assert not is_plain_code(code)


@pytest.mark.parametrize("html", HOSTILE)
def test_what_could_do_harm_is_refused(html: str) -> None:
    assert judge(html, "cases/a/index.html") != ()


@pytest.mark.parametrize("html", HARMLESS)
def test_what_a_page_needs_is_allowed(html: str) -> None:
    assert judge(html, "cases/a/index.html") == ()


def test_a_refusal_names_the_page() -> None:
    with pytest.raises(Refused, match=r"'cases/a\.html' heeft iets .* het kenmerk 'onclick' bij <p>"):
        guard("<p onclick=x>", "cases/a.html")


def test_every_built_page_is_allowed(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert pages
    by_tags = 0
    for file in pages:
        html = file.read_text(encoding="utf-8").replace(' http-equiv="Content-Security-Policy"', "", 1)
        name = file.relative_to(site).as_posix()
        assert judge(html, name) == (), file
        by_tags += _is_harmless(html, scripts_of(name))
    assert by_tags > len(pages) // 2, "vrijwel geen pagina laat aan haar tekens alleen zien dat ze goed is"
