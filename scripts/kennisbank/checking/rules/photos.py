"""The photo of a case: that it is there, and that its text says what is seen."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...findings.codes import editorial, finding, warning
from ...findings.finding import Finding, Place
from ...findings.nearest import suggest
from ...library.library import Library
from ...library.pictures import is_photo
from ...model.photos import FOLDER
from ..rule import local_rule, rule
from .prose import shows_nothing


@rule(
    editorial(
        "KB219",
        "Foto die er niet is",
        "De pagina zou een leeg vak tonen op de plaats van de foto.",
    ),
)
def missing_photo(library: Library) -> Iterator[Finding]:
    """A case that names a photo that is nowhere; one that is there but cannot be shown is told at the file itself."""
    there = [PurePosixPath(path).name for path in library.files if is_photo(path)]
    for id, case in library.cases.items():
        if case.photo and case.photo.file not in there:
            document = library.entry("case", id).document
            hint = suggest(case.photo.file, there, "foto's") if there else f"Zet het bestand in {FOLDER}."
            message = f"de foto '{case.photo.file}' staat niet in {FOLDER}"
            yield document.found("KB219", document.span_of(("photo", "file")), message, hint)


@rule(
    warning(
        "KB220",
        "Foto die op geen pagina staat",
        "Het bestand gaat met de kennisbank mee, maar geen lezer ziet het.",
    ),
)
def unused_photo(library: Library) -> Iterator[Finding]:
    """A photo that no case names; not told as long as some case cannot be read."""
    if all(entry.record for entry in library.of_kind("case")):
        used = {f"{FOLDER}/{case.photo.file}" for case in library.cases.values() if case.photo}
        for path in sorted(path for path in library.files if is_photo(path) and path not in used):
            message = f"'{PurePosixPath(path).name}' hoort bij geen enkele case"
            yield finding("KB220", path, Place(), message, "Noem hem bij 'photo' in de case, of verwijder het bestand.")


@local_rule("KB309")
def photo_without_description(library: Library) -> Iterator[Finding]:
    """A photo whose text does not say what is seen."""
    for id, case in library.cases.items():
        if case.photo and shows_nothing(case.photo.alt.strip()):
            document = library.entry("case", id).document
            message = f"de beschrijving '{case.photo.alt}' zegt niet wat er te zien is"
            hint = "Schrijf wat de lezer moet weten. Bijvoorbeeld: alt: Zonnepanelen op het dak van een sporthal."
            yield document.found("KB309", document.span_of(("photo", "alt")), message, hint)
