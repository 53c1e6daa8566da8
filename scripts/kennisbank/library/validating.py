"""Documents to typed records: every mistake in the fields becomes a Dutch finding at its place."""

import re
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..findings.finding import Edit, Finding, shown
from ..findings.nearest import nearest, suggest
from ..model.references import texts
from ..model.shape import choices, example, inner_model
from ..model.types import PLACEHOLDER
from ..reading.document import Document
from ..reading.value_hints import mend_date, mend_number
from ..reading.yaml_reader import Path

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Parsed(Generic[Model]):
    """The record, when it is sound, and the findings met on the way."""

    record: Model | None
    findings: tuple[Finding, ...]


def parse_fields(document: Document, model: type[Model], at: Path = ()) -> Parsed[Model]:
    """Validate the fields at path `at` of a document against a model."""
    data: Any = document.data
    for key in at:
        data = data[key]
    if not isinstance(data, dict):
        message = "hier horen velden te staan, elk als 'naam: waarde'"
        return Parsed(None, (document.found("KB129", document.span_of(at), message, "Kijk naar het sjabloon."),))
    waiting = [(*at, *path) for path, text in texts(data) if text.startswith(PLACEHOLDER)]
    findings = [_to_fill_in(document, path) for path in waiting]
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        details = {(*at, *detail["loc"]): detail for detail in error.errors(include_url=False)}
        for path, detail in details.items():
            if not _is_echo(path, details) and not any(_overlap(path, place) for place in waiting):
                findings.append(_explain(document, model, path, len(at), detail))
        return Parsed(None, tuple(findings))
    return Parsed(None if waiting else record, tuple(findings))


def empty_field(document: Document, path: Path, base: int = 0) -> Finding:
    """The finding for a field without a value; the first `base` keys of the path are not part of its name."""
    hint = "Vul het in, of verwijder de regel als het veld niet verplicht is."
    return document.found("KB119", document.key_span(path), f"het veld {_name(path[base:])} is leeg", hint)


def _is_echo(path: Path, details: dict[Path, ErrorDetails]) -> bool:
    """Whether an error only follows from another one, which alone says enough.

    A group with a mistake inside is itself reported as well, and a misspelt field also counts as a missing one.
    """
    if any(len(other) > len(path) and _overlap(path, other) for other in details):
        return True
    unknown = [str(key[-1]) for key, other in details.items() if other["type"] == "extra_forbidden"]
    return details[path]["type"] == "missing" and nearest(str(path[-1]), unknown) is not None


def _overlap(one: Path, other: Path) -> bool:
    """Whether one path lies at or inside the other."""
    shortest = min(len(one), len(other))
    return one[:shortest] == other[:shortest]


def _to_fill_in(document: Document, path: Path) -> Finding:
    name = next((str(key) for key in reversed(path) if isinstance(key, str)), "")
    return document.says("field-to-fill-in", document.span_of(path), name=name)


def _explain(document: Document, model: type[BaseModel], path: Path, base: int, detail: ErrorDetails) -> Finding:
    """One validation error as a finding."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = _name(path[base:])
    span = document.span_of(path)
    if kind == "missing":
        return _missing(document, model, path, base)
    if kind == "extra_forbidden":
        owner = _model_at(model, path[base:-1])
        hint = suggest(str(path[-1]), owner.model_fields if owner else [], "velden", limit=40)
        return document.found("KB117", document.key_span(path), f"het veld '{path[-1]}' bestaat niet", hint)
    if given is None or given in ("", [], ()):
        return empty_field(document, path, base)
    if kind == "string_too_long":
        limit = int(context.get("max_length", 0))
        length = len(str(given))
        return document.says("too-long", span, name=name, length=length, limit=limit, over=length - limit)
    if kind == "kb_date" and (mend := mend_date(str(given))):
        edits = (Edit(span, mend.replacement),)
        return document.says("date-order", span, edits, value=shown(given), mend=mend.hint)
    if kind in _SIMPLE:
        return document.says(_SIMPLE[kind], span, name=name, value=shown(given))
    if kind in ("enum", "literal_error"):
        field = _field_at(model, path[base:])
        hint = suggest(str(given), choices(field) if field else [], "waarden")
        return document.says("not-allowed", span, name=name, value=shown(given), suggestion=hint)
    if kind.startswith(("greater_than", "less_than")):
        bound = next(iter(context.values()), "")
        word = "minstens" if kind.startswith("greater") else "hoogstens"
        return document.says("out-of-bounds", span, name=name, value=shown(given), word=word, bound=bound)
    return _wrong_type(document, path, kind, name, given)


_SIMPLE = {
    "kb_date": "date",
    "date_type": "date",
    "kb_url": "web-address",
    "string_pattern_mismatch": "key-pattern",
}

TYPES = {
    "string_type": "tekst",
    "int_type": "een heel getal",
    "int_from_float": "een heel getal",
    "float_type": "een getal",
    "bool_type": "true of false",
    "tuple_type": "een lijst",
    "list_type": "een lijst",
    "model_type": "een groep velden",
    "dict_type": "een groep velden",
}


LOOK_IT_UP = "Kijk in het sjabloon hoe dit veld eruitziet."


def _wrong_type(document: Document, path: Path, kind: str, name: str, given: object) -> Finding:
    wanted = TYPES.get(kind, "een andere waarde")
    span = document.span_of(path)
    written = document.text[span.start : span.end]
    edits: tuple[Edit, ...] = ()
    hint = LOOK_IT_UP
    if kind == "string_type" and isinstance(given, (int, float)):
        hint = f'Zet er aanhalingstekens omheen: "{written}".'
        edits = (Edit(span, f'"{written}"'),)
    elif wanted.endswith("getal") and isinstance(given, str):
        mend = mend_number(given)
        hint = mend.hint
        edits = (Edit(span, mend.replacement),) if mend.replacement else ()
    elif wanted == "een lijst" and isinstance(given, str):
        hint = f"Zet er rechte haken omheen: [{written}]."
    about = {"wanted": wanted, "kind": _kind_of(given), "written": shown(written)}
    return document.says("wrong-type", span, edits, name=name, mend=hint, **about)


def _missing(document: Document, model: type[BaseModel], path: Path, base: int) -> Finding:
    """A missing field is reported at the group it should stand in, with its description and an example."""
    field = _field_at(model, path[base:])
    title = f" ({field.title})" if field and field.title else ""
    sample = example_text(example(field)) if field and field.examples else "…"
    about = field.description if field and field.description else ""
    parent = path[:-1]
    span = document.span_of(parent) if parent else document.span_of(("title",))
    return document.says("missing", span, field=path[-1], title=title, about=about, example=sample)


def example_text(value: object) -> str:
    """An example as it may be typed in YAML."""
    if isinstance(value, list):
        return f"[{', '.join(example_text(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {example_text(item)}" for key, item in value.items()) + "}"
    text = str(value)
    return f'"{text}"' if isinstance(value, str) and re.search(r"[^\w-]", text) and len(text) != 10 else text


def _kind_of(given: object) -> str:
    kinds = ((bool, "ja/nee-waarde"), ((int, float), "getal"), (str, "tekst"), (list, "lijst"), (dict, "groep velden"))
    return next((name for types, name in kinds if isinstance(given, types)), "waarde")


def _name(path: Path) -> str:
    """A path as people read it: 'bron 2, url' instead of sources.1.url."""
    keys = [f"nummer {key + 1}" if isinstance(key, int) else f"'{key}'" for key in path]
    return " van ".join(reversed(keys)) if keys else "dit bestand"


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the group at a path."""
    current: type[BaseModel] | None = model
    for key in path:
        if isinstance(key, str) and current is not None:
            field = current.model_fields.get(key)
            current = inner_model(field) if field else None
    return current


def _field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """The field at a path; the place in a list does not count."""
    names = [key for key in path if isinstance(key, str)]
    owner = _model_at(model, path[: path.index(names[-1])]) if names else None
    return owner.model_fields.get(names[-1]) if owner else None
