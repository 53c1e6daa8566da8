"""Mistakes in the fields in Dutch: what validation found, where it stands, and how to mend it."""

import re

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ..findings.codes import error, says
from ..findings.finding import Edit, Finding, Span, shown
from ..findings.nearest import suggest
from ..model.shape import choices, example, field_at, field_called, model_at, owners_of
from ..reading.document import Document
from ..reading.value_hints import after_comma, items, mend_date, mend_value, no_such_date
from ..reading.yaml_reader import Path
from .place_names import place_named

error(
    "KB117",
    "Onbekend veld",
    "Een veld met een tikfout zou anders ongemerkt niet op de site komen.",
)
error(
    "KB118",
    "Verplicht veld ontbreekt",
    "Zonder dit veld kan de pagina niet worden gemaakt of vergeleken.",
    says(
        "missing",
        "het verplichte veld '{field}'{title} ontbreekt",
        "{about} Schrijf bijvoorbeeld: {field}: {example}",
    ),
)
error(
    "KB119",
    "Veld is leeg",
    "Een leeg veld zegt niets. Vul het in, of haal de regel weg als het niet verplicht is.",
)
error(
    "KB120",
    "Hier hoort iets anders",
    "Tekst, getal en lijst worden anders getoond en geteld. YAML leest 0772, 12:30 of 2016 soms anders dan bedoeld.",
    says("wrong-type", "bij {name} hoort {wanted}, geen {kind}: {written}", "{mend}"),
)
error(
    "KB121",
    "Datum niet te lezen",
    "Een datum staat als jaar-maand-dag, zodat hij in elke taal hetzelfde betekent.",
    says(
        "date",
        "{name}: '{value}' is niet te lezen als datum",
        "Schrijf jaar-maand-dag, zoals 2026-11-24.",
    ),
    says(
        "moment",
        "{name}: '{value}' is niet te lezen als datum",
        "Schrijf jaar-maand-dag, jaar-maand of alleen het jaar, zoals 2026-11.",
    ),
    says(
        "no-such-date",
        "{name}: '{value}' bestaat niet: {why}",
        "Kijk de datum na, en schrijf jaar-maand-dag, zoals 2026-11-24.",
    ),
    says(
        "date-order",
        "de datum '{value}' staat in de verkeerde volgorde",
        "{mend}",
    ),
)
error(
    "KB122",
    "Tekst te lang",
    "Titels en samenvattingen staan ook op kaartjes en in lijsten. Daar is de ruimte beperkt.",
    says(
        "too-long",
        "{name} is te lang: {length} tekens, hoogstens {limit}",
        "Maak het {over} tekens korter.",
    ),
)
error(
    "KB123",
    "Getal buiten de grenzen",
    "Zo'n getal is bijna altijd een tikfout.",
    says(
        "out-of-bounds",
        "{name} is {value}; dat moet {word} {bound} zijn",
        "Een tikfout? Kijk of er een cijfer te veel of te weinig staat.",
    ),
)
error(
    "KB125",
    "Waarde niet toegestaan",
    "Dit veld kent een vaste keuze, zodat lezers kunnen filteren en vergelijken.",
    says("not-allowed", "{name} kan niet '{value}' zijn", "{suggestion}"),
)
error(
    "KB126",
    "Webadres klopt niet",
    "Een bron is pas na te gaan als het adres werkt.",
    says(
        "web-address",
        "{name}: '{value}' is geen volledig webadres",
        "Begin met https:// en laat spaties weg.",
    ),
)
error(
    "KB132",
    "Sleutel klopt niet",
    "Een sleutel wordt een verwijzing in de tekst en een anker op de pagina.",
    says(
        "key-pattern",
        "{name}: '{value}' heeft niet de goede vorm",
        "Gebruik alleen kleine letters, cijfers en streepjes, zoals 'eindrapport-2021'.",
    ),
)


_NOTE_AFTER = re.compile(r":[ \t]+(#[^\n]*\S)")


def empty_field(document: Document, path: Path, base: int = 0) -> Finding:
    """The finding for a field without a value; the first `base` keys of the path are not part of its name."""
    hint = "Vul het in, of verwijder de regel als het veld niet verplicht is."
    key = document.key_span(path)
    if note := _NOTE_AFTER.match(document.text, key.end):
        hint += (
            f" '{shown(note[1])}' staat achter een hekje, en dat leest niemand: hoort het bij dit veld, zet dan "
            "de hele tekst tussen dubbele aanhalingstekens."
        )
    return document.found("KB119", key, f"het veld {place_named(path[base:])} is leeg", hint)


def explain(document: Document, model: type[BaseModel], path: Path, base: int, detail: ErrorDetails) -> Finding:
    """One validation error as a finding."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = place_named(path[base:])
    span = document.span_of(path)
    if kind == "missing":
        return _missing(document, model, path, base)
    if kind == "extra_forbidden":
        owner = model_at(model, path[base:-1])
        hint = (given is None and after_comma(document, path)) or _no_such_field(owner, str(path[-1]))
        return document.found("KB117", document.key_span(path), f"het veld '{path[-1]}' bestaat niet", hint)
    if given is None or given in ("", [], ()):
        return empty_field(document, path, base)
    if kind == "string_too_long":
        limit = int(context.get("max_length", 0))
        length = len(str(given))
        return document.says("too-long", span, name=name, length=length, limit=limit, over=length - limit)
    if kind in ("kb_date", "kb_moment"):
        return _date(document, span, kind, name, str(given))
    if kind in _SIMPLE:
        return document.says(_SIMPLE[kind], span, name=name, value=shown(given))
    if kind in ("enum", "literal_error"):
        field = field_at(model, path[base:])
        hint = suggest(str(given), choices(field) if field else [], "waarden")
        return document.says("not-allowed", span, name=name, value=shown(given), suggestion=hint)
    if kind.startswith(("greater_than", "less_than")):
        bound = next(iter(context.values()), "")
        word = "minstens" if kind.startswith("greater") else "hoogstens"
        return document.says("out-of-bounds", span, name=name, value=shown(given), word=word, bound=bound)
    return _wrong_type(document, path, kind, name, given)


def _date(document: Document, span: Span, kind: str, name: str, given: str) -> Finding:
    if kind == "kb_date" and (mend := mend_date(given)):
        edits = (Edit(span, mend.replacement),)
        return document.says("date-order", span, edits, value=shown(given), mend=mend.hint)
    if why := no_such_date(given):
        return document.says("no-such-date", span, name=name, value=shown(given), why=why)
    return document.says("date" if kind == "kb_date" else "moment", span, name=name, value=shown(given))


_SIMPLE = {
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
    "date_from_datetime_inexact": "een datum",
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
    elif mend := mend_value(wanted, given):
        hint = mend.hint
        edits = (Edit(span, mend.replacement),) if mend.replacement else ()
    elif wanted == "een lijst" and isinstance(given, str):
        hint = f"Zet er rechte haken omheen: [{', '.join(items(given))}]."
    about = {"wanted": wanted, "kind": _kind_of(given), "written": shown(written)}
    return document.says("wrong-type", span, edits, name=name, mend=hint, **about)


def _no_such_field(owner: type[BaseModel] | None, key: str) -> str:
    meant = field_called(owner, key) if owner else ""
    if meant:
        return f"Bedoelde je '{meant}'? Zo heet dit veld in het bestand."
    if owners := owners_of(owner, key) if owner else []:
        names = " of ".join(f"'{name}'" for name in owners)
        return f"Dit hoort bij {names}: zet de regel met spaties ervoor, onder '{owners[0]}:'."
    return suggest(key, owner.model_fields if owner else [], "velden", limit=40)


def _missing(document: Document, model: type[BaseModel], path: Path, base: int) -> Finding:
    """A missing field is reported at the group it should stand in, with its description and an example."""
    field = field_at(model, path[base:])
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
