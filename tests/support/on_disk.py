"""A small sound library on disk, for tests to break."""

import subprocess
from pathlib import Path

from kennisbank.checking.example_folders import example_tree

BROKEN = "---\ntitle: A\nkleur: rood\n---\n"


def sound_library(root: Path) -> Path:
    """Write the library without findings below a folder, and answer that folder."""
    for path, blob in example_tree("", "goed").items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(blob.data)
    return root


def in_git(root: Path) -> Path:
    """Make a folder a repository without commits, and answer it."""
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    return root


def put(root: Path, path: str, text: str) -> Path:
    """Write one file of a library, with exactly these line ends."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))
    return file
