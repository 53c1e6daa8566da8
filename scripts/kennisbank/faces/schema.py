"""The JSON Schema of each kind of record and list, in Dutch, made from the model."""

import json
from typing import Any

from ..model.kinds import KINDS, LISTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name to text: one schema per kind of record and per list."""
    made = {f"{kind.name}.schema.json": _schema(kind.model, kind.label) for kind in KINDS.values()}
    for terms in LISTS.values():
        made[f"{terms.name}.schema.json"] = _schema(terms.model, terms.label, many=True)
    return made


def _schema(model: Any, title: str, *, many: bool = False) -> str:
    schema = model.model_json_schema(ref_template="#/$defs/{model}")
    inner = schema.pop("$defs", {})
    for part in (schema, *inner.values()):
        # The descriptions of classes are for programmers; those of fields are for contributors.
        part.pop("description", None)
    definitions = {"$defs": inner} if inner else {}
    body = {"type": "array", "items": schema} if many else schema
    return json.dumps({"$schema": DIALECT, **body, "title": title, **definitions}, ensure_ascii=False, indent=2) + "\n"
