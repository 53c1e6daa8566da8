"""An index that was renewed is, to the byte, the one that would be made anew."""

import json
import os
import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.library.addresses import NAMES, SYNONYMS
from kennisbank.publishing.search import shards
from kennisbank.publishing.search.pages import Called, Page, Section
from kennisbank.publishing.search.renewing import AllMatters, renew
from kennisbank.publishing.search.search_index import FOLDER, Known, write_search_index

from ..support.chance import THOROUGH

# On many pages: compounds, and names of places that are words as well.
WORDS = (
    *("warmtenetbeheerder", "zonnedakeigenaar", "bomenplan", "Beek", "Eikendorp", "CoP", "energiecoöperatie"),
    *("van", "de", "mensen", "gemeente", "12", "x@y.nl", "gebouwd", "koos"),
)
# Now and then on one: what these fall apart in, those names as words, and other forms of the same verbs.
RARE = (
    *("warmtenet", "beheerder", "netbeheerder", "zonnedak", "eigenaar", "bomen", "plan", "beek", "beken", "eikendorp"),
    *("coöperatie", "energie", "bouwen", "kiezen", "klimaatneutraal", "cop", "2031", "co2net"),
)
KINDS = ("case", "les", "begrip", "onderwerp", "pagina")


def _text(chance: random.Random, most: int = 12) -> str:
    return " ".join(_word(chance) for _ in range(chance.randrange(most)))


def _word(chance: random.Random) -> str:
    return chance.choice(RARE if chance.random() < 0.04 else WORDS)


def _page(chance: random.Random, number: int) -> Page:
    is_place = number % 4 == 0
    called = Called(("Beek",), "Gemeente", "", ("Eikendorp",)) if is_place else Called()
    kind = "onderwerp" if is_place else chance.choice(KINDS)
    sections = tuple(Section(f"a{at}", _text(chance, 3), _text(chance)) for at in range(chance.randrange(1, 4)))
    sorts = {"nieuw": f"{chance.randrange(9)}"} if kind == "case" else {}
    card = {"thema": _text(chance, 2), "samenvatting": _text(chance)}
    return Page(f"{kind}/{number}/", _text(chance, 4) or "Titel", {"type": (kind,)}, sorts, card, called, sections, "")


def _other(page: Page, chance: random.Random) -> Page:
    """The page with another text; of the same length most of the time, so that it matters little to the others."""
    sections = list(page.sections)
    at = chance.randrange(len(sections))
    words = sections[at].text.split()
    if words and chance.random() < 0.8:
        words[chance.randrange(len(words))] = chance.choice(chance.choice([WORDS, RARE]))
    else:
        words = _text(chance).split()
    sections[at] = replace(sections[at], text=" ".join(words))
    card = page.card if chance.random() < 0.7 else {**page.card, "thema": _text(chance, 2)}
    return replace(page, sections=tuple(sections), card=card, aside=chance.choice([page.aside, _text(chance, 3)]))


def _written(site: Path, pages: Sequence[Page]) -> Known:
    """The index of these pages, made anew."""
    (site / NAMES).parent.mkdir(parents=True, exist_ok=True)
    named = [{"label": "Warmtenet", "names": ["CoP", "warmtenet"], "lesser": ["net"], "asked": [], "page": "pagina/9/"}]
    more = {"kind": "", "text": "Uitleg", "beside": False}
    (site / NAMES).write_text(json.dumps([{**thing, **more} for thing in named]), encoding="utf-8")
    (site / SYNONYMS).write_text(
        json.dumps([["warmtenet", "dak"], ["beek", "rivier"], ["2031", "later"]]), encoding="utf-8"
    )
    return write_search_index(site, pages)


def _files(site: Path) -> dict[str, bytes]:
    folder = site / FOLDER
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40 if THOROUGH else 1))
def test_whatever_pages_say_a_renewed_index_is_one_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # Among so few pages no word is common enough to have a file of its own.
    monkeypatch.setattr(shards, "_SHORT", 8)
    chance, renewed = random.Random(seed), 0  # noqa: S311 - the same edits every time
    pages = {page.address: page for page in (_page(chance, number) for number in range(30))}
    known = _written(tmp_path / "nu", [*pages.values()])
    for _ in range(30):
        chosen = chance.sample([*pages], chance.randrange(1, 3))
        pairs = [(pages[address], _other(pages[address], chance)) for address in chosen]
        others = {address: page for address, page in pages.items() if address not in chosen}
        pages |= {after.address: after for _, after in pairs}
        anew = _written(tmp_path / "koud", [*pages.values()])
        try:
            known = renew(tmp_path / "nu", known, pairs, others.get)
            renewed += 1
        except AllMatters:
            known = _written(tmp_path / "nu", [*pages.values()])
        assert known == anew
        assert _files(tmp_path / "nu") == _files(tmp_path / "koud")
    assert renewed > 5


def _sound(tmp_path: Path) -> tuple[Known, list[Page]]:
    chance = random.Random(1)  # noqa: S311
    pages = [_page(chance, number) for number in range(30)]
    return _written(tmp_path, pages), pages


def _not_asked(address: str) -> Page | None:
    raise AssertionError(address)


def test_a_word_that_was_there_matters_to_no_other_page(tmp_path: Path) -> None:
    known, pages = _sound(tmp_path)
    one = next(page for page in pages if page.kind == "les")
    first = one.sections[0]
    other = replace(one, sections=(replace(first, text=f"{first.text} bouwen"), *one.sections[1:]))
    before = _files(tmp_path)
    renew(tmp_path, known, [(one, other)], _not_asked)
    assert _files(tmp_path) != before


@pytest.mark.parametrize(
    "new",
    [
        {"title": "Anders"},
        {"facets": {"type": ("case",)}},
        {"sorts": {"nieuw": "9"}},
        {"called": Called(("Naam",))},
        {"purpose": "Waarvoor"},
        {"address": "elders/"},
    ],
)
def test_what_others_know_of_a_page_matters_to_all(tmp_path: Path, new: dict[str, object]) -> None:
    known, pages = _sound(tmp_path)
    before, one = _files(tmp_path), next(page for page in pages if page.kind == "les")
    with pytest.raises(AllMatters):
        renew(tmp_path, known, [(one, replace(one, **new))], _not_asked)  # type: ignore[arg-type]
    assert _files(tmp_path) == before


def test_who_has_the_old_files_under_another_name_keeps_them(tmp_path: Path) -> None:
    known, pages = _sound(tmp_path / "nu")
    shutil.copytree(tmp_path / "nu", tmp_path / "toen", copy_function=os.link)
    before, one = _files(tmp_path / "toen"), next(page for page in pages if page.kind == "les")
    renew(tmp_path / "nu", known, [(one, replace(one, aside="bouwen"))], _not_asked)
    assert _files(tmp_path / "toen") == before != _files(tmp_path / "nu")
