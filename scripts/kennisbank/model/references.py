"""Finds the references in raw fields by walking the model's types, so that no field list has to be kept by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from .types import Refers, is_gap

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Reference:
    """A text in front matter that names something else: its place, the kind or list it points into, the name."""

    path: Path
    target: str
    value: str


def references(model: type[BaseModel], data: object, path: Path = ()) -> Iterator[Reference]:
    """All references in the raw fields of `model`; what is of the wrong type or not filled in is passed over."""
    if not isinstance(data, dict):
        return
    for name, (annotation, metadata) in _pointing(model).items():
        if name in data:
            yield from _walk(annotation, metadata, data[name], (*path, name))


@cache
def _pointing(model: type[BaseModel]) -> dict[str, tuple[Any, tuple[object, ...]]]:
    """The types of the fields that can hold references; the others need no walk."""
    fields = {name: (field.annotation, tuple(field.metadata)) for name, field in model.model_fields.items()}
    return {name: types for name, types in fields.items() if _can_point(*types)}


def _can_point(annotation: Any, metadata: tuple[object, ...]) -> bool:
    if any(isinstance(mark, Refers) for mark in metadata):
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_pointing(annotation))
    inner, marks = get_args(annotation), tuple(getattr(annotation, "__metadata__", ()))
    return any(_can_point(option, marks) for option in inner if option is not Ellipsis)


def _walk(annotation: Any, metadata: tuple[object, ...], value: object, path: Path) -> Iterator[Reference]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        yield from _walk(inner, (*metadata, *marks), value, path)
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _walk(option, metadata, value, path)
    elif origin is tuple:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _walk(get_args(annotation)[0], (), item, (*path, index))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from references(annotation, value, path)
    elif annotation is str and isinstance(value, str) and not is_gap(value):
        yield from (Reference(path, mark.target, value) for mark in metadata if isinstance(mark, Refers))


def texts(data: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """All texts in raw fields, with their paths; they may carry citations and links."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, (dict, list)):
        for key, item in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(item, str):
                yield (*path, key), item
            elif isinstance(item, (dict, list)):
                yield from texts(item, (*path, key))
