"""What of all findings stands in the way of a preview: not what a concept lacks that its page can name as missing."""

import re
from collections.abc import Iterable, Iterator

from ..findings.finding import Finding, Place, Severity
from ..library.library import Entry, Library
from ..library.open_gaps import open_gaps, with_open_gaps
from ..library.previewing import unknown_places
from ..model.parts import Status
from ..reading.tree import Tree

# In bytes, for the file may be no text.
_STORY = re.compile(rb"^#{1,6} ", re.MULTILINE)
_STATUS = re.compile(rb"^[\"']?status[\"']?[ \t]*:?[ \t]*[\"']?([a-z]+)", re.MULTILINE)
# A field that is missing or empty, or a result without a figure. What waits with the words of the template is a warning
# already.
_LACKING = ("KB118", "KB119", "KB412")


def as_preview(library: Library, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as a preview weighs them: what a concept lacks is no error when it has a page all the same.

    What it cannot do without is told in one sentence, instead of field by field.
    """
    concepts = {entry.document.path: with_open_gaps(entry) for entry in library.entries if entry.is_concept}
    kept = frozenset(place for entry in concepts.values() for place in _unknown_places(library, entry))
    return tuple(sorted(set(_weighed(concepts, kept, findings))))


def set_apart(library: Library, tree: Tree, weighed: Iterable[Finding]) -> frozenset[str]:
    """The files of the concepts that still have an error in these findings of `as_preview`: the others are shown.

    One whose fields cannot be read is a concept too when it says so; a mistake in what is published stops all.
    """
    concepts = {entry.document.path for entry in library.entries if entry.is_concept or _says_concept(entry, tree)}
    return frozenset(one.file for one in weighed if one.severity is Severity.ERROR and one.file in concepts)


def _says_concept(entry: Entry, tree: Tree) -> bool:
    """Whether the fields of a file cannot be read, and every line that looks like a status is that of a concept."""
    if entry.document.readable:
        return False
    fields = _STORY.split(tree[entry.document.path].data, maxsplit=1)[0]
    return {found[1] for found in _STATUS.finditer(fields)} == {Status.CONCEPT.value.encode()}


def _unknown_places(library: Library, entry: Entry) -> Iterator[tuple[str, Place]]:
    """Where a concept names places that are in no list: its page does without, and the editor looks them up."""
    for at in unknown_places(library, entry) if entry.record else ():
        yield entry.document.path, entry.document.place(entry.document.span_of(("places", at)))


def _weighed(
    concepts: dict[str, Entry], kept: frozenset[tuple[str, Place]], findings: Iterable[Finding]
) -> Iterator[Finding]:
    """The findings; of the concepts the records are those of `with_open_gaps`, of `kept` places a page does without."""
    for finding in findings:
        entry = concepts.get(finding.file)
        if finding.code == "KB203" and (finding.file, finding.place) in kept:
            yield finding.softened()
        elif entry is None or finding.code not in _LACKING or finding.severity is not Severity.ERROR:
            yield finding
        elif entry.record:
            yield finding.softened()
        else:
            yield _without_page(entry)


def _without_page(entry: Entry) -> Finding:
    message = "dit concept is nog niet als pagina te bekijken"
    hint = f"Nog in te vullen: {', '.join(open_gaps(entry))}."
    return entry.document.found("KB118", entry.document.span_of(()), message, hint)
