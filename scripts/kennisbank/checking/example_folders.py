"""The worked examples of every message code: folders that the tests, `kennisbank uitleg` and the docs pages share.

`examples/basis` is a small library without findings; `examples/<code>/fout` and `goed` lie on top of it. A file there
takes the place of the one in the basis. Its name may end in one of `_ACTS`, for what a folder under git cannot hold.
"""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from ..library.pictures import is_photo, picture_of
from ..reading.safe_text import visible_lines
from ..reading.tree import Blob, Tree, tree_from_disk

FOLDER = Path(__file__).parent / "examples"
# The rules about review dates need a day; in the examples it is always this one.
TODAY = date(2026, 11, 24)
_ACTS = {
    ".weg": "(dit bestand is weggehaald)",
    ".koppeling": "(een koppeling naar een bestand op een andere plek)",
    ".onleesbaar": "(een bestand dat niet open wil)",
}
_PROBLEMS = {".koppeling": "symlink", ".onleesbaar": "unreadable: geen toegang"}
_AROUND = 2
_LONGEST = 24


@dataclass(frozen=True)
class Example:
    """What a code looks like: excerpts of the wrong and of the mended files, and what the checker says."""

    fout: dict[str, str]
    goed: dict[str, str]
    expected: str


@cache
def example(code: str) -> Example:
    """The example of a code, by path and as far as wrong and mended differ; `FileNotFoundError` when there is none."""
    expected = (FOLDER / code / "verwacht.txt").read_text(encoding="utf-8")
    fout, goed = _texts(code, "fout"), _texts(code, "goed")
    return Example(_excerpts(fout, goed, _basis()), _excerpts(goed, fout, _basis()), expected)


@cache  # part of the program, which does not change while it runs
def _read(folder: str) -> Tree:
    return tree_from_disk(FOLDER / folder)


@cache
def _basis() -> dict[str, list[str]]:
    return {path: _lines(blob) for path, blob in _read("basis").items()}


def example_tree(code: str, which: str) -> Tree:
    """The library in which a code shows: `which` is 'fout' or 'goed'; the basis alone when the code is empty."""
    tree = dict(_read("basis"))
    for path, blob in _read(f"{code}/{which}").items() if code else ():
        name, act = _name_and_act(path)
        tree.pop(name, None)
        if act != ".weg":
            tree[name] = Blob(name, problem=_PROBLEMS[act]) if act else blob
    return dict(sorted(tree.items()))


def _name_and_act(path: str) -> tuple[str, str]:
    act = next((act for act in _ACTS if path.endswith(act)), "")
    return path.removesuffix(act), act


def _texts(code: str, which: str) -> dict[str, list[str]]:
    """The lines of the files on top of the basis, by path."""
    found = {}
    for path, blob in _read(f"{code}/{which}").items():
        name, act = _name_and_act(path)
        found[name] = [_ACTS[act]] if act else _lines(blob)
    return found


def _lines(blob: Blob) -> list[str]:
    if blob.problem == "too-big":
        return [f"(een bestand van {blob.size // 1024} kB)"]
    if is_photo(blob.path):
        return [f"({picture_of(blob).problem or 'een foto zoals het hoort'})"]
    return visible_lines(blob.data.decode("utf-8", "backslashreplace")).removesuffix("\n").split("\n")


def _excerpts(these: dict[str, list[str]], those: dict[str, list[str]], basis: dict[str, list[str]]) -> dict[str, str]:
    """Each file as far as it differs from its twin, or, when both are the same, from the basis."""
    twins = {path: those.get(path, basis.get(path, [])) for path in these}
    return {
        path: _excerpt(lines, twins[path] if twins[path] != lines else basis.get(path, []))
        for path, lines in these.items()
    }


def _excerpt(lines: list[str], other: list[str]) -> str:
    """The lines that differ from the other file with a few around them; the head of a file that does not differ."""
    groups = SequenceMatcher(None, other, lines, autojunk=False).get_grouped_opcodes(_AROUND)
    shown: list[str] = []
    end = 0
    for group in groups:
        shown += ["…"] if group[0][3] > end else []
        end = group[-1][4]
        shown += lines[group[0][3] : end]
    if not shown:
        shown, end = lines, len(lines)
    cut = len(shown) > _LONGEST or end < len(lines)
    return "\n".join([*shown[:_LONGEST], *(["…"] if cut else [])])
