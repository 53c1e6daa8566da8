"""Jinja2 templates that write Markdown, and the few filters they need."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ..faces.report_form import mail
from ..faces.template import short_record
from ..insights.glossary import LIST, Glossary, Mentions, glossary_of, mentions_of, terms_in
from ..insights.languages import language_of
from ..insights.years import first_year, of_year
from ..library.addresses import OVERVIEWS, Site, beside, link, page_of, page_of_path, resolve, web_path
from ..library.library import Entry, Library, Ref
from ..model import labels
from ..model.kinds import KINDS, LISTS
from ..model.terms import COUNTED_ON
from ..reading.canonical import canonical, canonical_line
from ..reading.commonmark import References, references_in
from ..reading.prose import plain
from ..reading.source_dates import dutch_moment, source_date
from .artifacts import Artifact
from .citing import AUTHOR, LICENCE, LICENCE_URL, SITE_NAME
from .compiled import Compiled
from .drawings.gauges import meter, tally
from .drawings.marks import line_mark, outcome_badge, outcome_mark, theme_mark
from .drawings.scale import shares
from .drawings.scenes import scene
from .dutch import counted, dutch_date, dutch_number, enumerated, lower_first, shortened, year_and_day
from .environment import Environment
from .escaping import address, as_yaml, cell, code, escape, in_html, in_line, short_address, tidy, uncited
from .follow.feeds import Feed
from .goals import GOALS
from .key_figure import key_figure
from .linked_data import graph_of, script_text
from .note_order import in_order_of_use
from .reporting import BY_YOURSELF, NO_ADDRESS, report_of, without_mail
from .together import TOGETHER, together

# Where a reader can mend a page that no content file stands behind.
TEMPLATES = "scripts/kennisbank/building/templates"
# Every template begins with the front matter; each of its values stands on one line, so that this is in none.
_HEAD_ENDS = "\n---\n"

# What a page tells of the site that it is of.
_COLOPHON = {"author": AUTHOR, "licence": LICENCE, "licence_url": LICENCE_URL, "site_name": SITE_NAME}
# How a page says where a report or a case goes.
_MAIL = {"mail_to": mail, "without_mail": without_mail, "by_yourself": BY_YOURSELF, "no_address": NO_ADDRESS}

_FILTERS: dict[str, Callable[..., object]] = {
    "esc": escape,
    "cell": cell,
    "datum": dutch_date,
    "source_date": source_date,
    "jaar_en_dag": year_and_day,
    "moment": dutch_moment,
    **TOGETHER,
    "begin": first_year,
    "uit_jaar": of_year,
    "lower_first": lower_first,
    "yaml": as_yaml,
    "plain": plain,
    "shortened": shortened,
    "address": address,
    "short_address": short_address,
    "code": code,
    "getal": dutch_number,
    **GOALS,
    "getal_met": counted,
    "uncited": uncited,
    "opsomming": enumerated,
    "language": language_of,
}


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
    page is in the words of schema.org, besides what every page says of itself; `feed` tells what is new of it.
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
    feed: Feed | None = None


@dataclass(frozen=True)
class Renderer:
    """Writes pages of the site from templates; knows the library, the site, and which terms a record uses."""

    library: Library
    site: Site
    terms_in: Callable[[Entry, Glossary], Iterable[str]] = field(default=terms_in, repr=False)

    @cached_property
    def new_case(self) -> str:
        """Where a new case can be started on GitHub, with the template in it."""
        return _new_case(self.site)

    @cached_property
    def _glossary(self) -> Glossary:
        return glossary_of(self.library)

    @cached_property
    def mentions(self) -> dict[str, Mentions]:
        """The pages on which each term of the glossary is used."""
        return mentions_of(self.library, self._glossary, self.terms_in)

    def page(self, template: str, page: str, frame: "Frame", **context: Any) -> Artifact:
        """A page of the site: the frame, and below it what the template makes of the context."""
        source = frame.source or f"{TEMPLATES}/{template}"
        crumbs = [(crumb.page, crumb.text) for crumb in frame.crumbs]
        graph = graph_of(self.site, page, frame.title, frame.description, crumbs, frame.linked)
        text = (
            templates_for(self.site)
            .get_template(template)
            .render(
                page=page,
                source=source,
                url=lambda target, anchor="", **query: address(link(page, target, anchor, **query)),
                to=lambda ref, text="": self.link_to(page, ref, text),
                md=lambda text, path=source: self.prose(text, path, page),
                inline=lambda text, path=source: self.line(text, path, page),
                title_of=self.library.title_of,
                library=self.library,
                frame=frame,
                linked_data=script_text(graph),
                report_links=report_of(self.site, page, frame.title),
                **context,
            )
        )
        content = together(in_order_of_use(tidy(text)))
        return Artifact(page, content, source, frame.title, content.index(_HEAD_ENDS) + len(_HEAD_ENDS))

    def link_to(self, page: str, ref: Ref, text: str = "") -> Markup:
        """A Markdown link to a record or term; of a list without pages, to the list."""
        entry = self.library.by_ref.get(ref)
        mark = " (concept)" if isinstance(entry, Entry) and entry.is_concept else ""
        shown = in_line(f"{text or self.library.title_of(ref)}{mark}")
        unpaged = ref.kind in LISTS and not LISTS[ref.kind].has_pages
        target = OVERVIEWS[LISTS[ref.kind].url] if unpaged else page_of(ref)
        return Markup(f"[{shown}]({address(link(page, target))})")  # noqa: S704 - of two that are safe

    def sections(self, entry: Entry) -> dict[str, Markup]:
        """The fixed sections of a record as Markdown for its page, with a link at the first use of each term."""
        page = page_of(entry.ref)
        titles = entry.kind.sections
        names = references_in(body) if "]:" in (body := entry.document.body_text) else {}
        texts = [self.prose(entry.prose.section(title) or "", entry.document.path, page, names) for title in titles]
        linked = self._glossary.linked(texts, lambda term: link(page, page_of(Ref(LIST, term))), own=entry.id)
        return dict(zip(titles, map(Markup, linked), strict=True))

    def line(self, text: str, path: str, page: str) -> Markup:
        """As `prose`, as part of a line of the template."""
        return Markup(canonical_line(text, self._address_from(path, page)))  # noqa: S704 - written anew, see canonical

    def prose(self, text: str, path: str, page: str, references: References | None = None) -> Markup:
        """Markdown from the source file `path` as it must be on `page`: in its fixed form, with links that fit there.

        `references` are the addresses of `[name]` that the file gives outside this text.
        """
        return Markup(canonical(text, self._address_from(path, page), references))  # noqa: S704 - idem

    def _address_from(self, path: str, page: str) -> Callable[[str], str]:
        """What turns an address in a source file into one on a page."""

        def rewrite(address: str) -> str:
            target = resolve(self.library, path, address)
            if target.kind in ("record", "page", "file"):
                return link(page, page_of_path(target.path), target.anchor)
            if target.kind == "new":
                return str(self.new_case)
            return link(page, target.path) if target.kind == "overview" else address

        return rewrite


def _new_case(site: Site) -> str:
    """Where a new case can be started on GitHub, with the template in it."""
    case = KINDS["case"]
    return site.new_url(case.folder, "nieuwe-case.md", short_record(case))


@lru_cache(maxsize=8)
def templates_for(site: Site) -> jinja2.Environment:
    """The templates, which are read once for all that is written for a site."""
    environment = Environment(
        loader=jinja2.PackageLoader("kennisbank.building"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # What a template prints is HTML-escaped, unless its type says that it is safe: see escaping.py.
        autoescape=True,
        finalize=in_html,
        bytecode_cache=Compiled(Path(__file__).parent),
    )
    environment.filters.update(_FILTERS, e=in_html, escape=in_html)
    environment.globals.update(
        kinds=KINDS,
        new_case=_new_case(site),
        lists=LISTS,
        overviews=OVERVIEWS,
        site=site,
        ref=Ref,
        page_of=page_of,
        labels=labels,
        beside=beside,
        web_path=web_path,
        **_COLOPHON,
        outcome_badge=outcome_badge,
        outcome_mark=outcome_mark,
        theme_mark=theme_mark,
        line_mark=line_mark,
        meter=meter,
        tally=tally,
        shares=shares,
        scene=scene,
        key_figure=key_figure,
        counted_on=COUNTED_ON,
        **_MAIL,
    )
    return environment
