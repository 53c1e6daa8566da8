"""Checks again each time a file is saved."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from ..findings.finding import Finding, Place
from ..library.loading import read_once
from ..reading.safe_text import visible
from ..reading.tree import CONTENT_FOLDERS, TEXT_SUFFIXES, Tree
from ..reading.watching import Changes
from ..reporters import text, texts_of
from ..reporters.summary import count, said, summary
from ._shared import emit, wants_colour

# An editor writes a file in several steps; this is long enough for those and short enough to go unnoticed.
QUIET = 0.15
# So that something that writes all the time cannot keep us waiting.
_LONGEST = 5
# Editors look for these two lines: .vscode/tasks.json.
BEGINS, ENDS = "Nakijken …", "Klaar met nakijken."


class Seen(NamedTuple):
    """What the checker found, and in which files."""

    findings: tuple[Finding, ...]
    tree: Tree


def watch(root: Path, look: Callable[[], Seen], *, everything: bool = False) -> int:
    """Report now, and after every change what is new and what is solved, until Ctrl+C; answers 0.

    With `everything` all findings are shown each time, as an editor wants it.
    """
    try:
        with _Saves(root) as saves:
            before = _report(look(), None)
            for _ in saves:
                before = _report(look(), None if everything else before)
    except KeyboardInterrupt:
        emit("\nGestopt met kijken.\n")
    return 0


def _report(now: Seen, before: Seen | None) -> Seen:
    emit(f"{BEGINS}\n")
    new = now.findings if before is None else tuple(_without(now.findings, before.findings))
    report = text.render(new, texts_of(now.tree, new), wants_colour())
    if before is None:
        emit(report)
    else:
        hidden = _hidden(now, before)
        solved = list(_without(before.findings, (*now.findings, *hidden)))
        # The last line counts what is new; people want to know how things stand.
        emit(report.rpartition("\n\n")[0] + "\n\n" if new else "")
        emit("".join(f"Opgelost: {visible(gone.file)} [{gone.code}] {said(gone)}\n" for gone in solved))
        changed = f"Nieuw: {count(len(new), 'melding', 'meldingen')}. Opgelost: {len(solved)}. "
        emit(f"{changed if new or solved else ''}{summary(now.findings)}\n")
        now = Seen((*now.findings, *hidden), now.tree)
    emit(f"{ENDS}\n")
    return now


def _hidden(now: Seen, before: Seen) -> tuple[Finding, ...]:
    """What was found before in texts that cannot be read now, as is told of them: nobody knows whether it is solved."""
    gone = tuple(_without(before.findings, now.findings))
    told = {one.file for one in now.findings if one.file.endswith(TEXT_SUFFIXES)}
    unread = {path for path in told & {one.file for one in gone} if not read_once(now.tree[path]).readable}
    return tuple(one for one in gone if one.file in unread)


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that are not among the others; lines move, so places do not count."""
    left = Counter(map(_key, others))
    for finding in findings:
        key = _key(finding)
        if left[key]:
            left[key] -= 1
        else:
            yield finding


def _key(finding: Finding) -> Finding:
    return replace(finding, place=Place(), edits=())


class _Saves(FileSystemEventHandler):
    """Waits for changes in the content folders, and takes a burst of them for one."""

    def __init__(self, root: Path) -> None:
        self._changed = threading.Event()
        self._changes = Changes()
        for folder in CONTENT_FOLDERS:
            if (root / folder).is_dir():
                self._changes.schedule(self, str(root / folder), recursive=True)

    def __enter__(self) -> Self:
        self._changes.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._changes.stop()
        self._changes.join()

    def __iter__(self) -> Iterator[None]:
        while True:
            # Windows hears Ctrl+C only between two waits.
            while not self._changed.wait(0.5):
                pass
            for _ in range(_LONGEST):
                self._changed.clear()
                if not self._changed.wait(QUIET):
                    break
            yield

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - as watchdog calls it
        """Note a change."""
        self._changed.set()
