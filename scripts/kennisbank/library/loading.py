"""Tree to Library: reads every file, sound or not, and gathers the findings of reading and parsing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from ..findings.codes import error, finding, warning
from ..findings.finding import Finding, Place
from ..findings.nearest import slug, suggest
from ..model.kinds import FACES_FOLDER, KINDS, LISTS, LISTS_FOLDER, TermList
from ..model.sharing import with_shared_texts
from ..reading.document import Document
from ..reading.documents import read_document
from ..reading.merges import both_sides_in
from ..reading.tree import Blob, Tree
from .assets import ASSETS_FOLDER, asset_findings
from .file_names import name_findings
from .library import Entry, Library, Page, TermEntry
from .pictures import picture_findings, pictures_in
from .validating import parse_fields

error(
    "KB101",
    "Bestandsnaam klopt niet",
    "De bestandsnaam wordt het webadres. Spaties, hoofdletters en accenten geven adressen die breken bij het delen.",
)
warning(
    "KB133",
    "Onverwacht bestand",
    "In deze map horen alleen tekstbestanden die eindigen op .md. Andere bestanden komen niet op de site.",
)
warning(
    "KB508",
    "Onbekende lijst",
    "Dit bestand hoort bij geen enkel veld; de inhoud wordt niet gebruikt.",
)
error(
    "KB509",
    "Lijst heeft niet de goede vorm",
    "Een lijst bestaat uit termen, elk met een streepje ervoor.",
)

# A file that is met again (in an earlier version of the library, or after another was saved) is not read again, and
# what was worked out of its text stays with it; so nobody may change what is in an entry. More than any library has:
# of fewer, the last read would push out the first, and none would ever be met again.
KEPT = 12_000
Reader = Callable[[Blob], Document]
_GOOD_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
# Folders below docs/ that are not pages of the site.
UNPUBLISHED = ("docs/besluiten", "docs/assets", FACES_FOLDER, LISTS_FOLDER)


@lru_cache(maxsize=KEPT)
def read_once(blob: Blob) -> Document:
    """A file, read when it is first asked for: who checks it and who makes pages of it ask alike."""
    document = read_document(blob)
    # Here, so that the values are not kept once as they were read and once with shared texts.
    return replace(document, data=with_shared_texts(document.data))


def load(tree: Tree, read: Reader = read_once) -> Library:
    """Read all files of a tree into a library, by `read`; nothing raises, what is wrong is in `findings`."""
    entries: list[Entry] = []
    terms: list[TermEntry] = []
    pages: list[Page] = []
    findings: list[Finding] = []
    by_folder = {kind.folder: kind for kind in KINDS.values()}
    by_path = {terms.path: terms for terms in LISTS.values()}
    for path in sorted(tree):
        blob = tree[path]
        folder = str(PurePosixPath(path).parent)
        if blob.problem and path.startswith(("cases", "lessons", "docs")) and not path.endswith((".md", ".yml")):
            findings.extend(read_document(blob).findings)
        elif folder in by_folder and path.endswith(".md"):
            entry, found = _read_entry(blob, by_folder[folder].name, read)
            entries.append(entry)
            findings.extend(found)
        elif folder in by_folder or _is_below(path, ("cases", "lessons", *by_folder)):
            findings.append(_unexpected(path))
        elif path in by_path:
            new, found = _read_list(blob, by_path[path].name, read)
            terms.extend(new)
            findings.extend(found)
        elif folder == LISTS_FOLDER:
            findings.append(_unknown_list(path))
        elif path.endswith(".md") and not _is_below(path, UNPUBLISHED):
            page, found = _read_page(blob, read)
            pages.append(page)
            findings.extend(found)
        elif _is_below(path, (ASSETS_FOLDER, FACES_FOLDER)):
            findings.extend([*asset_findings(blob), *both_sides_in(blob)] or picture_findings(blob))
        elif path.endswith(".md"):
            findings.extend(both_sides_in(blob))
        else:
            findings.append(_loose(path))
    findings.extend(name_findings(tree))
    seen = frozenset(terms.name for terms in LISTS.values() if terms.path in tree)
    return Library(
        tuple(entries), tuple(terms), tuple(pages), frozenset(tree), seen, tuple(findings), pictures=pictures_in(tree)
    )


def forget() -> None:
    """Keep no file any longer, for who has read all that will be asked for."""
    forget_records()
    read_once.cache_clear()


def forget_records() -> None:
    """Keep no record any longer, nor what was worked out of it, but the files as they were read."""
    for kept in (_read_entry, _read_page, _read_list):
        kept.cache_clear()


def _is_below(path: str, folders: tuple[str, ...]) -> bool:
    return path.startswith(tuple(f"{folder}/" for folder in folders))


@lru_cache(maxsize=KEPT)
def _read_entry(blob: Blob, kind_name: str, read: Reader) -> tuple[Entry, tuple[Finding, ...]]:
    kind, document = KINDS[kind_name], read(blob)
    findings = [*document.findings, *_name_findings(blob.path)]
    record = None
    if document.readable:
        parsed = parse_fields(document, kind.model)
        record = parsed.record
        findings.extend(parsed.findings)
    return Entry(kind, PurePosixPath(blob.path).stem, document, record), tuple(findings)


@lru_cache(maxsize=KEPT)
def _read_page(blob: Blob, read: Reader) -> tuple[Page, tuple[Finding, ...]]:
    page = Page(read(blob))
    return page, (*page.document.findings, *_name_findings(blob.path))


def _loose(path: str) -> Finding:
    """A file below docs/ that is neither a page nor an asset."""
    hint = "Zet afbeeldingen en pdf's in docs/assets/. Verwijder het bestand als het hier per ongeluk staat."
    return finding("KB133", path, Place(), f"'{PurePosixPath(path).name}' komt niet op de site", hint)


def _name_findings(path: str) -> Iterator[Finding]:
    name = PurePosixPath(path).name
    for folder in PurePosixPath(path).parts[:-1]:
        if not _GOOD_NAME.fullmatch(f"{folder}.md"):
            hint = f"Gebruik alleen kleine letters, cijfers en streepjes. Bijvoorbeeld: {_good_stem(folder)}."
            yield finding("KB101", path, Place(), f"de naam van de map '{folder}' kan niet", hint)
    if not _GOOD_NAME.fullmatch(name) or len(name) > 63:
        better = _good_stem(PurePosixPath(path).stem)
        hint = f"Gebruik alleen kleine letters, cijfers en streepjes, hoogstens 60 tekens. Bijvoorbeeld: {better}.md."
        yield finding("KB101", path, Place(), f"de bestandsnaam '{name}' kan niet", hint)


def _good_stem(stem: str) -> str:
    """The nearest good name for a file: café Zon becomes cafe-zon."""
    return slug(stem)[:60].strip("-") or "naam"


def _unexpected(path: str) -> Finding:
    """A file that is no record: an error when it was surely meant as one, for it would silently not be published."""
    name = PurePosixPath(path).name
    if re.search(r"\.(md|markdown|txt|docx?|odt|rtf|ya?ml)$", name, re.IGNORECASE):
        folder = next(kind.folder for kind in KINDS.values() if path.startswith(f"{kind.folder}/"))
        stem = _good_stem(re.sub(r"(\.[a-z]{2,8})+$", "", name, flags=re.IGNORECASE))
        hint = f"Zet de tekst in een bestand dat op .md eindigt, direct in de map {folder}: {folder}/{stem}.md."
        return finding("KB101", path, Place(), f"'{name}' komt zo niet op de site", hint)
    hint = "Zet afbeeldingen in docs/assets/. Verwijder het bestand als het hier per ongeluk staat."
    return finding("KB133", path, Place(), f"'{PurePosixPath(path).name}' hoort niet in deze map", hint)


def _unknown_list(path: str) -> Finding:
    hint = suggest(PurePosixPath(path).stem, LISTS, "lijsten")
    return finding("KB508", path, Place(), f"'{PurePosixPath(path).name}' is geen lijst van deze site", hint)


@lru_cache(maxsize=KEPT)
def _read_list(blob: Blob, name: str, read: Reader) -> tuple[tuple[TermEntry, ...], tuple[Finding, ...]]:
    terms = LISTS[name]
    document = read(blob)
    findings = list(document.findings)
    entries: list[TermEntry] = []
    if document.readable and not isinstance(document.data, list):
        hint = "Begin elke term met '- id: naam'."
        findings.append(document.found("KB509", document.span_of(()), "dit is geen lijst met termen", hint))
    elif document.readable and isinstance(document.data, list):
        for index in range(len(document.data)):
            entry, found = _read_term(document, terms, index)
            entries.extend(entry)
            findings.extend(found)
    return tuple(entries), tuple(findings)


def _read_term(document: Document, terms: TermList, index: int) -> tuple[list[TermEntry], tuple[Finding, ...]]:
    parsed = parse_fields(document, terms.model, (index,))
    entry = [TermEntry(terms.name, parsed.record, document, index)] if parsed.record else []
    return entry, parsed.findings
