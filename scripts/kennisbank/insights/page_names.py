"""What people call overviews and hand-written pages, besides their titles."""

from ..library.addresses import OVERVIEWS


def _each(first: str, second: str) -> tuple[str, ...]:
    """Every word of the first with every word of the second."""
    return tuple(f"{one} {other}" for one in first.split() for other in second.split())


PAGE_NAMES: dict[str, tuple[str, ...]] = {
    OVERVIEWS["cases"]: (
        *("alle cases", "praktijkverhalen", "verhalen", "praktijkvoorbeelden", "voorbeelden", "projecten"),
        "casussen",
    ),
    OVERVIEWS["lessen"]: ("alle lessen", "geleerde lessen", "leerpunten"),
    OVERVIEWS["lessen/kaarten"]: (
        *("kaartenset", "lessen uitprinten", "leskaarten", "kaarten met lessen", "kaartjes"),
        *("lessen printen", "kaartspel", "lesmateriaal"),
    ),
    OVERVIEWS["communities"]: (
        *("bij welke groep kan ik aansluiten", "lerende netwerken", "alle communities", "leernetwerken"),
        "netwerken",
    ),
    OVERVIEWS["werkvormen"]: (
        *("werkvormen voor een bijeenkomst", "gespreksvormen", "overlegvormen", "alle werkvormen"),
        *("werkvorm kiezen", "methoden", "methodes", "werkwijzen"),
    ),
    OVERVIEWS["sessiepakket"]: (
        *("werksessie voorbereiden", "materiaal voor een bijeenkomst", "draaiboek voor een sessie"),
        *("sessiepakketten", "sessie voorbereiden", "workshop", "bijeenkomst voorbereiden", "lesmateriaal"),
    ),
    OVERVIEWS["selectie"]: (
        *("wat ik bewaarde", "mijn bewaarde pagina's", "mijn favorieten", "mandje", "verlanglijst"),
        *("selectie", "bewaard", "opgeslagen", "favorieten", "bladwijzers", "leeslijst", "mijn lijst"),
        *_each("bewaarde opgeslagen gekozen mijn", "cases lessen pagina's"),
    ),
    OVERVIEWS["naast-elkaar"]: (
        *("cases naast elkaar", "projecten vergelijken", "verschillen tussen cases", "naast elkaar"),
        *("cases vergelijken", "vergelijken", "vergelijking"),
    ),
    OVERVIEWS["afslagen"]: ("alle afslagen", "besluiten", "keuzes", "alle keuzes"),
    OVERVIEWS["keuzehulp"]: (
        *("keuzewijzer", "welke keuze past bij ons", "helpen kiezen", "afwegingskader"),
        *("hulp bij een besluit", "keuzehulp", "hulp bij kiezen", "kiezen", "keuzes maken", "beslishulp"),
    ),
    OVERVIEWS["wat-stopte"]: (
        *("stopgezette projecten", "stopgezet", "welke projecten zijn gestopt", "faalverhalen"),
        *("geleerd van fouten", "wat ging er fout", "welke plannen gingen niet door"),
        *("wat stopte", "mislukkingen", "wat mislukte", "wat ging er mis", "wat niet lukte"),
        *_each("gestopte mislukte gestrande afgeblazen", "cases projecten plannen initiatieven voorbeelden"),
    ),
    OVERVIEWS["data"]: (
        *("excel bestand", "spreadsheet", "exporteren", "export", "gegevens downloaden"),
        *("alle cases downloaden", "machineleesbaar", "data", "open data", "dataset", "download"),
        *("downloads", "csv", "excel", "json", "api"),
    ),
    OVERVIEWS["nieuw"]: (
        *("laatste nieuws", "wat is er bijgekomen", "onlangs toegevoegd", "op de hoogte blijven"),
        "abonneren",
        *("nieuw", "nieuws", "updates", "rss", "atom", "volgen", "nieuwsbrief", "veranderingen", "wijzigingen"),
        *("wat is er nieuw", "wat is er veranderd", "wat is er gewijzigd"),
        *_each("nieuwe nieuwste laatste recente", "cases lessen wijzigingen"),
    ),
    "verkennen/index.md": ("verkennen", "alles bekijken"),
    OVERVIEWS["kaart"]: (
        *("op de kaart", "op een kaart", "wat is er bij mij in de buurt", "in mijn buurt"),
        *("waar zijn de cases", "landkaart", "kaart van Nederland", "plattegrond"),
        *_each("kaart", "cases projecten gemeenten"),
    ),
    OVERVIEWS["tijdlijn"]: (
        *("op de tijdlijn", "wat gebeurde wanneer", "per jaar", "jaartallen", "tijdslijn", "tijdbalk"),
        *("jaren", "chronologie", "geschiedenis"),
    ),
    OVERVIEWS["aflopen"]: (
        *("hoe liep het af", "afloop van cases", "resultaten van projecten", "afgeronde projecten"),
        "uitkomsten",
    ),
    OVERVIEWS["perioden"]: ("periode", "looptijd"),
    OVERVIEWS["bronnen"]: (
        *("waar komt de informatie vandaan", "voetnoten", "gebruikte literatuur", "rapporten"),
        *("publicaties", "bronnenlijst", "literatuur", "literatuurlijst", "referenties", "bronvermelding"),
    ),
    OVERVIEWS["bewijs"]: (
        *("hoe hard is het bewijs", "bewijs voor lessen", "bewijs", "bewijsmatrix", "matrix"),
        "onderbouwing",
    ),
    OVERVIEWS["witte-vlekken"]: (
        *("wat is nog niet onderzocht", "wat weten we nog niet", "waar is nog geen voorbeeld van"),
        *("wat missen we nog", "gaten", "hiaten", "witte vlek", "wat ontbreekt", "ontbrekende cases"),
        *("geen cases", "waar nog niets is"),
    ),
    OVERVIEWS["gemeenten-zoals-de-mijne"]: (
        *("gemeenten die op ons lijken", "gemeenten die lijken op de mijne", "soortgelijke gemeenten"),
        *("gemeenten als de onze", "andere gemeenten zoals wij", "even grote gemeenten", "mijn gemeente"),
        *("vergelijkbare gemeenten", "gemeenten vergelijken"),
    ),
    OVERVIEWS["themas"]: ("alle thema's", "onderwerpen", "alle onderwerpen"),
    OVERVIEWS["sectoren"]: ("alle sectoren",),
    OVERVIEWS["rollen"]: (
        *("welke rollen zijn er", "rollen van gemeenten", "rol van de overheid", "alle rollen"),
        *("rollen van de overheid", "rol van de gemeente"),
    ),
    OVERVIEWS["partijen"]: ("alle partijen", "betrokken partijen"),
    OVERVIEWS["provincies"]: ("alle provincies",),
    OVERVIEWS["regios"]: ("regio's", "alle regio's", "energieregio's", "RES-regio's"),
    OVERVIEWS["gemeenten"]: ("alle gemeenten", "gemeentelijst"),
    OVERVIEWS["reeksen"]: ("reeksen", "lessenreeksen"),
    OVERVIEWS["begrippen"]: (
        *("wat betekenen de woorden", "uitleg van woorden", "moeilijke woorden", "woordenboek", "jargon"),
        *("glossarium", "terminologie", "begrippen", "begrippenlijst", "woordenlijst", "afkortingen"),
        *("afkortingenlijst", "verklarende woordenlijst"),
    ),
    OVERVIEWS["zoekwoorden"]: ("zoekwoorden", "synoniemen"),
    OVERVIEWS["bijdragen"]: (
        *("zelf een case toevoegen", "onze case aanmelden", "ervaring delen", "project aanmelden"),
        *("meehelpen", "bijdragen", "meedoen", "meeschrijven", "case toevoegen", "nieuwe case"),
        *("fout melden", "contact", "redactie"),
    ),
    OVERVIEWS["bijdragen/assistent"]: ("assistent", "case schrijven", "formulier", "invulformulier"),
    OVERVIEWS["bijdragen/sjabloon"]: ("template", "format"),
    OVERVIEWS["bijdragen/velden"]: ("velden", "invulvelden"),
    OVERVIEWS["bijdragen/meldingen"]: ("foutmeldingen", "meldingen"),
    "over.md": (
        *("over", "over ons", "over deze site", "wie zijn wij", "colofon", "contact", "makers"),
        *("Transitieversneller", "afzender"),
    ),
    "privacy.md": ("privacyverklaring", "cookies", "persoonsgegevens", "cookieverklaring", "gegevens"),
    "toegankelijkheid.md": ("toegankelijkheidsverklaring", "digitale toegankelijkheid", "accessibility"),
    "wat-is-een-cop.md": ("wat is een cop", "uitleg cop"),
    "start-een-cop/index.md": (
        *("start een cop", "cop starten", "cop beginnen", "community of practice starten"),
        "stappenplan cop",
    ),
    "start-een-cop/groep.md": ("groep samenstellen", "deelnemers kiezen", "wie doet mee"),
    "start-een-cop/ritme.md": ("hoe vaak bij elkaar", "hoe lang duurt een cop", "duur van een cop"),
    "start-een-cop/begeleiding.md": ("begeleider", "facilitator", "procesbegeleider", "begeleider van een cop"),
    "start-een-cop/oogsten.md": ("oogsten", "opbrengst vastleggen"),
    "start-een-cop/afronden.md": ("cop afsluiten", "cop stoppen", "einde van een cop"),
    "start-een-cop/bewijs.md": ("bewijs voor cop's", "werkt een cop"),
    "start-een-cop/eerste-bijeenkomst.md": ("kick-off", "eerste sessie", "startbijeenkomst"),
}
