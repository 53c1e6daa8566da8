"""The name of a program follows from all that it reads, and from nothing that Python leaves beside it."""

from pathlib import Path

import pytest

from kennisbank.publishing.program import program_of

from ..support.on_disk import put


@pytest.fixture
def program(tmp_path: Path) -> Path:
    put(tmp_path, "program/rule.py", "eerst")
    return tmp_path / "program"


def test_what_is_behind_a_link_counts(program: Path, tmp_path: Path) -> None:
    put(tmp_path, "elders/diep/lijst.json", "eerst")
    put(tmp_path, "anders/diep/lijst.json", "anders")
    before = program_of(program)
    (program / "lijsten").symlink_to(tmp_path / "elders")
    linked = program_of(program)
    put(tmp_path, "elders/diep/lijst.json", "anders")
    assert len({before, linked, program_of(program)}) == 3


def test_where_a_second_link_leads_counts_too(program: Path) -> None:
    put(program, "a/x.py", "a")
    put(program, "b/x.py", "b")
    (program / "c").symlink_to(program / "a")
    before = program_of(program)
    (program / "c").unlink()
    (program / "c").symlink_to(program / "b")
    assert program_of(program) != before


def test_links_that_lead_back_come_to_an_end(program: Path) -> None:
    for name in ("een", "twee", "drie"):
        (program / name).symlink_to(program)
    assert program_of(program) == program_of(program)


def test_what_python_leaves_is_no_part_of_it(program: Path) -> None:
    before = program_of(program)
    for name in ("rule.cpython-312.pyc", "rule.cpython-312.pyc.140234", "diep/meer.txt"):
        put(program, f"__pycache__/{name}", "x")
        assert program_of(program) == before


def test_what_is_gone_before_it_is_read_harms_nothing(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, read = program_of(program), Path.read_bytes

    def gone(file: Path) -> bytes:
        if file.name == "weg.py":
            raise FileNotFoundError(file)
        return read(file)

    put(program, "weg.py", "x")
    monkeypatch.setattr(Path, "read_bytes", gone)
    assert program_of(program) == before
