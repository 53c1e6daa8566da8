"""Questions about the shape of a field, answered from its type: the one place that reads annotations."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from ..findings.nearest import slug
from .types import Refers, Shorthand


def _parts(annotation: Any) -> Iterator[Any]:
    """A type and everything inside it."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def marks(field: FieldInfo) -> tuple[object, ...]:
    """What the types of a field are marked with, its own and those inside it."""
    inner = (mark for part in _parts(field.annotation) for mark in getattr(part, "__metadata__", ()))
    return (*field.metadata, *inner)


def inner_model(field: FieldInfo) -> type[BaseModel] | None:
    """The model of the group, or of the groups in the list, that a field holds; None for a plain value.

    A group that may be written as a plain text counts as one: that is how people are asked for it.
    """
    return None if _has_shorthand(field) else group_model(field)


def group_model(field: FieldInfo) -> type[BaseModel] | None:
    """The same, but also for a group that may be written as a plain text."""
    parts = _parts(field.annotation)
    return next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)


def _has_shorthand(field: FieldInfo) -> bool:
    return any(isinstance(mark, Shorthand) for mark in marks(field))


def field_called(model: type[BaseModel], words: str) -> str:
    """The field of a model that people call by its Dutch name, or by the first word of it that no other has.

    Empty when there is none.
    """
    asked, titles = slug(words), {name: slug(field.title or name) for name, field in model.model_fields.items()}
    whole = [name for name, title in titles.items() if asked == title or asked in _also(model.model_fields[name])]
    begun = [name for name, title in titles.items() if asked == title.partition("-")[0]]
    return whole[0] if whole else begun[0] if len(begun) == 1 else ""


def _also(field: FieldInfo) -> list[str]:
    """What else people call a field."""
    extra = field.json_schema_extra
    found = extra.get("x-ook", []) if isinstance(extra, dict) else []
    return [str(one) for one in found] if isinstance(found, list) else []


def owners_of(model: type[BaseModel], name: str) -> list[str]:
    """The fields of a model that hold a group with a field of this name."""
    groups = {own: group_model(field) for own, field in model.model_fields.items()}
    return [own for own, group in groups.items() if group and name in group.model_fields]


def model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    """The model of the group at a path; None when there is no such group."""
    current: type[BaseModel] | None = model
    for key in path:
        if isinstance(key, str) and current is not None:
            field = current.model_fields.get(key)
            current = group_model(field) if field else None
    return current


def field_at(model: type[BaseModel], path: Sequence[str | int]) -> FieldInfo | None:
    """The field at a path, of which the places in a list do not count; None when there is no such field."""
    names = [key for key in path if isinstance(key, str)]
    owner = model_at(model, path[: path.index(names[-1])]) if names else None
    return owner.model_fields.get(names[-1]) if owner else None


def choices(field: FieldInfo) -> list[str]:
    """The fixed values a field may have; empty when it is free."""
    parts = (part for part in _parts(field.annotation) if isinstance(part, type) and issubclass(part, Enum))
    return [str(item) for part in parts for item in part]


def is_text(field: FieldInfo) -> bool:
    """Whether people write a field in words of their own: no number, date, address, name of a list or other pattern."""
    found = marks(field)
    if choices(field) or refers_to(field) or any(isinstance(mark, BeforeValidator) for mark in found):
        return False
    every = (*found, *(inner for mark in found if isinstance(mark, FieldInfo) for inner in mark.metadata))
    if any(getattr(mark, "pattern", None) for mark in every):
        return False
    return _has_shorthand(field) or (
        group_model(field) is None and any(part is str for part in _parts(field.annotation))
    )


def is_list(field: FieldInfo) -> bool:
    """Whether a field holds several values."""
    return any(part is tuple or getattr(part, "__origin__", None) is tuple for part in _parts(field.annotation))


def refers_to(field: FieldInfo) -> str:
    """The kind of record or list a field points into; empty when it is no reference."""
    return next((mark.target for mark in marks(field) if isinstance(mark, Refers)), "")


def is_wanted(field: FieldInfo) -> bool:
    """Whether the template should ask for the field: required, needed before publication, or just wanted."""
    extra = field.json_schema_extra
    return field.is_required() or (isinstance(extra, dict) and bool(extra.get("x-gevraagd")))


def needed_unless(field: FieldInfo) -> list[str] | None:
    """The fields of which one will do as well for publication; None when the checker never asks for this one."""
    extra = field.json_schema_extra
    others = extra.get("x-nodig") if isinstance(extra, dict) else None
    return [str(name) for name in others] if isinstance(others, list) else None


def example(field: FieldInfo) -> Any:
    """The first example of a field, or None."""
    return field.examples[0] if field.examples else None


def written(value: object) -> str:
    """A value as one would write it in YAML."""
    if isinstance(value, list):
        return f"[{', '.join(written(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    return str(value).lower() if isinstance(value, bool) else str(value)
