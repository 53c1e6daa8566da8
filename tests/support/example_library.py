"""The library of the tests: made up, always the same, and rich enough for every kind of page and every facet.

`example/` holds what tests look at closely; `_MORE` adds short cases, so that lists have more than one part. The
stories are invented; only municipalities are real, because the map wants them inside their provinces. Nothing here
changes when an editor improves a case, a list or a page.
"""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import build
from kennisbank.checking.example_folders import example_tree
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.library.pictures import is_photo
from kennisbank.model.kinds import FACES_FOLDER, KINDS, LISTS_FOLDER
from kennisbank.reading.tree import Blob, Tree, tree_from_disk

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "example"
# When the only commit of the example project was made, in seconds since 1970.
MOMENT = 1_795_500_000
# What its host filled in.
CONTACT = "redactie@proef.example"
EDITORS = "Noor de Redacteur en José"
# What a site needs besides its content.
_CODE = ("mkdocs.yml", "pyproject.toml", "README.md", "scripts/mkdocs_hooks.py", "scripts/theme")
_LOOKS = ("docs/assets/", f"{FACES_FOLDER}/")
_WRITTEN = (*(f"{kind.folder}/" for kind in KINDS.values()), f"{LISTS_FOLDER}/", "docs/besluiten/", *_LOOKS)

# The short cases of a whole region.
_REGIONS = ("zeeland", "hart-van-brabant")


class _Short(NamedTuple):
    """What tells one short case from another."""

    id: str
    title: str
    place: str
    themes: str
    sector: str
    role: str
    outcome: str
    period: str
    kind: str
    lesson: str
    stance: str


_MORE = (
    _Short(
        *("bijen-langs-het-spoor", "Zoeterwoude zaaide bloemen voor bijen langs het spoor", "zoeterwoude"),
        *("natuur", "landbouw", "aanjager", "afgerond", "{start: 2015, end: 2018}"),
        *("aanpak", "begin-klein", "steunt"),
    ),
    _Short(
        *("tuin-van-de-wijk", "Almere gaf een wijk grond voor een moestuin", "almere"),
        *("voedsel, natuur", "landbouw", "ondersteuner", "lopend", "{start: 2013}"),
        *("inwoners", "vraag-de-buren", "steunt"),
    ),
    _Short(
        *("eten-uit-de-streek", "Ede koos voor eten uit de streek", "ede"),
        *("voedsel", "landbouw", "kadersteller", "lopend", "{start: 2012}"),
        *("doel", "tel-wat-je-doet", "steunt"),
    ),
    _Short(
        *("straat-zonder-tegels", "Leeuwarden ruilde tegels uit de tuin voor planten", "leeuwarden"),
        *("klimaatadaptatie", "gebouwde-omgeving", "aanjager", "afgerond", "{start: 2015, end: 2017}"),
        *("inwoners", "vraag-de-buren", "nuanceert"),
    ),
    _Short(
        *("plein-met-water", "Rotterdam maakte van een plein een vijver voor regen", "rotterdam"),
        *("klimaatadaptatie", "gebouwde-omgeving", "regisseur", "lopend", "{start: 2019}"),
        *("techniek", "kies-je-plaats", "steunt"),
    ),
    _Short(
        *("oude-stenen", "Kerkrade bouwde huizen van oude stenen", "kerkrade"),
        *("circulaire-economie", "gebouwde-omgeving", "deelnemer", "afgerond", "{start: 2014, end: 2021}"),
        *("techniek", "begin-klein", "steunt"),
    ),
    _Short(
        *("lenen-in-plaats-van-kopen", "Amsterdam leent lampen en koopt ze niet", "amsterdam"),
        *("circulaire-economie", "industrie", "kadersteller", "onbekend", "{start: 2018}"),
        *("geld", "tel-wat-je-doet", "nuanceert"),
    ),
    _Short(
        *("bos-om-te-eten", "Utrecht plantte een bos waaruit je kunt eten", "utrecht"),
        *("voedsel, klimaatadaptatie", "landbouw", "ondersteuner", "lopend", "{start: 2016}"),
        *("inwoners", "kies-je-plaats", "weerspreekt"),
    ),
    _Short(
        *("dorp-zonder-rekening", "Opsterland maakte een dorp dat zijn eigen warmte maakt", "opsterland"),
        *("energie", "gebouwde-omgeving", "deelnemer", "lopend", "{start: 2017}"),
        *("organisatie", "kies-je-plaats", "steunt"),
    ),
    _Short(
        *("wijk-van-het-gas", "Purmerend haalde een wijk straat voor straat van het gas", "purmerend"),
        *("energie", "gebouwde-omgeving", "regisseur", "lopend", "{start: 2018}"),
        *("aanpak", "durf-te-stoppen", "nuanceert"),
    ),
    _Short(
        *("klein-bos", "Zaanstad plantte een klein bos met een school", "zaanstad"),
        *("natuur", "gebouwde-omgeving", "aanjager", "lopend", "{start: 2017}"),
        *("doel", "vraag-de-buren", "steunt"),
    ),
    _Short(
        *("zon-naast-het-spoor", "Zwolle hield een veld vrij en koos voor daken", "zwolle"),
        *("energie", "elektriciteit", "kadersteller", "gestopt", "{start: 2014, end: 2016}"),
        *("doorgaan-of-stoppen", "durf-te-stoppen", "steunt"),
    ),
    _Short(
        *("energie-van-de-bakker", "Goirle hielp winkels met energiebesparing", "goirle"),
        *("energie", "industrie", "aanjager", "afgerond", "{start: 2012, end: 2014}"),
        *("aanpak", "tel-wat-je-doet", "steunt"),
    ),
    _Short(
        *("park-dat-niet-kwam", "Waalwijk stopte met een park voor zon en wind", "waalwijk"),
        *("energie", "elektriciteit", "deelnemer", "gestopt", "{start: 2009, end: 2013}"),
        *("doorgaan-of-stoppen", "kies-je-plaats", "nuanceert"),
    ),
    _Short(
        *("zeeland-leert-samen", "Zeeland leerde samen hoe je langs de deuren gaat", "zeeland"),
        *("energie", "gebouwde-omgeving", "regisseur", "afgerond", "{start: 2019, end: 2022}"),
        *("organisatie", "vraag-de-buren", "weerspreekt"),
    ),
    _Short(
        *("afval-wordt-grondstof", "Breda maakte van snoeihout warmte voor een zwembad", "breda"),
        *("circulaire-economie, energie", "industrie", "ondersteuner", "onbekend", "{start: 2011, end: 2012}"),
        *("geld", "durf-te-stoppen", "weerspreekt"),
    ),
    _Short(
        *("fietsen-naar-het-werk", "Een regio liet ambtenaren fietsen naar het werk", "hart-van-brabant"),
        *("klimaatadaptatie, circulaire-economie", "mobiliteit", "aanjager", "afgerond", "{start: 2015, end: 2016}"),
        *("doel", "begin-klein", "steunt"),
    ),
)

_TEXT = """\
---
title: "{title}"
summary: "{title}. Deze case is verzonnen en kort."
status: gepubliceerd
outcome: {outcome}
question: "Hoe begin je met een plan als dit?"
organisation: Gemeente van de proef
{where}
period: {period}
themes: [{themes}]
sectors: [{sector}]
role: {role}
parties:
  - {{name: Gemeente van de proef, kind: gemeente}}
brief:
  choice: "Men koos een kleine stap."
  outcome: "Het plan ging door.[^{id}]"
  setback: "Het kostte meer tijd.[^{id}]"
  lesson: "Begin met wie er al is."
confidence: dun
turns:
  - when: {year}
    kind: {kind}
    choice: "Eerst klein en dicht bij huis."
    options:
      - {{what: "Klein", kind: klein, taken: true}}
      - {{what: "Groot", kind: groot, source: {id}}}
    because: "Klein was sneller klaar.[^{id}]"
    decided_by: "De wethouder"
lessons:
  - {{lesson: {lesson}, stance: {stance}, because: "Dat bleek al in de eerste maand.[^{id}]"}}
sources:
  - {{key: {id}, title: "Verslag: {id}", publisher: "Uitgeverij {place}", date: "{year}", url: "https://{id}.example/"}}
reviewed: 2026-06-{day:02}
---

## Aanleiding

De wijk vroeg om iets nieuws.[^{id}]

## Aanpak

De gemeente ging langs bij wie al begonnen was, zoals een energiecoöperatie.[^{id}]

## Resultaat

Het plan ging door zoals bedacht.[^{id}]

## Wat werkte en wat niet

Het kostte meer tijd dan gedacht.[^{id}]

## Wat kun je hiermee?

- Begin met wie er al is.
"""


def _short(case: _Short, day: int) -> Blob:
    """A short case as a file."""
    year = case.period.removeprefix("{start: ")[:4]
    where = f"region: {case.place}" if case.place in _REGIONS else f"places: [{case.place}]"
    text = _TEXT.format(**case._asdict(), where=where, year=year, day=day)
    return Blob(f"cases/{case.id}.md", text.encode(), len(text.encode()))


@cache
def _files() -> Tree:
    more = {blob.path: blob for blob in (_short(case, day) for day, case in enumerate(_MORE, 1))}
    return dict(sorted({**_around(), **tree_from_disk(FOLDER), **more}.items()))


@cache
def _around() -> Tree:
    """What a site has besides its library: its looks, and the pages that its menu leads to."""
    repository = tree_from_disk(ROOT)
    looks = {path: blob for path, blob in repository.items() if path.startswith(_LOOKS) and not is_photo(path)}
    pages = {path: _empty(path) for path in repository if path.startswith("docs/") and not path.startswith(_WRITTEN)}
    return {**looks, **pages}


def _empty(path: str) -> Blob:
    """A page of the repository without its words, which editors change."""
    title = f"Pagina {path.removeprefix('docs/').removesuffix('.md').replace('/', ' ')}"
    text = f"---\ntitle: {title}\ndescription: Een pagina van de proef.\n---\n\n# {title}\n\nTekst van de proef.\n"
    return Blob(path, text.encode(), len(text.encode()))


def fixed_tree() -> Tree:
    """The files of the example library, with the looks of the repository; a copy, for a test to change."""
    return dict(_files())


@cache
def fixed_library() -> Library:
    """The example library, loaded."""
    return load(fixed_tree())


@cache
def fixed_artifacts() -> tuple[Artifact, ...]:
    """What the example library becomes, on a site with an address."""
    return build(fixed_library(), fixed_tree(), Site("https://voorbeeld.nl/x"))


def write_library(target: Path) -> Path:
    """Write the files of the example library below a folder, and answer that folder."""
    return _write(target, _files())


def _write(target: Path, tree: Tree) -> Path:
    for path, blob in tree.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(blob.data)
    return target


def project(target: Path) -> Path:
    """Write a project with the example library that `kennisbank site` can build, and answer its folder."""
    return _with_code(write_library(target))


def small_project(target: Path) -> Path:
    """Write a project with the small sound library, of which a site is built in a third of the time."""
    return _with_code(_write(target, {**_around(), **example_tree("", "goed")}))


def _with_code(target: Path) -> Path:
    for name in _CODE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, target / name)
    (target / "scripts/kennisbank").mkdir()  # mkdocs.yml watches it
    settings = target / "mkdocs.yml"
    filled = f'contact: "{CONTACT}", editors: "{EDITORS}"'
    settings.write_text(re.sub(r'contact: "", editors: ""', filled, settings.read_text("utf-8")), "utf-8")
    return target


def committed(target: Path) -> Path:
    """Make the folder a repository with one commit, of a known moment; a build takes its clock from there."""
    environment = {**os.environ, "GIT_AUTHOR_DATE": f"{MOMENT} +0000", "GIT_COMMITTER_DATE": f"{MOMENT} +0000"}
    settings = ("user.name=t", "user.email=t@example.org", "commit.gpgsign=false", "core.hooksPath=/dev/null")
    words = [word for setting in settings for word in ("-c", setting)]
    commit = (*words, "commit", "--quiet", "--message=begin")
    for arguments in (("init", "--quiet"), ("add", "--all"), commit):
        subprocess.run(["git", *arguments], cwd=target, env=environment, check=True, capture_output=True)
    return target
