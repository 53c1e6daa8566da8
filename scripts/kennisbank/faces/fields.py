"""The fields of each kind of record as rows for the reference page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from ..model.kinds import LISTS
from ..model.shape import choices, example, group_model, refers_to, written


@dataclass(frozen=True)
class FieldRow:
    """One field: its dotted name, whether it must be there, what it holds and an example."""

    name: str
    title: str
    required: bool
    about: str
    choices: tuple[str, ...]
    list_name: str
    example: str
    depth: int


def field_rows(model: type[BaseModel], prefix: str = "", depth: int = 0) -> Iterator[FieldRow]:
    """All fields of a model in order, with the fields of inner groups below their group."""
    for name, field in model.model_fields.items():
        target = refers_to(field)
        shown = example(field)
        yield FieldRow(
            f"{prefix}{name}",
            field.title or name,
            field.is_required(),
            field.description or "",
            tuple(choices(field)),
            target if target in LISTS else "",
            "" if shown is None else written(shown),
            depth,
        )
        inner = group_model(field)
        if inner:
            yield from field_rows(inner, f"{prefix}{name}.", depth + 1)
