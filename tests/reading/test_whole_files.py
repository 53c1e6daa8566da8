"""What is written takes the place of what was there at once, or not at all."""

import contextlib
from pathlib import Path

import pytest

from kennisbank.reading.whole_files import in_place_of, write_whole


@pytest.mark.parametrize("durable", [False, True])
def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path, durable: bool) -> None:
    file = tmp_path / "a.md"
    write_whole(file, b"een", durable=durable)
    assert file.stat().st_mode & 0o777 == 0o644
    file.chmod(0o600)
    write_whole(file, b"twee", durable=durable)
    assert file.read_bytes() == b"twee" and file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("mishap", [OSError, ValueError, KeyboardInterrupt])
def test_what_goes_wrong_leaves_what_was_there(tmp_path: Path, mishap: type[BaseException]) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"een")
    with contextlib.suppress(mishap), in_place_of(file) as fresh:
        fresh.write_bytes(b"half")
        raise mishap
    assert not fresh.exists()
    assert file.read_bytes() == b"een" and list(tmp_path.iterdir()) == [file]
