"""Documents to typed records: every mistake in the fields becomes a Dutch finding at its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..findings.codes import editorial, error, says
from ..findings.finding import Finding
from ..findings.nearest import nearest
from ..model.references import texts
from ..model.shape import field_called
from ..model.sharing import in_little_room
from ..model.types import is_gap
from ..reading.document import Document
from ..reading.yaml_reader import Path
from .explaining import explain

error(
    "KB129",
    "Kop is geen lijst van velden",
    "De kop bestaat uit regels 'naam: waarde'.",
)
editorial(
    "KB317",
    "Nog invullen",
    "Dit is de tekst van het sjabloon. Vul in wat er gevraagd wordt.",
    says(
        "field-to-fill-in",
        "'{name}' is nog niet ingevuld",
        "Vervang deze tekst door je eigen tekst, of verwijder de regel als het veld niet verplicht is.",
    ),
    says(
        "text-to-fill-in",
        "hier staat nog de tekst van het sjabloon: '{value}'",
        "Vervang deze tekst door je eigen tekst.",
    ),
)

# Each is held against all fields there are; who has more of them wrote another kind of file.
_MOST_UNKNOWN = 50
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
    waiting = {(*at, *path): None for path, text in texts(data) if is_gap(text)}
    above = _above(waiting)
    findings = [_to_fill_in(document, path) for path in waiting]
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        details = {(*at, *_as_written(data, detail["loc"])): detail for detail in errors}
        more = _unknown(details)[_MOST_UNKNOWN:]
        if more:
            left = frozenset(more)
            details = {path: detail for path, detail in details.items() if path not in left}
            said = "staat nog 1 veld dat niet bestaat"
            if len(more) > 1:
                said = f"staan nog {len(more)} velden die niet bestaan"
            span, hint = document.key_span(more[0]), "Kijk naar het sjabloon."
            findings.append(document.found("KB117", span, f"vanaf hier {said}", hint))
        echoes = _echoes(details, model)
        for path, detail in details.items():
            at_or_in = path in above or any(path[:length] in waiting for length in range(len(path) + 1))
            if path not in echoes and not at_or_in:
                findings.append(explain(document, model, path, len(at), detail))
        return Parsed(None, tuple(findings))
    in_little_room(record)
    return Parsed(None if waiting else record, tuple(findings))


def _as_written(data: Any, path: Path) -> Path:
    """A place in the record as it is in the file, where a plain text may stand for a whole group."""
    for length, key in enumerate(path):
        if not isinstance(data, dict | list):
            return path[:length]
        found: Any = data
        inside = key in data if isinstance(data, dict) else isinstance(key, int) and key < len(data)
        data = found[key] if inside else {}
    return path


def _echoes(details: dict[Path, ErrorDetails], model: type[BaseModel]) -> set[Path]:
    """The errors that only follow from another one, which alone says enough.

    A group with a mistake inside is itself reported as well, and a misspelt field also counts as a missing one.
    """
    unknown = [str(path[-1]) for path in _unknown(details)]
    unknown += [meant for key in unknown if (meant := field_called(model, key))]
    missing = (path for path, error in details.items() if error["type"] == "missing")
    return _above(details) | {path for path in missing if nearest(str(path[-1]), unknown) is not None}


def _unknown(details: dict[Path, ErrorDetails]) -> list[Path]:
    """The places of the fields that the model does not have."""
    return [path for path, error in details.items() if error["type"] == "extra_forbidden"]


def _above(paths: Iterable[Path]) -> set[Path]:
    """Every place that one of the paths lies inside."""
    return {path[:length] for path in paths for length in range(len(path))}


def _to_fill_in(document: Document, path: Path) -> Finding:
    name = next((str(key) for key in reversed(path) if isinstance(key, str)), "")
    return document.says("field-to-fill-in", document.span_of(path), name=name)
