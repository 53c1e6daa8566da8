"""What templates print: escaped by type, and no sign of it has a meaning."""

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from kennisbank.building.escaping import address, cell, escape, in_html, in_line, short_address, tidy, uncited
from kennisbank.building.rendering import templates_for
from kennisbank.library.addresses import Site

SIGNS = st.text(st.sampled_from(list("ab1 \n<>&\"'`*_[](){}#+-.!|~:=\\/^")), max_size=40)
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.superfences",
]


@given(SIGNS)
def test_an_escaped_text_is_one_paragraph_that_says_the_same(text: str) -> None:
    made = markdown.markdown(escape(text), extensions=EXTENSIONS)
    said = made.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in said
    assert html.unescape(said).split() == text.split()


@given(SIGNS)
def test_an_escaped_text_stays_inside_the_link_that_it_names(text: str) -> None:
    made = markdown.markdown(f"x [{in_line(text)}](a.md)", extensions=EXTENSIONS)
    assert made.startswith('<p>x <a href="a.md">') and made.endswith("</a></p>") and made.count("<") == 4


@given(SIGNS)
def test_an_address_stays_inside_its_brackets(text: str) -> None:
    made = markdown.markdown(f"[a]({address('https://a.nl/' + text.replace(chr(10), ''))})", extensions=EXTENSIONS)
    assert made.startswith('<p><a href="https://a.nl/') and made.endswith(">a</a></p>") and made.count("<") == 4


@pytest.mark.parametrize("code_", ["&#64;", "&#x40;", "&commat;", "&#9;@", "&sol;", "&quot;", "&#34;", "&colon;&#47;"])
def test_no_code_in_an_address_becomes_another_sign(code_: str) -> None:
    made = markdown.markdown(f"[a]({address(f'https://a.nl{code_}b.nl/?c=d&e=f')})", extensions=EXTENSIONS)
    (href,) = re.findall(r'href="([^"]*)"', made)
    assert html.unescape(href) == f"https://a.nl{code_.replace('&', '%26')}b.nl/?c=d&e=f"


@pytest.mark.parametrize("sign", ["&amp;", "&AMP;", "&#38;", "&#038;", "&#x26;"])
@pytest.mark.parametrize(("after", "read"), [("b=2", "&b=2"), ("#64;b.nl", "%26#64;b.nl"), ("amp;b=2", "%26amp;b=2")])
def test_an_address_that_was_copied_from_a_page_still_leads_there(sign: str, after: str, read: str) -> None:
    made = markdown.markdown(f"[a]({address(f'https://a.nl/?a=1{sign}{after}')})", extensions=EXTENSIONS)
    (href,) = re.findall(r'href="([^"]*)"', made)
    assert html.unescape(href) == f"https://a.nl/?a=1{read}"


def test_what_is_safe_keeps_its_type() -> None:
    assert isinstance(cell(escape("a|b")), Markup) and isinstance(uncited(Markup("a[^b]")), Markup)
    assert not isinstance(cell("a|b"), Markup) and not isinstance(uncited("a[^b]"), Markup)


def test_a_template_that_forgets_to_escape_prints_no_html() -> None:
    printed = templates_for(Site()).from_string("{{ a }} {{ a|esc }}").render(a="<b>'\"</b>")
    assert tidy(printed) == "&lt;b&gt;'&#34;&lt;/b&gt; &lt;b\\>'\"&lt;/b\\>\n"


@pytest.mark.parametrize("printed", ["{{ a }}", "{{ a|e }}", "{{ [a]|join }}"])
def test_a_text_in_html_gives_its_element_no_attributes(printed: str) -> None:
    """Attributes are read in the HTML too where Markdown is: a title in a cell could bring a handler."""
    table = f'<table markdown="1"><tr markdown="1"><td>{printed}</td><th markdown="span">{printed}</th></tr></table>\n'
    made = templates_for(Site()).from_string(table).render(a="x { onmouseover=alert(1) .y }")
    shown = markdown.markdown(tidy(made), extensions=EXTENSIONS)
    assert "onmouseover" not in re.sub(r">[^<]*<", "><", shown)
    assert html.unescape(shown).count("x { onmouseover=alert(1) .y }") == 2


@pytest.mark.parametrize("fence", ["```", "~~~", "``````", "~~~~ python"])
def test_a_line_of_an_attribute_begins_no_code(fence: str) -> None:
    printed = in_html(f"a\n{fence}\nb\n{fence}")
    assert fence[:3] not in printed and html.unescape(printed) == f"a\n{fence}\nb\n{fence}"


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://www.tilburg.nl/", "tilburg.nl"),
        ("http://Energie.nl/a_b?c=1&d=2", "Energie.nl/a_b?c=1&d=2"),
        ("https://wwwaterschap.nl/www./x", "wwwaterschap.nl/www./x"),
        ("https://www.a.nl/" + "woord-" * 20, "a.nl/" + "woord-" * 8 + "woord…"),
        ("https://www.a.nl/" + "x" * 100, "a.nl…"),
        ("https://" + "x" * 100, "x" * 64 + "…"),
    ],
)
def test_an_address_on_paper_is_short_and_ends_after_a_word(url: str, printed: str) -> None:
    found = short_address(url)
    assert found == printed and len(found) <= 90


@given(SIGNS)
def test_an_address_on_paper_stays_inside_its_attribute(text: str) -> None:
    page = templates_for(Site()).from_string('1. x <span data-at="{{ text|short_address }}"></span>')
    made = markdown.markdown(page.render(text=f"https://a.nl/{text}"), extensions=EXTENSIONS)
    assert re.fullmatch(r'<ol>\s*<li>x <span data-at="a\.nl[^"<>]*"></span></li>\s*</ol>', made)
