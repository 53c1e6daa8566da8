"""Makes an author's Markdown harmless: HTML and attribute lists in it are text, as the author typed them.

Only what is surely code stays as it is, for there the parser takes every sign literally. What is doubtful counts as
no code: then a reader may see `&lt;` in code, which the checker reports, but a script never runs.
"""

import re

_FENCE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ \t]*[\w#.+-]*[ \t]*\n(?P<code>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)
_FENCE_LINE = re.compile(r"^[> \t]*(?:`{3,}|~{3,})", re.MULTILINE)
_TICKS = r"(?<![\\`])(?P<tick>`+)(?!`)[^`\n]+(?P=tick)(?!`)"
_AUTOLINK = r"<(?:https?://|mailto:)[^<>\s\"'`{}]+>"
_PART = re.compile(rf"(?P<kept>{_TICKS}|{_AUTOLINK}|\\[^<])|\\?(?P<sign>[<{{])")
_AS_TEXT = {"<": "&lt;", "{": "&#123;"}
# Signs that open something other than a paragraph when a text begins with them.
_OPENING = re.compile(
    r"(?:#|>|[-+*:](?=\s|$)|\||`{3}|~{3}|={2}|-{2}|_{2,}$|\d+(?=[.)](?:\s|$))|!!!|\?{3}|/{3}|\[[^\]]*\]:|\*\[)"
)


def harmless(markdown: str) -> str:
    """Markdown in which no HTML, no comment and no attribute list is left; code and addresses in `<…>` stay."""
    markdown = markdown.replace("\x02", "").replace("\x03", "")  # Python-Markdown keeps its own places with these
    fences = list(_FENCE.finditer(markdown))
    if len(_FENCE_LINE.findall(markdown)) > 2 * len(fences):
        fences = []
    pieces, end = [], 0
    for fence in fences:
        pieces += [_outside(markdown[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*pieces, _outside(markdown[end:])])


def begins_no_block(markdown: str) -> str:
    """A text that stays part of the line it is put in, also where it begins with the sign of a list or a heading."""
    opening = _OPENING.match(markdown)
    if not opening:
        return markdown
    place = opening.end() if opening[0][-1].isdigit() else 0
    return f"{markdown[:place]}&#{ord(markdown[place])};{markdown[place + 1 :]}"


def _outside(text: str) -> str:
    """The text outside fences: comments are for other authors and go, the rest is shown."""
    text = _without_comments(text)
    return _PART.sub(lambda part: part["kept"] or _AS_TEXT[part["sign"]], text)


def _without_comments(text: str) -> str:
    pieces, end = [], 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        pieces.append(text[end:start])
        end = close + 3
    return "".join([*pieces, text[end:]])
