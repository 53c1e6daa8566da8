"""What is done in a quick way has the effect of the plain way that stands here."""

import re
from itertools import product

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from kennisbank.building.clean_markdown import clean_markdown
from kennisbank.building.environment import Environment
from kennisbank.building.escaping import address, in_html, in_line, tidy
from kennisbank.building.together import together
from kennisbank.insights.turns import turns_of
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library

from ..support.chance import examples

SIGNS = st.text(st.sampled_from(list("ab1 \n<>&\"'`*_[](){}#+-.!|~:=\\/^;")), max_size=40)
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "\n",
                "\n\n",
                "\n",
                " ",
                "tekst",
                "- **a**: b",
                "- **",
                "## De weg",
                "{ .klas }",
                "{ #a }",
                "<br>",
                "| a |",
            ),
            *("<nav a>", "</nav>", "<svg>", "</svg>", "<summary>", "</summary>", "<p>", "</p>", "<sup>, </sup>"),
            *('<details class="kb-unfold" markdown="1">\n', '<details class="kb-nota">', "</details>", "</div>"),
            *('<div class="kb-actions" x>', ' <span class="kb-here">', "</span>", '<p class="kb-road kb-road--2">'),
            *('- <span class="kb-edit">', '<p markdown="span"><strong>', "</strong> ", '<span class="kb-meta">'),
            *('<span class="kb-stance kb-stance--steunt">', "(zo)", "12 kWp", "3 TWh"),
        ]
    ),
    max_size=25,
).map("".join)
LEFT_OUT = re.compile(
    r"<(nav|svg|figure|script|style)\b.*?</\1>\n?|<details class=\"kb-(?:nota|rest kb-neighbours)\".*?</details>\n?"
    r"|(?<=<details class=\"kb-unfold\" markdown=\"1\">\n)<summary>.*?</summary>\n+"
    r"|^<div class=\"kb-actions\".*?</div>\n?| <span class=\"kb-here\">.*?</span>"
    r"|^## De weg\n+<(?:p|ol) class=\"kb-road[^\n]*\n",
    re.DOTALL | re.MULTILINE,
)


def _plain_line(line: str) -> str:
    line = re.sub(r"[ ]?\{ ?[.#:][^{}\n]*\}", "", line)
    line = re.sub(r'<span class="kb-stance[^"]*">([^<]*)</span>', r"**\1**:", line)
    beside = r'<span class="kb-(?:badge|level|meta|count)[^"]*">(.*?)</span>'
    line = re.sub(beside, lambda found: found[1] if found[1].startswith("(") else f"({found[1]})", line)
    line = re.sub(r"<sup>, </sup>", "", line)
    line = re.sub(r"<br ?/?>", " – " if line.startswith(("|", "- **")) else "\n  ", line)
    return re.sub(r"</?[a-z][^<>\n]*>", "", line).rstrip()


@examples(200)
@given(PIECES)
def test_a_text_loses_what_is_for_the_site(page: str) -> None:
    text = re.sub(r'^- <span class="kb-edit">.*\n', "", LEFT_OUT.sub("", page), flags=re.MULTILINE)
    text = re.sub(r"<summary>(.*?)</summary>\n*", r"**\1**\n\n", text)
    text = re.sub(r'^<p markdown="span"><strong>(.*?)</strong> ', r"- **\1**: ", text, flags=re.MULTILINE)
    text = re.sub(r"(^- \*\*.*)\n\n(?=- \*\*)", r"\1\n", text, flags=re.MULTILINE)
    text = "\n".join(map(_plain_line, text.split("\n")))
    plain = re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
    assert clean_markdown(page, "a.md", "a.txt", Site()) == plain


@examples(200)
@given(PIECES)
def test_units_and_empty_lines(page: str) -> None:
    body = re.sub(r"(?<=\d) (?=(?:[kMGT]W[hp]?|[PT]J)\b)", "\u00a0", page)
    assert together(f"---\n---\n{page}") == f"---\n---\n{body}"
    assert tidy(page) == re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


@examples(200)
@given(SIGNS)
def test_signs_that_lose_their_meaning(text: str) -> None:
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    line = re.sub(r"([\\`*_\[\]{}>|])", r"\\\1", line)
    assert in_line(text) == re.sub(r"~(?=~)|(?<=~)~", "&#126;", line)
    safe = re.sub(r"&(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);", "&", text)
    safe = "".join(sign if sign not in '<>()"\\ `{}' else f"%{ord(sign):02X}" for sign in safe)
    assert address(text) == re.sub(r"&(?=#?\w+;)", "%26", safe)
    assert type(in_line(text)) is type(address(text)) is type(in_html(text)) is Markup


def _printed(environment: jinja2.Environment, given: object) -> str:
    template = (
        "{% macro said(a, b='') %}{{ a }}-{{ b }}{% endmacro %}{{ given }}{{ said(given) }}{{ said(given, b='<') }}"
        "{% for at in range(2) %}{{ at }}{{ said(f(given, more=at)) }}{{ loop.index }}{% endfor %}"
        "{{ [given]|join('<') }}"
        "{% set kept %}{{ given }}<{% endset %}{{ kept }}{{ given ~ '<' }}{{ '<'|safe }}{{ '<' }}"
        "{% macro around() %}[{{ caller() }}]{% endmacro %}{% call around() %}{{ given }}{% endcall %}"
    )
    return environment.from_string(template).render(given=given, f=lambda value, more: f"{value}{more}")


@examples(50)
@given(st.one_of(SIGNS, SIGNS.map(Markup), st.integers(), st.none(), SIGNS.map(escape)))
def test_a_template_prints_what_jinja_would(given: object) -> None:
    plain = jinja2.Environment(autoescape=True, finalize=in_html)
    assert _printed(Environment(autoescape=True, finalize=in_html), given) == _printed(plain, given)


def test_a_name_that_a_template_does_not_know_is_told() -> None:
    with pytest.raises(jinja2.UndefinedError):
        Environment(undefined=jinja2.StrictUndefined).from_string("{{ unknown() }}").render()


def test_choices_are_narrowed_down_by_kind_and_theme(library: Library) -> None:
    every = turns_of(library)
    assert len(every) == sum(len(case.turns) for case in library.cases.values())
    kinds = ["", "nergens", *{item.turn.kind for item in every if item.turn.kind}]
    for kind, theme in product(kinds, ["", "nergens", *library.term_list("themes")]):
        assert turns_of(library, kind=kind, theme=theme) == tuple(
            item for item in every if kind in ("", item.turn.kind) and (not theme or theme in item.case.themes)
        )
