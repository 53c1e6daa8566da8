"""From answers to a concept case: nothing that people type is lost, and nothing they type has power."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kennisbank.faces.questions import FOR_EDITOR, questions, towns
from kennisbank.intake import free_text
from kennisbank.intake.cleaning import clean, one_line
from kennisbank.intake.closing import without_closing
from kennisbank.intake.drafting import Draft, draft
from kennisbank.intake.event import Issue, read_event
from kennisbank.intake.issue import read_form
from kennisbank.intake.matching import Names, matches
from kennisbank.intake.naming import free_name
from kennisbank.intake.refused import Refused
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.model.kinds import KINDS
from kennisbank.model.references import texts
from kennisbank.reading.documents import read_document
from kennisbank.reading.meaning import is_nothing
from kennisbank.reading.prose import Prose
from kennisbank.reading.tree import Tree, tree_from_disk

from ..support.assistant import VECTORS
from ..support.chance import examples
from ..support.checked import findings_of
from ..support.on_disk import sound_library

SECTIONS = KINDS["case"].sections
# Broken YAML, values of another type, invisible characters: what a file made by us can never have.
UNREADABLE = re.compile(r"KB(10[2-9]|11[0-7]|119|12[078]|129|13[1245])")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load(tree_from_disk(sound_library(tmp_path_factory.mktemp("klein"))))


def _fields(made: Draft) -> dict[str, object]:
    document = read_document(made.blob)
    assert document.readable, document.findings
    assert isinstance(document.data, dict)
    return document.data


def _section(made: Draft, title: str) -> str:
    whole = Prose(read_document(made.blob).body_text).section(title) or ""
    return whole.split(f"\n\n### {FOR_EDITOR}\n\n")[0] if title == SECTIONS[-1] else whole


def _is_kept(section: str, typed: str) -> bool:
    """Whether a section is what was typed, as Markdown or as a literal block; its own headings may be lowered."""
    block = re.fullmatch(r"(`{3,})text\n(?P<text>.*)\n\1", section, re.DOTALL)
    kept = (section, block["text"]) if block else (section,)
    return _without_marks(clean(typed).strip()) in map(_without_marks, kept)


def _without_marks(text: str) -> str:
    return re.sub("#+", "", text)


def test_a_full_form_becomes_a_case_in_which_only_the_editors_part_is_open(library: Library, tree: Tree) -> None:
    told = {
        "title": "Waalwijk huurde een dak voor een proefjaar",
        "question": "Hoe krijgen we zon op onze daken?",
        "summary": "De gemeente huurde een dak voor een proef van een jaar.",
        "organisation": "Gemeente Waalwijk",
        "outcome": "afgerond",
        "places": "Waalwijk, gemeente Tilburg",
        "region": "Hart van Brabant",
        "period": "2019-2021",
        "themes": "Energie, Circulaire economie",
        "role": "Aanjager",
        **{title: f"Wat er bij {title.rstrip('?').lower()} te vertellen is.[^verslag]" for title in SECTIONS},
        "turns": "Wanneer: 2020\nKeuze: Huren.\nOpties: Huren; Kopen\nWaarom: Dat was sneller.\nWie besloot: De raad",
        "sources": "Verslag; Gemeente Waalwijk; mei 2021; https://voorbeeld.nl/verslag",
    }
    made = draft(told, library, ())
    fields = _fields(made)
    assert fields["places"] == ["waalwijk", "tilburg"]
    assert fields["themes"] == ["energie", "circulaire-economie"]
    assert fields["period"] == {"start": 2019, "end": 2021}
    assert (fields["role"], fields["region"], fields["status"]) == ("aanjager", "hart-van-brabant", "concept")
    assert fields["turns"] == [
        {
            "when": 2020,
            "choice": "Huren.",
            "options": ["Huren", "Kopen"],
            "because": "Dat was sneller.",
            "decided_by": "De raad",
        }
    ]
    assert fields["sources"] == [
        {
            "key": "verslag",
            "title": "Verslag",
            "publisher": "Gemeente Waalwijk",
            "date": "mei 2021",
            "url": "https://voorbeeld.nl/verslag",
        }
    ]
    found = [found for found in findings_of({**tree, made.path: made.blob}, None) if found.file == made.path]
    assert {(finding.code, finding.severity.value) for finding in found} == {
        ("KB317", "waarschuwing"),
        ("KB330", "waarschuwing"),  # a reason as people type it names no source yet
        ("KB413", "waarschuwing"),
    }
    assert made.notes == ()


@pytest.mark.parametrize(("date", "is_told"), [("vorig jaar", True), ("mei 2021", False)])
def test_a_source_without_a_year_is_told_of(library: Library, tree: Tree, date: str, is_told: bool) -> None:
    made = draft({"title": "Een dak", "sources": f"Verslag; RVO; {date}"}, library, ())
    found = [found.code for found in findings_of({**tree, made.path: made.blob}, None) if found.file == made.path]
    assert ("KB426" in found) is is_told


def test_an_empty_form_becomes_a_concept_that_says_everything_is_missing(library: Library, tree: Tree) -> None:
    made = draft({}, library, ())
    found = [found for found in findings_of({**tree, made.path: made.blob}, None) if found.file == made.path]
    assert found
    assert {finding.severity.value for finding in found} == {"waarschuwing"}
    assert made.notes == ("Er is geen titel. Het bestand heet voorlopig 'nieuwe-case.md'.",)


@pytest.mark.parametrize(
    "hostile",
    [
        "---",
        "--- \nstatus: gepubliceerd\n---",
        "!!python/object/apply:os.system ['touch x']",
        "&a [*a, *a]",
        '" status: gepubliceerd #',
        "'; touch x; $(touch x) `touch x`",
        "{{ 7*7 }} ${{ github.token }} {% raw %}",
        "\\",
        "\\u0041 \\n",
        "? - : | > @ % #",
        "true",
        "null",
        "0772",
        "12:30",
        "2026-11-24",
        "~",
        "\u202e\u200b\ufeffomgekeerd\x00\x07\x1b[31m",
        "👩\u200d🌾 coöperatie ﬁ Ⅳ",
        "🏴 \ud800 \uffff",
        "```\nniet gesloten",
        "~~~~\n## Aanpak\n~~~",
        "<!-- niet gesloten",
        "--> en dan <!--",
        "Kop\n===\ntekst\n---\ntekst",
        "# Groot\n\ntekst\n\n## Aanpak\n\nnog meer",
        "##Aanpak",
        "[^x]: noot\n\n[a]: https://voorbeeld.nl",
        "````text\nx\n````",
        "\t\ttab\n\ttab",
    ],
)
def test_hostile_text_stays_text_in_every_field(library: Library, hostile: str) -> None:
    told = {question.name: hostile for question in questions(library)}
    made = draft(told, library, ())
    fields = _fields(made)
    wanted = one_line(clean(hostile))
    assert fields["title"] == fields["question"] == fields["organisation"] == wanted
    assert fields["status"] == "concept"
    assert re.fullmatch(r"cases/[a-z0-9]+(-[a-z0-9]+)*\.md", made.path)
    for title in SECTIONS:
        assert _is_kept(_section(made, title), hostile)


@pytest.mark.parametrize("typed", ["onbekend", "Onbekend.", "weet ik niet", "geen idee"])
def test_who_does_not_know_leaves_a_field_empty_but_an_ending_may_be_unknown(small: Library, typed: str) -> None:
    names = ("outcome", "organisation", "certainty")
    made = draft({"title": "Zon in de wijk", **dict.fromkeys((*names, SECTIONS[3]), typed)}, small, ())
    fields = _fields(made)
    assert fields["outcome"] == "onbekend"
    assert str(fields["organisation"]).startswith("VUL IN") and "certainty" not in fields
    assert _section(made, SECTIONS[3]).startswith("VUL IN")


def test_about_a_year_is_read_as_that_year_and_an_editor_sees_what_stood_there(small: Library) -> None:
    made = draft({"title": "Zon in de wijk", "period": "ong. 2019"}, small, ())
    assert _fields(made)["period"] == {"start": 2019}
    assert "ong. 2019" in read_document(made.blob).body_text
    assert any("'ong. 2019' is gelezen als 2019" in note for note in made.notes)


TEXT = st.text(st.characters(), max_size=200) | st.text("#`~-<!>=\n\r\t :\"'&*[]{}|^\\\u200d\u202ea1", max_size=80)


@pytest.mark.slow
@examples(150)
@example(text="```a\n``")
@example(text="<!--\n## Aanpak")
@given(text=TEXT)
def test_any_text_comes_back_as_it_was_typed(small: Library, text: str) -> None:
    told = {question.name: text for question in questions(small)}
    made = draft(told, small, ())
    fields = _fields(made)
    text = "" if is_nothing(clean(text)) else text  # who types a dash has nothing to say
    plain = one_line(clean(text))
    if plain:
        assert fields["title"] == fields["summary"] == plain
    for title in SECTIONS:
        assert not clean(text).strip() or _is_kept(_section(made, title), text)
    words = " ".join(one_line(value) for _, value in texts(fields))
    assert plain in words
    found = load({made.path: made.blob}).findings
    assert not [item for item in found if UNREADABLE.match(item.code)]


@examples(100)
@given(title=TEXT, body=st.lists(TEXT | st.sampled_from(("### Titel", "### Aanpak\n", "_No response_"))).map("\n".join))
def test_any_issue_becomes_a_readable_case(small: Library, title: str, body: str) -> None:
    filled = read_form(Issue(1, title, body))
    assert _fields(draft(filled.answers, small, ()))


@examples(200)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_an_event_or_are_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="GITHUB_EVENT_PATH"):
        read_event(data)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Tilburg", ["tilburg"]),
        ("gemeente Tilburg en Waalwijk", ["tilburg", "waalwijk"]),
        ("TILBURG;waalwijk\n- Zwolle", ["tilburg", "waalwijk", "zwolle"]),
        ("Súdwest Fryslan", ["sudwest-fryslan"]),
        ("Tilbrug", ["tilburg"]),
        ("Atlantis", [""]),
        ("Tilburg, tilburg", ["tilburg"]),
        ("", []),
    ],
)
def test_places_as_people_write_them(library: Library, typed: str, found: list[str]) -> None:
    assert [match.id for match in matches(typed, Names(towns(library)))] == found


@pytest.mark.parametrize(
    ("typed", "other", "read"),
    [
        ("Waterschap Rijn en IJssel", {}, {"organisation": "Waterschap Rijn en IJssel"}),
        ("Rijkswaterstaat; Tilburg", {}, {"organisation": "Rijkswaterstaat", "places": ["tilburg"]}),
        ("RVO", {}, {"organisation": "RVO"}),
        ("ProRail", {}, {"organisation": "ProRail"}),
        ("het Rijk", {}, {"organisation": "het Rijk"}),
        ("Rijksvastgoedbedrijf", {}, {"organisation": "Rijksvastgoedbedrijf"}),
        ("Unie van Waterschappen", {}, {"organisation": "Unie van Waterschappen"}),
        ("Brabantse Delta", {}, {"organisation": "Brabantse Delta"}),
        ("Aa en Maas", {}, {"organisation": "Aa en Maas"}),
        ("Provincie Gelderland en Zeeland", {}, {"provinces": ["gelderland", "zeeland"]}),
        ("provincie Utrecht", {}, {"provinces": ["utrecht"]}),
        # The province, and not the village of that name; and by each name by which people search for it.
        ("Zeeland", {}, {"provinces": ["zeeland"]}),
        ("Provincie Friesland, Brabant", {}, {"provinces": ["fryslan", "noord-brabant"]}),
        ("Gelderland, Drenthe, provincie Gelderland", {}, {"provinces": ["gelderland", "drenthe"]}),
        (
            "Waterschap Vallei en Veluwe, Gelderland",
            {},
            {"organisation": "Waterschap Vallei en Veluwe", "provinces": ["gelderland"]},
        ),
        (
            "Waterschap De Dommel en Hart van Brabant",
            {},
            {"organisation": "Waterschap De Dommel", "region": "hart-van-brabant"},
        ),
        ("Waterschap Rivierenland, Aalburg", {}, {"organisation": "Waterschap Rivierenland", "places": ["waalwijk"]}),
        ("provincie Utrecht, Utrecht", {}, {"places": ["utrecht"], "provinces": ["utrecht"]}),
        ("Hart van Brabant", {}, {"region": "hart-van-brabant"}),
        ("RES Zeeland", {}, {"region": "zeeland"}),
        # What was answered there is never replaced, and what says the same is no second answer.
        ("Waterschap De Dommel", {"organisation": "Tilburg"}, {"places": ["Waterschap De Dommel"]}),
        ("waterschap De Dommel", {"organisation": "Waterschap De Dommel"}, {"organisation": "Waterschap De Dommel"}),
        ("Hart van Brabant", {"region": "twente"}, {"region": "twente", "places": ["Hart van Brabant"]}),
        # A guess is none: every sign comes back.
        ("Gelderland Ж", {}, {"places": ["Gelderland Ж"]}),
    ],
)
def test_a_place_that_is_no_municipality_comes_where_it_belongs(
    library: Library, typed: str, other: dict[str, str], read: dict[str, Any]
) -> None:
    made = draft({"title": "T", "places": typed, **other}, library, ())
    fields = _fields(made)
    names = ("places", "provinces", "region", "organisation")
    found = {name: fields[name] for name in names if name in fields and "VUL IN" not in str(fields[name])}
    assert found == {**({"organisation": other["organisation"]} if "organisation" in other else {}), **read}


@pytest.mark.parametrize(
    ("typed", "other", "told"),
    [
        (
            "Gelderland, provincie Utrecht",
            {},
            [
                "'Gelderland' is gelezen als de provincie Gelderland, en staat daarom bij Provincies",
                "'provincie Utrecht' is gelezen als de provincie Utrecht, en staat daarom bij Provincies",
            ],
        ),
        (
            "Friesland; Fryslân",
            {},
            [
                "'Friesland' is gelezen als de provincie Fryslân, en staat daarom bij Provincies",
                "'Fryslân' is gelezen als de provincie Fryslân, en staat daarom bij Provincies",
            ],
        ),
        (
            "hart van brabant",
            {},
            ["'hart van brabant' is gelezen als de energieregio Hart van Brabant, en staat daarom bij Energieregio"],
        ),
        ("Rijkswaterstaat", {}, ["'Rijkswaterstaat' is gelezen als een organisatie, en staat daarom bij Organisatie"]),
        ("Waterschap De Dommel", {"organisation": "Tilburg"}, []),
    ],
)
def test_each_place_that_moved_is_told_as_it_was_typed(
    library: Library, typed: str, other: dict[str, str], told: list[str]
) -> None:
    made = draft({"title": "T", "places": typed, **other}, library, ())
    assert [note for note in made.notes if "staat daarom" in note] == [f"Gemeenten: {note}." for note in told]


def test_who_works_nationwide_names_all_provinces_with_one_word(library: Library) -> None:
    made = draft({"title": "T", "organisation": "Stichting Natuur Anders", "places": "heel Nederland"}, library, ())
    assert f"provinces: [{', '.join(library.term_list('provinces'))}]" in made.blob.data.decode()
    assert "'heel Nederland' is gelezen als heel Nederland; alle provincies staan erbij." in made.notes[0]


def test_a_guess_is_told(library: Library) -> None:
    made = draft({"title": "T", "places": "Tilbrug", "period": "voorjaar 2019"}, library, ())
    assert made.notes == (
        "Gemeenten: 'Tilbrug' is gelezen als 'tilburg'. Klopt dat?",
        "Periode: 'voorjaar 2019' is gelezen als 2019. Klopt dat?",
    )


@pytest.mark.parametrize(
    ("typed", "read", "said"),
    [
        ("tilburg, Tilbrug", ["tilburg"], ["Tilbrug"]),
        ("Tilbrug, tilburg", ["tilburg"], ["Tilbrug"]),
        ("Tilbrug, Tilbburg", ["tilburg"], ["Tilbrug", "Tilbburg"]),
        ("Tilbur?, Waalwijk", ["tilburg", "waalwijk"], ["Tilbur?"]),
        ("Tilburg Ж", ["tilburg"], ["Tilburg Ж"]),
        ("Tílbürg!", ["tilburg"], []),
        (f"Tilburg{'Ж' * 80}", [f"Tilburg{'Ж' * 80}"], []),
        (f"Tilburg {'Ж ' * 20}", ["tilburg"], [f"Tilburg {'Ж ' * 20}".strip()]),
    ],
)
def test_every_word_of_a_choice_is_in_the_draft_or_told(
    library: Library, typed: str, read: list[str], said: list[str]
) -> None:
    made = draft({"title": "T", "places": typed, "period": "2019"}, library, ())
    assert _fields(made)["places"] == read
    assert made.notes == tuple(f"Gemeenten: '{name}' is gelezen als 'tilburg'. Klopt dat?" for name in said)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("2011-2022", {"start": 2011, "end": 2022}),
        ("2011 t/m 2013", {"start": 2011, "end": 2013}),
        ("sinds 2019", {"start": 2019}),
        ("2016/17", {"start": 2016, "end": 2017}),
        ("1 maart 2019 tot 5 mei 2020", {"start": 2019, "end": 2020}),
        ("2019-03-01", {"start": 2019}),
        ("1.9.2021", {"start": 2021}),
        ("medio '19 tot eind '21", {"start": 2019, "end": 2021}),
        ("vorig jaar", {"start": "VUL IN: er stond 'vorig jaar'"}),
        ("€ 2.019", {"start": "VUL IN: er stond '€ 2.019'"}),
    ],
)
def test_periods_as_people_write_them(typed: str, years: dict[str, object]) -> None:
    assert free_text.period(typed) == years


def test_turns_as_people_write_them() -> None:
    two = free_text.turns("In 2011 kozen we voor huren.\n\n**Keuze:** Kopen\n- Wie besloot: de raad\n- Jaar 2014")
    assert [turn["when"] for turn in two] == [2011, 2014]
    assert two[0]["choice"] == "In 2011 kozen we voor huren."
    assert (two[1]["choice"], two[1]["decided_by"]) == ("Kopen", "de raad - Jaar 2014")
    assert free_text.turns("Keuze: Huren\nWanneer: begin '21")[0]["when"] == 2021
    assert free_text.turns("In de jaren '90 stond het leeg; in 2011 kwamen '12 molens'.")[0]["when"] == 2011
    listed = free_text.turns("- 2011: huren\n- 2014: kopen")
    assert [turn["choice"] for turn in listed] == ["2011: huren", "2014: kopen"]


def test_the_kind_of_a_turn_is_written_as_in_the_list() -> None:
    assert free_text.turns("Keuze: Huren\nSoort keuze: Geld en tijd")[0]["kind"] == "geld-en-tijd"
    assert "kind" not in free_text.turns("Keuze: Huren")[0]


def test_sources_as_people_write_them() -> None:
    found = free_text.sources(
        "1. Rapport; RVO; 2019; https://rvo.nl/x.\nhttps://www.tilburg.nl/a\n- Rapport\nKrant, mei 2020; 2020"
    )
    # Two pages of one site, in two cases, are two sources.
    assert [source["key"] for source in found] == ["rapport", "tilburg-nl-a", "rapport-2", "krant-mei-2020"]
    other = ["tilburg.nl/", "https://tilburg.nl/b/c.pdf?x=/y#z", "https://tilburg.nl"]
    assert [source["key"] for source in free_text.sources("\n".join(other))] == [
        *("tilburg-nl", "tilburg-nl-c-pdf", "tilburg-nl-2")
    ]
    assert found[0]["url"] == "https://rvo.nl/x"
    bare = [
        *("rvo.nl", "rvo.nl/zon", "Zon op daken; rvo.nl", "Zon op daken; RVO; 2021; rvo.nl/zon"),
        *("Zon, te lezen op rvo.nl", "RVO.nl; 2021", "Zon; RVO; 2021; rvo.nl", "www.rvo.nl"),
    ]
    plain = free_text.sources("\n".join(bare))
    read = [[one.get(name) for name in ("title", "publisher", "url", "note")] for one in plain]
    assert [tuple("" if str(part).startswith("VUL IN") else part for part in one) for one in read] == [
        ("rvo.nl", "", "https://rvo.nl", None),
        ("rvo.nl", "", "https://rvo.nl/zon", None),
        ("Zon op daken", "rvo.nl", "https://rvo.nl", None),
        ("Zon op daken", "RVO", "https://rvo.nl/zon", None),
        ("Zon, te lezen op", "", "https://rvo.nl", None),
        ("RVO.nl", "", "https://RVO.nl", None),
        ("Zon", "RVO", "https://rvo.nl", None),
        ("rvo.nl", "", "https://www.rvo.nl", None),
    ]
    assert (found[1]["title"], found[1]["url"]) == ("tilburg.nl", "https://www.tilburg.nl/a")
    assert (found[3]["title"], found[3]["date"]) == ("Krant, mei 2020", "2020")


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("../../etc/passwd", (), "etc-passwd"),
        ("Zonnedak", ("zonnedak", "zonnedak-2"), "zonnedak-3"),
        ("CON", (), "case-con"),
        ("index", (), "case-index"),
        ("👍", (), "nieuwe-case"),
        ("a" * 300, (), "a" * 56),
        ("$(touch x).md\0", (), "touch-x-md"),
    ],
)
def test_names_of_files(title: str, taken: tuple[str, ...], name: str) -> None:
    assert free_name(title, taken) == name
    assert Path(f"cases/{name}.md").parent == Path("cases")


def test_too_much_text_is_refused(library: Library) -> None:
    with pytest.raises(Refused, match="te lang voor één case"):
        draft({"Aanpak": "x" * 1_000_000}, library, ())


def test_fields_apart_from_their_choice_belong_to_it(small: Library) -> None:
    typed = "In 2016 stopte de wethouder.\n\nOpties: doorgaan; stoppen\n\nWaarom: geen geld\nWie besloot: de raad"
    fields: Any = _fields(draft({"turns": typed}, small, ()))
    (turn,) = fields["turns"]
    assert turn["when"] == 2016 and turn["options"] == ["doorgaan", "stoppen"]
    assert (turn["because"], turn["decided_by"]) == ("geen geld", "de raad")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("period", "2011 tot 2022, met een pauze in het midden"),
        ("period", "2011 tot 20"),
        ("period", "2011, 2015 en 2022"),
        ("period", "2016/17 en 2019/20"),
        ("turns", "Opties: zon\nWaarom: goedkoper\nOpties: wind\nWaarom: Waarom niet? Omdat wind waait."),
    ],
)
def test_what_is_not_understood_stands_whole_for_the_editor(small: Library, name: str, typed: str) -> None:
    made = draft({name: typed}, small, ())
    kept = Counter(re.findall(r"\w+", made.text))
    assert not Counter(re.findall(r"\w+", typed)) - kept - Counter(("Opties", "Waarom") * 9)
    assert (f"### {FOR_EDITOR}" in made.text) is (name == "period")
    assert name != "period" or typed in made.text


@pytest.mark.parametrize(
    ("title", "told"), [("Nieuwe case: Een ander dak", 1), ("Nieuwe case: een DAK vol zon", 0), ("Nieuwe case: ", 0)]
)
def test_a_title_of_the_issue_that_is_not_used_is_told(title: str, told: int) -> None:
    notes = read_form(Issue(1, title, "### Titel\n\nEen dak vol zon\n")).notes
    assert sum("Het issue heet 'Een ander dak'" in note for note in notes) == told
    assert sum("Het issue heet" in note for note in notes) == told


@pytest.mark.parametrize(
    ("typed", "left"), json.loads((VECTORS.parent / "closing_greetings.json").read_text(encoding="utf-8"))
)
def test_a_greeting_below_a_text_stays_out_of_the_case(small: Library, typed: str, left: str) -> None:
    """As the form reads it; the notes may be read by all, and do not say who it was from."""
    assert without_closing(typed) == left
    made = draft({"title": "Een dak", SECTIONS[0]: typed}, small, ())
    told = [note for note in made.notes if "groet" in note]
    assert bool(told) == (typed != left)
    for name in ("Jan Jansen", "06 12345678", "Els"):
        assert name not in f"{made.text}{made.notes}" or name in left
