"""HTML as readers see it: its text and structure, without what differs from parser to parser and nobody sees."""

import re
from html.parser import HTMLParser

_VOID = ("br", "hr", "img")
_SEEN = ("href", "src", "alt", "title", "start")
_BLOCKS = (
    "p",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "table",
    "tr",
    "td",
    "th",
    "hr",
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        seen = [f"{name}={known[name]}" for name in _SEEN if known.get(name) and (name, known[name]) != ("start", "1")]
        align = re.search(r"text-align: ?(\w+)", known.get("style") or "")
        self.parts.append(f"<{_no_tags(' '.join([tag, *seen, *align.groups()] if align else [tag, *seen]))}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(_no_tags(data))


def _no_tags(text: str) -> str:
    return text.replace("<", "‹").replace(">", "›")


def shown(html: str) -> str:
    """The text and structure of a piece of HTML on one line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = "".join(reader.parts)
    text = re.sub(r"</?(?:span|div|tbody|thead|p)>", lambda tag: "¶" if tag[0] == "</p>" else "", text)
    text = re.sub(rf"\s*(</?(?:{'|'.join(_BLOCKS)})(?: [^<>]*)?>)\s*", r"\1", text)
    text = re.sub(r"\s*¶[\s¶]*", "¶", re.sub(r"(?<=<code>)\s+|\s+(?=</code>)", "", text))
    text = re.sub(r"¶(?=<)|(?<=>)¶|¶$", "", text)
    return " ".join(text.split())


def words(html: str) -> list[str]:
    """The words that readers see, in order."""
    return re.sub(r"<[^<>]*>", " ", shown(html)).split()
