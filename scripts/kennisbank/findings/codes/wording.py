"""The texts of the findings that the assistant's form gives as well as the checker: one place for both.

`{name}` is filled in with what was found. The form takes this table as it stands (`faces/assistant_rules.py`).
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Wording:
    """A code, and the Dutch message and hint that go with it."""

    code: str
    message: str
    hint: str


class Worded(NamedTuple):
    """A wording with everything filled in, in the order in which `Document.found` wants it."""

    code: str
    message: str
    hint: str


_CONTACT = "Haal het weg. Noem zo nodig de organisatie, of link naar haar contactpagina."
_LACKING = "ontbreekt of is leeg"

WORDINGS = {
    "missing": Wording(
        "KB118", "het verplichte veld '{field}'{title} ontbreekt", "{about} Schrijf bijvoorbeeld: {field}: {example}"
    ),
    "wrong-type": Wording("KB120", "bij {name} hoort {wanted}, geen {kind}: {written}", "{mend}"),
    "date": Wording("KB121", "{name}: '{value}' is geen bestaande datum", "Schrijf jaar-maand-dag, zoals 2026-11-24."),
    "date-order": Wording("KB121", "de datum '{value}' staat in de verkeerde volgorde", "{mend}"),
    "too-long": Wording(
        "KB122", "{name} is te lang: {length} tekens, hoogstens {limit}", "Maak het {over} tekens korter."
    ),
    "out-of-bounds": Wording(
        "KB123",
        "{name} is {value}; dat moet {word} {bound} zijn",
        "Een tikfout? Kijk of er een cijfer te veel of te weinig staat.",
    ),
    "end-before-start": Wording(
        "KB124", "het einde ({end}) ligt voor het begin ({start})", "Draai de jaren om, of verbeter de tikfout."
    ),
    "not-allowed": Wording("KB125", "{name} kan niet '{value}' zijn", "{suggestion}"),
    "web-address": Wording(
        "KB126", "{name}: '{value}' is geen volledig webadres", "Begin met https:// en laat spaties weg."
    ),
    "value-twice": Wording("KB130", "'{value}' staat twee keer in deze lijst", "Verwijder een van beide."),
    "key-pattern": Wording(
        "KB132",
        "{name}: '{value}' heeft niet de goede vorm",
        "Gebruik alleen kleine letters, cijfers en streepjes, zoals 'eindrapport-2021'.",
    ),
    "thousands": Wording(
        "KB135",
        "'{written}' kan duizend of een kommagetal zijn",
        "Schrijf {whole}. Bedoel je een kommagetal? Schrijf {decimal}.",
    ),
    "no-such-record": Wording("KB201", "{label} '{value}' bestaat niet", "{suggestion}"),
    "no-such-term": Wording("KB203", "{label} '{value}' bestaat niet", "{suggestion}{add}"),
    "term-misspelt": Wording("KB203", "{label} '{value}' bestaat niet", "Schrijf '{meant}'."),
    "outside-region": Wording(
        "KB215",
        "gemeente '{place}' hoort volgens de lijst bij regio '{listed}', niet bij '{region}'",
        "Verander de regio of de gemeente, of verbeter docs/lijsten/municipalities.yml.",
    ),
    "lesson-twice": Wording(
        "KB216",
        "les '{lesson}' is al gekoppeld bij nummer {number} van 'lessons'",
        "Voeg de twee samen tot een koppeling met een verhouding.",
    ),
    "section-empty": Wording(
        "KB304", "onder het onderdeel '{section}' staat geen tekst", "Schrijf er een paar zinnen onder."
    ),
    "level-skipped": Wording(
        "KB306",
        "de kop '{heading}' springt van niveau {above} naar niveau {level}",
        "Gebruik {right} in plaats van {marks}.",
    ),
    "no-question": Wording(
        "KB307",
        "'{value}' eindigt niet op een vraagteken",
        "Schrijf de vraag waar de ambtenaar voor stond, zoals 'Hoe krijgen we bewoners mee?'",
    ),
    "link-text": Wording(
        "KB308",
        "de linktekst '{text}' zegt niet waar de link heen gaat",
        "Noem wat de lezer daar vindt. Bijvoorbeeld: [het eindrapport van 2021](adres).",
    ),
    "link-without-text": Wording(
        "KB308",
        "de link naar '{target}' heeft geen tekst",
        "Noem wat de lezer daar vindt. Bijvoorbeeld: [het eindrapport van 2021](adres).",
    ),
    "official-word": Wording("KB310", "'{word}' is een ambtelijk woord", "Schrijf liever: '{plain}'."),
    "long-sentence": Wording(
        "KB311", "deze zin heeft {length} woorden (hoogstens {most}): '{value}'", "Knip de zin in tweeën."
    ),
    "html": Wording(
        "KB312",
        "'{tag}' is HTML",
        "Gebruik Markdown: **vet**, *schuin*, - lijst, [tekst](adres). Zet een teken '<' tussen `backticks`.",
    ),
    "title-twice": Wording(
        "KB315",
        "de titel '{title}' staat ook in {path}",
        "Zeg in de titel wat deze pagina anders maakt, bijvoorbeeld de plaats of het jaar.",
    ),
    "title-with-period": Wording("KB316", "de titel '{title}' eindigt op een punt", "Haal de punt weg."),
    "field-to-fill-in": Wording(
        "KB317",
        "'{name}' is nog niet ingevuld",
        "Vervang deze tekst door je eigen tekst, of verwijder de regel als het veld niet verplicht is.",
    ),
    "text-to-fill-in": Wording(
        "KB317",
        "hier staat nog de tekst van het sjabloon: '{value}'",
        "Vervang deze tekst door je eigen tekst.",
    ),
    "single-option": Wording(
        "KB318",
        "afslag {number} noemt maar een optie: '{option}'",
        "Noem ook wat er is afgewezen, al was het 'niets doen'.",
    ),
    "marks": Wording(
        "KB320",
        "'{mark}' is opmaak, en dit veld is gewone tekst",
        "Haal de opmaak weg. Zet een bron of link in de tekst onder de velden.",
    ),
    "unknown-source": Wording(
        "KB401",
        "bron '{key}' staat niet bij de bronnen van dit bestand",
        "{suggestion} Staat de bron er nog niet bij? Zet de bron bij 'sources', met een sleutel, titel, uitgever en"
        " datum.",
    ),
    "unknown-source-of-none": Wording(
        "KB401",
        "bron '{key}' staat niet bij de bronnen van dit bestand",
        "Zet de bron bij 'sources', met een sleutel, titel, uitgever en datum.",
    ),
    "unused-source": Wording(
        "KB402",
        "bron '{key}' wordt nergens gebruikt",
        "Zet [^{key}] achter het feit dat op deze bron steunt, of verwijder de bron.",
    ),
    "no-source": Wording(
        "KB403",
        f"er is geen enkele bron: het veld 'sources' {_LACKING}",
        "Zet bij 'sources' minstens een bron, met key, title, publisher en date.",
    ),
    "source-twice": Wording(
        "KB404",
        "bron '{key}' is al nummer {number} van 'sources'",
        "Voeg de twee samen, of geef een van beide een andere sleutel.",
    ),
    "described-differently": Wording(
        "KB405",
        "bij bron '{key}' {what} {mine}, maar in {where} {theirs}",
        "Maak ze gelijk. Is het een andere bron, geef hem dan een andere sleutel.",
    ),
    "same-address": Wording(
        "KB406",
        "dit adres heeft hier de sleutel '{key}', maar in {where} de sleutel '{known}'",
        "Gebruik op beide plekken dezelfde sleutel, bijvoorbeeld '{known}'.",
    ),
    "figure-without-source": Wording(
        "KB407",
        "bij het getal '{number}' staat in deze alinea geen bron",
        "Zet achter de zin [^sleutel] van de bron, of laat het getal weg.",
    ),
    "mail-address": Wording("KB409", "hier staat een e-mailadres: '{value}'", _CONTACT),
    "phone-number": Wording("KB410", "hier staat een telefoonnummer: '{value}'", _CONTACT),
    "reviewed-in-future": Wording(
        "KB411",
        "de nakijkdatum {reviewed} ligt in de toekomst; vandaag is het {today}",
        "Schrijf de dag waarop de feiten echt zijn nagekeken.",
    ),
    "result-without-figure": Wording(
        "KB412",
        "resultaat '{what}' heeft geen doel en geen uitkomst",
        "Vul 'target' of 'achieved' in met een getal. Zonder getal hoort het in de tekst.",
    ),
    "no-lesson": Wording(
        "KB413",
        f"de case zegt niets over een les: het veld 'lessons' {_LACKING}",
        "Kies bij 'lessons' een les, en zeg of de case die steunt, nuanceert of weerspreekt, en waarom.",
    ),
    "quotation": Wording(
        "KB415",
        "tussen aanhalingstekens staat een hele zin: '{value}'",
        "Zeg het in eigen woorden, zonder aanhalingstekens, met de bron erachter.",
    ),
    "almost-a-citation": Wording(
        "KB419", "'{written}' verwijst zo niet naar de bron", "Schrijf {right}, zonder spaties."
    ),
}


def worded(name: str, /, **values: object) -> Worded:
    """The code, message and hint of a wording; raises `KeyError` for an unknown name or a value that is missing."""
    wording = WORDINGS[name]
    return Worded(wording.code, wording.message.format(**values), wording.hint.format(**values).strip())
