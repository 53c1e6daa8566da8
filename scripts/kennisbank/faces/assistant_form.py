"""The fields of a case as the assistant asks for them, each with its explanation, limits and choices."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from ..checking.rules.prose import NAMES
from ..library.library import Library
from ..model.kinds import KINDS, LISTS
from ..model.shape import example, inner_model, is_wanted, needed_unless, refers_to, written
from ..model.types import MOMENT, Writing
from ..model.writing import writing_at

CASE = KINDS["case"]
# Below these lengths a text fits on one line.
_ONE_LINE = 160
# The checker reads every text as prose, also one that stands where a number belongs.
_READ = ("text", "year", "number", "choice", "date")
# More choices than this are typed, not picked.
_MOST_CHOICES = 60
SECTIONS = "sections"


# What the editor fills in: the form keeps it.
FOR_EDITOR = ("reviewed",)
# What the assistant fills in itself, or leaves to the editor.
NOT_ASKED = frozenset(("status", "asked", "aliases", "related", "news"))

# What one item of a list is called.
ONE = {"parties": "partij", "sources": "bron", "turns": "afslag", "results": "cijfer", "lessons": "les"}
# Of these, the ones that take 'het' and 'dit'.
NEUTER = frozenset(("results",))
# Where the form asks otherwise than the file does.
_ABOUT = {
    "places": (
        "In welke gemeenten het speelt. Zet een komma tussen twee gemeenten."
        " Speelt het in heel Nederland? Typ dan: landelijk."
    ),
    "options": "Waartussen is gekozen, de gekozen weg erbij. Zet elke optie op een eigen regel.",
    "key": "Hoe de bron in het bestand heet. Dat vult zich vanzelf in; je hoeft hier niets te doen.",
    "target": "Het getal van tevoren: wat men wilde, verwachtte of toezegde.",
    "achieved": "Het getal van achteraf: wat er echt kwam.",
    "turns": "Beschrijf er minstens een. Noem ook wat er is afgewezen, want juist daar leert een ander van.",
    "sources": (
        "Een rapport, een raadsbesluit, een nieuwsbericht. Wat je zelf meemaakte, telt ook: noem dan het verslag van je"
        " groep, of 'Eigen ervaring', met je organisatie als uitgever en de datum. Een webadres hoeft niet."
    ),
    "source": "In welke bron dit staat. Staat hij er niet bij? Vul hem dan eerst in bij de stap Bronnen.",
    "brief": "De case in vier korte regels. Vul je er één in, vul ze dan alle vier in.",
    "confidence": "Hoe zeker de feiten zijn. Waarom, dat schrijf je bij het volgende vak.",
    "photo": "De foto is van jou, of de maker vindt het goed dat hij hier staat. Wie erop te zien is, weet ervan.",
    "file": "Neem hem zo groot als je hem hebt; wij maken hem kleiner en halen eruit waar en wanneer hij is gemaakt.",
    "licence": "Wat mogen anderen ermee? Vraag het de maker als je het niet weet.",
    "highlight": "Zet dit cijfer groot boven aan de pagina. Dat kan bij hoogstens drie cijfers.",
}
# By name or type, where the file has it otherwise than people write it.
_EXAMPLES = {"places": "Tilburg, Goirle", "moment": "1 juli 2021"}


@dataclass(frozen=True)
class Asked:
    """One field: what people see of it, and what the checker will demand of it.

    `help` is what the form tells about the field, `example` what one could type.
    `type` is text, year, number, date, moment, url, slug, choice, yes, reference or group. `prose` says whether the
    checker reads the text as Markdown, `plain` whether it must be without, `official` whether it looks for official
    words. What the editor fills in is kept, and not asked.
    """

    name: str
    title: str
    help: str
    example: str
    required: bool
    wanted: bool
    type: str
    several: bool = False
    most: int = 0
    least: int = 0
    pattern: str = ""
    choices: tuple[str, ...] = ()
    target: str = ""
    prose: bool = False
    plain: bool = False
    official: bool = False
    editor: bool = False
    fields: tuple["Asked", ...] = ()

    @property
    def long(self) -> bool:
        """Whether the text needs more than one line."""
        return self.type == "text" and self.most > _ONE_LINE

    @property
    def cites(self) -> bool:
        """Whether the text may hold notes."""
        return self.long and self.prose and not self.plain

    def as_data(self) -> dict[str, Any]:
        """The field without what is empty, for the browser."""
        shown = asdict(self, dict_factory=lambda pairs: {key: value for key, value in pairs if value})
        return {**shown, "fields": [field.as_data() for field in self.fields]} if self.fields else shown


@cache
def asked_fields() -> tuple[Asked, ...]:
    """The fields of a case that the form asks for, in the order of the model."""
    schema = CASE.model.model_json_schema()
    return tuple(_fields(CASE.model, schema, schema["$defs"], ()))


def _fields(model: Any, schema: Any, shared: Any, path: tuple[str, ...]) -> Iterator[Asked]:
    for name, field in model.model_fields.items():
        if ".".join((*path, name)) not in NOT_ASKED:
            yield _field((*path, name), field, schema["properties"][name], shared)


def _field(path: tuple[str, ...], field: FieldInfo, schema: Any, shared: Any) -> Asked:
    shape, several = _shape(schema, shared)
    target, inner = refers_to(field), inner_model(field)
    shown, is_chosen = example(field), bool(target or schema.get("enum"))
    writing = writing_at(CASE.model, path)
    type_ = "group" if inner else "reference" if target else _type(shape)
    return Asked(
        path[-1],
        field.title or path[-1],
        _ABOUT.get(path[-1], field.description or ""),
        _EXAMPLES.get(type_) or _EXAMPLES.get(path[-1], "" if field.examples and is_chosen else _shown(shown)),
        field.is_required(),
        field.is_required() or (is_wanted(field) and needed_unless(field) is not None),
        type_,
        several=several,
        most=shape.get("maxLength", shape.get("maximum", 0)),
        least=shape.get("minimum", 0),
        pattern=shape.get("pattern", ""),
        choices=tuple(shape.get("enum", ())),
        target=target,
        prose=type_ in _READ and not target and Writing.NO_PROSE not in writing,
        plain=Writing.PLAIN in writing,
        official=path[0] not in NAMES,
        editor=path[0] in FOR_EDITOR,
        fields=tuple(_fields(inner, shape, shared, path)) if inner else (),
    )


def _shape(schema: Any, shared: Any) -> tuple[Any, bool]:
    """The part of a JSON Schema that says what one value is, and whether there may be several."""
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    shape = {**schema, **options[0]}
    if "$ref" in shape:
        shape = {**shared[shape["$ref"].rpartition("/")[2]]}
    if shape.get("type") == "array":
        return _shape(shape["items"], shared)[0], True
    return shape, False


def _type(shape: Any) -> str:
    if "enum" in shape:
        return "choice"
    by_format = {"date": "date", "uri": "url"}.get(shape.get("format", ""))
    if shape.get("pattern") == MOMENT:
        return "moment"
    by_type = {"integer": "year", "number": "number", "boolean": "yes"}.get(shape["type"])
    return by_format or by_type or ("slug" if "pattern" in shape else "text")


def _shown(value: object) -> str:
    """An example as one types it in the form."""
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return "" if value is None else written(value)


def terms_of(library: Library, target: str) -> dict[str, str]:
    """What a reference may point to: titles by id, sorted by title; empty for the sources of the case itself."""
    if target in LISTS:
        found = {id: term.title for id, term in library.term_list(target).items()}
    else:
        found = {entry.id: entry.record.title for entry in library.of_kind(target) if entry.record}
    return dict(sorted(found.items(), key=lambda item: item[1]))


def is_typed(library: Library, field: Asked) -> bool:
    """Whether there are too many terms to choose from in a list."""
    return field.several and len(terms_of(library, field.target)) > _MOST_CHOICES
