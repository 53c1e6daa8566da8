"""Gives every built page a Content-Security-Policy that names the scripts it may run, and no others.

As a `meta` element, so that it also holds where nobody can set headers, such as on GitHub Pages. What only a header
can say (frame-ancestors, and all that is not about content) is in the recipe for an own server, .ci/nginx/.
"""

import base64
import hashlib
import re
from pathlib import Path

_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
# A comment first, for a script in a comment is none.
_SCRIPT = re.compile(r"<!--.*?-->|<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_NOT_RUN_FROM_THE_PAGE = re.compile(r"""\bsrc\s*=|\btype\s*=\s*["']?application/(ld\+)?json\b""", re.IGNORECASE)
# Python-Markdown aligns the cells of a table with a style attribute, which the policy would refuse.
_ALIGNED = re.compile(r'(<t[dh]) style="text-align: (left|center|right);"')


class NoPlace(Exception):
    """A page does not say its encoding, so there is no place for its policy; the message names the page."""


def add_policies(site: Path) -> None:
    """Secure every page below `site`; raises `NoPlace`. To run last: a script that changes later would not run."""
    for file in sorted(site.rglob("*.html")):
        html = file.read_bytes().decode("utf-8")
        try:
            file.write_bytes(secured(html).encode("utf-8"))
        except NoPlace as error:
            raise NoPlace(file.relative_to(site).as_posix()) from error


def secured(html: str) -> str:
    """A page with its policy right after its charset, before anything that could load; raises `NoPlace`.

    See https://www.w3.org/TR/CSP3/.
    """
    plain = _ALIGNED.sub(r'\1 class="kb-\2"', html)
    place = _CHARSET.search(plain)
    if place is None:
        raise NoPlace
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(plain)}">'
    return f"{plain[: place.end()]}{meta}{plain[place.end() :]}"


def policy(html: str) -> str:
    """The policy of one page: everything from this site only, and of the scripts in the page just those it has."""
    allowed = " ".join(sorted({f"'sha256-{_hash(code)}'" for code in _inline_scripts(html)}))
    return "; ".join(
        (
            "default-src 'none'",
            # Pagefind searches in WebAssembly.
            f"script-src 'self' 'wasm-unsafe-eval' {allowed}".rstrip(),
            "style-src 'self'",
            # Material's icons are data addresses in its style sheet.
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "object-src 'none'",
            "base-uri 'none'",
        )
    )


def _inline_scripts(html: str) -> list[str]:
    """What stands in the page itself and is run: data such as JSON-LD is not."""
    found = (match for match in _SCRIPT.finditer(html) if match["code"] is not None)
    return [match["code"] for match in found if not _NOT_RUN_FROM_THE_PAGE.search(match["attributes"])]


def _hash(code: str) -> str:
    # A browser reads every line end as one line feed (HTML, 13.2.3.5) and takes the hash of that.
    normal = code.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(normal.encode("utf-8")).digest()).decode("ascii")
