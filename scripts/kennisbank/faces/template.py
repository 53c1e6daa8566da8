"""The template for a new record: every field with its explanation, to be filled in."""

import re
from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model.kinds import Kind
from ..model.shape import choices, example, group_model, inner_model, is_list, is_wanted, needed_unless, written
from ..model.types import PLACEHOLDER
from ..reading.marks import CITATION

_UNMARKED = (
    "# Zonder haakjes achter de naam is een veld nodig voor publicatie (binnen een groep: als je de groep gebruikt),"
    " net als elk onderdeel met ##."
)


def new_record(kind: Kind) -> str:
    """A Markdown file for a new record of a kind, with `VUL IN` where something is asked."""
    fields = kind.model.model_fields
    asked = [line for name, field in fields.items() if is_wanted(field) for line in _field(name, field, kind.model)]
    optional = [
        line for name, field in fields.items() if not is_wanted(field) for line in _field(name, field, kind.model)
    ]
    about = "# Niet verplicht. Haal het hekje (#) weg voor de regels die je wilt gebruiken."
    commented = [line if line.startswith("#") else f"#{line}" for line in optional]
    lines = ["---", _UNMARKED, *asked, "", about, *commented, "---", ""]
    for section in kind.sections:
        lines += [f"## {section}", "", f"{PLACEHOLDER}: schrijf hier een paar korte alinea's.", ""]
    return "\n".join(lines)


def short_record(kind: Kind) -> str:
    """The same with only what is asked: short enough to travel in an address."""
    text = new_record(kind)
    start, end = text.index("\n# Niet verplicht."), text.index("\n---\n", 4)
    return f"{text[:start].rstrip()}{text[end:]}"


def _group(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield from _field(name, field, model)


def _needed(field: FieldInfo, model: type[BaseModel]) -> str:
    """What stands behind the title: whether the checker asks for the field, and what else will do."""
    others = needed_unless(field)
    if field.is_required():
        return ""
    if others is None:
        return " (aangeraden)" if is_wanted(field) else " (niet verplicht)"
    titles = " of ".join(model.model_fields[name].title or name for name in others)
    return f" (nodig voor publicatie, tenzij je {titles} invult)" if titles else " (nodig voor publicatie)"


def _field(name: str, field: FieldInfo, model: type[BaseModel]) -> Iterator[str]:
    title = (field.title or name).rstrip("?")
    yield f"# {title}{_needed(field, model)}: {field.description}"
    inner = inner_model(field)
    group = group_model(field)
    if group and not inner:
        parts = {part: example(about) for part, about in group.model_fields.items()}
        yield f"# Elke regel mag ook een groep zijn: {written(parts)}."
    if name == "status":
        yield f"{name}: concept"
    elif inner and is_list(field):
        yield f"{name}:"
        first, second, *rest = _group(inner)
        yield from (f"  {first}", f"  - {second}", *(f"    {line}" for line in rest))
    elif inner:
        yield f"{name}:"
        yield from (f"  {line}" for line in _group(inner))
    else:
        asked = ", ".join(_asks(field))
        yield f"{name}: [{asked}]" if is_list(field) else f"{name}: {asked}"


def _asks(field: FieldInfo) -> Iterator[str]:
    """What to fill in: one text, or one for each item of the example."""
    options = choices(field)
    shown = example(field)
    if options:
        yield f'"{PLACEHOLDER}: kies uit {", ".join(options)}"'
    elif shown is None:
        yield f'"{PLACEHOLDER}"'
    else:
        yield from (_ask(item) for item in (shown if isinstance(shown, list) else [shown]))


def _ask(shown: object) -> str:
    """Quoted for a text, bare for a number or date: so what is filled in is of the right kind."""
    text = CITATION.sub("", written(shown)).replace('"', "'")
    is_bare = not isinstance(shown, str) or re.fullmatch(r"\d{4}-\d{2}-\d{2}", shown)
    return f"{PLACEHOLDER}, bijvoorbeeld {text}" if is_bare else f'"{PLACEHOLDER}, bijvoorbeeld: {text}"'
