"""Which concepts a preview shows: those with a page, that lean on none without one."""

import json
import re
from functools import cache

import pytest

from kennisbank.building.build import build
from kennisbank.building.data.geojson import GEOJSON
from kennisbank.building.data.release import place
from kennisbank.building.data.whole import WHOLE
from kennisbank.building.dutch import dutch_date
from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.previews import as_preview, set_apart
from kennisbank.findings.finding import Severity, has_errors
from kennisbank.insights.outcomes import ending_of
from kennisbank.insights.years import of_year
from kennisbank.intake.drafting import draft
from kennisbank.library.addresses import OVERVIEWS, Site
from kennisbank.library.entries import Entry, Ref
from kennisbank.library.loading import load
from kennisbank.library.open_gaps import NotYet, SomeYear, open_gaps
from kennisbank.library.previewing import set_aside, still_to_come, with_pages
from kennisbank.model.parts import Outcome
from kennisbank.model.records import Case
from kennisbank.model.turns import Option, Turn
from kennisbank.reading.tree import Blob

from ..support.checked import checked
from ..support.example_library import fixed_library, fixed_tree

CASE = "cases/zonnedak-voorbeeldstad.md"
_SITE, _NO_YEARS = "https://voorbeeld.nl/x", "jaren nog niet ingevuld"
BROKEN = b"---\ntitle: Moed\nstatus: concept\nonbekend: 1\n---\n"


def _shown(said: str, field: str = "") -> set[str]:
    """The cases of a preview, when one concept is broken, one says something and another links to the latter."""
    tree = example_tree("", "goed")
    sound = tree[CASE].data.decode().replace("status: gepubliceerd", "status: concept")
    sound = sound.replace("status: concept", f"status: concept\n{field}" if field else "status: concept")
    texts = {
        "cases/moed.md": BROKEN,
        "cases/warmte-moed.md": sound.encode(),
        "cases/noemt.md": sound.replace("## Aanleiding\n", f"## Aanleiding\n\n{said}\n").encode(),
        "cases/verder.md": sound.replace("## Aanleiding\n", "## Aanleiding\n\nZie [dit](noemt.md).\n").encode(),
    }
    shown = with_pages(load({**tree, **{path: Blob(path, data) for path, data in texts.items()}}))
    return {entry.id for entry in shown.of_kind("case")}


@pytest.mark.parametrize(
    "said",
    ["", "Zie [warmte](warmte-moed.md).", "Het bestand heette moed.md.", "Zie [elders](https://x.example/moed.md)."],
)
def test_a_concept_that_leans_on_sound_ones_is_shown(said: str) -> None:
    assert _shown(said) == {"zonnedak-voorbeeldstad", "warmte-moed", "noemt", "verder"}


@pytest.mark.parametrize(
    "said", ["Zie [moed](moed.md).", "Zie [moed](../cases/moed.md#kop).", "Zie [moed](./moed.md)."]
)
def test_a_concept_that_leans_on_a_broken_one_is_not_and_nor_is_what_leans_on_that(said: str) -> None:
    assert _shown(said) == {"zonnedak-voorbeeldstad", "warmte-moed"}


def test_a_field_that_names_a_broken_one_counts_as_well() -> None:
    assert _shown("", "related: [moed]") == {"zonnedak-voorbeeldstad"}


def _case(*changes: tuple[str, str]) -> Entry:
    """The sound case as a concept, with some lines written otherwise, as a preview has it."""
    text = example_tree("", "goed")[CASE].data.decode().replace("status: gepubliceerd", "status: concept")
    for old, new in changes:
        text, count = re.subn(old, new, text, count=1, flags=re.MULTILINE)
        assert count, old
    shown = with_pages(load({**example_tree("", "goed"), CASE: Blob(CASE, text.encode())}))
    return shown.by_ref[Ref("case", "zonnedak-voorbeeldstad")]  # type: ignore[return-value]


@pytest.mark.parametrize(
    "reviewed", ["", 'reviewed: "VUL IN: Nagekeken op"\n', "reviewed: VUL IN, bijvoorbeeld 2026-11-24\n"]
)
def test_a_concept_that_nobody_reviewed_yet_is_shown(reviewed: str) -> None:
    """The day of the review is the editor's: no road of contributors gives one."""
    record = _case((r"^reviewed: .*\n", reviewed)).record
    assert isinstance(record, Case)
    assert isinstance(record.reviewed, NotYet) and record.reviewed.year == record.period.end
    assert dutch_date(record.reviewed) == "een dag die nog komt"


def test_gaps_that_a_reader_can_do_without_are_shown() -> None:
    gaps = (
        (r"^summary: .*$", 'summary: "VUL IN: Samenvatting"'),
        (r"^outcome: .*$", 'outcome: "VUL IN: Afloop"'),
        (r"^role: .*$", 'role: "VUL IN: Rol"'),
    )
    record = _case(*gaps).record
    assert isinstance(record, Case)
    assert (record.summary, record.outcome, record.role) == ("VUL IN: Samenvatting", Outcome.UNKNOWN, None)
    assert not isinstance(record.reviewed, NotYet)


def _started() -> str:
    """What the four questions of the quick start make: the years, themes and turns still have to be filled in."""
    made = draft({"title": "Proefpanelen", "places": "Tilburg", "Aanpak": "Er kwamen panelen."}, fixed_library(), ())
    assert 'start: "VUL IN' in made.text and 'themes: ["VUL IN' in made.text and '- when: "VUL IN' in made.text
    return made.text


_NO_YEAR = "jaar nog niet ingevuld"
_WITHOUT_YEAR = ("", 'when: "VUL IN: Wanneer"', "when:")
_WHOLE = "cases/dorp-maakt-stroom.md"


def _chosen(at: int) -> tuple[str, str]:
    """A choice for which somebody gave no year, and a case with it."""
    choice = f"Panelen huren {at}."
    begun = _started().split("turns:")[0].replace("Proefpanelen", f"Gekozen {at}")
    text = begun + f"turns:\n  - choice: {choice}\n    {_WITHOUT_YEAR[at]}\n".rstrip(" ")
    return choice, text + "    later: Het werd een succes.\n    open: Waarom? Vraag het de wethouder.\n---\n"


@cache
def _made() -> dict[str, str]:
    """The files of a preview of the example library with all the concepts of the tests below: one site for them."""
    whole = fixed_tree()[_WHOLE].data.decode().replace("status: gepubliceerd", "status: concept")
    texts = {
        "cases/proefpanelen.md": _started(),
        _WHOLE: whole.replace("places: [lochem]", "places: [xanadu]"),
        **{f"cases/gekozen-{at}.md": _chosen(at)[1] for at in range(len(_WITHOUT_YEAR))},
        **{f"cases/kaal-{at}.md": _bare_case(f"Kale case {at}", one) for at, one in enumerate(_SAID)},
        **{f"lessons/kaal-{at}.md": _bare_lesson(f"Kale les {at}", one) for at, one in enumerate(_LESSONS)},
    }
    tree = {**fixed_tree(), **{path: Blob(path, text.encode()) for path, text in texts.items()}}
    library = load(tree)
    found = as_preview(library, checked(library, None))
    assert not has_errors(one for one in found if "/kaal-" in one.file)
    return {item.uri: str(item.content) for item in build(library, tree, Site(_SITE, preview=True))}


@pytest.mark.slow
def test_a_case_that_was_only_begun_has_a_page_on_which_nothing_is_made_up() -> None:
    made = _made()
    head, page = made["cases/proefpanelen.md"].split("\n---\n", 1)
    assert "Er kwamen panelen." in page
    assert "De keuzes van deze case zijn nog niet ingevuld." in page and "## Afslagen" not in page
    # Of the years nothing is said but that they are not filled in, and it stands in no list by year or theme.
    assert "afloop nog niet ingevuld" in page and "afloop onbekend" not in page
    assert _NO_YEARS in page and _NO_YEARS in made["cases/index.md"] and "temporalCoverage" not in head
    listed = [uri for uri, text in made.items() if "proefpanelen" in text]
    assert "cases/index.md" in listed
    assert not [uri for uri in listed if uri.startswith(("perioden/", "tijdlijn/", "themas/"))]
    (whole,) = [one for one in json.loads(made[WHOLE])["cases"] if one["id"] == "proefpanelen"]
    assert (
        "outcome" not in whole
        and "period" not in whole
        and "reviewed" not in whole
        and whole["themes"] == whole["turns"] == []
    )
    (feature,) = [one for one in json.loads(made[GEOJSON])["features"] if one["id"] == "proefpanelen"]
    assert feature["properties"]["start"] is None


@pytest.mark.slow
@pytest.mark.parametrize("at", range(len(_WITHOUT_YEAR)))
def test_a_choice_without_a_year_is_shown_everywhere_without_a_year(at: int) -> None:
    made, id, (choice, _) = _made(), f"gekozen-{at}", _chosen(at)
    page = made[f"cases/{id}.md"]
    assert f"### {_NO_YEAR.capitalize()}: {choice}" in page and "## De weg" in page
    assert f"{_NO_YEAR}</span> <span" in page.split("## De weg")[1]
    pages = [content for uri, content in made.items() if uri.endswith(".md")]
    told = [line for one in pages for line in one.splitlines() if choice[:-1] in line]
    assert told and not [line for line in told if re.search(r"\b(19|20)\d\d\b", line)]
    assert f"## {_NO_YEAR.capitalize()}" in made[OVERVIEWS["afslagen"]]
    (whole,) = [one for one in json.loads(made[WHOLE])["cases"] if one["id"] == id]
    assert "when" not in whole["turns"][0] and whole["turns"][0]["choice"] == choice
    words = json.loads(made[f"cases/{id}/gegevens.json"])
    assert "when" not in words["turns"][0]
    (row,) = [row for row in made[place("afslagen.csv")].splitlines() if choice[:-1] in row]
    assert not re.search(r"\b(19|20)\d\d\b", row)


def test_the_year_of_a_choice_stands_in_a_sentence_when_somebody_gave_it() -> None:
    assert (of_year(2011), of_year(2011, "uit")) == ("in 2011", "uit 2011")
    assert of_year(SomeYear(2011)) == "in een jaar dat nog niet is ingevuld"
    turns = (_turn(2012, "Eerder."), _turn(SomeYear(2015), "Wanneer?"))
    case = _case((r"^summary: .*$", "summary: VUL IN")).record
    assert isinstance(case, Case)
    ending = ending_of(case.model_copy(update={"brief": None, "turns": turns}))
    assert (ending.last, ending.last_year) == ("Eerder.", 2012)


def _turn(when: int, later: str) -> Turn:
    turn = Turn(when=2000, choice="x", options=(Option(what="x"),), decided_by="x", later=later)
    return turn.model_copy(update={"when": when})


_ELSEWHERE = "title: Kaal\nplaces: [tilburg, xanadu]"
_UNTOLD = "title: Kaal\nturns:\n  - {choice: Iets doen}\nresults:\n  - {what: Molens, unit: stuks, reported_by: zelf}"


_SAID = ("title: Kaal", "title: Kaal\nplaces: [tilburg]", "title: Kaal\nsummary:\nturns: []", _UNTOLD, _ELSEWHERE)


def _bare_case(title: str, said: str) -> str:
    return f"---\n{said.replace('Kaal', title, 1)}\nstatus: concept\n---\n\n## Aanleiding\n\nEr was iets.\n"


@pytest.mark.slow
@pytest.mark.parametrize("said", _SAID)
def test_a_concept_with_hardly_anything_has_a_page_that_names_what_is_missing(said: str) -> None:
    made = _made()
    file = f"cases/kaal-{_SAID.index(said)}.md"
    page = made[file].split("\n---\n", 1)[1]
    assert "Er was iets." in page
    # Who has not said where yet did not say that it is nationwide.
    assert ("\nWaar\n:   nog niet ingevuld\n" in page) is ("tilburg" not in said)
    assert "Landelijk" not in made[file] and not re.search(r"(Open vraag|Want):</span> *</p>", page)
    named = page.split("Nog in te vullen: ")[1].split(".\n")[0].split(", ")
    named = [one.split(" 1:")[0] for one in named]
    assert {"Samenvatting", "Afloop", "Vraagstuk", "Organisatie", "Periode", "Thema's", "Afslagen"} <= set(named)


@pytest.mark.slow
def test_a_whole_case_of_a_place_on_no_list_is_not_called_nationwide() -> None:
    page = _made()[_WHOLE]
    assert "\nWaar\n:   nog niet ingevuld\n" in page and "Landelijk" not in page


def test_of_what_a_page_cannot_do_without_a_part_is_left_out_and_named() -> None:
    result = "results:\n  - what: Panelen\n    unit: stuks\n    achieved: 3\n    source: VUL IN\n"
    entry = _case((r"^results:\n(?:[ -].*\n)+", result))
    assert isinstance(entry.record, Case) and entry.record.results == ()
    assert open_gaps(entry) == ("Resultaten 1: Bron", "Resultaten 1: Wie meldt het")


def test_places_on_no_list_and_results_without_a_figure_are_named_on_the_page() -> None:
    tree = fixed_tree()
    text = tree[_WHOLE].data.decode().replace("status: gepubliceerd", "status: concept")
    text = text.replace("places: [lochem]", 'places: [lochem, xanadu, "VUL IN: Gemeenten"]')
    result = "results:\n  - {what: Panelen, unit: stuks, source: x, reported_by: zelf}\n"
    text = re.sub(r"^results:\n(?:[ -].*\n)+", result, text, flags=re.MULTILINE)
    library = load({**tree, "cases/a.md": Blob("cases/a.md", text.encode())})
    found = {entry.id: entry for entry in library.of_kind("case")}
    assert still_to_come(library, found["a"]) == (
        "Gemeenten: xanadu staat op geen lijst",
        "Resultaten 1: Doel of Gehaald",
    )
    assert still_to_come(library, found["dorp-maakt-stroom"]) == ()


@pytest.mark.parametrize("field", ["onbekend: 1", "region: bestaat-niet"])
def test_another_mistake_still_stops_a_preview(field: str) -> None:
    text = f"---\ntitle: Kaal\nstatus: concept\n{field}\n---\n"
    library = load({**fixed_tree(), "cases/kaal.md": Blob("cases/kaal.md", text.encode())})
    assert has_errors(as_preview(library, checked(library, None)))


_UNREADABLE = ("title: [open", "title: a: b", "\ttitle: x", "title: \xe9", "<<<<<<< HEAD")


@pytest.mark.parametrize("broken", [*_UNREADABLE, "geen einde"])
@pytest.mark.parametrize(
    ("status", "is_left_out"),
    [("status: concept", True), ("status: 'concept'  # nog", True), ("status: gepubliceerd", False), ("x: 1", False)],
)
def test_a_file_that_cannot_be_read_is_left_out_when_it_says_that_it_is_a_concept(
    broken: str, status: str, *, is_left_out: bool
) -> None:
    end = "---\n" if broken != "geen einde" else ""
    story = "## Aanleiding\n\nHet is een concept.\n\nstatus: gepubliceerd\n"
    text = f"---\nsummary: status\n{status}\n{broken}\n{end}\n{story}"
    tree = {**fixed_tree(), "cases/kaal.md": Blob("cases/kaal.md", text.encode("latin-1"))}
    library = load(tree)
    (entry,) = (one for one in library.of_kind("case") if one.id == "kaal")
    assert not entry.document.readable
    weighed = as_preview(library, checked(library, None))
    aside = set_apart(library, tree, weighed)
    assert aside == ({"cases/kaal.md"} if is_left_out else frozenset())
    assert has_errors(one for one in weighed if one.file not in aside) is not is_left_out
    left = set_aside(tree, aside)
    assert ("kaal" in {entry.id for entry in with_pages(load(left)).of_kind("case")}) is not is_left_out


def test_what_has_no_page_yet_is_said_in_one_sentence() -> None:
    """Of what is missing beside another mistake."""
    text = "---\ntitle: Kaal\nstatus: concept\nreviewed: gisteren\n---\n"
    library = load({**fixed_tree(), "lessons/kaal.md": Blob("lessons/kaal.md", text.encode())})
    found = [one for one in as_preview(library, checked(library, None)) if one.severity is Severity.ERROR]
    assert {one.file for one in found} == {"lessons/kaal.md"}
    assert sum(one.message.startswith("dit concept is nog niet als pagina te bekijken") for one in found) == 1


_GIVEN = ("number: 7", "series: rolreeks", "origin: reconstructie")


_LESSONS = ((), *((one,) for one in _GIVEN), _GIVEN[:2], _GIVEN[1:], ('series: "VUL IN: Reeks"',))


def _bare_lesson(title: str, given: tuple[str, ...]) -> str:
    said = "".join(f"{line}\n" for line in given)
    return f"---\ntitle: {title}\nstatus: concept\n{said}---\n\n## Waarom\n\nDoe het zo.\n"


@pytest.mark.slow
@pytest.mark.parametrize("given", _LESSONS)
def test_a_lesson_without_its_place_has_a_page_that_names_what_is_missing(given: tuple[str, ...]) -> None:
    """Its number, series and origin are for the editor to give; the page says that nobody did, and makes none up."""
    made = _made()
    id, title = f"kaal-{_LESSONS.index(given)}", f"Kale les {_LESSONS.index(given)}"
    page = made[f"lessen/{id}.md"].split("\n---\n", 1)[1]
    named = page.split("Nog in te vullen: ")[1].split(".\n")[0].split(", ")
    names = {"number": "Nummer", "series": "Reeks", "origin": "Herkomst"}
    there = {line.split(":")[0] for line in given if "VUL IN" not in line}
    assert {name for field, name in names.items() if field not in there} == {*names.values()} & {*named}
    assert ("reeks nog niet ingevuld" in page) is ("series" not in there) is ("## De hele reeks" not in page)
    assert ("nummer nog niet ingevuld" in page) is ("number" not in there)
    assert ('"Reconstructie' in page) is ("origin" in there)
    (whole,) = [one for one in json.loads(made[WHOLE])["lessons"] if one["id"] == id]
    assert {name for name in names if name in whole} == there
    assert title in made[OVERVIEWS["lessen/kaarten"]]
    assert [uri for uri, content in made.items() if "9999" in content and title in content] == []


@pytest.mark.parametrize(
    "gap",
    [
        (r"^outcome: .*$", "outcome: bestaat-niet"),
        (r"^status: concept$", "status: concept\nonbekend: 1"),
    ],
)
def test_a_concept_with_another_mistake_has_no_page(gap: tuple[str, str]) -> None:
    with pytest.raises(KeyError):
        _case(gap)


def test_what_is_published_has_no_open_gaps() -> None:
    text = example_tree("", "goed")[CASE].data.decode()
    text = re.sub(r"^reviewed: .*$", 'reviewed: "VUL IN"', text, flags=re.MULTILINE)
    shown = with_pages(load({**example_tree("", "goed"), CASE: Blob(CASE, text.encode())}))
    assert [entry.record for entry in shown.of_kind("case")] == [None]


@pytest.mark.parametrize(
    ("reviewed", "said"),
    [("reviewed: 2026-11-24\n", "is nog niet gepubliceerd"), ("", "is nog niet nagekeken")],
)
def test_a_concept_is_called_looked_at_once_it_was(reviewed: str, said: str) -> None:
    """What stands above it and what stands below it agree."""
    tree = example_tree("", "goed")
    text = re.sub(r"^reviewed: .*\n", reviewed, tree[CASE].data.decode(), count=1, flags=re.MULTILINE)
    text = text.replace("status: gepubliceerd", "status: concept")
    tree = {**tree, CASE: Blob(CASE, text.encode())}
    pages = {page.uri: page.content for page in build(load(tree), tree, Site(_SITE, preview=True))}
    page = str(pages[CASE])
    assert f"Deze pagina {said} en staat alleen in de proefversie." in page
    assert ("Nagekeken op 24 november 2026" in page) == bool(reviewed)


def test_of_a_source_without_an_address_nobody_says_that_it_had_one() -> None:
    tree = example_tree("", "goed")
    text = re.sub(r"^ *url: .*\n", "", tree[CASE].data.decode(), flags=re.MULTILINE)
    tree = {**tree, CASE: Blob(CASE, text.encode())}
    page = next(str(page.content) for page in build(load(tree), tree, Site(_SITE)) if page.uri == CASE)
    assert "Zonder webadres." in page and "niet bewaard" not in page
