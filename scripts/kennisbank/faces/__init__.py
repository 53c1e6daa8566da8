"""Faces of the content model: schemas, templates and field reference, all made from the model itself."""

from importlib.metadata import metadata

from ..library.library import Library
from ..model.kinds import FACES_FOLDER, KINDS
from .issue_form import CHOOSER, FORM, chooser, issue_form
from .report_form import REPORT_FORM, report_form
from .schema import schemas
from .template import new_record


def faces() -> dict[str, str]:
    """The faces that are committed, by path: a test and `kennisbank afgeleid --check` keep them current."""
    made = {f"{FACES_FOLDER}/{name}": text for name, text in schemas().items()}
    for kind in KINDS.values():
        made[f"{FACES_FOLDER}/sjabloon-{kind.label}.txt"] = new_record(kind)
    return made


def forms(library: Library) -> dict[str, str]:
    """The faces that offer the terms of the lists as well, committed and kept current in the same way."""
    addresses = metadata("kennisbank").get_all("Project-URL") or []
    repository = next(address.partition(", ")[2] for address in addresses if address.startswith("Repository, "))
    return {FORM: issue_form(library), CHOOSER: chooser(repository), REPORT_FORM: report_form()}
