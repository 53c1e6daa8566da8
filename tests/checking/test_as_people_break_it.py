"""A case, lesson, list or page as people break it with Word, Excel or a slip of the hand: what is said, and mended."""

from dataclasses import dataclass, replace

import pytest

from kennisbank.checking.repair import repair
from kennisbank.findings.finding import Finding
from kennisbank.reading.tree import Blob, Tree

from ..support.checked import findings_of
from ..support.example_library import fixed_tree

pytestmark = pytest.mark.slow  # each checks the whole example library

CASE, LESSON = "cases/zon-op-scholen.md", "lessons/begin-klein.md"
THEMES, TOWNS, PAGE = "docs/lijsten/themes.yml", "docs/lijsten/municipalities.yml", "docs/over.md"
_QUOTED = "Zet de hele tekst tussen dubbele aanhalingstekens."
_SOURCE = "Zet de bron bij 'sources' en schrijf [^sleutel] achter het feit."


@dataclass(frozen=True)
class Broken:
    """What stands in a file, what it became, and what the checker must say; `right` is what a mend makes of it."""

    path: str
    was: str
    now: str
    code: str
    said: str
    hint: str
    right: str = ""


_TITLE = '"Op elke school in Tilburg kwamen zonnepanelen"'
_TURN, _HERE = '    because: "Zo kon', "Hier leren gemeenten"
BROKEN = {
    "an apostrophe that stands for a letter": Broken(
        *(CASE, _TITLE, "'s-Hertogenbosch: zon op 't dak", "KB112", "de apostrof aan het begin telt", _QUOTED),
        right="title: \"'s-Hertogenbosch: zon op 't dak\"\n",
    ),
    "a field of a turn that stands where turns begin": Broken(
        *(CASE, _TURN, '  because: "Zo kon', "KB112", "springt niet goed in: 'because'", "waarschijnlijk met 4 spaties")
    ),
    "a date as Excel keeps it": Broken(
        *(CASE, "reviewed: 2026-09-01", "reviewed: 46266", "KB120", "hoort een datum, geen getal", "2026-09-01")
    ),
    "a year as Excel keeps it": Broken(
        *(CASE, "start: 2014", "start: 2014.0", "KB120", "een heel getal, geen getal: 2014.0", "Schrijf 2014."),
        right="period: {start: 2014, end: 2016}\n",
    ),
    "a long dash above the fields": Broken(
        *(CASE, "---\ntitle", "—-\ntitle", "KB109", "een regel '---', niet '—-'", "drie gewone streepjes"),
        right="---\ntitle: ",
    ),
    "dashes of another length around the fields": Broken(
        *(PAGE, "---\ntitle: Over deze site\n", "----\ntitle: Over\n", "KB109", "niet '----'", "drie gewone streepjes"),
        right="---\ntitle: Over\n",
    ),
    "a comma in a value without quotes": Broken(
        *(CASE, "publisher: Gemeente Tilburg, date", "publisher: Gemeente Tilburg, afdeling Wonen, date"),
        *("KB117", "het veld 'afdeling Wonen' bestaat niet", "tussen aanhalingstekens"),
    ),
    "a comma in a number": Broken(
        *(
            CASE,
            "achieved: 11",
            "achieved: 11,5",
            "KB117",
            "het veld '5' bestaat niet",
            "een punt in plaats van een komma",
        )
    ),
    "what Word leaves of a paragraph": Broken(
        *(CASE, "Eén dak was", "<o:p></o:p>Eén dak was", "KB312", "'<o:p>' is HTML", "Gebruik Markdown")
    ),
    "the number of a note of Word": Broken(
        *(CASE, "zonnedak.[^scholen-2016]", "zonnedak.¹²", "KB332", "'¹²' is een nootnummer uit Word", _SOURCE)
    ),
    "an address with brackets and a space": Broken(
        *(
            CASE,
            "Eén dak was",
            "[Een](https://t.example/a_(b) c.pdf) dak was",
            "KB218",
            "in het adres staat een spatie",
        ),
        *("<https://t.example/a_(b) c.pdf>", "[Een](<https://t.example/a_(b) c.pdf>) dak was"),
    ),
    "a value with a new line in it": Broken(
        *(LESSON, '"Doe het eerst op één plek. Zo leer', "Doe het eerst op één plek.\nZo leer", "KB112"),
        *("ontbreekt een dubbele punt", "Hoort de regel bij de tekst erboven?"),
    ),
    "a note that nobody closed": Broken(
        *(CASE, "zwak.[^scholen-2016]", "zwak.[^scholen-2016", "KB332", "een noot zonder sluithaak", "[^sleutel]")
    ),
    "a note in round brackets": Broken(
        *(CASE, "zwak.[^scholen-2016]", "zwak.(^scholen-2016)", "KB332", "een noot tussen ronde haken", "[^sleutel]")
    ),
    "a note with its sign outside": Broken(
        *(CASE, "zwak.[^scholen-2016]", "zwak.^[scholen-2016]", "KB419", "verwijst zo niet naar de bron"),
        *("Schrijf [^scholen-2016]", "zwak.[^scholen-2016]\n"),
    ),
    "points of a list with the dash of Word": Broken(
        *(CASE, "- Begin bij", "– Begin bij", "KB332", "een streep uit Word", "Schrijf voor elk punt '- '"),
        right="\n- Begin bij",
    ),
    "points of a list without a space": Broken(
        *(CASE, "- Begin bij", "1.Begin bij", "KB332", "zonder spatie", "Schrijf voor elk punt '- '"),
        right="\n1. Begin bij",
    ),
    "a cell that the head of its table has no column for": Broken(
        *(CASE, "Eén dak was", "| a | b |\n| --- | --- |\n| c | d | e |\n\nEén dak was", "KB332"),
        *("meer kolommen dan de kop; wat te veel is valt weg: '| c | d | e |'", "evenveel kolommen"),
    ),
    "years without names": Broken(
        *(CASE, "{start: 2014, end: 2016}", "2014-2016", "KB120", "een groep velden", "{start: 2014, end: 2016}"),
        right="period: {start: 2014, end: 2016}\n",
    ),
    "a yes in Dutch": Broken(
        *(CASE, "taken: true", "taken: ja", "KB120", "hoort true of false", "Schrijf true."),
        right="taken: true}",
    ),
    "a lesson by its title": Broken(
        *(CASE, "lesson: begin-klein", "lesson: Begin klein en leer onderweg", "KB201", "bestaat niet"),
        "Bedoelde je 'begin-klein'?",
    ),
    "an item without its dash": Broken(
        *(THEMES, "- {id: voedsel", "{id: voedsel", "KB112", "onderdeel van de lijst ontbreekt een streepje", "'- '"),
        right="\n- {id: voedsel",
    ),
    "an item without its last brace": Broken(
        *(
            THEMES,
            'daarbuiten."}',
            'daarbuiten."',
            "KB112",
            "een groep met { is niet gesloten",
            "Sluit de groep af met }",
        )
    ),
    "a comma in a place on the map": Broken(
        *(TOWNS, "lat: 52.99", "lat: 52,99", "KB117", "het veld '99' bestaat niet", "een punt in plaats van een komma")
    ),
    "a remark that nobody ended": Broken(
        *(PAGE, _HERE, f"<!-- nog bellen\n\n{_HERE}", "KB312", "is nergens afgesloten: '<!-- nog bellen'", "Zet -->")
    ),
    "a table from Excel": Broken(
        *(PAGE, _HERE, f"Jaar\tDoel\n2019\t12\n\n{_HERE}", "KB332", "een tabel uit Word of Excel", "'| a | b |'")
    ),
    "an address of this site as a browser has it": Broken(
        *(PAGE, "site:lessen/", "/lessen/", "KB207", "wijst buiten de mappen", "Bedoelde je 'site:lessen/'?")
    ),
    "a path of Windows": Broken(
        *(PAGE, "communities/zonnegroep.md", "communities\\zonnegroep.md", "KB204", "is er niet"),
        "Schrijf gewone schuine strepen: communities/zonnegroep.md.",
    ),
    "a file on the network of an office": Broken(
        *(PAGE, "site:lessen/", "\\\\server\\plan.docx", "KB204", "is er niet", "op je eigen computer of netwerk")
    ),
}


def _broken(one: Broken) -> Tree:
    tree = fixed_tree()
    text = tree[one.path].data.decode()
    assert text.count(one.was)
    data = text.replace(one.was, one.now, 1).encode()
    return {**tree, one.path: replace(tree[one.path], data=data, size=len(data))}


def _found(tree: Tree) -> tuple[Finding, ...]:
    return findings_of(tree)


@pytest.mark.parametrize("one", BROKEN.values(), ids=BROKEN)
def test_it_is_told_where_it_is_and_how_to_mend_it(one: Broken) -> None:
    tree = _broken(one)
    told = [found for found in _found(tree) if found.file == one.path]
    said = [found for found in told if found.code == one.code and one.said in found.message]
    assert said and one.hint in said[0].hint, told
    assert len(told) <= 2, told  # what only follows from it is not told
    assert bool(said[0].edits) is bool(one.right)
    if one.right:
        mended = repair(tree, _found, lambda _: True).tree
        assert one.right in mended[one.path].data.decode()
        assert [found for found in _found(mended) if found.file == one.path] == []


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        (b"\nrole:", b"\nsummary: 'Co\xeb'\nrole:", "KB102"),
        (b"---\ntitle", b"title", "KB109"),
        (b"---\ntitle", b"----\ntitle", "KB109"),
        (b"\n---\n", b"\n", "KB110"),
        (b"\nparties:\n ", b"\nparties:\n\t", "KB111"),
        (b"\nrole:", b"\nrole: [\nrole:", "KB112"),
        (b"\nrole: ", b"\nrole: *", "KB115"),
        (b"\nrole:", b"\n<<<<<<< HEAD\nrole: makelaar\n=======\n>>>>>>> tak\nrole:", "KB138"),
    ],
)
def test_it_is_said_that_the_fields_are_not_read_yet(was: bytes, now: bytes, code: str) -> None:
    """For behind it there may be more, such as a theme that does not exist; said once, at the last."""
    tree = fixed_tree()
    data = tree[CASE].data.replace(b"themes: [energie]", b"themes: [bestaat-niet]")
    assert "KB203" in {
        found.code for found in _found({**tree, CASE: replace(tree[CASE], data=data)}) if found.file == CASE
    }
    spoilt = data[: data.index(b"## ")].replace(was, now) + data[data.index(b"## ") :]
    told = [found for found in _found({**tree, CASE: replace(tree[CASE], data=spoilt)}) if found.file == CASE]
    assert code in {found.code for found in told} and "KB203" not in {found.code for found in told}
    said = [found for found in told if "Daarna pas kan de controle de velden van dit bestand lezen." in found.hint]
    assert [found.code for found in said] == [code]
    assert said[0] == [found for found in told if found.code == code][-1]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Een <!-- opmerking --> hier.",
            "`<!--` is een teken.",
            "Zo'n 50 m² of 10³ keer, CO₂ en x².",
            "1)\teen\n2)\ttwee",
        ),
        *("-\teen\n-\ttwee", "Een regel\tmet een tab.", "a) eerst <a@b.nl>", "[a](b.md) (c) [d](e.md)"),
        *(
            "| a | b |\n| --- | --- |\n| c \\| d | e |\n| f |",
            "[stuk](https://a.nl/?a=1&amp;b=2)",
            "Van 2014 – 2016, en -3 graden.",
        ),
    ],
)
def test_what_is_well_written_is_not_told(text: str) -> None:
    told = _found(_broken(Broken(PAGE, _HERE, f"{text}\n\n{_HERE}", "", "", "")))
    assert [found.message for found in told if found.code in ("KB312", "KB218") or "uit Word" in found.message] == []


@pytest.mark.parametrize("line", ["----", "—", "–––", "...", "…", "***", "+++", " ---", "... "])
def test_a_line_that_was_to_end_the_fields_is_mended(line: str) -> None:
    text = f"---\ntitle: Over\nthemes:\n  - energie\n{line}\n\n## Kop\n\nTekst.\n"
    spoilt = {**fixed_tree(), PAGE: Blob(PAGE, text.encode(), len(text.encode()))}
    told = [found for found in _found(spoilt) if found.file == PAGE]
    assert [(found.code, found.place.line) for found in told] == [("KB110", 5)]
    right = repair(spoilt, _found, lambda file: file == PAGE).tree[PAGE].data.decode()
    assert [one.strip() for one in right.splitlines()] == [
        "---" if at == 4 else one.strip() for at, one in enumerate(text.splitlines())
    ]


@pytest.mark.parametrize(
    "below",
    ["\n## Kop\n\nTekst.\n\n***\n\nMeer.\n", "description: |\n  Een.\n  ---\n  Twee.\n", "a: 1\n----\nb: 1\n"],
)
def test_a_line_in_the_text_does_not_end_the_fields(below: str) -> None:
    text = f"---\ntitle: Over\n{below}"
    told = [found for found in _found({**fixed_tree(), PAGE: Blob(PAGE, text.encode(), 99)}) if found.file == PAGE]
    assert [(found.code, found.place.line, found.edits) for found in told] == [("KB110", 1, ())]


@pytest.mark.parametrize("above", ["```markdown", "```yaml", "Hier is de case:"])
def test_what_stands_above_the_fields_is_named(above: str) -> None:
    """A chat puts its answer in a block of code, or says something first."""
    text = f"{above}\n---\ntitle: Over\n---\n\nTekst.\n"
    told = [found for found in _found({**fixed_tree(), PAGE: Blob(PAGE, text.encode(), 99)}) if found.code == "KB109"]
    assert len(told) == 1 and "Haal weg wat boven" in told[0].hint and above in told[0].hint


@pytest.mark.parametrize(
    ("first", "inside", "last", "mended"),
    [
        ("----", "-\n  energie", "---", True),
        ("-", "-\n  energie", "---", True),
        ("----", "-\n  energie", "----", True),
        ("—", "-\n  energie\n-\n  natuur", "—", True),
        ("--", "- energie", "--", True),
        ("----", "–\n  energie", "----", False),
        ("—", "- energie", "----", False),
    ],
)
def test_lines_around_the_fields_are_mended_where_it_is_certain_which(
    first: str, inside: str, last: str, mended: bool
) -> None:
    """A dash on a line of its own is of a list; below another sign the fields may go on."""
    tree = fixed_tree()
    text = f"{first}\ntitle: Over\nthemes:\n{inside}\n{last}\n\nTekst.\n"
    spoilt = {**tree, PAGE: replace(tree[PAGE], data=text.encode(), size=len(text.encode()))}
    right = f"---\ntitle: Over\nthemes:\n{inside}\n---\n\nTekst.\n" if mended else text
    assert "KB109" in {found.code for found in _found(spoilt) if found.file == PAGE}
    assert repair(spoilt, _found, lambda file: file == PAGE).tree[PAGE].data.decode() == right


@pytest.mark.parametrize(
    ("was", "now", "right"),
    [
        ("places: [tilburg]", "places: [aalburg, waalwijk]", "places: [waalwijk]"),
        ("places: [tilburg]", "places: [waalwijk, tilburg,\n  'aalburg']", "places: [waalwijk, tilburg]"),
        ("places: [tilburg]", "places: [aalburg, Waalwijk, aalburg, tilburg]", "places: [waalwijk, tilburg]"),
        ("places: [tilburg]", "places:\n  - aalburg\n  - waalwijk\n  - ede", "places:\n  - waalwijk\n  - ede"),
        (
            *("places: [tilburg]", "places:\n- waalwijk # toen\n- aalburg # nu\n- ede"),
            "places:\n- waalwijk # toen\n # nu\n- ede",
        ),
        ("themes: [energie]", 'themes: ["Energie" , energie]', "themes: [energie]"),
        (
            *("reviewed:", "related: [stroom-van-het-dorp, dorp-maakt-stroom]\nreviewed:"),
            "related: [dorp-maakt-stroom]\nreviewed:",
        ),
    ],
)
def test_what_is_mended_stands_in_its_list_once(was: str, now: str, right: str) -> None:
    """Two that became one, such as municipalities, are one, whatever was the first mistake."""
    mended = repair(_broken(Broken(CASE, was, now, "", "", "")), _found, lambda _: True).tree
    assert f"\n{right}" in mended[CASE].data.decode()
    assert {found.code for found in _found(mended) if found.file == CASE} <= {"KB215"}


def test_a_mend_makes_no_page_name_itself() -> None:
    tree = _broken(
        Broken("cases/dorp-maakt-stroom.md", "reviewed:", "related: [stroom-van-het-dorp]\nreviewed:", *"   ")
    )
    assert repair(tree, _found, lambda _: True).files == ()


def test_of_a_sentence_that_stands_twice_none_is_removed() -> None:
    """Somebody may still mean to change one of the two."""
    said = '- {what: "Alle scholen tegelijk", kind: groot, source: scholen-2016}'
    tree = _broken(Broken(CASE, said, "- Alle scholen\n      - Alle scholen", "", "", ""))
    assert [found.edits for found in _found(tree) if found.code == "KB130"] == [()]
