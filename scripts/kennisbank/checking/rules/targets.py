"""What the links in a library point to: shared by the rules about links."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...findings.nearest import nearest, slug
from ...library.addresses import Target, resolve
from ...library.file_names import same_name
from ...library.library import Entry, Library, Page, TermEntry
from ...library.loading import UNPUBLISHED
from ...library.passages import Passage
from ...model.kinds import KINDS, Kind
from ...model.terms import FormerMunicipality
from ...reading.document import Document
from ...reading.prose import Link
from . import raw

_LOOKS_LIKE_ADDRESS = re.compile(r"(?:www\.|[\w-]+\.(?:nl|com|org|eu|net|info)(?:/|$))", re.IGNORECASE)


@dataclass(frozen=True)
class Pointer:
    """A link or image in a passage, and what it points to."""

    source: Entry | Page | TermEntry
    passage: Passage
    link: Link
    target: Target

    @property
    def path(self) -> str:
        """The file that holds the link."""
        return self.passage.document.path


def pointers(library: Library) -> tuple[Pointer, ...]:
    """Every link and image in the records, the hand-written pages and the terms."""
    return library.once(_pointers)


def _pointers(library: Library) -> tuple[Pointer, ...]:
    return tuple(_found_in(library))


def _found_in(library: Library) -> Iterator[Pointer]:
    for source in (*sources(library), *library.terms):
        for passage in source.each_passage():
            for link in passage.prose.links:
                target = resolve(library, passage.document.path, link.target)
                if target.kind in ("missing", "outside") and _LOOKS_LIKE_ADDRESS.match(link.target):
                    target = Target("invalid", link.target)
                yield Pointer(source, passage, link, target)


def sources(library: Library) -> tuple[Entry | Page, ...]:
    """Every file with a body: the records and the hand-written pages."""
    return (*library.entries, *library.pages)


def passages(library: Library) -> Iterator[Passage]:
    """Every stretch of Markdown in the library."""
    for source in (*sources(library), *library.terms):
        yield from source.passages


def field_documents(library: Library) -> list[Document]:
    """The files with structured fields, each once: the records and the lists, sorted by path."""
    return library.once(_field_documents)


def _field_documents(library: Library) -> list[Document]:
    documents = {entry.document.path: entry.document for entry in library.entries}
    documents |= {term.document.path: term.document for term in library.terms}
    return [documents[path] for path in sorted(documents)]


def documents_by_path(library: Library) -> dict[str, Entry | Page]:
    """The records and hand-written pages by path."""
    return library.once(_documents_by_path)


def _documents_by_path(library: Library) -> dict[str, Entry | Page]:
    table: dict[str, Entry | Page] = {entry.document.path: entry for entry in library.entries}
    return {**table, **{page.path: page for page in library.pages}}


def is_on_site(target: Target) -> bool:
    """Whether a file that exists also comes on the site."""
    if target.kind == "file":
        return target.path.startswith("docs/assets/")
    return not target.path.startswith(tuple(f"{folder}/" for folder in UNPUBLISHED))


def better_path(library: Library, source: str, wanted: str) -> str:
    """The file an author most likely meant by the path `wanted`, as a link from `source`; empty for none."""
    for kind in KINDS.values():
        if wanted.rstrip("/") in (kind.folder, kind.url):
            return f"site:{kind.url}/"
    folder, name = posixpath.split(wanted.rstrip("/"))
    linkable = sorted(path for path in library.files if _is_linkable(path))
    nearby = {posixpath.basename(path): path for path in linkable if posixpath.dirname(path) == folder}
    anywhere = {posixpath.basename(path): path for path in linkable}
    found = _renamed(library, folder, name) or _pick(name, nearby)
    meant = _kind_meant(wanted)
    if not found and meant:
        # A name that is like one of another kind is not what was meant, the same name may be.
        alike = {name: path for name, path in anywhere.items() if posixpath.dirname(path) == meant.folder}
        found = _pick(name, alike) or _same(name, anywhere)
    elif not found:
        found = _pick(name, anywhere)
    return posixpath.relpath(found, posixpath.dirname(source)) if found else ""


def _kind_meant(wanted: str) -> Kind | None:
    """Of which kind the record is that a path leads to: it has the folder of that kind, or its place on the site."""
    folder = f"/{posixpath.dirname(wanted.rstrip('/')).strip('/')}"
    return next((kind for kind in KINDS.values() if folder.endswith((f"/{kind.folder}", f"/{kind.url}"))), None)


def how_to_link(pointer: Pointer) -> str:
    """How to write a link that leads out of the folders, when nobody knows to which file."""
    kind = _kind_meant(pointer.target.path)
    if not kind:
        return "Gebruik het adres op internet, dat begint met https://."
    path = posixpath.relpath(f"{kind.folder}/naam.md", posixpath.dirname(pointer.path))
    how = f"Een link naar een {kind.label} schrijf je hier als '{path}'."
    return f"{how} Kijk in de map '{kind.folder}' hoe het bestand heet."


def by_title(library: Library) -> dict[tuple[str, str], str]:
    """The records by their kind and their title as a name, for who writes that where an id belongs."""
    return {(one.kind.name, slug(one.record.title)): one.id for one in library.entries if one.record}


def _is_linkable(path: str) -> bool:
    return is_on_site(Target("page" if path.endswith(".md") else "file", path))


def renamed(library: Library, kind: Kind, name: str) -> Entry | None:
    """The record of a kind that used to have this name."""
    return library.once(_by_old_name).get((kind.folder, name))


def _by_old_name(library: Library) -> dict[tuple[str, str], Entry]:
    """The records by a name that they alone used to have; of two with one name nobody can tell which was meant."""
    owners: dict[tuple[str, str], list[Entry]] = {}
    for entry in library.entries:
        for name in set(aliases_of(entry.document)):
            owners.setdefault((entry.kind.folder, name), []).append(entry)
    return {name: entries[0] for name, entries in owners.items() if len(entries) == 1}


def renamed_link(library: Library, pointer: Pointer) -> str:
    """The link to the record that used to have the name in a link; empty when none had, or it is written otherwise."""
    place = pointer.passage.span_in_file(pointer.link.target_span)
    written = pointer.passage.document.text[place.start : place.end]
    found = _renamed(library, *posixpath.split(pointer.target.path.rstrip("/")))
    if not found or written != pointer.link.target:
        return ""
    _, mark, anchor = written.partition("#")
    return f"{posixpath.relpath(found, posixpath.dirname(pointer.path))}{mark}{anchor}"


def _renamed(library: Library, folder: str, name: str) -> str:
    entry = library.once(_by_old_name).get((folder, name.removesuffix(".md")))
    return entry.document.path if entry else ""


def _pick(name: str, options: dict[str, str]) -> str:
    if found := _same(name, options):
        return found
    close = nearest(name if "." in name else f"{name}.md", options)
    return options[close] if close else _longer(name, options)


def _same(name: str, options: dict[str, str]) -> str:
    folded = {same_name(option): option for option in options}
    names = (same_name(name), same_name(f"{name}.md"))
    return next((options[folded[guess]] for guess in names if guess in folded), "")


def _longer(name: str, options: dict[str, str]) -> str:
    """The only one whose name has this in it as whole words."""
    words = f"-{name.removesuffix('.md').casefold()}-"
    found = [path for option, path in options.items() if words in f"-{option.removesuffix('.md').casefold()}-"]
    return found[0] if len(found) == 1 else ""


def aliases_of(document: Document) -> list[str]:
    """The old names in the raw fields of a record."""
    aliases = raw.field(document, "aliases")
    return [alias for alias in aliases if isinstance(alias, str)] if isinstance(aliases, list) else []


def all_of(library: Library, ids: Sequence[str]) -> str:
    """Municipalities by their names."""
    towns = library.municipalities
    return " en ".join(towns[id].title if id in towns else id for id in ids)


def where_now(library: Library, former: FormerMunicipality) -> str:
    """In which municipalities one that is no more lies, by their names; and what to write where there is a choice."""
    names = all_of(library, former.now)
    ids = "' of '".join(former.now)
    return f"Die ligt sinds {former.ended} in {names}." + (f" Schrijf '{ids}'." if len(former.now) > 1 else "")
