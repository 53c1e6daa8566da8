"""Reads a library again and again, as who writes in it saves: of a large one only the files that changed."""

import os
import time
from pathlib import Path

from .tree import Mark, Marks, Tree, marks_of, read_file, tree_from_disk

# In nanoseconds. What was written twice within the steps of a clock has one moment: what was new when it was read is
# read again, as git does (https://git-scm.com/docs/racy-git).
SETTLED = 2_000_000_000


class Disk:
    """The files of a library below a folder."""

    def __init__(self, root: Path) -> None:
        """Read nothing yet."""
        self.root = root
        self._tree: Tree = {}
        self._marks: Marks = {}
        self._moment = 0

    def tree(self) -> Tree:
        """What `tree_from_disk` gives, and raises."""
        moment, marks = time.time_ns(), marks_of(self.root)
        tree = self._read_again(marks)
        if tree is None or marks_of(self.root) != marks:
            # Of before: what changes after this is read again the next time.
            marks = marks_of(self.root)
            tree = tree_from_disk(self.root)
        self._tree, self._marks, self._moment = tree, marks, moment
        return tree

    def _read_again(self, marks: Marks) -> Tree | None:
        """The files that are the same, and the others as they are now; None when it takes more than that."""
        # Cut from the names: a path made of each takes a third of the time.
        paths = {name: name.removeprefix(f"{self.root}{os.sep}").replace(os.sep, "/") for name in marks}
        known = {paths.get(name) for name in self._marks} if self._marks else None
        # What is no file, such as a folder that cannot be read, has no mark of its own.
        if known != self._tree.keys() or any(mark is None for mark in marks.values()):
            return None
        found = {}
        for name, mark in marks.items():
            path = paths[name]
            found[path] = self._tree[path] if self._is_same(name, mark) else read_file(self.root, Path(name))
        return dict(sorted(found.items()))

    def _is_same(self, name: str, mark: Mark | None) -> bool:
        return mark is not None and self._marks.get(name) == mark and max(mark[:2]) < self._moment - SETTLED
