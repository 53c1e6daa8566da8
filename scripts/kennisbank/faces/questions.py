"""The questions that a form, a table or a conversation asks to start a case: fewer than the model has fields.

What is not asked here, such as the link to a lesson, is for the editor who takes up the concept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..insights.villages import parts_of_towns
from ..library.library import Library
from ..model.kinds import KINDS, LISTS, Section
from ..model.labels import OUTCOMES
from ..model.parts import Source
from ..model.shape import choices, example, inner_model, is_list, refers_to
from ..model.turns import Turn
from ..model.types import PLACEHOLDER

_CASE = KINDS["case"]
_FIELDS = (
    *("title", "question", "summary", "organisation", "outcome"),
    *("places", "region", "period", "themes", "role"),
)
_NEEDED = ("title", "question", "themes")
# Too many for a list to choose from: these are typed.
_TYPED = ("municipalities",)
TURNS = "turns"
SOURCES = "sources"
CERTAINTY = "certainty"

FOR_EDITOR = "Voor de redacteur"
"""The heading, at the end of a draft, below which stands what has no field."""
FOR_EDITOR_TODO = f"{PLACEHOLDER}: verwerk wat hier staat, en haal dit stuk dan weg."


@dataclass(frozen=True)
class Choice:
    """One answer to choose from: what the file holds, what people see, and what they may call it too.

    `parts` are names of what lies in it, such as the villages of a municipality.
    """

    id: str
    title: str
    also: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question: its name in the file, its Dutch label, an explanation, an example and what there is to choose.

    `long` asks for several lines, `several` for more than one choice. Sections have their heading as name. `also` are
    other words for the label, by which people know it too; `list_name` is the closed list that the answer comes from.
    """

    name: str
    label: str
    about: str
    example: str
    choices: tuple[Choice, ...] = ()
    needed: bool = False
    long: bool = False
    several: bool = False
    section: bool = False
    also: tuple[str, ...] = ()
    list_name: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """Everything that people may call this question."""
        return (self.label, self.name, *self.also)

    @property
    def help(self) -> str:
        """The explanation with the example behind it."""
        shown = "" if self.long or self.choices or not self.example else f" Bijvoorbeeld: {self.example}"
        return f"{self.about}{shown}"


def questions(library: Library) -> tuple[Question, ...]:
    """All questions, in the order in which they are asked."""
    return (
        *(_field_question(name, library) for name in _FIELDS),
        *map(_section_question, _CASE.outline),
        Question(TURNS, *_titled(TURNS), example="\n".join(_turn_lines()), long=True, also=("afslag",)),
        Question(SOURCES, *_titled(SOURCES), example=_source_line(), long=True, also=_KNOWN_AS[SOURCES]),
        Question(CERTAINTY, *_titled(CERTAINTY), example=str(example(_CASE.model.model_fields[CERTAINTY])), long=True),
    )


def _section_question(part: Section) -> Question:
    also = _KNOWN_AS.get(part.title, ())
    return Question(part.title, part.title, part.about, "", long=True, section=True, also=also)


def _field_question(name: str, library: Library) -> Question:
    field = _CASE.model.model_fields[name]
    return Question(
        name,
        field.title or name,
        _ABOUT.get(name, field.description or ""),
        _written(name, example(field)),
        tuple(_choices(name, library)),
        needed=name in _NEEDED,
        several=is_list(field),
        also=(*_also(refers_to(field)), *_KNOWN_AS.get(name, ())),
        list_name=refers_to(field),
    )


def _also(target: str) -> tuple[str, ...]:
    """What the list is called that a field points into: 'thema' for the field 'Thema's'."""
    return (LISTS[target].label, LISTS[target].plural) if target in LISTS else ()


def _choices(name: str, library: Library) -> Iterator[Choice]:
    field = _CASE.model.model_fields[name]
    for value in choices(field):
        yield Choice(
            value, OUTCOMES.get(value, value) if name == "outcome" else value, (value, *_CALLED.get(value, ()))
        )
    target = refers_to(field)
    if target not in _TYPED:
        found = [Choice(id, term.title) for id, term in library.term_list(target).items()]
        yield from sorted(found, key=lambda choice: choice.title.casefold())


def towns(library: Library) -> tuple[Choice, ...]:
    """The municipalities, which nobody wants to pick from a list, with their villages and those they were made of."""
    parts = parts_of_towns(library)
    return tuple(Choice(id, town.title, parts=parts[id]) for id, town in library.municipalities.items())


def sectors(library: Library) -> tuple[Choice, ...]:
    """The sectors, which nobody is asked for, but which people name as themes."""
    return tuple(Choice(id, term.title) for id, term in library.term_list("sectors").items())


def provinces(library: Library) -> tuple[Choice, ...]:
    """The provinces, which nobody is asked for, but which people name as places; by all words that search for them."""
    groups = [(group.title, *group.words) for group in library.search_words]
    return tuple(
        Choice(id, term.title, tuple(word for group in groups if term.title in group for word in group))
        for id, term in library.term_list("provinces").items()
    )


# What people put above a column, and in it, in tables that they made themselves.
_KNOWN_AS = {
    "title": ("Naam project", "Projectnaam", "Project", "Naam van de case", "Case", "Casus"),
    "summary": ("Korte omschrijving", "Omschrijving", "Beschrijving", "In het kort"),
    "organisation": ("Trekker", "Initiatiefnemer"),
    "outcome": ("Stand van zaken", "Status", "Loopt het nog"),
    "places": ("Plaats", "Locatie", "Waar"),
    "period": ("Looptijd", "Jaar", "Jaren", "Wanneer", "Van - tot", "Van tot", "Begin - eind"),
    "themes": ("Onderwerp", "Onderwerpen", "Sector", "Sectoren"),
    SOURCES: ("bron", "Link", "Webadres", "Website"),
    "Aanpak": ("Wat gebeurde er", "Toelichting", "Het verhaal"),
}
_CALLED = {
    "lopend": ("Loopt nog", "Loopt", "Nog bezig", "Bezig", "Gaande", "Actief", "In uitvoering", "Doorlopend"),
    "afgerond": ("Klaar", "Gereed", "Voltooid", "Af", "Afgesloten"),
    "gestopt": ("Stopgezet", "Gestaakt", "Afgebroken", "Niet doorgegaan", "Mislukt"),
    "opgegaan-in": ("Opgegaan in iets anders", "Opgegaan", "Overgenomen", "Overgedragen", "Gefuseerd"),
    "onbekend": ("Afloop onbekend", "Weet ik niet", "Niet bekend", "Geen idee"),
}
_ABOUT = {
    "places": (
        "In welke gemeenten het speelt. Zet een komma tussen twee gemeenten."
        " Speelt het in heel Nederland? Typ dan: landelijk."
    ),
    "period": "Wanneer het speelde: het jaar van begin en, als het klaar is, van einde.",
    TURNS: (
        "De keuzes die anders hadden kunnen uitvallen. Laat tussen twee afslagen een regel leeg."
        " De woorden voor de dubbele punt helpen, maar gewone tekst mag ook."
    ),
    SOURCES: "Waar is dit na te lezen? Eén bron per regel: titel; uitgever; datum; webadres.",
}


def _titled(name: str) -> tuple[str, str]:
    field = _CASE.model.model_fields[name]
    return field.title or name, _ABOUT.get(name, field.description or "")


def _written(name: str, shown: Any) -> str:
    if name == "period":
        return "-".join(str(year) for year in shown.values())
    if name == "places":
        return ", ".join(place.capitalize() for place in shown)
    return ", ".join(shown) if isinstance(shown, list) else str(shown or "")


def _turn_lines() -> Iterator[str]:
    for field in Turn.model_fields.values():
        if inner_model(field):
            continue
        shown = example(field)
        text = "; ".join(shown) if isinstance(shown, list) else str(shown)
        yield f"{field.title}: {text.replace('[^bron]', '')}"


def _source_line() -> str:
    return "; ".join(str(example(Source.model_fields[name])) for name in ("title", "publisher", "date", "url"))
