"""What people type is understood in one way, by the intake and by the form in the browser."""

import json
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kennisbank.faces.assistant_rules import SAID_OUTCOMES
from kennisbank.faces.js_pattern import js_pattern
from kennisbank.faces.questions import Choice
from kennisbank.intake.matching import Names, match, pieces
from kennisbank.reading import meaning
from kennisbank.reading.organisations import AREA, NATIONAL, is_nationwide, is_organisation, place_by_name
from kennisbank.reading.said_outcome import said_outcome, says_more
from kennisbank.reading.source_dates import is_dated, source_date

from ..support.in_browser import NEEDS_BROWSER

SHARED: dict[str, list[tuple[str, Any]]] = json.loads(
    (Path(__file__).parent.parent / "support" / "meaning.json").read_text(encoding="utf-8")
)
KNOWN = ("Delft", "Den Haag", "Berg en Dal", "Nijmegen", "Tilburg", "Goirle", "Oisterwijk", "natuur", "voedsel")
OTHERS = ("Gelderland", "Flevoland")
_NAMES, _OTHERS = (Names(tuple(Choice(name, name) for name in names)) for names in (KNOWN, OTHERS))
_READ: dict[str, Callable[[str], object]] = {
    "is_nothing": meaning.is_nothing,
    "amount": lambda text: [*astuple(found)] if (found := meaning.amount(text)) else None,
    "years": lambda text: [*meaning.years(text)],
    "moment": meaning.moment,
    "no_such_day": meaning.no_such_day,
    "address": meaning.address,
    "address_in": meaning.address_in,
    "said_outcome": said_outcome,
    "says_more": says_more,
    "source_date": source_date,
    "is_dated": is_dated,
    "is_organisation": is_organisation,
    "is_nationwide": is_nationwide,
    "place_by_name": place_by_name,
    "names": lambda text: [match(piece, _NAMES).id or piece for piece in pieces(text, _NAMES, (_OTHERS,))],
}
# The intake puts what it did not read before the editor; in the form it still stands in its field.
_INTAKE_ALONE = ("says_more",)
_ORGANISATIONS = {"national": js_pattern(NATIONAL), "area": js_pattern(AREA)}
_ASK = """async ([shared, known, others, organisations, outcomes]) => {
    const { saidOutcome } = await import("/assets/javascripts/assistant/said-outcome.js");
    const meaning = await import("/assets/javascripts/meaning.js");
    const { isDated, sourceDate } = await import("/assets/javascripts/source-dates.js");
    const { placeByName } = await import("/assets/javascripts/assistant/where.js");
    const { isNothing, amount, years, moment, address, addressIn, names, isOrganisation } = meaning;
    const read = {
        is_nothing: isNothing, years, moment, address, address_in: addressIn, source_date: sourceDate,
        is_dated: isDated, no_such_day: meaning.noSuchDay, is_nationwide: meaning.isNationwide,
        said_outcome: (text) => saidOutcome(text, outcomes),
        is_organisation: isOrganisation, place_by_name: (name) => placeByName(name, organisations),
        amount: (text) => { const found = amount(text); return found && [found.value, found.unit]; },
        names: (text) => names(text, (name) => known.includes(name), (name) => others.includes(name)),
    };
    return Object.entries(shared).map(([name, told]) => [name, told.map(([text]) => [text, read[name](text)])]);
}"""


@pytest.mark.parametrize("name", SHARED)
def test_the_intake_reads_it_so(name: str) -> None:
    assert len(SHARED[name]) >= 10
    read = {text: _READ[name](text) for text, _ in SHARED[name]}
    assert read == dict(SHARED[name])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2016/17 begon het.", (2016, 2017)),
        ("Van 2016 - 17 en daarna", (2016, 2017)),
        ("Het begon op 12 maart 2018 - 19 Juni was het klaar", (2018,)),
        ("Gemeente Delft, 2018 - 20 woningen", (2018,)),
        ("Gemeente Delft, 2018 - 20% minder", (2018,)),
        ("Van 1/9/2021 - 31/12/2023", (2021, 2023)),
    ],
)
def test_a_day_or_an_amount_behind_a_year_is_no_year(text: str, found: tuple[int, ...]) -> None:
    assert meaning.years_in(text) == found


@NEEDS_BROWSER
def test_the_form_reads_it_so(page: Page) -> None:
    in_both = {name: told for name, told in SHARED.items() if name not in _INTAKE_ALONE}
    assert dict(page.evaluate(_ASK, [in_both, KNOWN, OTHERS, _ORGANISATIONS, SAID_OUTCOMES])) == in_both


def test_every_kind_of_meaning_has_vectors() -> None:
    assert set(SHARED) == set(_READ)
