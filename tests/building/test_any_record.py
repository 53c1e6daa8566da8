"""Whatever record passes the checker can be built: alone, with all others, with as little or as much as may be."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kennisbank.building.pages import PAGES, contributing
from kennisbank.building.rendering import Renderer
from kennisbank.checking.example_folders import example_tree
from kennisbank.findings.finding import Finding, Severity
from kennisbank.library.addresses import Site
from kennisbank.library.loading import load
from kennisbank.library.pictures import is_photo
from kennisbank.model.kinds import KINDS, LISTS, Kind, TermList
from kennisbank.model.shape import choices, example, group_model, is_list, refers_to
from kennisbank.reading.tree import Blob, Tree

from ..support.checked import findings_of

pytestmark = pytest.mark.slow

PHOTO = {path: blob for path, blob in example_tree("KB220", "fout").items() if is_photo(path)}
BASIS = example_tree("", "goed") | PHOTO
ONLY_LISTS = {path: blob for path, blob in BASIS.items() if path.startswith("docs/lijsten/")} | PHOTO
EMPTY: tuple[object, ...] = ([], "", None, {})
TODAY = date(2026, 11, 24)
SITE = Site("https://voorbeeld.example/x", preview=True)
# What the references in a record may point to in the example library.
KNOWN = {
    "case": "zonnedak-voorbeeldstad",
    "lesson": "begin-klein",
    "community": "zonnegroep",
    "werkvorm": "rondje-vragen",
    "themes": "energie",
    "sectors": "gebouwde-omgeving",
    "roles": "aanjager",
    "party-kinds": "gemeente",
    "choice-kinds": "aanpak",
    "option-kinds": "klein-beginnen",
    "series": "voorbeeldreeks",
    "provinces": "voorbeeldland",
    "regions": "voorbeeldregio",
    "municipalities": "voorbeeldstad",
    "source": "bron",
}
# Fields that say the same thing twice, or exclude each other; what each then is.
FIXED: dict[tuple[str, ...], Any] = {
    ("title",): "",
    ("status",): "gepubliceerd",
    ("question",): "Kan dit?",
    ("aliases",): [],
    ("reviewed",): "2026-11-24",
    ("period",): {"start": 2011, "end": 2022},
    ("sources",): [{"key": "bron", "title": "Bron", "publisher": "Wie", "date": "2021"}],
    ("turns", "open"): None,
    ("photo", "file"): "zonnedak-voorbeeldstad.jpg",
    ("results", "kind"): "uitkomst",
    ("results", "achieved"): 103,
    ("results", "target"): 180,
}


def _value(field: FieldInfo, path: tuple[str, ...], pick: "Pick") -> Any:
    """A value for a field, as long as it may be when `pick` says so."""
    if path in FIXED:
        return FIXED[path]
    group, target = group_model(field), refers_to(field)
    if group:
        made: Any = _group(group, path, pick)
    elif target:
        made = KNOWN[target]
    elif choices(field):
        made = choices(field)[0]
    else:
        shown = True if field.annotation is bool else example(field) or "Tekst."
        shown = shown[0] if is_list(field) and isinstance(shown, list) else shown
        made = shown.replace("[^bron]", "") if isinstance(shown, str) else shown
        longest = max((getattr(mark, "max_length", 0) or 0 for mark in _marks(field)), default=0)
        if isinstance(made, str) and longest and pick.long and not made[:4].isdigit():
            made = ("woord " * longest)[:longest].strip().ljust(longest, "x")
    return [made] if is_list(field) else made


def _marks(field: FieldInfo) -> Iterator[Any]:
    todo = [field.annotation]
    yield from field.metadata
    while todo:
        part = todo.pop()
        yield from getattr(part, "__metadata__", ())
        todo += [*getattr(part, "__args__", ())]


class Pick:
    """Which optional fields a record has, and whether its texts are as long as they may be."""

    def __init__(self, *, all_but: str = "", only: str = "", every: bool = True, long: bool = False) -> None:
        self._all_but, self._only, self._every = all_but, only, every
        self.long = long

    def takes(self, path: tuple[str, ...]) -> bool:
        name = ".".join(path)
        if self._only:
            return name == self._only or self._only.startswith(f"{name}.")
        return self._every and name != self._all_but


def _group(model: type[BaseModel], path: tuple[str, ...], pick: Pick) -> dict[str, Any]:
    made = {}
    for name, field in model.model_fields.items():
        inner = (*path, name)
        if field.is_required() or pick.takes(inner):
            value = _value(field, inner, pick)
            if value is not None and value != []:
                made[name] = value
    return made


def _optional(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if not field.is_required():
            yield ".".join((*path, name))
        group = group_model(field)
        if group:
            yield from _optional(group, (*path, name))


def _file(kind: Kind, name: str, pick: Pick, number: int = 90) -> Blob:
    fields = {**_group(kind.model, (), pick), "title": f"Titel van {name}", "status": "concept"}
    fields["sources"] = FIXED[("sources",)]
    if "number" in fields:
        fields["number"] = number
    for result in fields.get("results", []):
        result.setdefault("achieved", 3)
    if "turns" in fields and "because" not in fields["turns"][0]:
        fields["turns"][0]["open"] = "Waarom? Vraag het de raad."
    body = "".join(f"## {title}\n\nTekst.\n\n" for title in kind.sections)
    text = f"---\n{json.dumps(fields, ensure_ascii=False)}\n---\n\n{body}"
    return Blob(f"{kind.folder}/{name}.md", text.encode())


def _variants(kind: Kind) -> dict[str, Pick]:
    optional = list(_optional(kind.model))
    made = {
        "weinig": Pick(every=False),
        "alles": Pick(),
        "lang": Pick(long=True),
        "lang-weinig": Pick(every=False, long=True),
    }
    made |= {f"zonder-{at}": Pick(all_but=name) for at, name in enumerate(optional)}
    return made | {f"alleen-{at}": Pick(only=name) for at, name in enumerate(optional)}


def _errors(tree: Tree) -> list[Finding]:
    return [found for found in findings_of(tree, TODAY) if found.severity is Severity.ERROR]


def _built(tree: Tree) -> dict[str, str]:
    """All pages that a library makes; what explains the codes is the same for every library, and long."""
    renderer = Renderer(load(tree), SITE)
    makers = [maker for maker in PAGES if maker is not contributing.pages]
    return {made.uri: str(made.content) for maker in makers for made in maker(renderer)}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_variant_of_a_record_builds_with_all_others(kind: Kind) -> None:
    variants = _variants(kind)
    assert len(variants) > 8
    files = [_file(kind, name, pick, at) for at, (name, pick) in enumerate(variants.items(), start=3)]
    tree = {**BASIS, **{file.path: file for file in files}}
    assert [(found.file, found.code, found.message) for found in _errors(tree)] == []
    made = _built(tree)
    assert all(f"{kind.url}/{name}.md" in made for name in variants)


@pytest.mark.parametrize("name", ["weinig", "lang-weinig"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_record_builds_as_the_only_one(kind: Kind, name: str) -> None:
    file = _file(kind, name, _variants(kind)[name])
    tree = {**ONLY_LISTS, file.path: file}
    assert _errors(tree) == []
    assert f"{kind.url}/{name}.md" in _built(tree)


def test_nothing_but_lists_builds() -> None:
    assert "cases/index.md" in _built(ONLY_LISTS)


@pytest.mark.parametrize(
    ("organisation", "where", "on_card"),
    [
        ("Rijkswaterstaat", "Landelijk", "Landelijk"),
        ("Waterschap Aa en Maas", "Waterschap Aa en Maas", ""),
        ("Provincie Voorbeeldland", "Provincie [Voorbeeldland](../provincies/voorbeeldland.md)", "Voorbeeldland"),
        ("Desso en ZLTO", "geen plaats genoemd", ""),
    ],
)
def test_a_case_of_no_place_on_a_list_is_told_by_its_organisation(organisation: str, where: str, on_card: str) -> None:
    """Of the whole country is only what truly is; a card says nothing twice, and nothing of what is not known."""
    file = _file(KINDS["case"], "elders", Pick(every=False))
    assert b"Gemeente Tilburg" in file.data
    data = file.data.replace(b"Gemeente Tilburg", organisation.encode())
    tree = {**ONLY_LISTS, file.path: Blob(file.path, data)}
    assert _errors(tree) == []
    made = _built(tree)
    assert f"\nWaar\n:   {where}\n" in made["cases/elders.md"]
    (foot,) = re.findall(r'<p class="kb-meta kb-case-foot".*', made["cases/index.md"])
    assert on_card in foot and ("Landelijk" in foot) is (on_card == "Landelijk") and "genoemd" not in foot
    assert "elders" not in made["kaart/index.md"] or on_card == "Voorbeeldland"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_an_empty_field_is_a_finding_or_builds(kind: Kind) -> None:
    files: dict[str, Blob] = {}
    body = "".join(f"## {title}\n\nTekst.\n\n" for title in kind.sections)
    for name in (name for name, field in kind.model.model_fields.items() if not field.is_required()):
        for at, empty in enumerate(EMPTY):
            stem = f"leeg-{name}-{at}"
            fields = json.loads(_file(kind, stem, Pick(every=False), len(files) + 3).data.decode().split("---\n")[1])
            text = f"---\n{json.dumps({**fields, name: empty})}\n---\n\n{body}"
            files[stem] = Blob(f"{kind.folder}/{stem}.md", text.encode())
    wrong = {found.file for found in _errors({**BASIS, **{file.path: file for file in files.values()}})}
    sound = {stem: file for stem, file in files.items() if file.path not in wrong}
    assert 0 < len(sound) < len(files)
    made = _built({**BASIS, **{file.path: file for file in sound.values()}})
    assert all(f"{kind.url}/{stem}.md" in made for stem in sound)


def _terms(terms: TermList, picks: list[Pick]) -> Blob:
    made = [
        {**_group(terms.model, (), pick), "id": f"term-{at}", "title": f"Term {at}"} for at, pick in enumerate(picks)
    ]
    for at, term in enumerate(made):
        if "cbs" in term:
            term["cbs"] = f"{7000 + at}"
        if "forms" in term:
            term["forms"] = [f"vorm {at}"]
        term.pop("point", None)
        term.pop("sources", None)
    own = BASIS[terms.path].data.decode()
    return Blob(
        terms.path, f"{own}{''.join(f'- {json.dumps(term, ensure_ascii=False)}{chr(10)}' for term in made)}".encode()
    )


def test_every_variant_of_a_term_builds_with_all_others() -> None:
    tree, made = dict(BASIS), 0
    for terms in LISTS.values():
        optional = list(_optional(terms.model))
        picks = [Pick(every=False), Pick(), Pick(long=True), *(Pick(all_but=name) for name in optional)]
        tree[terms.path] = _terms(terms, picks)
        made += len(picks) if terms.has_pages else 0
    assert [(found.file, found.code, found.message) for found in _errors(tree)] == []
    pages = _built(tree)
    own = [f"{terms.url}/term-" for terms in LISTS.values() if terms.has_pages]
    assert sum(page.startswith(tuple(own)) for page in pages) >= made > len(own)


@given(st.data())
@settings(max_examples=6, deadline=None)
def test_any_choice_of_fields_builds_alone(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(KINDS.values())))
    left_out = data.draw(st.sets(st.sampled_from(sorted(_optional(kind.model)))))

    class Some(Pick):
        def takes(self, path: tuple[str, ...]) -> bool:
            return ".".join(path) not in left_out

    file = _file(kind, "willekeurig", Some(long=data.draw(st.booleans())))
    tree = {**BASIS, file.path: file}
    assert [found.message for found in _errors(tree) if found.file == file.path] == []
    assert _built(tree)
