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
    for name, shape in _pointing(model).items():
        if name in data:
            yield from _walk(shape, data[name], (*path, name))


@dataclass(frozen=True)
class _Text:
    """A text that names something in each of these kinds or lists."""

    targets: tuple[str, ...]


@dataclass(frozen=True)
class _List:
    """A list of which each item has a shape that can hold references."""

    item: "_Shape"


# A model is a group of fields; of a tuple any may be meant.
_Shape = _Text | _List | type[BaseModel] | tuple[Any, ...]


@cache
def _pointing(model: type[BaseModel]) -> dict[str, _Shape]:
    """The shapes of the fields that can hold references; the others need no walk."""
    shapes = {name: _shape(field.annotation, tuple(field.metadata)) for name, field in model.model_fields.items()}
    return {name: shape for name, shape in shapes.items() if shape}


def _shape(annotation: Any, metadata: tuple[object, ...]) -> _Shape | None:
    """What a type holds of references; None when that is nothing."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return _shape(inner, (*metadata, *marks))
    if origin in (Union, UnionType):
        options = (_shape(option, metadata) for option in get_args(annotation))
        return tuple(option for option in options if option) or None
    if origin is tuple:
        item = _shape(get_args(annotation)[0], ())
        return _List(item) if item else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if _pointing(annotation) else None
    targets = tuple(mark.target for mark in metadata if isinstance(mark, Refers)) if annotation is str else ()
    return _Text(targets) if targets else None


def _walk(shape: _Shape, value: object, path: Path) -> Iterator[Reference]:
    if isinstance(shape, _Text):
        if isinstance(value, str) and not is_gap(value):
            yield from (Reference(path, target, value) for target in shape.targets)
    elif isinstance(shape, _List):
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _walk(shape.item, item, (*path, index))
    elif isinstance(shape, tuple):
        for option in shape:
            yield from _walk(option, value, path)
    else:
        yield from references(shape, value, path)


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
