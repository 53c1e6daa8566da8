"""`herstel`, `uitleg` and `afgeleid` as people use them."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import Base

from kennisbank.checking.catalogue import CODES
from kennisbank.cli import main
from kennisbank.commands import _shared, herstel
from kennisbank.commands._shared import Selection, day_here, with_photos
from kennisbank.library import pictures
from kennisbank.reading.tree import Blob, Tree

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


@pytest.mark.parametrize(
    "photo",
    [
        *(
            "photo: {file: dak.jpg, alt: x}",
            "photo: {'file' : 'dak.jpg'}",
            'photo:\n  alt: x\n  file:   "dak.jpg"  # zo',
        ),
        *('photo:\n  file: "d\\x61k.jpg"', "photo:\n  file: >-\n    dak.jpg", "photo:\r\n  file: dak.jpg\r"),
    ],
)
def test_a_photo_is_found_however_it_is_written(photo: str) -> None:
    tree = _with_photos("dak.jpg", **{"cases/dak.md": f"---\ntitle: Een dak\n{photo}\n---\n"})
    chosen = with_photos(Selection(frozenset(["cases/dak.md"])), tree)
    assert "docs/assets/cases/dak.jpg" in chosen and "cases/ander.md" not in chosen


def test_no_photo_of_another_case_or_elsewhere_is_chosen() -> None:
    texts = {"cases/a.md": "---\nphoto: {file: a.jpg}\n---\n", "cases/b.md": "---\nphoto: {file: weg.jpg}\n---\n"}
    tree = _with_photos("a.jpg", "b.jpg", **texts)
    assert "docs/assets/cases/b.jpg" not in with_photos(Selection(frozenset(["cases"])), tree)
    assert "docs/assets/cases/a.jpg" not in with_photos(Selection(frozenset(["cases/b.md"])), tree)


def test_to_find_the_photos_of_many_cases_nothing_is_read_as_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier check remembers need not be read again."""
    monkeypatch.setattr(pictures, "read_document", lambda _: pytest.fail("read the fields"))
    names = [f"f{number}.jpg" for number in range(30)]
    texts = {f"cases/{name[:-4]}.md": f"---\ntitle: x\nphoto:\n  file: {name}\n---\n" for name in names}
    tree = _with_photos(*names, **texts, **{"cases/zonder.md": "---\ntitle: x\n---\n"})
    chosen = with_photos(Selection(frozenset(["cases"])), tree)
    assert all(f"docs/assets/cases/{name}" in chosen for name in names)


def test_whether_a_file_is_chosen_is_seen_at_once() -> None:
    """However many are chosen: not one after another."""
    compared = []

    class Counted(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            compared.append(other)
            return str.__eq__(self, other) is True

        __hash__ = str.__hash__

    chosen = Selection(frozenset(map(Counted, (f"docs/assets/cases/{number}.jpg" for number in range(500)))))
    compared.clear()
    assert "docs/assets/cases/499.jpg" in chosen and "docs/assets/cases/x.jpg" not in chosen
    assert 0 < len(compared) < 20


def _with_photos(*names: str, **texts: str) -> Tree:
    paths = {f"docs/assets/cases/{name}": "x" for name in names} | texts
    return {path: Blob(path, text.encode(), len(text)) for path, text in paths.items()}


_TERM = "- id: stilte\n  title: Stilte\n  definition: Geen lawaai.\n"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda terms: f"{terms}- id: stilte\n   title: Stilte\n", "KB112"),
        (lambda terms: f"{terms}- id: stilte\n", "KB118"),
        (lambda terms: f"{terms}{_TERM}{_TERM}", "KB503"),
        (lambda _: "energie\n", "KB509"),
        (lambda _: None, "KB507"),
    ],
)
@pytest.mark.parametrize("asked", [[], ["--check"]])
def test_a_list_with_errors_stops_what_is_made_of_it(
    folder: Path, capsys: Capture, change: Callable[[str], str | None], code: str, asked: list[str]
) -> None:
    """The choice from a list that cannot be read would go from the forms without a word."""
    assert main(["afgeleid"]) == 0
    form = put(folder, ".github/ISSUE_TEMPLATE/nieuwe-case.yml", "oud")
    themes = folder / "docs/lijsten/themes.yml"
    changed = change(themes.read_text(encoding="utf-8"))
    themes.unlink() if changed is None else themes.write_text(changed, encoding="utf-8")
    capsys.readouterr()
    assert main(["afgeleid", *asked]) == 1
    told = capsys.readouterr()
    assert "docs/lijsten/themes.yml:" in told.out and f"fout[{code}]" in told.out
    assert "Er is niets geschreven" in told.err
    assert form.read_text(encoding="utf-8") == "oud"


def test_an_error_in_a_case_does_not_stop_what_is_made_of_the_lists(folder: Path, capsys: Capture) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    assert main(["afgeleid"]) == 0
    assert " bijgewerkt: .github/ISSUE_TEMPLATE/config.yml, " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("there", "said"),
    [(("kennisbank", "make"), "kennisbank serve"), (("make",), "make serve"), ((), " -m kennisbank serve")],
)
def test_the_command_that_shows_the_site_is_one_that_works_here(
    monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr(_shared, "which", lambda name: name if name in there else None)
    assert _shared.serving().endswith(said)
