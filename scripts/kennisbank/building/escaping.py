"""What templates do to a text before it stands in a page; what comes out is `Markup`, and is not escaped again."""

import json
import re
from functools import lru_cache

import markupsafe
from markupsafe import Markup

from ..reading.marks import CITATION
from ..reading.signs import begins_no_block

# Titles and addresses come back on many pages.
_KEPT = 4096
# A browser reads another sign in these: &#64; is an @, and what stands before that no longer says where a link leads.
_CODE = re.compile(r"&(?=#?\w+;)")
_FENCE = re.compile("`(?=``)|~(?=~~)")
_MARKS = {ord(sign): f"\\{sign}" for sign in "\\`*_[]{}>|"}
_STRUCK = re.compile("~(?=~)|(?<=~)~")
# Who copies an address from the source of a page takes these along; what such a sign stood before is read as above.
_AMPERSAND = re.compile(r"&(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);")

_EMPTY_LINES = re.compile(r"\n\n\n+")  # quicker to find than three or more of one
# What could end an address, or begin something in it.
_ENCODED = {ord(sign): f"%{ord(sign):02X}" for sign in '<>()"\\ `{}'}
# What addresses begin with that nobody types, how long one is printed whole, and where a longer one is cut at most.
_WEB_ADDRESS = re.compile(r"\Ahttps?://(?:www\.)?", re.IGNORECASE)
_WHOLE, _CUT = 90, 64


def escape(text: str) -> Markup:
    """Text on one line in which no character has a meaning in Markdown or HTML."""
    return Markup(begins_no_block(in_line(text)))  # noqa: S704 - escaped right here


@lru_cache(maxsize=_KEPT)
def in_line(text: str) -> Markup:
    """As `escape`, for a text that does not begin a line."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    line = line.translate(_MARKS)
    if "~~" in line:
        line = _STRUCK.sub("&#126;", line)
    return Markup(line)  # noqa: S704 - escaped right here


def in_html(text: object) -> Markup:
    """What a template prints as HTML, also where Markdown is read in it.

    There a brace would give it attributes, and a line of an attribute that begins with a fence would begin code.
    """
    if type(text) is Markup:
        return text  # as most are: not made anew each time
    if hasattr(text, "__html__"):
        return Markup(text)  # noqa: S704 - its type says that it is safe
    safe = str(markupsafe.escape(text)).replace("{", "&#123;")
    if "```" in safe or "~~~" in safe:
        safe = _FENCE.sub(lambda sign: f"&#{ord(sign[0])};", safe)
    return Markup(safe)  # noqa: S704 - escaped right here


@lru_cache(maxsize=_KEPT)
def address(url: str) -> Markup:
    """An address as it can stand between the brackets of a Markdown link; a sign in it is never a code for another."""
    safe = _AMPERSAND.sub("&", url).translate(_ENCODED)
    return Markup(_CODE.sub("%26", safe))  # noqa: S704 - escaped right here


def short_address(url: str) -> str:
    """An address as people read it on paper: without what all have, and where it is long cut off between two words."""
    bare = _WEB_ADDRESS.sub("", "".join(address(url).split())).rstrip("/")
    if len(bare) <= _WHOLE:
        return bare
    ends = [place for sign in "/-?" if (place := bare.rfind(sign, 0, _CUT)) > 0]
    return f"{bare[: max(ends, default=_CUT)]}…"


def code(text: str) -> Markup:
    """A text that we wrote ourselves, to stand as code between backticks or fences of four."""
    return Markup(text.replace("````", "``` `"))  # noqa: S704 - the parser takes every sign in code literally


def as_yaml(value: object, *, ensure_ascii: bool = True) -> Markup:
    """A value for the front matter of a page (JSON is YAML)."""
    return Markup(json.dumps(value, ensure_ascii=ensure_ascii))  # noqa: S704 - `head` knows what is HTML in it


def uncited(markdown: str) -> str:
    """Markdown without its citations, for a page that does not list the sources."""
    return type(markdown)(CITATION.sub("", markdown))


def cell(markdown: str) -> str:
    """Markdown that fits in a table cell."""
    return type(markdown)(" ".join(str(markdown).replace("|", "\\|").split()))


def tidy(page: str) -> str:
    """A rendered page without needless empty lines; an apostrophe is safe in it, and reads better as itself."""
    return _EMPTY_LINES.sub("\n\n", page.replace("&#39;", "'")).strip() + "\n"
