"""Writes an author's Markdown in one fixed form, which the parser of the site shows as CommonMark means it.

Python-Markdown reads lists, tables, numbers and nested emphasis in ways of its own, and gives signs such as `{` and
`!!!` a meaning that no preview shows. In what is written here it has nothing to choose, and every sign that is no
mark of the author is text: no HTML and no attribute list is left.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .commonmark import Node, References, parse
from .signs import as_code, as_text, begins_no_block

Rewrite = Callable[[str], str]

# Most texts in fields are a line without a single mark.
_ONLY_WORDS = re.compile(r"(?!\d+[.)])[^\W_](?:[^\W_]|[ ,;.'’‘“”\"()?!€%:-])*\n?")
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:-->|\Z))", re.DOTALL)
# What ends an address in Markdown, and what Python-Markdown would see a mark in.
_IN_ADDRESS = re.compile(r"[\s<>\"'\\`{}|*\[\]]|_(?=_)|&(?=#?\w+;)")
_BALANCED = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
# Keeps two lists apart, and fills an item in which nothing else may come first.
_NOTHING = "<!-- -->"
_ALIGN = {"left": ":--", "right": "--:", "center": ":-:", "": "---"}


def canonical(text: str, rewrite: Rewrite = str, references: References | None = None) -> str:
    """The text in its fixed form; `rewrite` gives the address on the page for each address in the text."""
    if _ONLY_WORDS.fullmatch(text):
        return text.rstrip()
    return _Writer(rewrite).blocks(parse(text, references).children)


def canonical_line(text: str, rewrite: Rewrite = str) -> str:
    """The same for a place where only a line fits: blocks lose their form, and keep their words."""
    if _ONLY_WORDS.fullmatch(text):
        return text.rstrip()
    return " ".join(" ".join(_Writer(rewrite).words(parse(text))).split())


@dataclass(frozen=True)
class _Writer:
    rewrite: Rewrite

    def blocks(self, nodes: list[Node]) -> str:
        """Blocks with an empty line between them."""
        written: list[str] = []
        before = ""
        for node in nodes:
            block = getattr(self, node.type)(node)
            if block:
                if node.type == before and before.endswith(("_list", "blockquote")):
                    written.append(_NOTHING)
                written.append(block)
                before = node.type
        return "\n\n".join(written)

    def words(self, node: Node) -> Iterator[str]:
        """What readers see of a node, without the form of its blocks."""
        if node.type == "inline":
            yield self._inline(node.children)
        elif node.type in ("fence", "code_block"):
            yield as_code(" ".join(node.content.split()))
        elif node.type == "html_block":
            yield begins_no_block(as_text(_COMMENT.sub("", node.content).strip()))
        else:
            for index, child in enumerate(node.children):
                yield f"{_start(node) + index}&#46;" if node.type == "ordered_list" else ""
                yield from self.words(child)

    def paragraph(self, node: Node) -> str:
        """A paragraph, line by line."""
        return self.lines(node)

    def heading(self, node: Node) -> str:
        """A heading with signs, also one with a line below it."""
        title = " ".join(self.lines(node).split())
        title = re.sub(r"#(?=#*$)", "&#35;", title)
        return f"{'#' * int(node.tag[1])} {title}" if title else ""

    def hr(self, _: Node) -> str:
        """A line across the page."""
        return "***"

    def fence(self, node: Node) -> str:
        """Code, with the language when it is a plain name."""
        ticks = max([2, *(len(run) for run in re.findall("`+", node.content))]) + 1
        language = re.match(r"[\w+#.-]*", node.info.strip())
        code = re.sub("[\x02\x03]", "", node.content)
        return f"{'`' * ticks}{language[0] if language else ''}\n{code.rstrip(chr(10))}\n{'`' * ticks}"

    def code_block(self, node: Node) -> str:
        """Code that is indented."""
        return self.fence(node)

    def html_block(self, node: Node) -> str:
        """HTML is text; comments are for other authors."""
        text = _COMMENT.sub("", node.content).strip()
        return "\n".join(begins_no_block(as_text(line.strip())) for line in text.split("\n") if line.strip())

    def blockquote(self, node: Node) -> str:
        """A block with a sign before each line."""
        return "\n".join(f"> {line}".rstrip() for line in self.blocks(node.children).split("\n"))

    def bullet_list(self, node: Node) -> str:
        """A list with dashes."""
        return self._list(node, lambda _: "-")

    def ordered_list(self, node: Node) -> str:
        """A list with numbers, which start where the author starts."""
        return self._list(node, lambda index: f"{_start(node) + index}.")

    def _list(self, node: Node, mark: Callable[[int], str]) -> str:
        items = [self._item(item, mark(index)) for index, item in enumerate(node.children)]
        return ("\n" if all(map(_is_compact, node.children)) else "\n\n").join(items)

    def _item(self, item: Node, mark: str) -> str:
        parts = item.children
        compact = _is_compact(item)
        in_line = bool(parts) and parts[0].type in ("paragraph", "heading")
        first = (self.blocks(parts[:1]) if in_line else "") or _NOTHING
        rest = self.blocks(parts[in_line:])
        text = f"{first}{chr(10) if compact else chr(10) * 2}{rest}" if rest else first
        return f"{mark} " + re.sub(r"\n(?!\n|$)", "\n    ", text)

    def table(self, node: Node) -> str:
        """A table with bars at both ends."""
        rows = [[self._cell(cell) for cell in row.children] for part in node.children for row in part.children]
        aligns = [_ALIGN[_alignment(cell)] for cell in node.children[0].children[0].children]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], aligns, *rows[1:]))

    def _cell(self, cell: Node) -> str:
        return " ".join(self._inline(cell.children[0].children).split()) if cell.children else ""

    def lines(self, node: Node) -> str:
        """The text of a paragraph or heading; no line of it opens anything."""
        text = self._inline(node.children[0].children) if node.children else ""
        return "\n".join(line.strip(" \t") for line in text.split("\n"))

    def _inline(self, nodes: list[Node]) -> str:
        written = ""
        for index, node in enumerate(nodes):
            before, after = (nodes[place].type if 0 <= place < len(nodes) else "" for place in (index - 1, index + 1))
            written += self._mark(node, before, after)
        return written

    def _mark(self, node: Node, before: str, after: str) -> str:
        if node.type == "text":
            return _text_between(node.content, before, after)
        if node.type in ("em", "strong"):
            inner = self._inline(node.children)
            around = {before, after, *(child.type for child in node.walk(include_self=False))}
            sign = "*" if node.type == "em" else "**"
            plain = inner.strip() and around.isdisjoint(("em", "strong"))
            return f"{sign}{inner}{sign}" if plain else f"<{node.type}>{inner}</{node.type}>"
        if node.type == "code_inline":
            return as_code(node.content)
        if node.type in ("link", "image"):
            return self._link(node)
        if node.type == "html_inline":
            return as_text(_COMMENT.sub("", node.content))
        if node.type == "citation":
            return ("<sup>, </sup>" if before == "citation" else "") + f"[^{node.content}]"
        return "<br>\n" if node.type == "hardbreak" else "\n"

    def _link(self, node: Node) -> str:
        address = str(node.attrs.get("src" if node.type == "image" else "href", ""))
        text = self._plain(node) if node.type == "image" else self._inline(node.children)
        if node.type == "link" and _is_inside_link(node):
            return text
        safe = _encoded(self.rewrite(address))
        title = str(node.attrs.get("title", "")).replace("\n", " ")
        named = f' "{as_text(title).replace(chr(34), "&quot;")}"' if title else ""
        return f"{'!' if node.type == 'image' else ''}[{text}]({safe}{named})"

    def _plain(self, node: Node) -> str:
        """The description of an image, in which nothing can be marked."""
        found = (_AS_TEXT.get(child.type, "{}").format(child.content) for child in node.walk(include_self=False))
        return as_text(" ".join("".join(found).split()))


def _start(node: Node) -> int:
    return int(node.attrs.get("start", 1))


def _is_compact(item: Node) -> bool:
    """Whether an item is a line of text, with at most a list of such items below it."""
    return [part.type for part in item.children] in _COMPACT and all(
        _is_compact(below) for part in item.children[1:] for below in part.children
    )


_AS_TEXT = {"citation": "[^{}]", "softbreak": " ", "hardbreak": " "}
_COMPACT: tuple[list[str], ...] = ([], ["paragraph"], ["paragraph", "bullet_list"], ["paragraph", "ordered_list"])


def _alignment(cell: Node) -> str:
    return str(cell.attrs.get("style", "")).removeprefix("text-align:")


def _text_between(content: str, before: str, after: str) -> str:
    """A text where it can neither open a block nor become part of the mark beside it."""
    text = as_text(content)
    if before in ("", "softbreak", "hardbreak", "html_inline"):
        text = begins_no_block(text)
    elif before == "citation" and text.startswith((":", "(")):
        text = f"&#{ord(text[0])};{text[1:]}"
    return f"{text[:-1]}&#33;" if after in ("link", "html_inline") and text.endswith("!") else text


def _encoded(address: str) -> str:
    """An address in which nothing can end it (RFC 3986, 2.1)."""
    safe = _IN_ADDRESS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), address)
    return safe if _BALANCED.fullmatch(safe) else safe.replace("(", "%28").replace(")", "%29")


def _is_inside_link(node: Node) -> bool:
    above = node.parent
    while above and above.type != "link":
        above = above.parent
    return above is not None
