"""The sheet for council and college: how a case began is on it, no mark lacks its note, and all fits."""

import re
from dataclasses import replace

import pytest

from kennisbank.building.pages import council, records
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site, page_of
from kennisbank.library.library import Library, Ref
from kennisbank.model.figures import FigureKind
from kennisbank.model.parts import Confidence, Source
from kennisbank.model.records import Case

ID = "wind-langs-de-weg"
_MARK = re.compile(r"\[\^([^\]]+)\](?!:)")
_RESTS_ON = re.compile(r"Hoe zeker: (\d+|geen) (case steunt|cases steunen) deze les")
_NOTE = re.compile(r"^\[\^([^\]]+)\]:", re.MULTILINE)


def _sheet(library: Library, **changes: object) -> str:
    """The sheet of a case with other values."""
    made = council.pages(Renderer(_changed(library, **changes), Site("https://code.example/kennis")))
    return next(str(page.content) for page in made if page.uri == f"cases/{ID}/raad.md")


def _changed(library: Library, **changes: object) -> Library:
    (entry,) = [entry for entry in library.of_kind("case") if entry.id == ID]
    assert isinstance(entry.record, Case)
    changed = replace(entry, record=entry.record.model_copy(update=changes))
    others = [other for other in library.entries if other is not entry]
    return replace(library, entries=(changed, *others))


@pytest.mark.parametrize("number", [1, 6, 7, 12])
def test_the_choice_with_which_it_began_is_always_there(library: Library, number: int) -> None:
    turn = library.cases[ID].turns[0]
    turns = tuple(turn.model_copy(update={"when": 2000 + at, "choice": f"Keuze {at}"}) for at in range(number))
    sheet = _sheet(library, turns=turns)
    shown = re.findall(r"- \*\*\d{4}\*\* Keuze (\d+)", sheet)
    assert shown[0] == "0" and shown[-1] == str(number - 1) and len(shown) == min(number, 7)
    assert (f"Hier staan 7 van de {number} keuzes:" in sheet) is (number > 7)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [("Alles in één bak", "Alles in één bak. Want: Dat was simpel."), ("Zo?[^raad-2011]", "Zo? Want: Dat was simpel.")],
)
def test_a_reason_is_a_sentence_of_its_own(library: Library, choice: str, shown: str) -> None:
    turn = (
        library.cases[ID].turns[0].model_copy(update={"choice": choice, "because": "Dat was simpel.[^raad-2011] Ja."})
    )
    assert shown in _sheet(library, turns=(turn,))


def test_a_choice_tells_what_was_not_chosen_and_what_it_cost_where_there_is_room(library: Library) -> None:
    turn = library.cases[ID].turns[0]
    taken, *others = sorted(turn.options, key=lambda option: not option.taken)
    assert taken.taken and others
    first, second = (
        others[0].model_copy(update={"what": what, "ours": what == "Wachten"}) for what in ("Nee", "Wachten")
    )
    told = {
        "choice": "Ja.",
        "because": None,
        "cost": "Een ton.[^raad-2011] En meer.",
        "options": (taken, first, second),
    }
    short = turn.model_copy(update=told)
    line = "Ja. **Niet gekozen:** Nee; Wachten (door ons ingevuld). **Kosten:** Een ton.[^raad-2011] En meer.\n"
    assert line in _sheet(library, turns=(short,))
    long = short.model_copy(update={"choice": "Een keuze. " * 60})
    assert "Niet gekozen:" not in _sheet(library, turns=(long,) * 7)
    unknown = short.model_copy(update={"options": (first, second)})
    assert "Niet gekozen:" not in _sheet(library, turns=(unknown,))


def test_what_it_cost_goes_before_why_and_that_before_what_was_not_chosen(library: Library) -> None:
    turn = library.cases[ID].turns[0]
    assert any(option.taken for option in turn.options) and not all(option.taken for option in turn.options)
    told = {
        "choice": "Ja.",
        "because": f"Daarom {'zo ' * 85}en niet anders. En meer.",
        "cost": f"Geld {'en ' * 30}meer.",
    }
    full = [_sheet(library, turns=(turn.model_copy(update=told),) * number) for number in range(1, 8)]
    for number, sheet in enumerate(full, 1):
        assert sheet.count("**Kosten:**") == number
        assert number >= sheet.count("Want: Daarom zo") >= sheet.count("**Niet gekozen:**")
    assert "**Niet gekozen:**" in full[0] and full[-1].count("**Niet gekozen:**") < 7


def test_all_that_is_known_of_money_is_on_the_sheet_with_its_source(library: Library) -> None:
    case = library.cases[ID]
    sources = tuple(case.sources[0].model_copy(update={"key": f"bron-{at}"}) for at in range(20))
    turns = tuple(
        case.turns[0].model_copy(
            update={
                "when": 2000 + at,
                "choice": "Een keuze. " * 20,
                "cost": None if at == 9 else f"{at} ton.[^bron-{at}]",
            }
        )
        for at in range(1, 10)
    )
    money = {"kind": FigureKind.COST, "target": 5, "achieved": None, "unit": "ton", "highlight": False}
    costs = tuple(
        case.results[0].model_copy(
            update={**money, "what": f"Post {at}", "source": f"bron-{at}", "note": f"Let op {at}"}
        )
        for at in range(10, 16)
    )
    sheet = _sheet(library, turns=turns, results=(*case.results, *costs), sources=sources)
    for at in (1, 3, 4, 5, 6, 7, 8):
        assert f"**Kosten:** {at} ton.[^bron-{at}]" in sheet
    for at in range(10, 16):
        assert f"- Post {at}: **5 ton, begroot**" in sheet and f".[^bron-{at}] Let op {at}.\n" in sheet
    assert set(_MARK.findall(sheet)) - {result.source for result in case.results} == set(_NOTE.findall(sheet))


def test_a_sheet_says_where_its_costs_are_told_or_that_none_are_known(library: Library) -> None:
    turn = library.cases[ID].turns[0].model_copy(update={"cost": None})
    assert "De case noemt geen kosten." in _sheet(library, turns=(turn,), results=())
    paid = turn.model_copy(update={"cost": "Een ton."})
    assert "Dat staat bij de keuze van 2011." in _sheet(library, turns=(turn, paid), results=())


def test_money_of_others_is_told_as_such(library: Library) -> None:
    """A grant that is told as a budget made a case look dearer than it was."""
    turn = library.cases[ID].turns[0].model_copy(update={"cost": None})
    figure = library.cases[ID].results[0].model_copy(update={"unit": "ton", "highlight": False, "note": None})
    given = {"kind": FigureKind.CONTRIBUTION}
    results = (
        figure.model_copy(update={**given, "what": "Geld van het Rijk", "target": 5, "achieved": None}),
        figure.model_copy(update={**given, "what": "Geld van de provincie", "target": 4, "achieved": 3}),
    )
    sheet = _sheet(library, turns=(turn,), results=results)
    assert "## Wat kostte het, en wie betaalde mee?" in sheet and "De case noemt geen kosten." in sheet
    assert "- Geld van het Rijk: **5 ton, toegezegd**" in sheet
    assert "- Geld van de provincie: **3 ton, gekregen, toegezegd 4**" in sheet
    paid = turn.model_copy(update={"cost": "Eén ton."})
    made = records.pages(Renderer(_changed(library, turns=(paid,), results=results), Site("")))
    page = next(str(page.content) for page in made if page.uri == f"cases/{ID}.md")
    assert f"toegezegd 4 (2021). Bij de keuzes: ({turn.when}) Eén ton. <br>" in page
    spent = figure.model_copy(update={"kind": FigureKind.COST, "what": "Panelen", "target": None, "achieved": 9})
    sheet = _sheet(library, turns=(turn,), results=(*results, spent))
    assert sheet.index("- Panelen: **9 ton**") < sheet.index("- Geld van het Rijk")
    assert "De case noemt geen kosten." not in sheet


def test_what_makes_the_money_uncertain_is_on_the_sheet(library: Library) -> None:
    """What a case doubts of its amounts is often the last that it says of how sure it is."""
    turn = library.cases[ID].turns[0].model_copy(update={"cost": "Een ton.[^raad-2011]"})
    sure = f"{'Dit is een lange zin over iets anders dan geld. ' * 9}Het bedrag staat in één bron.[^raad-2011]"
    assert "Het bedrag staat in één bron.[^raad-2011]" in _sheet(library, turns=(turn,), certainty=sure)


def test_a_sheet_says_how_well_it_is_founded(library: Library) -> None:
    assert "· dunne onderbouwing</p>" in _sheet(library, confidence=Confidence.THIN)
    assert "onderbouwing</p>" not in _sheet(library, confidence=None)


@pytest.mark.parametrize("number", [1, 7, 40])
def test_no_mark_lacks_its_note(library: Library, number: int) -> None:
    case = library.cases[ID]
    assert case.brief
    sources = tuple(case.sources[0].model_copy(update={"key": f"bron-{at}"}) for at in range(number))
    marks = "".join(f"[^{source.key}]" for source in sources)
    lines = dict.fromkeys(("choice", "outcome", "setback", "lesson"), f"Een regel.{marks}")
    brief = case.brief.model_copy(update=lines)
    result = case.results[0].model_copy(update={"source": "bron-0"})
    sheet = _sheet(library, sources=sources, brief=brief, results=(result,), certainty=f"Het is zeker.{marks}")
    assert _MARK.findall(sheet) and set(_MARK.findall(sheet)) == set(_NOTE.findall(sheet))


def test_the_notes_of_a_sheet_count_up_as_it_is_read(library: Library) -> None:
    """Notes are numbered in the order in which they are listed."""
    case = library.cases[ID]
    assert case.brief and len(case.sources) > 2
    keys = [source.key for source in case.sources]
    lines = {"choice": f"Eerst.[^{keys[2]}]", "outcome": f"Dan.[^{keys[0]}]", "setback": "Niets.", "lesson": "Niets."}
    result = case.results[0].model_copy(update={"source": keys[1]})
    sheet = _sheet(library, brief=case.brief.model_copy(update=lines), results=(result,), certainty="Het is zeker.")
    assert list(dict.fromkeys(_MARK.findall(sheet))) == [keys[2], keys[0], keys[1]] == _NOTE.findall(sheet)


def _long(case: Case) -> tuple[Source, ...]:
    return tuple(source.model_copy(update={"title": f"{source.title} " * 20}) for source in case.sources)


def test_a_long_case_tells_less_so_that_it_fits(library: Library) -> None:
    case = library.cases[ID]
    long = "Dit is een lange uitleg van hoe zeker het allemaal is, en hij gaat nog even door. " * 5
    turns = tuple(case.turns[0].model_copy(update={"when": 2000 + at, "choice": "Een keuze. " * 60}) for at in range(7))
    assert _sheet(library, certainty=long).count("Dit is een lange uitleg") == 5
    full = _sheet(library, turns=turns, certainty=long, results=case.results * 3, sources=_long(case))
    assert 0 < full.count("Dit is een lange uitleg") < 5


def test_a_sheet_with_room_to_spare_has_larger_type(library: Library) -> None:
    assert "kb-brief--roomy" in _sheet(library, turns=(), results=())
    turn = library.cases[ID].turns[0].model_copy(update={"choice": "Een lange keuze. " * 40})
    assert "kb-brief--roomy" not in _sheet(library, turns=(turn,) * 7)


def test_how_new_its_sources_are_stands_beside_when_they_were_read(library: Library) -> None:
    """A case that was looked at today may rest on old news."""
    source = library.cases[ID].sources[0]
    sources = tuple(
        source.model_copy(update={"key": f"a{date}", "date": date}) for date in ("z.d.", "2019", "mei 2024")
    )
    assert "; de nieuwste bron is uit 2024. " in _sheet(library, sources=sources)
    assert "de nieuwste bron" not in _sheet(library, sources=sources[:1])


def test_a_note_of_a_lesson_says_how_many_cases_it_rests_on(library: Library) -> None:
    made = records.pages(Renderer(library, Site("")))
    uris = {page_of(Ref("lesson", id)) for id in library.lessons}
    pages = [str(page.content) for page in made if page.uri in uris]
    assert len(pages) == len(library.lessons) and all(_RESTS_ON.search(page) for page in pages)
