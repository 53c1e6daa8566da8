"""Hears at once that a file was saved."""

from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from .tree import is_leftover

_CHANGES = ("created", "modified", "moved", "deleted")


class Changes:
    """As an observer of watchdog: `schedule` and `start` it, and `stop` and `join` it in the end."""

    def __init__(self) -> None:
        """Begin without anything to watch."""
        self._wanted: list[tuple[FileSystemEventHandler, str, bool]] = []
        self._observer: BaseObserver | None = None

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> None:
        """Tell a handler of changes below a path, from the start on."""
        self._wanted.append((_Real(handler), path, recursive))

    def start(self) -> None:
        """Begin to watch: as the system tells, or by looking every second where it has no room to tell."""
        # There is none on a network drive, or when there are more watches than the system allows.
        try:
            self._observer = self._started(Observer())
        except OSError:
            self._observer = self._started(PollingObserver())

    def _started(self, observer: BaseObserver) -> BaseObserver:
        for handler, path, recursive in self._wanted:
            observer.schedule(handler, path, recursive=recursive)
        observer.start()
        return observer

    def stop(self) -> None:
        """Watch no longer."""
        if self._observer:
            self._observer.stop()

    def join(self) -> None:
        """Wait until it has stopped."""
        if self._observer:
            self._observer.join()


class _Real(FileSystemEventHandler):
    """Passes on what changes a file; reading one does not, nor what editors, systems and Python leave behind."""

    def __init__(self, handler: Any) -> None:
        self._handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        mere = all(is_leftover(path.name) or "__pycache__" in path.parts for path in paths)
        if event.event_type in _CHANGES and not mere:
            self._handler.dispatch(event)
