"""The JSON Schema (draft 2020-12) that the document of the whole library keeps to, made from the content model."""

import json
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from ...faces.schema import DIALECT
from ...model.kinds import KINDS, LISTS
from .release import VERSION, Release
from .whole import SCHEMA, group_of

_TEXT: dict[str, Any] = {"type": "string"}
_IDS: dict[str, Any] = {"type": "array", "items": _TEXT}
_ID = {**_TEXT, "title": "Naam", "description": "De naam in adressen; verandert nooit."}
_URL = {
    **_TEXT,
    "format": "uri-reference",
    "title": "Adres",
    "description": "De pagina op de site: volledig, of ten opzichte van dit bestand.",
}
_BODY = {
    "type": "object",
    "additionalProperties": _TEXT,
    "title": "Tekst",
    "description": "De onderdelen van de pagina, als Markdown. [^x] verwijst naar de bron met sleutel x.",
}
# What must be kept short is for those who write; an address in a text may be longer here than in its file.
_FOR_AUTHORS = ("maxLength", "x-gevraagd", "x-nodig")


def schema(release: Release) -> str:
    """What the document may hold, and what every field means, in Dutch."""
    parts = _for_readers(_definitions())
    for part in parts.values():
        # The descriptions of classes are for programmers; and a document names all its fields, also the empty ones.
        part.pop("description", None)
        if "properties" in part:
            part["required"] = list(part["properties"])
    for kind in KINDS.values():
        _extend(parts[kind.model.__name__], with_places=kind.name == "case")
    head = {"$schema": DIALECT, "$id": release.site.address(SCHEMA)} if release.site.url else {"$schema": DIALECT}
    return json.dumps({**head, **_document(), "$defs": parts}, ensure_ascii=False, indent=2) + "\n"


@cache
def _definitions() -> dict[str, Any]:
    """What the model says of its own parts: the same for every library."""
    models = dict.fromkeys([*(kind.model for kind in KINDS.values()), *(terms.model for terms in LISTS.values())])
    _, made = models_json_schema([(model, "serialization") for model in models])
    return dict(made["$defs"])


def _document() -> dict[str, Any]:
    """The outside: what is said of the set, and where its records and lists stand."""
    properties = {
        "$schema": _TEXT,
        "title": _TEXT,
        "description": _TEXT,
        "version": {"const": VERSION, "title": "Versie van de vorm"},
        "modified": {"type": "string", "format": "date", "title": "Laatst gewijzigd"},
        "fingerprint": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "title": "Vingerafdruk van de inhoud"},
        "licence": _object({"name": _TEXT, "url": {"type": "string", "format": "uri"}}, "Licentie"),
        "attribution": {**_TEXT, "title": "Wie je noemt"},
        **{group_of(kind): _many(kind.model, kind.plural.capitalize()) for kind in KINDS.values()},
        "lists": _object({name: _many(terms.model, terms.plural.capitalize()) for name, terms in LISTS.items()}),
    }
    return _object(properties, "Bibliotheek")


def _object(properties: dict[str, Any], title: str = "Lijsten") -> dict[str, Any]:
    shape = {"type": "object", "title": title, "properties": properties}
    return {**shape, "required": list(properties), "additionalProperties": False}


def _many(model: type, title: str) -> dict[str, Any]:
    return {"type": "array", "title": title, "items": {"$ref": f"#/$defs/{model.__name__}"}}


def _extend(part: dict[str, Any], *, with_places: bool) -> None:
    """A record has an address and a text besides its fields; a case has the places that follow from them."""
    point = {"anyOf": [{"$ref": "#/$defs/Point"}, {"type": "null"}]}
    derived = _object({"provinces": _IDS, "regions": _IDS, "point": point}, "Afgeleid van gemeenten en regio")
    added = {"text": _BODY, **({"derived": derived} if with_places else {})}
    part["properties"] = {"id": _ID, "url": _URL, **part["properties"], **added}
    part["required"] = list(part["properties"])


def _for_readers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _for_readers(item) for key, item in value.items() if key not in _FOR_AUTHORS}
    return [_for_readers(item) for item in value] if isinstance(value, list) else value
