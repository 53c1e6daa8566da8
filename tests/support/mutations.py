"""Small changes to a text, as people and programs make them: signs, lines, fields, cells and bytes."""

import random
import re
from collections.abc import Callable

SIGNS = (
    *("\n", "\n\n", "---\n", "- ", "  ", "    ", "\t", ": ", " #", "#", "[", "]", "(", ")", "{", "}", "|", ";"),
    *("\\", "`", "```\n", "~~~\n", "*", "**", "_", "<", ">", "&", "<!--", "-->", "<b>", "![", "](", "[^", "[["),
    *("~~", "!!! note\n", "> ", "1. ", "1986. ", "=", "===\n", "| a | b |\n| --- | --- |\n", '"', "'", "•", "€"),
    *("\u201d", "\u201c", "\u2019", "\r\n", "\r", "\u2028", "\u000b", "\u0000", "\u0085", "\u202e", "\ufffd"),
    *("\ufeff", "\u0092", "\uf0b7", "ﬁ", "é", "e\u0301", "🌳", "null", "no", "0772", "12:30", "1e3", "-0", "=1+1"),
    *("?", "&a ", "*a", "!!x ", "|\n", ">\n", "%", "@", "{{ x }}", "<<<<<<< HEAD\n", "zon", "javascript:"),
    *("De gemeente koos.[^bron]", "9" * 30, "a" * 300, "www.voorbeeld.nl", "a@b.nl", "2020 t/m heden"),
)
_LARGE = 60_000
# A file of which nothing is left but that it can be read.
_NOTHING = ("", "[]\n", "{}\n", "null\n", "---\n---\n")


def mutated(text: str, chance: random.Random) -> str:
    """A text with one to five changes; a byte that is no UTF-8 stands in it as a surrogate (PEP 383)."""
    if chance.random() < 0.01:
        return chance.choice(_NOTHING)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        text = chance.choice(_CHANGES)(text, chance)
    return swollen(text, chance) if chance.random() < 0.01 else text


def swollen(text: str, chance: random.Random) -> str:
    """A text in which one piece is repeated until it is large."""
    piece = chance.choice(SIGNS) if chance.random() < 0.5 else _piece(text, chance) or "x"
    place = chance.randint(0, len(text))
    return text[:place] + piece * (_LARGE // len(piece)) + text[place:]


def _piece(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[start : start + chance.choice((1, 3, 20, 80))]


def _insert(text: str, chance: random.Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + chance.choice(SIGNS) + text[place:]


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.choice((1, 1, 2, 5, 40)) :]


def _replace(text: str, chance: random.Random) -> str:
    return _insert(_cut(text, chance), chance)


def _line(text: str, chance: random.Random) -> str:
    """Drop, double, move, indent or begin a line otherwise."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    what = chance.choice(("drop", "double", "move", "indent", "dedent", "begin", "join"))
    if what in ("drop", "move", "join"):
        line = lines.pop(place)
        if what == "move":
            lines.insert(chance.randint(0, len(lines)), line)
        if what == "join" and lines:
            lines[place - 1] += line
    elif what == "double":
        lines.insert(place, lines[place])
    else:
        new = {"indent": f"  {lines[place]}", "dedent": lines[place].lstrip()}
        lines[place] = new.get(what, chance.choice(SIGNS).strip("\n") + lines[place])
    return "\n".join(lines)


def _value(text: str, chance: random.Random) -> str:
    """Another value for a field or an item, with or without quotes, or a list or group where a text belongs."""
    fields = list(re.finditer(r"^(?:[ -]*[a-z_]+:| *-) *(.*)$", text, re.MULTILINE))
    if not fields:
        return text
    field = chance.choice(fields)
    old = field[1]
    bare = (
        old.strip("\"'"),
        "",
        "[]",
        "{}",
        "~",
        f"[{old}]",
        f"[[{old}]]",
        f"- {old}",
        f"{{a: {old}}}",
        chance.choice(SIGNS) + old,
    )
    new = chance.choice((*bare, f'"{old}', f"{old} # x", f'"{old}"# x'))
    return text[: field.start(1)] + new + text[field.end(1) :]


def _byte(text: str, chance: random.Random) -> str:
    data = bytearray(text.encode("utf-8", "surrogateescape"))
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data.decode("utf-8", "surrogateescape")


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    *(_insert, _insert, _cut, _replace),
    *(_line, _line, _value, _byte),
)
