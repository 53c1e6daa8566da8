"""The steps of the assistant's form, and the pages of each: one question on a page, or a few that belong together."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page: its anchor within what it belongs to, its heading, one sentence about it and the fields it asks for.

    A page that only `follows` is passed over as long as the page before it is empty.
    """

    id: str
    title: str
    about: str
    fields: tuple[str, ...]
    follows: bool = False


@dataclass(frozen=True)
class Step(Page):
    """One step of the list above the form: its first page, and those behind it."""

    more: tuple[Page, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """The step itself as its first page, and the others."""
        return (self, *self.more)


LAST_MAILED = Step(
    "nakijken", "Controleer en verstuur", "Lees je antwoorden terug en kies hoe je de case instuurt.", ()
)
# Where the host set no address, the form sends nothing and promises nothing.
LAST_BY_HAND = Step("nakijken", "Controleer en download", "Lees je antwoorden terug en download het bestand.", ())

STEPS = (
    Step(
        "vraagstuk",
        "Waar gaat het over?",
        "Aan de vraag herkennen collega's hun eigen situatie.",
        ("title", "question", "summary"),
    ),
    Step(
        "plek",
        "Waar speelt het?",
        "Een gemeente, of een regio of provincie als het groter is.",
        ("organisation", "places", "region", "provinces"),
    ),
    Step("tijd", "Wanneer, en hoe liep het af?", "Een jaar is genoeg.", ("period", "outcome")),
    Step(
        "indeling",
        "Onderwerp",
        "Kies wat past. Zo vinden lezers je case terug.",
        ("themes", "sectors", "role"),
    ),
    Step(
        "betrokkenen",
        "Wie deden mee?",
        "Noem elke partij apart. Je mag dit overslaan.",
        ("parties",),
        more=(
            Page(
                "groep",
                "Waar leerde je hiervan?",
                "De groep en de werkvorm waarin dit ter sprake kwam. Je mag dit overslaan.",
                ("communities", "werkvormen"),
            ),
        ),
    ),
    Step(
        "verhaal",
        "Het verhaal",
        "Schrijf een paar korte alinea's. Naar bronnen vragen we straks.",
        ("sections.0", "sections.1"),
    ),
    Step(
        "uitkomst",
        "Wat kwam ervan?",
        "Ook wat misging: daar leert een ander het meest van.",
        ("sections.2", "sections.3", "sections.4"),
    ),
    Step("bronnen", "Bronnen", "Waar is dit na te lezen?", ("sources",)),
    Step("noten", "Noten bij je verhaal", "Op welke bron steunt elke alinea?", ()),
    Step(
        "afslagen",
        "Afslagen",
        "De keuzes die anders hadden kunnen uitvallen. Daar leren collega's het meest van.",
        ("turns",),
    ),
    Step("cijfers", "Cijfers", "Het doel naast wat er is gehaald. Zijn er geen cijfers, ga dan verder.", ("results",)),
    Step("lessen", "Lessen", "Wat collega's hiervan kunnen leren.", ("lessons",)),
    Step(
        "kern",
        "De kern",
        "De case in vier regels.",
        ("brief",),
        more=(
            Page(
                "zekerheid", "Hoe zeker is het?", "Lezers willen weten waar ze op bouwen.", ("confidence", "certainty")
            ),
        ),
    ),
    Step(
        "foto",
        "Foto",
        "Een beeld dat laat zien waar het over gaat. Heb je er geen, ga dan verder.",
        ("photo",),
        more=(
            Page(
                "maker",
                "Van wie is dit beeld?",
                "Zo weten anderen wat ermee mag.",
                ("photo.maker", "photo.licence", "photo.url"),
                follows=True,
            ),
        ),
    ),
    LAST_MAILED,
)

# By the list of a case: the pages that ask for one item of it.
ITEM_PAGES = {
    "parties": (
        Page("partij", "Naam en soort", "Een organisatie of groep, geen naam van een mens.", ("name", "kind")),
    ),
    "sources": (
        Page(
            "vindplaats",
            "Waar staat het?",
            "Met de titel kan een lezer al zoeken.",
            ("title", "publisher", "date", "url"),
        ),
        Page("opmerking", "Nog iets over deze bron?", "Je mag deze bladzijde overslaan.", ("note", "key")),
    ),
    "turns": (
        Page("keuze", "Wat was de keuze?", "Wat is gekozen, en wat niet.", ("when", "choice", "options", "kind")),
        Page(
            "reden",
            "Waarom, en door wie?",
            "Met een bron erbij; dat mag ook een verslag van je eigen groep zijn.",
            ("because", "open", "decided_by"),
        ),
        Page(
            "besluit",
            "Is er een besluit genomen?",
            "Van een raad, een college of een bestuur. Anders ga je verder.",
            ("decision",),
        ),
        Page("gevolg", "Wat kwam ervan?", "Weet je het niet, ga dan verder.", ("cost", "later")),
    ),
    "results": (
        Page(
            "soort", "Wat voor cijfer is het?", "Naar de soort heten straks de vakken voor het getal.", ("kind", "what")
        ),
        Page("getal", "Welk getal?", "Heb je er maar een, laat het andere dan leeg.", ("target", "achieved", "unit")),
        Page("herkomst", "Wie zegt dat?", "Bij elk cijfer hoort een bron.", ("year", "source", "reported_by")),
        Page(
            "tonen",
            "Hoe lezen anderen dit cijfer?",
            "Je mag deze bladzijde overslaan.",
            ("at_most", "highlight", "note"),
        ),
    ),
    "lessons": (Page("les", "Welke les?", "En wat zegt jouw case erover?", ("lesson", "stance", "because")),),
}


@dataclass(frozen=True)
class Unlisted:
    """A place to name what a closed list lacks: the question, what to write, and how an editor finds it in the file."""

    label: str
    about: str
    in_file: str


# By the list that it belongs to. It comes in the file of the case, where an editor reads it.
UNLISTED = {
    "communities": Unlisted(
        "Staat je groep er niet bij?",
        "Schrijf dan hoe de groep heet en welke organisaties meedoen. De redactie leest het in het bestand.",
        "De groep staat nog niet op de site",
    ),
    "lessons": Unlisted(
        "Staat jouw les er niet bij?",
        "Schrijf hem dan hier, in één of twee zinnen. De redactie leest het in het bestand.",
        "De les staat nog niet op de site",
    ),
}
# Of a group that is spread over pages: what its first page asks for.
FIRST_OF = {"photo": ("file", "alt")}
