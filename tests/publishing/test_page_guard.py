"""The last look at a page: what runs, loads or sends and is not ours stops the build, with the name of the page."""

from pathlib import Path

import pytest

from kennisbank.publishing.page_guard import Refused, guard, judge

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
    for file in pages:
        html = file.read_text(encoding="utf-8").replace(' http-equiv="Content-Security-Policy"', "", 1)
        assert judge(html, file.relative_to(site).as_posix()) == (), file
