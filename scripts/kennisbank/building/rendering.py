"""Jinja2 templates that write Markdown, and the few filters they need."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import jinja2

from ..faces.template import short_record
from ..insights.facets import OUTCOMES
from ..insights.glossary import LIST, Glossary, Mentions, glossary_of, mentions_of
from ..library.addresses import OVERVIEWS, Site, beside, link, page_of, page_of_path, resolve, web_path
from ..library.library import Entry, Library, Ref
from ..model.kinds import KINDS, LISTS
from ..reading.prose import Prose, plain
from ..reading.value_hints import MONTHS
from .artifacts import Artifact
from .citing import LICENCE_URL
from .linked_data import graph_of, script_text

# Where a reader can mend a page that no content file stands behind.
TEMPLATES = "scripts/kennisbank/building/templates"
_LIST_START = re.compile(r"([-*+]|1\.) ")
_PARAGRAPH = re.compile(r"(?!([-*+]|\d+\.) |#)\S")
# Two notes in a row must not read as one large number.
_TWO_NOTES = re.compile(r"(?<=\])(?=\[\^)")


@dataclass(frozen=True)
class Crumb:
    """A step in the breadcrumbs: a page and what it is called."""

    page: str
    text: str


@dataclass(frozen=True)
class Frame:
    """What every page has: title, description, the source where readers can mend it, the steps above it.

    `hide` names the parts of the theme that the page does without; `search` is false for pages that would only
    clutter the search results. `scripts` and `styles` name files in docs/assets that only this page needs (`explorer`
    stands for assets/javascripts/explorer.js). `facets` is what the page can be found by (`thema`: the ids of its
    themes), `sorts` what lists of pages can be sorted by, `card` what such a list shows of it. `linked` is what the
    page is in the words of schema.org, besides what every page says of itself.
    """

    title: str
    description: str
    source: str = ""
    crumbs: tuple[Crumb, ...] = ()
    hide: tuple[str, ...] = ("navigation",)
    search: bool = True
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {"type": ("pagina",)})
    sorts: Mapping[str, str] = field(default_factory=dict)
    card: Mapping[str, str] = field(default_factory=dict)
    linked: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Renderer:
    """Writes pages of the site from templates; knows the library and the site."""

    library: Library
    site: Site

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("kennisbank.building"),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,  # noqa: S701 - the templates write Markdown; `esc` and the checker guard it
        )
        filters = {
            "esc": escape,
            "cell": cell,
            "datum": dutch_date,
            "dag": dutch_day,
            "yaml": json.dumps,
            "plain": plain,
        }
        environment.filters.update(
            filters, getal=dutch_number, getal_met=counted, uncited=uncited, opsomming=enumerated
        )
        environment.globals.update(
            kinds=KINDS,
            new_case=self.new_case,
            lists=LISTS,
            overviews=OVERVIEWS,
            site=self.site,
            ref=Ref,
            page_of=page_of,
            outcomes=OUTCOMES,
            beside=beside,
            web_path=web_path,
            licence_url=LICENCE_URL,
        )
        return environment

    @cached_property
    def new_case(self) -> str:
        """Where a new case can be started on GitHub, with the template in it."""
        case = KINDS["case"]
        return self.site.new_url(case.folder, "nieuwe-case.md", short_record(case))

    @cached_property
    def _glossary(self) -> Glossary:
        return glossary_of(self.library)

    @cached_property
    def mentions(self) -> dict[str, Mentions]:
        """The pages on which each term of the glossary is used."""
        return mentions_of(self.library, self._glossary)

    def page(self, template: str, page: str, frame: "Frame", **context: Any) -> Artifact:
        """A page of the site: the frame, and below it what the template makes of the context."""
        source = frame.source or f"{TEMPLATES}/{template}"
        crumbs = [(crumb.page, crumb.text) for crumb in frame.crumbs]
        graph = graph_of(self.site, page, frame.title, frame.description, crumbs, frame.linked)
        text = self._environment.get_template(template).render(
            page=page,
            source=source,
            url=lambda target, anchor="", **query: link(page, target, anchor, **query),
            to=lambda ref, text="": self.link_to(page, ref, text),
            md=lambda text, path=source: self.prose(text, path, page),
            inline=lambda text, path=source: " ".join(self.prose(text, path, page).split()),
            title_of=self.library.title_of,
            library=self.library,
            frame=frame,
            linked_data=script_text(graph),
            **context,
        )
        return Artifact(page, re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", source)

    def link_to(self, page: str, ref: Ref, text: str = "") -> str:
        """A Markdown link to a record or term."""
        return f"[{escape(text or self.library.title_of(ref))}]({link(page, page_of(ref))})"

    def sections(self, entry: Entry) -> dict[str, str]:
        """The fixed sections of a record as Markdown for its page, with a link at the first use of each term."""
        page = page_of(entry.ref)
        titles = entry.kind.sections
        texts = [self.prose(entry.prose.section(title) or "", entry.document.path, page) for title in titles]
        linked = self._glossary.linked(texts, lambda term: link(page, page_of(Ref(LIST, term))), own=entry.id)
        return dict(zip(titles, linked, strict=True))

    def prose(self, text: str, path: str, page: str) -> str:
        """Markdown from the source file `path` with its links as they must be on `page`."""
        prose = Prose(text)
        edits = []
        for found in prose.links:
            target = resolve(self.library, path, found.target)
            if target.kind in ("record", "page", "file"):
                place = page_of_path(target.path)
                edits.append((found.target_span, link(page, place, target.anchor)))
            elif target.kind == "new":
                edits.append((found.target_span, self.new_case))
            elif target.kind == "overview":
                edits.append((found.target_span, link(page, target.path)))
        for span, replacement in sorted(set(edits), reverse=True):
            text = text[: span.start] + replacement + text[span.end :]
        return _TWO_NOTES.sub("<sup>, </sup>", set_lists_apart(text.strip()))


def set_lists_apart(markdown: str) -> str:
    """Markdown in which a list below a line of text is a list, as GitHub's preview shows it (CommonMark 5.3).

    Python-Markdown wants an empty line there, and would run the items together otherwise.
    """
    lines: list[str] = []
    fenced = False
    for line in markdown.split("\n"):
        fenced ^= line.startswith(("```", "~~~"))
        starts_list = _LIST_START.match(line) and not fenced
        if starts_list and lines and _PARAGRAPH.match(lines[-1]):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def escape(text: str) -> str:
    """Text in which no character has a meaning in Markdown or HTML."""
    entities = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_\[\]>|])", r"\\\1", entities)


def uncited(markdown: str) -> str:
    """Markdown without its citations, for a page that does not list the sources."""
    return re.sub(r"\[\^[^\]\s]+\]", "", markdown)


def cell(markdown: str) -> str:
    """Markdown that fits in a table cell."""
    return " ".join(markdown.replace("|", "\\|").split())


def dutch_day(day: date) -> str:
    """A day without its year: 24 november."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def dutch_date(day: date) -> str:
    """A date as people read it: 24 november 2026."""
    return f"{dutch_day(day)} {day.year}"


def dutch_number(number: float | None) -> str:
    """A number with Dutch marks: 6.315 and 22,1; an empty text for none."""
    if number is None:
        return ""
    whole = f"{number:,.10f}".rstrip("0").rstrip(".")
    return whole.translate(str.maketrans(",.", ".,"))


def counted(number: int, one: str, more: str) -> str:
    """A count with its noun: 1 case, 3 cases, geen case."""
    if number == 0:
        return f"geen {one}"
    return f"{number} {one if number == 1 else more}"


def enumerated(names: list[str], most: int = 5) -> str:
    """Names in a sentence: a, b en c; of more than `most` only the first ones, and how many others there are."""
    shown, others = names[:most], len(names) - most
    if others > 0:
        return f"{', '.join(shown)} en {counted(others, 'andere', 'anderen')}"
    return " en ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
