"""The command as people use it: what it answers, where, and with which exit code; never English, never a traceback."""

import errno
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kennisbank import __version__, commands
from kennisbank.cli import main
from kennisbank.commands import check
from kennisbank.reporters import REPORTERS

from ..support.chance import few, some
from ..support.on_disk import BROKEN, put, sound_library

ENGLISH = re.compile(r"\b(usage|options|error|argument|invalid|choice|unrecognized|required|expected|optional|show)\b")

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound library, which is the working directory."""
    for name in ("NO_COLOR", "KENNISBANK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    return sound_library(tmp_path)


def refused(capsys: Capture, *arguments: str) -> str:
    """What the command says when it cannot do what is asked: one Dutch line, and nothing else."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1 and captured.err.endswith("\n")
    assert not ENGLISH.search(captured.err)
    return captured.err


@pytest.mark.usefixtures("folder")
def test_a_clean_library(capsys: Capture) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Geen fouten gevonden.\n"


def test_errors_give_one(folder: Path, capsys: Capture) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert "cases/stuk.md:3:1: fout[KB117] het veld 'kleur' bestaat niet\n  |\n3 | kleur: rood\n  | ^^^^^\n" in out


def test_warnings_alone_give_zero(folder: Path, capsys: Capture) -> None:
    put(folder, "cases/plaatje.png", "x")
    assert main(["check"]) == 0
    assert "waarschuwing[KB133]" in capsys.readouterr().out


def test_paths_choose_what_is_shown_not_what_is_loaded(folder: Path, capsys: Capture) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    put(folder, "lessons/stuk.md", BROKEN)
    assert main(["check", "lessons"]) == 1
    assert "cases/stuk.md:" not in capsys.readouterr().out
    assert main(["check", "cases/stuk.md", "lessons/stuk.md"]) == 1
    out = capsys.readouterr().out
    assert "cases/stuk.md:3:1" in out and "lessons/stuk.md:3:1" in out
    assert main(["check", "docs"]) == 0
    assert main(["check", "."]) == main(["check", "./cases/../cases"]) == 1


def test_paths_are_seen_from_where_you_are(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    monkeypatch.chdir(folder / "cases")
    assert main(["check", "stuk.md"]) == 1
    assert main(["check", str(folder / "lessons")]) == 0
    monkeypatch.chdir(folder.parent)
    assert main(["check", "--map", folder.name, f"{folder.name}/cases"]) == 1


def test_arguments_may_stand_in_any_order(folder: Path, capsys: Capture) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    put(folder, "lessons/stuk.md", BROKEN)
    for arguments in (
        ["--format", "json", "cases", "lessons"],
        ["cases", "--format", "json", "lessons"],
        ["cases", "lessons", "--format=json"],
    ):
        assert main(["check", *arguments]) == 1
        files = {finding["file"] for finding in json.loads(capsys.readouterr().out)["findings"]}
        assert files == {"cases/stuk.md", "lessons/stuk.md"}


def test_a_file_outside_the_content_is_mentioned(folder: Path, capsys: Capture) -> None:
    put(folder, "README.md", "x")
    assert main(["check", "README.md"]) == 0
    assert "wordt niet nagekeken" in capsys.readouterr().err


@pytest.mark.parametrize("form", REPORTERS)
def test_formats_to_a_file_and_to_the_screen_are_the_same(folder: Path, capsys: Capture, form: str) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    assert main(["check", "--format", form]) == 1
    shown = capsys.readouterr().out
    assert main(["check", "--format", form, "--uitvoer", "verslag"]) == 1
    assert (folder / "verslag").read_bytes() == shown.encode("utf-8")
    assert "Het verslag staat in verslag." in capsys.readouterr().out


def test_a_report_never_takes_the_place_of_content(folder: Path, capsys: Capture) -> None:
    file = put(folder, "cases/stuk.md", BROKEN)
    assert "kies met --uitvoer" in refused(capsys, "check", "--uitvoer", "cases/stuk.md")
    assert file.read_text(encoding="utf-8") == BROKEN
    assert "kies met --uitvoer" in refused(capsys, "check", "--uitvoer", "cases/stuk.md/verslag.json")


def test_colour_only_on_a_terminal_that_wants_it(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("WT_SESSION", "1")
    main(["check"])
    assert "\x1b[1;31mfout" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check"])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["chek"], "De opdracht 'chek' bestaat niet; bedoelde je 'check'?"),
        (["zzz"], "De opdracht 'zzz' bestaat niet; kijk bij 'kennisbank --help' wat er wel kan."),
        (["check", "--formaat", "json"], "De optie '--formaat' bestaat niet; bedoelde je '--format'?"),
        (["check", "--formaat=json"], "De optie '--formaat' bestaat niet; bedoelde je '--format'?"),
        (["check", "-q"], "De optie '-q' bestaat niet; kijk bij 'kennisbank check --help' hoe het wel moet."),
        (
            ["check", "--format", "jsno"],
            "--format kan niet 'jsno' zijn, wel tekst of github of json of markdown of sarif; bedoelde je 'json'?",
        ),
        (
            ["check", "--format"],
            "Na --format ontbreekt een waarde; kijk bij 'kennisbank check --help' hoe het wel moet.",
        ),
        (
            ["herstel", "--schrijf=ja"],
            "Bij --schrijf hoort geen waarde ('ja'); kijk bij 'kennisbank herstel --help' hoe het wel moet.",
        ),
        (
            ["uitleg", "KB101", "KB102"],
            "'KB102' is hier te veel; kijk bij 'kennisbank uitleg --help' hoe het wel moet.",
        ),
        (
            ["serve", "--poort", "x"],
            "De waarde 'x' kan niet bij --poort; kijk bij 'kennisbank serve --help' hoe het wel moet.",
        ),
        (["check", "cases/niet.md"], "Het bestand of de map 'cases/niet.md' bestaat niet; kijk de naam na."),
        (["check", "--map", "niet"], "De map 'niet' bestaat niet; kijk na --map de naam na."),
        (
            ["check", "--map", "cases"],
            "In de map 'cases' staat geen bibliotheek met cases; ga naar de goede map, of noem die met --map.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_dutch(capsys: Capture, arguments: list[str], answer: str) -> None:
    assert refused(capsys, *arguments) == f"{answer}\n"


def test_outside_a_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Hier staat geen bibliotheek" in refused(capsys, "check")


@pytest.mark.parametrize("verb", ["site", "serve"])
def test_without_the_settings_of_the_site_nothing_is_built(tmp_path: Path, capsys: Capture, verb: str) -> None:
    (tmp_path / "cases").mkdir()
    answer = refused(capsys, verb, "--map", str(tmp_path))
    assert f"In de map '{tmp_path}' staat geen mkdocs.yml" in answer and "Usage" not in answer


@pytest.mark.usefixtures("folder")
def test_a_path_outside_the_library(capsys: Capture) -> None:
    assert "hoort niet bij de bibliotheek" in refused(capsys, "check", "..")


@pytest.mark.usefixtures("folder")
def test_arguments_cannot_steer_the_terminal(capsys: Capture) -> None:
    assert "\x1b" not in refused(capsys, "check", "\x1b[2J\r\n::warning::x")


@pytest.mark.parametrize("name", commands.names())
def test_every_verb_is_registered_and_explains_itself_in_dutch(capsys: Capture, name: str) -> None:
    found = commands.command(name)
    assert found.name == name
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"gebruik: kennisbank {name} ")
    assert "\nopties:\n" in out and not ENGLISH.search(out.replace("[opt", ""))


def test_help_version_and_nothing(capsys: Capture) -> None:
    for arguments, code in ((["--help"], 0), (["-h"], 0), (["hulp"], 0), ([], 2)):
        assert main(arguments) == code
        out = capsys.readouterr().out
        assert all(f"  {name} " in out for name in commands.names()) and not ENGLISH.search(out)
    assert main(["--versie"]) == 0
    assert capsys.readouterr().out == f"kennisbank {__version__}\n"


@pytest.mark.usefixtures("folder")
def test_a_mistake_of_ours_is_no_traceback(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("\x1b")

    monkeypatch.setattr(check, "check_again", fail)
    assert "Er ging iets mis in het programma zelf (KeyError)" in refused(capsys, "check")
    monkeypatch.setenv("KENNISBANK_DEBUG", "1")
    assert main(["check"]) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("step", ["tempfile.mkdtemp", "pathlib.Path.mkdir"])
def test_a_folder_in_which_one_may_not_write_is_named(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "van-een-ander" / "site"

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(target.parent))

    with monkeypatch.context() as patched:
        patched.setattr(step, refuse)  # the superuser, as whom tests may run, may write everywhere
        assert main(["site", "--uit", str(target)]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert str(target.parent) in said and "of je er mag schrijven" in said
    assert not target.exists() and not ENGLISH.search(said) and "Permission" not in said


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "geen ruimte meer"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "geen ruimte meer"),
        (OSError(errno.EFBIG, "File too large"), "geen ruimte meer"),
        (shutil.Error([("a", "b", f"[Errno 28] {os.strerror(errno.ENOSPC)}: 'b'")]), "geen ruimte meer"),
        (OSError(errno.EROFS, "Read-only file system", "site"), "'site' mag niet worden gelezen of geschreven"),
        (OSError(errno.ENAMETOOLONG, "File name too long", "zo-lang"), "'zo-lang' is te lang"),
    ],
)
def test_what_the_disk_refuses_is_no_fault_of_the_program(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, fault: OSError, words: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(check, "check_again", refuse)
    said = refused(capsys, "check")
    assert words in said and "issue" not in said and not ENGLISH.search(said)


@pytest.mark.parametrize("written", [None, "[[[", '[project]\nname = "x"\n', "project = 1\n"])
def test_settings_that_do_not_say_where_the_sources_are(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, written: str | None
) -> None:
    monkeypatch.delenv("REPOSITORY_URL", raising=False)
    (folder / "pyproject.toml").unlink(missing_ok=True)
    if written is not None:
        (folder / "pyproject.toml").write_text(written, encoding="utf-8")
    assert "REPOSITORY_URL" in refused(capsys, "links")


@pytest.mark.usefixtures("folder")
def test_interrupted(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check_again", interrupt)
    assert refused(capsys, "check") == "Afgebroken.\n"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs pipes as Unix has them")
@pytest.mark.parametrize("unbuffered", few(["", "1"], daily=1))
@pytest.mark.parametrize(
    "asked",
    some(["check", "check --format sarif", "--help", "check --help", "uitleg"], daily=["check", "check --help"]),
)
def test_a_closed_pipe_is_quiet(folder: Path, asked: str, unbuffered: str) -> None:
    """Also where the parser itself is what speaks, and then stops."""
    for number in range(40):
        put(folder, f"cases/stuk-{number}.md", BROKEN)
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "kennisbank", *asked.split()],
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.stderr, done.returncode) in (("", 0), ("", 1))


def test_other_encodings_do_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output as PYTHONIOENCODING, or Windows, gives a process."""
    put(folder, "cases/stuk.md", "---\ntitle: A\nkleür: rood\n---\n")
    written = io.BytesIO()
    with io.TextIOWrapper(written, encoding="ascii") as output:
        monkeypatch.setattr(sys, "stdout", output)
        assert main(["check"]) == 1
        output.flush()
        assert "kleür" in written.getvalue().decode("utf-8")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_name_that_is_no_text(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/cases/\xff\x1b.md")).write_text(BROKEN, encoding="utf-8")
    for form in REPORTERS:
        assert main(["check", "--format", form]) == 1
        assert b"\x1b" not in capsysbinary.readouterr().out
