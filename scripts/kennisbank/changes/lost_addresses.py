"""Addresses that readers may have kept and that will lead nowhere: a page is gone, or an old name of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..checking.baseline import moved_files
from ..checking.rules.targets import aliases_of
from ..library.entries import Entry
from ..library.loading import load
from ..reading.tree import Tree


@dataclass(frozen=True)
class LostAddress:
    """Addresses that were of one page; `add` is the line that keeps them when it stands in the file at `path`.

    Without that line nobody can tell where their readers should go: the page itself is gone from the site.
    """

    path: str
    addresses: tuple[str, ...]
    add: str = ""

    @property
    def told(self) -> str:
        """What is lost, as a sentence."""
        names = " en ".join(self.addresses)
        return f"het adres {names} werkt" if len(self.addresses) == 1 else f"de adressen {names} werken"


def lost_addresses(before: Tree, after: Tree) -> tuple[LostAddress, ...]:
    """The addresses of pages in `before` that have no page in `after`, and lead to none either."""
    # What did not change has the names that it had.
    old = {path: blob for path, blob in before.items() if after.get(path) != blob}
    new = {path: blob for path, blob in after.items() if before.get(path) != blob}
    entries = {entry.document.path: entry for entry in load(new).entries}
    now = {path: path for path in old} | {was: path for path, was in moved_files(old, new).items()}
    kept = {name for entry in entries.values() if not entry.is_concept for name in _addresses(entry)}
    return tuple(
        lost
        for entry in load(old).entries
        if entry.record and not entry.is_concept
        for lost in _lost(entry, entries.get(now.get(entry.document.path, "")), kept)
    )


def _lost(was: Entry, now: Entry | None, kept: set[str]) -> Iterator[LostAddress]:
    """What one page loses; of a file that cannot be read nobody knows."""
    gone = {address: name for address, name in _addresses(was).items() if address not in kept}
    if not gone or (now and not now.document.readable):
        return
    if now is None or now.is_concept:
        yield LostAddress(was.document.path, tuple(gone))
    else:
        names = ", ".join([*aliases_of(now.document), *gone.values()])
        yield LostAddress(now.document.path, tuple(gone), f"aliases: [{names}]")


def _addresses(entry: Entry) -> dict[str, str]:
    """The addresses of a page, each with the name that it comes from."""
    return {f"{entry.kind.url}/{name}/": name for name in (entry.id, *aliases_of(entry.document))}
