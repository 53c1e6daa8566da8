"""Leaves out of the styles of the theme what no page of this site can use: more than half of what readers would fetch.

The theme comes with styles for all that it can do. Of those stays what dresses a class that stands in a page, or that a
script can put there. What is left is one file with a name of its own, because browsers keep the files of the theme for
a year. When in doubt a rule stays: only classes, and what the theme writes in `data-md-` attributes, are looked at.
"""

import contextlib
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    IdentToken,
    LiteralToken,
    Node,
    ParseError,
    QualifiedRule,
    SquareBracketsBlock,
    StringToken,
)

from .whole_store import Store, key_of

FOLDER = "assets/stylesheets"
KEPT_AS = key_of("styles")
# As the theme names its files, in the order in which its pages ask for them.
_THEME = ("main.*.min.css", "palette.*.min.css")
_THEME_SCRIPTS = re.compile(r"assets/javascripts/(?:bundle\.|lunr/|workers/)")
# Without a boundary before them, for which Python would look at every sign of a page: what they take too much stays.
_CLASSES = re.compile(r'class="([^"]*)"')
_STATES = re.compile(r'data-md-[\w-]+="([^"]*)"')
_WORD = re.compile(r"[\w-]+")
# A class of no part in a script of the theme, such as focus-visible.
_WHOLE_CLASS = re.compile(r"""(?<=["'`])(?!md-)[\w-]+(?=["'`])""")
_USED_PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")
_NESTING = ("media", "supports", "container", "layer")


@dataclass(frozen=True)
class Names:
    """The classes that pages have or can get, and the values that the theme writes in their attributes."""

    classes: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()

    def __or__(self, other: "Names") -> "Names":
        """The names of both."""
        return Names(self.classes | other.classes, self.states | other.states)


@dataclass(frozen=True)
class Lean:
    """How a page asks for the styles that it needs, where it asked for these files of the theme."""

    name: str = ""
    files: tuple[str, ...] = ()

    @cached_property
    def _asked(self) -> re.Pattern[str]:
        others = "|".join(map(re.escape, self.files[1:])) or "(?!)"
        return re.compile(rf'\s*<link rel="stylesheet" href="[^"]*/(?:{others})">')

    def __call__(self, html: str) -> str:
        """The page, asking less."""
        if not self.files:
            return html
        # They are asked in the head; to look for white space in all of a page takes long.
        head, end, body = html.partition("</head>")
        return f"{self._asked.sub('', head)}{end}{body}".replace(f"/{self.files[0]}", f"/{self.name}")


def lighten(site: Path, names: Names, store: Store | None = None) -> "Lean":
    """Replace the styles of the theme below `site` by what its pages need; gives how a page asks for the new file.

    `names` are those that its pages use; the `store` remembers the last styles, under `KEPT_AS`. A site of another
    generator, without these files, stays as it is; so does one with styles that cannot be read whole.
    """
    folder = site / FOLDER
    files = [file for pattern in _THEME for file in sorted(folder.glob(pattern))]
    own = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.css")) if file not in files]
    whole = "".join(file.read_text(encoding="utf-8") for file in files)
    lean = _lean(whole, with_scripts(names, site), own, store) if whole else b""
    if not lean:
        return Lean()
    for file in files:
        file.unlink()
        file.with_name(f"{file.name}.map").unlink(missing_ok=True)
    name = f"main.{hashlib.sha256(lean).hexdigest()[:8]}.min.css"
    (folder / name).write_bytes(lean)
    return Lean(name, tuple(file.name for file in files))


def names_of(html: str) -> Names:
    """The names that a page uses."""
    classes = {name for found in set(_CLASSES.findall(html)) for name in found.split()}
    return Names(frozenset(classes), frozenset(_STATES.findall(html)))


def with_scripts(names: Names, site: Path) -> Names:
    """The names that the pages of a built site use, and those that its scripts can give them."""
    words: set[str] = set()
    theme: set[str] = set()
    for script in site.rglob("*.js"):
        is_theme = _THEME_SCRIPTS.match(script.relative_to(site).as_posix())
        text = script.read_text(encoding="utf-8")
        (theme if is_theme else words).update(_WORD.findall(text))
        words.update(_WHOLE_CLASS.findall(text))
    # The theme's script speaks of parts that no page has: only what belongs to a part that is there counts.
    blocks = {_block(name) for name in names.classes}
    words |= {word for word in theme if _block(word) in blocks}
    return names | Names(frozenset(words), frozenset(words))


def _lean(whole: str, names: Names, own: list[str], store: Store | None) -> bytes:
    """What is needed of the styles, worked out before or now."""
    key = key_of(whole, *sorted(names.classes), "", *sorted(names.states), "", *own).encode("ascii")
    known, _, lean = ((store and store.read(KEPT_AS)) or b"").partition(b"\n")
    if known != key:
        lean = needed(whole, names, own).encode("utf-8")
        if store:
            with contextlib.suppress(OSError):
                store.write(KEPT_AS, key + b"\n" + lean)
    return lean


def needed(css: str, names: Names, others: Iterable[str] = ()) -> str:
    """The rules of a style sheet that these names can use, and of its own properties those that it or `others` ask.

    Nothing when there is a fault in the sheet: what comes after it may then mean something else.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    if _is_broken(rules):
        return ""
    try:
        kept = "".join(_rules(rules, names))
        used = set(_USED_PROPERTY.findall(" ".join((kept, *others))))
        return "".join(_rules(tinycss2.parse_stylesheet(kept, skip_comments=True, skip_whitespace=True), names, used))
    except TypeError:
        # What tinycss2 raises for a declaration that it cannot write back.
        return ""


def _is_broken(nodes: Iterable[Node]) -> bool:
    """Whether there is a fault among the nodes, or in what stands in them."""
    inside = ("prelude", "content", "arguments")
    return any(
        isinstance(node, ParseError) or any(_is_broken(getattr(node, name, None) or ()) for name in inside)
        for node in nodes
    )


def _block(name: str) -> str:
    """The part that a class belongs to: `md-header` for `md-header--shadow` and `md-header__title`."""
    return re.split("__|--", name, maxsplit=1)[0]


def _rules(rules: Iterable[Node], names: Names, used: set[str] | None = None) -> Iterator[str]:
    """The rules that are kept, as text; without the custom properties that are not among those `used`."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [part for part in _selectors(rule.prelude) if _can_match(part, names)]
            body = tinycss2.serialize(rule.content) if used is None else _declarations(rule.content, used)
            if selectors and body:
                yield f"{','.join(tinycss2.serialize(part).strip() for part in selectors)}{{{body}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            body = "".join(_rules(inner, names, used))
            if body:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}"
        else:
            yield rule.serialize()


def _declarations(content: list[Node], used: set[str]) -> str:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(item.serialize().removesuffix(";") for item in found if not _is_left_over(item, used))


def _is_left_over(item: Node, used: set[str]) -> bool:
    return isinstance(item, Declaration) and item.name.startswith("--") and item.name not in used


def _selectors(prelude: list[Node]) -> list[list[Node]]:
    """The selectors of a rule, taken apart at their commas."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if isinstance(node, LiteralToken) and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _can_match(selector: list[Node], names: Names) -> bool:
    """Whether an element can have all that a selector asks; nobody looks at what stands in `:not()` and `:is()`."""
    classes = (
        after.value
        for node, after in pairwise(selector)
        if isinstance(node, LiteralToken) and node.value == "." and isinstance(after, IdentToken)
    )
    attributes = (node.content for node in selector if isinstance(node, SquareBracketsBlock))
    return names.classes.issuperset(classes) and all(_can_have(attribute, names) for attribute in attributes)


def _can_have(attribute: list[Node], names: Names) -> bool:
    """Whether an element can have the attribute that stands between these brackets."""
    match attribute:
        case [IdentToken(value=name), LiteralToken(value="="), IdentToken() | StringToken() as value]:
            return not name.startswith("data-md-") or value.value in names.states
    return True
