"""Built pages as the search index reads them: what a page says that it is, and its text in sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What says nothing of the subject of a page, or says it for machines.
_SKIPPED = (
    ".headerlink, .footnote-backref, .kb-neighbours, .kb-map, .kb-edit, .kb-page-tools, .kb-about-line, .kb-actions, "
    ".kb-nota, .kb-masthead, "
    ".kb-asked .kb-unseen, nav, sup, "
    "script, style, svg, form, pre, [hidden]"
)
# Here begins what is the same on every page: how to mend and cite it.
_ABOUT = "over-deze-pagina"
# Below the definition of a term, and on an overview, stand the titles of other pages: those answer better themselves.
_LISTS = "h2, ul, ol, table, form, .kb-card"
_WITH_LISTS = frozenset({"onderwerp", "begrip", "overzicht"})
# Headings of the templates below which other pages are listed, or what the page rests on.
_OTHERS = frozenset(
    {"leg-hiernaast", "de-hele-reeks", "lessen-uit-deze-community", "cases-uit-deze-community"}
    | {"lessen-bij-deze-werkvorm", "communities-met-deze-werkvorm", "cases-met-deze-werkvorm", "de-weg"}
)
_GROUNDS = frozenset({"bronnen", "wat-de-cases-laten-zien"})
# Parts that say less about the subject of a page than running text does.
_ASIDE = frozenset({"kb-facts", "footnote"})
# The question that a case or community answers.
_ASKED = ".kb-asked, .kb-question"
_HEADINGS = frozenset({"h2", "h3"})
# Pages whose title and description say what they are for, down to so deep: below stand parts of an overview about one
# subject, and explanations of one thing each. The description of another page says what it tells.
FOR_USE = {"overzicht": 1, "pagina": 2, "meedoen": 2}
# Between these a reader sees a space or a new line.
_BLOCKS = "br, dd, div, dt, figcaption, h2, h3, h4, li, p, section, summary, td, th"
# What only its form parts from what follows is parted by a sign in the text of a result.
_LABELS = "dt, .kb-brief strong:first-child"
_END, _SIGNS = "\u241f", (".", ",", ":", ";", "?", "!", "…")
_NO_SPACE_BEFORE, _NO_SPACE_AFTER = ".,;:!?)]", "(["


@dataclass(frozen=True)
class Section:
    """A heading with the text below it; the first of a page has neither anchor nor heading."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Called:
    """What people call a page besides its title, what kind of thing it tells of, and what that is in short.

    `parts` are the names of its parts; `asked` is what they say who look for it and do not know its name.
    """

    names: tuple[str, ...] = ()
    kind: str = ""
    about: str = ""
    parts: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page that can be found: its address below the root of the site, what is known of it, and its text.

    `facets` are ids that it can be filtered by, `sorts` keys that it can be sorted by, `card` what a list shows of it,
    `called` what people call it. `asked` is the question that it answers; `aside` says less about its subject.
    `purpose` says what a page that is no record is for.
    """

    address: str
    title: str
    facets: Mapping[str, tuple[str, ...]]
    sorts: Mapping[str, str]
    card: Mapping[str, str]
    called: Called
    sections: tuple[Section, ...]
    aside: str
    asked: str = ""
    purpose: str = ""

    @property
    def kind(self) -> str:
        """What sort of page it is."""
        return self.facets["type"][0]

    @property
    def text(self) -> str:
        """All words of the page."""
        called = [*self.called.names, *self.called.parts, *self.called.asked, self.called.about]
        own = [self.title, self.purpose, *called, *self.card.values(), self.aside]
        return " ".join([*own, *(f"{section.heading} {section.text}" for section in self.sections)])


def pages_of(site: Path, called: Mapping[str, Called]) -> Iterator[Page]:
    """The pages of a built site that can be found: those that say what they are; what they are called by address."""
    for file in sorted(site.rglob("index.html")):
        address = address_of(file.relative_to(site).as_posix()) or ""
        page = page_from(file.read_text(encoding="utf-8"), address, called.get(address, Called()))
        if page:
            yield page


def address_of(file: str) -> str | None:
    """The address of a page that is this file of the site; None for a file that has no folder to itself."""
    folder, _, name = file.rpartition("/")
    return None if name != "index.html" else folder and f"{folder}/"


def page_from(html: str, address: str, called: Called) -> Page | None:
    """What a page of HTML says, read as a browser reads it; nothing when it does not say what it is."""
    tree = LexborHTMLParser(html)
    known = list(_known(tree))
    article = tree.css_first("article")
    facets = _grouped(known, "filter")
    if article is None or "type" not in facets:
        return None
    for node in article.css(_SKIPPED):
        node.decompose()
    for node in article.css(_BLOCKS):
        node.insert_before(_END)
    for node in article.css(_LABELS):
        node.insert_child("" if node.text().rstrip().endswith((":", "?")) else ": ")
    title, asked = article.css_first("h1"), article.css_first(_ASKED)
    sections, aside = _sections(article, lists=facets["type"][0] not in _WITH_LISTS)
    return Page(
        address,
        _text(title) if title else address,
        facets,
        {name: value for what, name, value in known if what == "sort"},
        {name: value for what, name, value in known if what == "meta"},
        called,
        sections,
        aside,
        _text(asked) if asked else "",
        _description(tree) if facets["type"][0] in FOR_USE else "",
    )


def _description(tree: LexborHTMLParser) -> str:
    node = tree.css_first('meta[name="description"]')
    return (node.attributes.get("content") or "") if node else ""


def _known(tree: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    """What the head of the page says: the kind of fact, its name and its value."""
    for meta in tree.css('meta[name^="kb:"]'):
        _, what, *name = (meta.attributes["name"] or "").split(":")
        yield what, "".join(name), meta.attributes.get("content") or ""


def _grouped(known: list[tuple[str, str, str]], what: str) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(name for kind, name, _ in known if kind == what)
    return {name: tuple(value for kind, other, value in known if (kind, other) == (what, name)) for name in names}


def _sections(article: LexborNode, *, lists: bool) -> tuple[tuple[Section, ...], str]:
    """The text of an article below its headings, and apart from that what stands beside it."""
    found, aside = [("", "", [""])], [""]
    for node in article.iter():
        if node.id == _ABOUT or (not lists and (node.css_matches(_LISTS) or node.css_first(_LISTS))):
            break
        if node.tag in _HEADINGS:
            found.append((node.id or "", _text(node), []))
        elif found[-1][0] in _GROUNDS or _ASIDE & set((node.attributes.get("class") or "").split()):
            aside.append(_text(node))
        elif node.tag != "h1":
            found[-1][2].append(_text(node))
    kept = (part for part in found if part[0] not in _OTHERS | _GROUNDS)
    return tuple(Section(id, heading, joined(texts)) for id, heading, texts in kept), joined(aside)


def _text(node: LexborNode) -> str:
    return joined([node.text()])


def joined(texts: list[str]) -> str:
    """The texts after each other, parted by a sign, without the spaces that only stand there because of the HTML."""
    parts = (" ".join(part.split()) for part in _END.join(texts).split(_END))
    *first, last = [part for part in parts if part] or [""]
    text = " ".join([*(part if part.endswith(_SIGNS) else f"{part}." for part in first), last])
    # One sign after the other: a pattern would be tried at every space.
    for mark in _NO_SPACE_BEFORE:
        text = text.replace(f" {mark}", mark)
    for mark in _NO_SPACE_AFTER:
        text = text.replace(f"{mark} ", mark)
    return text
