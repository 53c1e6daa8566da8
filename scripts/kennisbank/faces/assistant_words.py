"""The words of the form where they differ from those of the checker: for people who see fields, not a file.

They name fields as people see them, and no key, code or file. A wording that is not here is the same for both.
"""

from ..checking.catalogue import WORDINGS
from ..findings.nearest import HINTS as NEAREST
from ..reading.value_hints import HINTS as MENDS

# By the name of a wording: its message and its hint.
_OWN: dict[str, tuple[str, str]] = {
    "missing": ("dit is nog niet ingevuld", "Weet je het nog niet? Ga dan verder, en vul het later in."),
    "wrong-type": ("hier hoort {wanted}, en er staat '{value}'", "{mend}"),
    "date": (
        "'{value}' lezen we niet als datum",
        "Bestaat de dag? Schrijf het jaar in vier cijfers, zoals 24-11-2026.",
    ),
    "moment": (
        "'{value}' lezen we niet als datum",
        "Bestaat de dag? Schrijf het jaar in vier cijfers, zoals 15-6-2021, juni 2021 of 2021.",
    ),
    "too-long": ("dit is te lang", "Zoveel tekens moeten eraf: {over}."),
    "out-of-bounds": (
        "hier staat {value}; dat moet {word} {bound} zijn",
        "Een tikfout? Kijk of er een cijfer te veel of te weinig staat.",
    ),
    "not-allowed": ("'{value}' kan hier niet", "{suggestion}"),
    "web-address": (
        "'{value}' lezen we niet als webadres",
        "Schrijf het hele adres, zonder spaties en met https:// ervoor.",
    ),
    "key-pattern": (
        "'{value}' heeft niet de goede vorm",
        "Gebruik alleen kleine letters, cijfers en streepjes, zoals eindrapport-2021.",
    ),
    "in-several": ("'{value}' ligt in meer gemeenten: {towns}", "Kies er een."),
    "no-town": ("'{value}' is geen gemeente", "Zet het bij Organisatie of bij de partijen."),
    "lost-sign": ("hier staat {called}", "Typ het woord opnieuw, zoals het in de bron staat."),
    "outside-region": (
        "{place} hoort volgens onze lijst bij {listed}, niet bij {region}",
        "Kies de andere regio of gemeente. Klopt onze lijst niet? Laat het dan staan; de redactie kijkt het na.",
    ),
    "lesson-twice": (
        "deze les koos je ook al bij les {number}",
        "Voeg de twee samen: bij elke les hoort één verhouding.",
    ),
    "html": (
        "'{tag}' is code van een webpagina",
        (
            "Typ **vet**, *schuin*, [tekst](adres), en een - voor een punt in een lijst."
            " Gaat het om het teken zelf? Zet er dan een spatie achter."
        ),
    ),
    "open-comment": (
        "deze opmerking is nergens afgesloten: '{begin}'",
        "Haal <!-- weg; anders valt alles eronder weg.",
    ),
    "title-twice": (
        "een andere case heeft deze titel al",
        "Zeg in de titel wat jouw case anders maakt, bijvoorbeeld de plaats of het jaar.",
    ),
    "field-to-fill-in": ("dit is nog niet ingevuld", "Vul je eigen tekst in, of maak het vak leeg."),
    "text-to-fill-in": ("hier staat nog '{value}'", "Vervang dit door je eigen tekst."),
    "says-nothing": (
        "hier staat '{value}', en dat zegt een lezer niets",
        "Weet je het niet? Laat het leeg. Wat ook de bronnen niet zeggen, hoort bij Hoe zeker is dit?",
    ),
    "marks": (
        "'{mark}' is opmaak, en hier hoort gewone tekst",
        "Haal de opmaak weg. Een noot of een link hoort in het verhaal.",
    ),
    "no-reason": (
        "deze afslag zegt niet waarom",
        (
            "Schrijf bij Waarom de reden, met een noot naar de bron. Noemt geen bron een reden? Schrijf dan bij Open"
            " vraag wat je nog zou moeten vragen, en aan wie."
        ),
    ),
    "single-option": (
        "afslag {number} noemt maar één optie: '{option}'",
        "Zet op een eigen regel wat er is afgewezen, al was het 'niets doen'.",
    ),
    "reason-and-open": (
        "deze afslag heeft een reden en ook een open vraag",
        "Maak Open vraag leeg: dat is er alleen als geen bron de reden noemt. Twijfel hoort bij Hoe zeker is dit?",
    ),
    "reason-without-source": (
        "deze reden heeft geen bron",
        (
            "Kies de bron onder Waarom. Noemt geen bron een reden? Maak Waarom dan leeg, en"
            " schrijf bij Open vraag wat je nog zou moeten vragen, en aan wie."
        ),
    ),
    "unknown-source": (
        "bron '{key}' staat niet bij je bronnen",
        "{suggestion} Staat de bron er nog niet bij? Voeg die toe in de stap Bronnen, en kies die dan onder het vak.",
    ),
    "unknown-source-of-none": (
        "bron '{key}' staat niet bij je bronnen",
        "Voeg de bron toe in de stap Bronnen, en kies die dan onder het vak.",
    ),
    "unused-source": (
        "je gebruikt deze bron nog nergens",
        ("Kies die bij de alinea die erop steunt, in de stap Noten bij je verhaal. Of verwijder de bron."),
    ),
    "section-empty": ("bij '{section}' staat nog geen tekst", "Schrijf er een paar zinnen."),
    "link-text": (
        "'{text}' zegt een lezer niet waar de link heen gaat",
        (
            "Is het een bron? Zet het adres dan bij de stap Bronnen, haal het hier weg en kies de bron bij deze tekst."
            " Anders schrijf je er woorden voor: [het eindrapport van 2021](adres)."
        ),
    ),
    "no-source": ("er is nog geen enkele bron", "Voeg er minstens een toe, met titel, uitgever en datum."),
    "source-twice": (
        "bron {number} heeft dezelfde korte naam",
        "Voeg de twee samen, of geef een van beide een andere korte naam.",
    ),
    "described-differently": (
        "een andere pagina kent deze bron ook, en daar {what} {theirs}",
        "Is het dezelfde bron? Maak het dan gelijk. Is het een andere, geef haar dan een andere korte naam.",
    ),
    "same-address": (
        "dit adres staat al bij de bron met de korte naam {known}",
        "Is het dezelfde bron? Gebruik dan dezelfde korte naam: {known}.",
    ),
    "figure-without-source": (
        "bij het getal {number} staat in deze alinea geen bron",
        (
            "Vul de bron in bij de stap Bronnen, en kies die dan onder dit vak. Een verslag van je eigen groep is ook"
            " een bron."
        ),
    ),
    "result-without-figure": (
        "bij {what} staat geen getal",
        "Vul {numbers} in. Is er geen getal? Vertel het dan in het verhaal.",
    ),
    "no-lesson": (
        "je case zegt nog niets over een les",
        (
            "Kies een les, en zeg of je case die steunt, nuanceert of weerspreekt, en waarom. Staat jouw les er niet"
            " bij? Schrijf hem dan in het vak eronder."
        ),
    ),
    "expected-and-achieved": (
        "{what} is een verwachting, maar {achieved} is ingevuld",
        "Kies bij Soort cijfer voor uitkomst, of zet het getal bij {target}.",
    ),
    "costs-as-outcome": (
        "{what} gaat over kosten, en staat bij de uitkomsten",
        (
            "Kies bij Soort cijfer voor kosten, of voor bijdrage als een ander dit geld gaf. Werd het juist verdiend of"
            " bespaard? Zeg dat dan bij Wat."
        ),
    ),
    "given-as-cost": (
        "{what} lijkt geld van een ander, en staat bij de kosten",
        "Kies bij Soort cijfer voor bijdrage.",
    ),
    "opposition-as-outcome": (
        "{what} gaat over wie ertegen was, en staat bij de uitkomsten",
        "Kies bij Soort cijfer voor neveneffect.",
    ),
    "too-many-highlights": (
        "je zet {count} cijfers groot, hoogstens {most}",
        "Kies de drie belangrijkste.",
    ),
    "target-only": (
        "{what} heeft alleen een doel",
        (
            "Is het een plan of een raming? Kies dan bij Soort cijfer voor verwachting. Bij geld of uren is het kosten,"
            " en bij geld van een ander bijdrage."
        ),
    ),
}


def words() -> dict[str, list[str]]:
    """For every wording of the form its code, message and hint; raises `KeyError` when one of ours is of no code."""
    own = {name: (WORDINGS[name][0], said) for name, said in _OWN.items()}
    shared = {name: (code, (text.message, text.hint)) for name, (code, text) in WORDINGS.items()}
    return {name: [code.id, *said] for name, (code, said) in (shared | own).items()}


SUGGESTIONS = NEAREST | {"many": "Kijk of de naam goed gespeld is."}
"""The parts of a hint that names what there is to choose from."""

NUMBERS = MENDS | {
    "percent": "Laat het procentteken weg: {mended}. Zet procent bij Eenheid.",
    "unit": "Schrijf alleen het getal: {mended}. Zet {unit} bij Eenheid.",
    "nothing": "Weet je het niet? Laat het leeg.",
    "other": "Schrijf alleen het getal in cijfers, zoals 103 of 12,5. Is het ongeveer? Zeg dat dan in het verhaal.",
    "year": "Schrijf alleen het jaar, in vier cijfers, zoals 2019.",
}
"""What to do with a number or date that is written otherwise."""

WANTED = {"year": "een jaartal", "number": "een getal"}
"""What belongs in a field, as people call it."""

NO_DATE = "Noemt de bron geen datum, of weet je die niet? Typ dan: z.d."
"""What to do in the field for the date of a source, which may say that there is none."""

ADD_TERM = " Staat de naam er niet bij? Laat hem dan staan: de redactie vult de lijst aan."
"""What to do when a long list lacks something."""
