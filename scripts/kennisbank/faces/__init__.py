"""Faces of the content model: schemas, templates and field reference, all made from the model itself."""

from ..model.kinds import FACES_FOLDER, KINDS
from .schema import schemas
from .template import new_record


def faces() -> dict[str, str]:
    """The faces that are committed, by path: a test and `kennisbank afgeleid --check` keep them current."""
    made = {f"{FACES_FOLDER}/{name}": text for name, text in schemas().items()}
    for kind in KINDS.values():
        made[f"{FACES_FOLDER}/sjabloon-{kind.label}.txt"] = new_record(kind)
    return made
