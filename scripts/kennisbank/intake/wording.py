"""What the checker says of a draft, in the words of whoever filled in a table or a form: they see no keys of a file."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pydantic import BaseModel

from ..findings.finding import Finding
from ..model.kinds import KINDS
from ..model.shape import group_model
from .form import bare_questions

_QUOTED = re.compile(r"'([a-z_]+)'")
_NOT_ALLOWED = "KB125"


def in_their_words(finding: Finding) -> Finding:
    """The finding with its field as people see it, and behind an answer that cannot be given those that can."""
    key = _QUOTED.search(finding.message)
    if not key or key[1] not in _CALLED:
        return finding
    message = finding.message.replace(key[0], f"'{_CALLED[key[1]]}'", 1)
    choices = [choice.title for one in bare_questions() if one.name == key[1] for choice in one.choices]
    if finding.code != _NOT_ALLOWED or not choices:
        return replace(finding, message=message)
    return replace(finding, message=f"{message}; kies uit: {', '.join(choices)}", hint="")


def _titles(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Every field with its title; those of the case itself come last, and go before others of that name."""
    for field in model.model_fields.values():
        inner = group_model(field)
        if inner:
            yield from _titles(inner)
    yield from ((name, field.title or name) for name, field in model.model_fields.items())


_CALLED = dict(_titles(KINDS["case"].model))
