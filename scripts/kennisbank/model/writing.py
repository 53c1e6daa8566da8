"""How the text in a field is written: read from the marks on its type, so that no field list is kept by hand."""

from functools import lru_cache

from pydantic import BaseModel

from .references import Path
from .shape import group_model, marks
from .types import Writing


def writing_at(model: type[BaseModel], path: Path) -> frozenset[Writing]:
    """The marks of a place in raw fields and of all it stands in; none for Markdown and for what is no field."""
    return _writing(model, names_in(path))


def names_in(path: Path) -> tuple[str, ...]:
    """The names of fields in a path, without the places in lists."""
    return tuple([name for name in path if isinstance(name, str)])


@lru_cache(maxsize=1_000)
def _writing(model: type[BaseModel], names: tuple[str, ...]) -> frozenset[Writing]:
    field = model.model_fields.get(names[0]) if names else None
    if field is None:
        return frozenset()
    own = frozenset(mark for mark in marks(field) if isinstance(mark, Writing))
    group = group_model(field)
    return own | _writing(group, names[1:]) if group else own
