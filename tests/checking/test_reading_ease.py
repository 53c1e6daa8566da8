"""Reading ease: syllables of words counted by hand, and what does and does not count."""

import pytest

from kennisbank.checking.reading_ease import read, syllables
from kennisbank.reading.prose import Prose

# Counted by hand: words from the cases, and words that trip a counter. Of these, pyphen has 16 wrong.
COUNTED = {
    1: "raad team teams jaar geur hier eeuw nieuw één vóór",
    2: ("beleid idee duurzaam nieuwe leeuwen mooie draaien groeien stikstof bureau zeeën ruimte gebouw kennis café"),
    3: (
        "gemeente gemeenten energie regio bewoners ideeën duurzaamheid provincie provincies projecten "
        "bijeenkomst vergunning warmtenet wethouder college windmolens radio museum manager reële buurtwarmte "
        "lokale subsidie eigenaar uitvoering meeëten industrie kwaliteit strategie inwoners politiek gebouwen "
        "milieu creatief theorie ervaren"
    ),
    4: (
        "samenwerking circulaire economie financieel netcongestie aardgasvrije burgemeester variabel "
        "essentieel community coalitie beïnvloeden uiteindelijk beantwoorden geïnvesteerd eigenaren "
        "begeleiden beoordelen ontwikkeling allianties ondernemers"
    ),
    5: (
        "coöperatie financiële initiatief organisatie organisaties zonnepanelen participatie evaluatie "
        "evalueren geëvalueerd initiëren realiseren"
    ),
    6: "klimaatadaptatie biodiversiteit woningcorporatie",
    7: "initiatiefnemers",
    8: "energiecoöperatie",
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count in COUNTED for word in COUNTED[count].split()])
def test_syllables_are_counted_as_people_do(count: int, word: str) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


def test_a_word_without_vowels_has_one_syllable() -> None:
    assert syllables("nv") == 1


def test_the_score_is_that_of_douma() -> None:
    reading = read(Prose("De zon is warm. Het dak is van de school."))
    assert (reading.sentences, len(reading.words)) == (2, 10)
    assert reading.score == pytest.approx(206.84 - 0.93 * 5 - 77 * 1)


@pytest.mark.parametrize(
    "text",
    [
        "De raad koos [een dak](../cases/energiecooperatie.md) in mei.[^eindverslag]",
        "De raad van Middelharnis koos een dak in mei 2019.",
        "De raad koos 1.200 keer een dak in mei, volgens RVO en IenM.",
        "De raad koos een dak in mei <https://voorbeeld.example/energiecooperatie>.",
        "## Energiecoöperatie\n\nDe raad koos een dak in mei.",
        "| Energiecoöperatie | 4 |\n\nDe raad koos een dak in mei.",
        "De raad koos een dak in mei.\n\n```text\nEnergiecoöperatie\n```",
    ],
)
def test_names_numbers_citations_targets_and_headings_do_not_count(text: str) -> None:
    words = [word for word, _ in read(Prose(text)).words]
    assert [word for word in words if word not in ("van", "keer", "volgens", "en")] == [
        *("de", "raad", "koos", "een", "dak", "in", "mei")
    ]


def test_a_name_that_begins_a_sentence_is_known_from_another() -> None:
    words = [word for word, _ in read(Prose("Samen met Tilburg koos de raad. Tilburg betaalde.")).words]
    assert words == ["samen", "met", "koos", "de", "raad", "betaalde"]


def test_the_hardest_words_come_first_and_once() -> None:
    reading = read(Prose("Een energiecoöperatie, een organisatie en een energiecoöperatie in een stad."))
    assert reading.hardest(5) == ["energiecoöperatie", "organisatie"]
    assert reading.hardest(1) == ["energiecoöperatie"]
