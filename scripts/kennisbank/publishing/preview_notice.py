"""What went wrong since the last good site, on every page of the preview."""

import html
import re

from ..reading.safe_text import visible_lines

_TITLE = "Deze pagina is niet bij: er is iets mis met wat je bewaarde"
# Before the text of the page, where it is as wide as the text and a long line can be scrolled.
_PLACE = re.compile(rb'<article class="md-content__inner[^>]*>|<body[^>]*>')


def with_notice(page: bytes, message: str) -> bytes:
    """A page with a message before its content, as plain text; the page itself when there is no message.

    It brings no script and no style, so that the policy of the page stays as it is.
    """
    if not message:
        return page
    places = {found[0][:5]: found.end() for found in _PLACE.finditer(page)}
    place = places.get(b"<arti", places.get(b"<body", 0))
    text = html.escape(visible_lines(message.strip()))
    notice = (
        '<div class="admonition failure" role="alert">'
        f'<p class="admonition-title">{_TITLE}</p><pre><code tabindex="0">{text}\n</code></pre></div>'
    )
    return page[:place] + notice.encode() + page[place:]
