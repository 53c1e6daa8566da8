"""Puts hostile texts in the example library, and tells what a reader's browser would find on the pages."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache, lru_cache
from typing import Any

import yaml

from kennisbank.building.artifacts import Artifact
from kennisbank.building.pages import PAGES, assistant, contributing
from kennisbank.building.rendering import Renderer
from kennisbank.checking.example_folders import example_tree
from kennisbank.findings.finding import Finding, Severity, has_errors
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.publishing.page_guard import judge
from kennisbank.reading.document import Document
from kennisbank.reading.documents import read_document
from kennisbank.reading.html_judge import Offence
from kennisbank.reading.rendered import render
from kennisbank.reading.tree import Blob, Tree

from .checked import checked

PAGE = "docs/een-pagina.md"
CASE = "cases/zonnedak-voorbeeldstad.md"
SITE = Site(repository="https://voorbeeld.nl/bron", url="https://voorbeeld.nl/site/")
# The same YAML, ten times as quick where libyaml is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# What these go nowhere without: the reason of a choice a source of the case, the date of a source a year.
_BEHIND = {"turns.0.because": " [^eindverslag]", "sources.0.date": " 2019"}
_HEAD = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
# Every field of a case that people fill in with words of their own, and the places in the text below.
FIELDS = (
    *("title", "summary", "question", "organisation", "certainty", "parties.0.name"),
    *("turns.0.choice", "turns.0.because", "turns.0.decided_by", "turns.0.later"),
    *("lessons.0.because", "results.0.what", "results.0.unit", "results.0.note"),
    *("sources.0.title", "sources.0.publisher", "sources.0.date", "sources.0.note"),
)
PLACES = (*FIELDS, "sources.0.url", "body", "section", "page.title", "page.description", "page.body")


def attacked(texts: dict[str, str]) -> Tree:
    """The example library with hostile texts, by the place where each of them stands."""
    tree = dict(_example())
    page = {"title": "Een pagina", "description": "Over een pagina."}
    data, body = deepcopy(_case())
    below = "# Een pagina\n\nTekst.\n"
    for place, text in texts.items():
        if place == "body":
            body = f"{body}\n{text}\n"
        elif place == "section":
            body = body.replace("## Resultaat\n", f"{text}\n\n## Resultaat\n", 1)
        elif place == "page.body":
            below = f"# Een pagina\n\n{text}\n\nTekst.\n"
        elif place.startswith("page."):
            page[place.removeprefix("page.")] = text
        else:
            _put(data, place, text + _BEHIND.get(place, ""))
    tree[CASE] = _blob(CASE, data, body)
    tree[PAGE] = _blob(PAGE, page, below)
    return dict(sorted(tree.items()))


@cache
def _example() -> Tree:
    return example_tree("", "goed")


@cache
def _case() -> tuple[dict[str, Any], str]:
    """The fields and the text of the case that is attacked."""
    return _apart(_example()[CASE].data.decode("utf-8"))


def _apart(text: str) -> tuple[dict[str, Any], str]:
    head, body = _HEAD.match(text).groups()  # type: ignore[union-attr]
    return yaml.load(head, Loader=_LOADER), body  # noqa: S506 - a safe one


def _put(data: object, path: str, text: str) -> None:
    *way, last = _path(path)
    for key in way:
        data = data[key]  # type: ignore[index]
    data[last] = text  # type: ignore[index]


def _path(place: str) -> tuple[str | int, ...]:
    return tuple(int(key) if key.isdigit() else key for key in place.split("."))


def written(data: object) -> str:
    """Fields as YAML, each on a line of its own."""
    return str(yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000))


def _blob(path: str, data: object, body: str) -> Blob:
    head = written(data)
    content = f"---\n{head}---\n{body}".encode("utf-8", "replace")
    return Blob(path, content, len(content))


def passing(text: str, places: tuple[str, ...] = PLACES) -> dict[str, str]:
    """The places where a text stands without the checker stopping it, found by taking away where it does."""
    while places:
        texts = dict.fromkeys(places, text)
        tree, _, findings = _attack(tuple(texts.items()))
        wrong = [finding for finding in findings if finding.severity is Severity.ERROR]
        if not wrong:
            return texts
        hit = {place for finding in wrong for place in places if _holds(tree, finding, place)}
        places = tuple(place for place in places if place not in (hit or set(places)))
    return {}


def _holds(tree: Tree, finding: Finding, place: str) -> bool:
    """Whether a finding is about what stands at a place."""
    in_page = place.startswith("page.")
    if finding.file != (PAGE if in_page else CASE):
        return False
    document = _read(tree[finding.file])
    line = finding.place.line
    if place in ("body", "section", "page.body"):
        return line >= document.place(document.body).line
    span = document.spans.get(_path(place.removeprefix("page.")))
    return span is None or document.place(span).line <= line <= document.place(span).end_line


@lru_cache(maxsize=8)
def _read(blob: Blob) -> Document:
    return read_document(blob)


def harm_of(texts: dict[str, str]) -> list[tuple[str, Offence]]:
    """What would be harmful on the pages that a library with these texts becomes; nothing when the checker stops it."""
    _, library, findings = _attack(tuple(texts.items()))
    if has_errors(findings):
        return []
    return [
        (artifact.uri, offence)
        for artifact in _pages(library) - _untouched()
        for page, html in _html(artifact)
        for offence in judge(html, page)
    ]


@lru_cache(maxsize=2)
def _attack(texts: tuple[tuple[str, str], ...]) -> tuple[Tree, Library, tuple[Finding, ...]]:
    """The library with these texts, and what the checker says: asked by who looks for places, then by who builds."""
    tree = attacked(dict(texts))
    library = load(tree)
    return tree, library, checked(library)


@cache
def _untouched() -> frozenset[Artifact]:
    return frozenset(_pages(load(attacked({}))))


def _pages(library: Library) -> set[Artifact]:
    """The pages that hold what authors wrote."""
    renderer = Renderer(library.published(), SITE)
    makers = [maker for maker in PAGES if maker not in (assistant.pages, contributing.pages)]
    return {artifact for maker in makers for artifact in maker(renderer)}


def _html(artifact: Artifact) -> Iterator[tuple[str, str]]:
    """An artifact as a page: where the theme prints what the front matter says, and what becomes of the Markdown."""
    if artifact.uri.endswith(".html"):
        yield artifact.uri, str(artifact.content)
    elif artifact.uri.endswith(".md"):
        data, body = _apart(str(artifact.content))
        title, about = data["title"], data["description"]
        page = artifact.uri.removesuffix("index.md").removesuffix(".md").rstrip("/")
        yield (
            f"{page}/index.html" if page else "index.html",
            (
                f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>'
                f'<meta name="description" content="{about}"><meta property="og:title" content="{title}">'
                f'<script type="application/ld+json">{data["linked_data"]}</script></head>'
                f'<body><a title="{title}" href="#">{title}</a><article>{render(body)}</article></body></html>'
            ),
        )
