"""A page of the site as Markdown that reads well anywhere: without front matter, HTML and the marks of the theme."""

import html
import posixpath
import re

from ..library.addresses import Site, relative_address


def _where(begins: str, *, at: str = "^", goes_on: str) -> str:
    """A pattern for what begins so at some place. The words come first in it: those are quick to find."""
    return rf"{begins}(?<={at}{begins}){goes_on}"


_LEFT_OUT = re.compile(
    # The road says in short what the afslagen below it say whole; and a text has nothing to unfold.
    r"<(nav|svg|figure|script|style)\b.*?</\1>\n?|<details class=\"kb-(?:nota|rest kb-neighbours)\".*?</details>\n?|"
    + _where("<summary>", at='<details class="kb-unfold" markdown="1">\n', goes_on=r".*?</summary>\n+|")
    + _where('<div class="kb-actions"', goes_on=r".*?</div>\n?|")
    + r" <span class=\"kb-here\">.*?</span>|"
    + _where("## De weg\n", goes_on=r"\n*<(?:p|ol) class=\"kb-road[^\n]*\n"),
    re.DOTALL | re.MULTILINE,
)
_FOR_THE_SITE = re.compile(_where('- <span class="kb-edit">', goes_on=r".*\n"), re.MULTILINE)
_ADMONITION = re.compile(r'^(?:!!!|\?\?\?\+?) \w+ "([^"]*)"\n((?: {4}.*\n|\n(?= {4}))*)', re.MULTILINE)
_DEFINITION = re.compile(r"^([^\s|>#*-][^\n]*)\n: {3}(\S[^\n]*)$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ ]?\{ ?[.#:][^{}\n]*\}")
_STANCE = re.compile(r'<span class="kb-stance[^"]*">([^<]*)</span>')
_BESIDE = re.compile(r'<span class="kb-(?:badge|level|meta|count)[^"]*">(.*?)</span>')
_ASKED = re.compile(r"\A\s*(<p class=\"kb-asked\".*)\n+(# .*)\n")
_SUMMARY = re.compile(r"<summary>(.*?)</summary>\n*")
_POINT = re.compile(_where('<p markdown="span"><strong>', goes_on="(.*?)</strong> "), re.MULTILINE)
_BETWEEN_POINTS = re.compile(_where(r"- \*\*", goes_on=r"(.*)\n\n(?=- \*\*)"), re.MULTILINE)
_BREAK = re.compile(r"<br ?/?>")
_TAG = re.compile(r"</?[a-z][^<>\n]*>")
_LINK = re.compile(r"(?<=\]\()([^()\s]+)(?=\))")


def clean_markdown(text: str, page: str, uri: str, site: Site) -> str:
    """The text below the front matter of `page` as a text file at `uri`: links lead to the site, footnotes stay.

    Links are full addresses when it is known where the site is published, and relative to `uri` when it is not.
    """
    text = _FOR_THE_SITE.sub("", _LEFT_OUT.sub("", text))
    # On the page the question stands above the title; a text begins with its title.
    text = _SUMMARY.sub(r"**\1**\n\n", _ASKED.sub(r"\2\n\n\1\n", text))
    text = _POINT.sub(r"- **\1**: ", text)
    text = _ADMONITION.sub(_quote, text)
    text = text.replace("///Footnotes Go Here///\n", "")
    text = _DEFINITION.sub(r"- **\1**: \2", text)
    text = _BETWEEN_POINTS.sub(r"- **\1\n", text)
    text = "\n".join(_line(line) for line in text.split("\n"))
    text = _LINK.sub(lambda match: _address(match[1], page, uri, site), text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _line(line: str) -> str:
    """A line without HTML; what a break set apart in a table cell stays on the line."""
    if "{" in line:
        line = _ATTRIBUTES.sub("", line)
    if "<" not in line:
        return line.rstrip()
    line = _BESIDE.sub(_aside, _STANCE.sub(r"**\1**:", line)).replace("<sup>, </sup>", "")
    line = _BREAK.sub(" – " if line.startswith(("|", "- **")) else "\n  ", line)
    return _TAG.sub("", line).rstrip()


def _aside(match: re.Match[str]) -> str:
    return match[1] if match[1].startswith("(") else f"({match[1]})"


def _quote(match: re.Match[str]) -> str:
    body = re.sub(r"^ {4}", "", match[2], flags=re.MULTILINE).strip()
    lines = [f"**{html.unescape(match[1])}**", "", *body.split("\n")]
    return "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"


def _address(target: str, page: str, uri: str, site: Site) -> str:
    if re.match(r"[a-z]+:", target):
        return target
    path, _, anchor = target.partition("#")
    to_page = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    address = site.address(to_page) or relative_address(uri, to_page)
    return f"{address}#{anchor}" if anchor else address
