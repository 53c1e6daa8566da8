"""Comments and docstrings name only what is there."""

import re

import pytest

from ..conftest import ROOT

# A file as a comment names it, with the folder where all readers begin.
_NAMED = re.compile(
    r"(?<![\w/.-])(?:tests|scripts|docs|\.ci|\.github)/[\w/.-]*\w\.(?:py|js|json|yml|toml|md|css|html)\b"
)
_CODE = ("scripts/**/*.py", "docs/assets/javascripts/**/*.js", "scripts/theme/**/*.html")


def _comments(text: str, kind: str) -> str:
    """The comments in a text of code, and its docstrings."""
    marks = {"py": r'#[^\n]*|"""(?s:.*?)"""', "js": r"(?m:^\s*//[^\n]*)", "html": r"\{#(?s:.*?)#\}"}
    return "\n".join(found[0] for found in re.finditer(marks[kind], text))


@pytest.mark.parametrize("pattern", _CODE)
def test_a_comment_names_a_file_that_is_there(pattern: str) -> None:
    files = [file for file in ROOT.glob(pattern) if "__pycache__" not in file.parts]
    assert len(files) > 3
    gone = [
        f"{file.relative_to(ROOT).as_posix()}: {name}"
        for file in files
        for name in _NAMED.findall(_comments(file.read_text(encoding="utf-8"), file.suffix[1:]))
        if not (ROOT / name).exists()
    ]
    assert gone == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_a_page_for_developers_names_files_that_are_there(page: str) -> None:
    named = _NAMED.findall((ROOT / page).read_text(encoding="utf-8"))
    assert named and [name for name in named if not (ROOT / name).exists()] == []
