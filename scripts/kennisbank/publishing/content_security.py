"""Gives every built page a Content-Security-Policy that names the scripts it may run, and no others.

Those are the scripts of the theme (theme_scripts.py), never what happens to stand in the page: a script that came in
with a text has no hash. The policy is a `meta` element, so that it also holds where nobody can set headers, such as on
GitHub Pages. What only a header can say (frame-ancestors, and all that is not about content) is in the recipe for an
own server, .ci/nginx/.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
# Python-Markdown aligns the cells of a table with a style attribute, which the policy would refuse.
_ALIGNED = re.compile(r'(<t[dh]) style="text-align: (left|center|right);"')


class NoPlace(Exception):
    """A page does not say its encoding, so there is no place for its policy; the message names the page."""


def secured(html: str, scripts: Iterable[str]) -> str:
    """A page with its policy right after its charset, before anything that could load; raises `NoPlace`.

    See https://www.w3.org/TR/CSP3/.
    """
    plain = _ALIGNED.sub(r'\1 class="kb-\2"', html)
    place = _CHARSET.search(plain)
    if place is None:
        raise NoPlace
    used = (script for script in scripts if script in html)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(used)}">'
    return f"{plain[: place.end()]}{meta}{plain[place.end() :]}"


def with_one_more(page: bytes, sent: bytes) -> bytes:
    """A page with a policy as it is `sent`, with one script put in before the end: that script may run as well."""
    start = page.rfind(b"</body>")
    start = len(page) if start < 0 else start
    added = sent[start : start + len(sent) - len(page)].decode("utf-8")
    code = added.removeprefix("<script>").removesuffix("</script>")
    return sent.replace(b"script-src 'self'", f"script-src 'self' {hash_of(code)}".encode(), 1)


def policy(scripts: Iterable[str]) -> str:
    """The policy of one page: everything from this site only, and in the page itself just these scripts."""
    allowed = " ".join(sorted({hash_of(code) for code in scripts}))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {allowed}".rstrip(),
            "style-src 'self'",
            # Material's icons are data addresses in its style sheet.
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "object-src 'none'",
            "base-uri 'none'",
        )
    )


@lru_cache(maxsize=256)
def hash_of(code: str) -> str:
    """The hash of a script, as a policy writes it."""
    # A browser reads every line end as one line feed (HTML, 13.2.3.5) and takes the hash of that.
    normal = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(normal.encode('utf-8')).digest()).decode('ascii')}'"
