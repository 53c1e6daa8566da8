"""`herstel` and `uitleg` as people use them."""

import time
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import Base

from kennisbank.checking.catalogue import CODES
from kennisbank.cli import main
from kennisbank.commands import herstel
from kennisbank.commands._shared import day_here

from ..support.on_disk import BROKEN, put, sound_library

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound library, which is the working directory."""
    for name in ("NO_COLOR", "KENNISBANK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return sound_library(tmp_path)


def test_herstel_shows_first_and_writes_when_asked(folder: Path, capsys: Capture) -> None:
    file = folder / "docs" / "over.md"
    sound = file.read_text(encoding="utf-8")
    file.write_bytes(f"\ufeff{sound}".replace("\n", "\r\n").encode("utf-8"))
    broken = file.read_bytes()
    assert main(["herstel"]) == 0
    out = capsys.readouterr().out
    assert "--- docs/over.md\n+++ docs/over.md (hersteld)\n@@ " in out
    assert "-<U+FEFF>---␍\n" in out and "+---\n" in out
    assert "Dit herstelt 2 meldingen in 1 bestand. Er is nog niets bewaard: doe dat met --schrijf.\n" in out
    assert file.read_bytes() == broken
    assert main(["herstel", "--schrijf"]) == 0
    assert "Hersteld: 2 meldingen in 1 bestand.\n\nGeen fouten gevonden.\n" in capsys.readouterr().out
    assert file.read_bytes() == sound.encode("utf-8")
    assert main(["herstel", "--schrijf"]) == 0
    assert capsys.readouterr().out == "Er valt niets vanzelf te herstellen.\n\nGeen fouten gevonden.\n"


def test_herstel_reports_what_is_left(folder: Path, capsys: Capture) -> None:
    put(folder, "cases/stuk.md", f"\ufeff{BROKEN}")
    assert main(["herstel", "--schrijf", "cases/stuk.md"]) == 1
    out = capsys.readouterr().out
    assert "fout[KB117]" in out and "KB103" not in out


def test_herstel_leaves_other_files_alone(folder: Path) -> None:
    file = put(folder, "cases/stuk.md", f"\ufeff{BROKEN}")
    assert main(["herstel", "--schrijf", "lessons"]) == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")


def test_herstel_says_which_files_could_not_be_written(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    put(folder, "cases/stuk.md", f"\ufeff{BROKEN}")
    monkeypatch.setattr(herstel, "write", fail)
    assert main(["herstel", "--schrijf"]) == 2
    assert "Niet bewaard: cases/stuk.md; " in capsys.readouterr().err


@pytest.mark.parametrize("code", CODES)
def test_uitleg_of_every_code(capsys: Capture, code: str) -> None:
    assert main(["uitleg", code.lower()]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{code}: {CODES[code].title}\n")
    assert CODES[code].why in out
    assert "\nFout: " in out and "\nGoed: " in out and f"[{code}]" in out


def test_uitleg_lists_all_codes(capsys: Capture) -> None:
    assert main(["uitleg"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {code}  " in out for code in CODES)
    assert "KB1xx Vorm: " in out


def test_uitleg_of_an_unknown_code(capsys: Capture) -> None:
    for typed, answer in (
        ("KB1O1", "bedoelde je 'KB101'?"),
        ("KB10", "bedoelde je 'KB"),
        ("zomaar", "alle codes zie je"),
    ):
        assert main(["uitleg", typed]) == 2
        assert answer in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows kent deze instelling niet")
def test_the_day_of_a_review_is_that_of_the_editors_wherever_the_check_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Midway", "UTC"):  # the first two never have the same day
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        days.add(day_here())
    monkeypatch.undo()
    time.tzset()
    assert len(days) == 1


@pytest.mark.parametrize("status", ["concept", "zomaar"])
def test_check_of_a_case_tells_of_its_photo_too(folder: Path, capsys: Capture, status: str) -> None:
    photo = folder / "docs/assets/cases/dak.jpg"
    photo.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif[Base.Make] = "Telefoon"
    Image.new("RGB", (900, 600)).save(photo, exif=exif)
    put(folder, "cases/dak.md", f"---\ntitle: Een dak\nstatus: {status}\nphoto:\n  file: dak.jpg\n---\n")
    put(folder, "cases/ander.md", "---\ntitle: Iets anders\nstatus: concept\n---\n")
    main(["check", "cases/dak.md"])
    out = capsys.readouterr().out
    assert "fout[KB142]" in out and "docs/assets/cases/dak.jpg" in out
    main(["check", "cases/ander.md"])
    assert "KB142" not in capsys.readouterr().out
