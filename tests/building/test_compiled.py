"""Compiled templates: kept beside what Python compiled, and believed only when they are whole and of this program."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import jinja2
import pytest

from kennisbank.building.compiled import Compiled

TEXT = "{{ 2 + 3 }} lessen"


class _Counting(jinja2.Environment):
    """Counts how many templates it compiles."""

    compiled = 0

    def _compile(self, source: str, filename: str) -> CodeType:
        self.compiled += 1
        return super()._compile(source, filename)


def _render(beside: Path, text: str = TEXT, *made_with: str) -> tuple[str, int]:
    """What a template gives, and how many were compiled for it."""
    environment = _Counting(
        loader=jinja2.DictLoader({"les.md.j2": text}), autoescape=True, bytecode_cache=Compiled(beside, *made_with)
    )
    return environment.get_template("les.md.j2").render(), environment.compiled


@pytest.fixture(autouse=True)
def _written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _kept(beside: Path) -> list[Path]:
    return list((beside / "__pycache__").iterdir())


def test_what_was_compiled_once_is_not_compiled_again(tmp_path: Path) -> None:
    assert [_render(tmp_path) for _ in range(3)] == [("5 lessen", 1), ("5 lessen", 0), ("5 lessen", 0)]


def test_another_text_or_another_package_is_compiled_anew(tmp_path: Path) -> None:
    assert _render(tmp_path) == ("5 lessen", 1)
    assert _render(tmp_path, "{{ 1 }} case") == ("1 case", 1)
    assert _render(tmp_path, "{{ 1 }} case", "mkdocs 9") == ("1 case", 1)
    assert len(_kept(tmp_path)) == 1


@pytest.mark.parametrize(
    "spoil",
    [lambda _: b"", lambda _: b"iets anders", lambda data: data[:20], lambda data: data[:-40], lambda data: data[::-1]],
    ids=["leeg", "iets-anders", "kop", "half", "achterstevoren"],
)
def test_what_is_spoilt_is_compiled_anew(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    _render(tmp_path)
    (file,) = _kept(tmp_path)
    file.write_bytes(spoil(file.read_bytes()))
    assert [_render(tmp_path) for _ in range(2)] == [("5 lessen", 1), ("5 lessen", 0)]


def test_where_nothing_can_be_written_it_works_without(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("geen map")
    assert [_render(tmp_path) for _ in range(2)] == [("5 lessen", 1)] * 2


def test_who_wants_no_compiled_files_gets_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [_render(tmp_path) for _ in range(2)] == [("5 lessen", 1)] * 2
    assert not (tmp_path / "__pycache__").exists()
