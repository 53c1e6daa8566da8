"""Where verbs write: never over the project itself, told before the work, and with nothing half done."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.checking import repair
from kennisbank.cli import main
from kennisbank.commands import herstel, links
from kennisbank.commands._outputs import _OWN
from kennisbank.outside.links import Answer
from kennisbank.reading import git

from ..conftest import ROOT
from ..support.chance import few, some
from ..support.on_disk import BROKEN, in_git, put, sound_library
from .test_cli import folder, refused  # noqa: F401 - a fixture

pytestmark = pytest.mark.slow  # each runs the command

Capture = pytest.CaptureFixture[str]
EVENT = str(ROOT / "tests" / "fixtures" / "issues-opened.json")


def _files(root: Path) -> dict[str, bytes]:
    """All that stands below a folder, but what git keeps for itself."""
    found = (file for file in root.rglob("*") if ".git" not in file.relative_to(root).parts and file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


@pytest.fixture
def project(folder: Path) -> Path:  # noqa: F811 - a fixture
    """A sound library in git, with a site and what else a project has."""
    return _as_project(folder)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a project with a folder as well, for who leaves all as it was."""
    root = _as_project(sound_library(tmp_path_factory.mktemp("project")))
    (root / "map.zip").mkdir()
    return root


@pytest.fixture
def untouched(shared: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """That project is the working directory, and has the same files afterwards."""
    for name in ("NO_COLOR", "KENNISBANK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(shared)
    before = _files(shared)
    yield
    assert _files(shared) == before


def _as_project(root: Path) -> Path:
    put(root, "README.md", "lees mij\n")
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://github.com/a/b"\n')
    put(root, "mkdocs.yml", "site_name: x\n")
    put(root, "LICENSES/x.zip", "x")
    put(root, "verslagen/x.zip", "x")
    put(root, "scripts/x.py", "")
    put(root, "site/index.html", "<p>site</p>")
    in_git(root)
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, "add", "."], cwd=root, check=True, capture_output=True)
    subprocess.run(["git", *who, "commit", "-m", "een"], cwd=root, check=True, capture_output=True)
    return root


FOLDERS = (["voorstel", "--sinds", "HEAD", "--uit"], ["intake", EVENT, "--uit"], ["stage", "--uit"])
FILES = (["check", "--uitvoer"], ["links", "--uitvoer"], ["pakket", "--uit"])
OWN = ["cases", "cases/sub", "docs", "scripts/x", ".git", ".", "..", "README.md", "README.md/x"]


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("verb", FOLDERS, ids=lambda verb: verb[0])
@pytest.mark.parametrize("place", few(OWN, daily=3))
def test_no_folder_of_the_project_itself_is_filled(capsys: Capture, verb: list[str], place: str) -> None:
    assert "kies met --uit een" in refused(capsys, *verb, place)


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("verb", FILES, ids=lambda verb: verb[0])
@pytest.mark.parametrize(
    "place",
    [
        *("cases/x.zip", "docs/x.zip", "scripts/x.zip", "README.md/x.zip", "map.zip"),
        *("LICENSES/x.zip", "LICENSES/nieuw.zip", "verslagen/x.zip"),
    ],
)
def test_no_answer_is_written_into_the_project_itself(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, verb: list[str], place: str
) -> None:
    """Nor in the place of a folder; and that is told before the web is asked anything."""
    monkeypatch.setattr(links, "check_all", lambda *_: pytest.fail("asked the web first"))
    assert f"kies met {verb[1]} een andere plek" in refused(capsys, *verb, place)


@pytest.mark.parametrize("is_in_git", [True, False])
def test_no_report_takes_the_place_of_a_file_of_the_project(project: Path, capsys: Capture, is_in_git: bool) -> None:
    if not is_in_git:
        (project / ".git").rename(project / "weg")
    before = _files(project)
    for place in ("README.md", "mkdocs.yml", "pyproject.toml", "./LICENSES/../mkdocs.yml"):
        for verb in ("check", "links"):
            told = refused(capsys, verb, "--uitvoer", place)
            assert "ligt tussen de bestanden van het project zelf; kies met --uitvoer" in told, place
    assert _files(project) == before


def test_all_that_lies_in_the_project_is_known_by_name() -> None:
    """So that it is safe where git is not there to ask."""
    names = {name.split("/")[0] for name in git.lines(ROOT, "ls-files")}
    assert names <= set(_OWN)
    assert {"README.md", "mkdocs.yml"} < set(_OWN)


def test_a_report_that_git_does_not_keep_may_be_replaced(project: Path) -> None:
    """Also where its name looks like a pattern, or when it lies elsewhere."""
    for place in ("verslag.json", "README*", f"{project.parent}/verslag.json"):
        put(project, place, "oud")
        assert main(["check", "--format", "json", "--uitvoer", place]) == 0
        assert (project / place).read_text(encoding="utf-8").startswith("{")


def test_a_report_that_took_long_is_not_thrown_away(
    project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*_: object) -> tuple[Answer, ...]:
        (project / "uit").rmdir()
        return ()

    monkeypatch.setattr(links, "check_all", ask)
    assert main(["links", "--uitvoer", "uit/verslag.md"]) == 2
    told = capsys.readouterr()
    assert told.out and "kies met --uitvoer" in told.err


def test_an_answer_replaces_an_earlier_one(project: Path, capsys: Capture) -> None:
    for _ in range(2):
        assert main(["check", "--format", "json", "--uitvoer", "nieuw/map/x.json"]) == 0
        assert json.loads((project / "nieuw/map/x.json").read_text(encoding="utf-8"))["findings"] == []
        assert main(["pakket", "--uit", "nieuw/x.zip"]) == 0
    assert "1 bestand in " in capsys.readouterr().out


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    "options",
    [
        ["--klaargezet", "--format", "json"],
        ["--klaargezet", "--format", "tekst"],
        ["--klaargezet", "--uitvoer", "f"],
        ["--klaargezet", "--sinds", "HEAD"],
        ["--klaargezet", "--kijk"],
        ["--kijk", "--format", "json"],
        ["--kijk", "--uitvoer", "f"],
        ["--alles"],
        ["--klaargezet", "--kijk", "--alles"],
    ],
    ids=" ".join,
)
def test_no_option_is_passed_over_in_silence(capsys: Capture, options: list[str]) -> None:
    assert "laat" in refused(capsys, "check", *options)


@pytest.mark.parametrize("is_refused", [False, True])
def test_a_trial_of_an_issue_writes_nothing(project: Path, capsys: Capture, is_refused: bool) -> None:
    event = json.loads(Path(EVENT).read_text(encoding="utf-8"))
    if is_refused:
        event["issue"]["body"] = "### Titel\n\n" + "x" * 300_000
    put(project, "event.json", json.dumps(event))
    before = _files(project)
    assert main(["intake", "event.json", "--proef"]) == int(is_refused)
    said = capsys.readouterr()
    assert ("wordt geen case" in said.err) if is_refused else ("zou worden geschreven als cases/" in said.out)
    assert _files(project) == before and not (project / "build").exists()


def test_an_issue_whose_answer_cannot_be_kept_can_be_tried_again(project: Path, capsys: Capture) -> None:
    put(project, "bezet", "een bestand")
    before = _files(project)
    assert "kies met --uit" in refused(capsys, "intake", EVENT, "--uit", "bezet")
    assert _files(project) == before
    assert main(["intake", EVENT]) == 0
    assert len(_files(project).keys() - before.keys()) > 1


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["check", ""], "is leeg"),
        (["check", "--map", ""], "De map '' bestaat niet"),
        (["steekproef", "--aantal", "-3"], "'-3' kan niet na --aantal; schrijf daar een heel getal van 0 tot"),
        (["steekproef", "--aantal", "9" * 30], "een heel getal van 0 tot"),
        (["serve", "--poort", "80"], "een getal van 1024 tot en met 65535"),
        (["serve", "--poort", "65536"], "een getal van 1024 tot en met 65535"),
    ],
)
def test_what_is_typed_oddly_gets_the_reason(capsys: Capture, typed: list[str], said: str) -> None:
    assert said in refused(capsys, *typed)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_with_a_name_is_not_waited_for(project: Path, capsys: Capture) -> None:
    os.mkfifo(project / "x.csv")
    assert "is geen gewoon bestand" in refused(capsys, "intake", "x.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_report_goes_into_a_pipe_with_a_name(project: Path) -> None:
    os.mkfifo(project / "pijp")
    with subprocess.Popen(["cat", "pijp"], cwd=project, stdout=subprocess.PIPE) as reader:
        try:
            assert main(["check", "--format", "json", "--uitvoer", "pijp"]) == 0
            told, _ = reader.communicate()
        finally:
            reader.kill()
    assert json.loads(told)["findings"] == []


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no such file")
@pytest.mark.parametrize("name", few(["/dev/stdout", "/dev/fd/1", "verslag.json"], daily=1))
@pytest.mark.parametrize("into", some(["| cat", "> verslag.json"], daily=["> verslag.json"]))
def test_a_report_that_goes_to_the_output_by_its_name_stands_there_alone(project: Path, name: str, into: str) -> None:
    """A summary below it would be no JSON; written at the begin of the same file, it would take the place of it."""
    command = f'"$0" -m kennisbank check --format json --uitvoer {name} {into}'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and done.stderr == ""
    written = project / "verslag.json"
    assert json.loads(written.read_text(encoding="utf-8") if written.exists() else done.stdout)["findings"] == []


def _apart(before: str, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """The command as a shell starts it, after something has been done there."""
    command = ["sh", "-c", f'{before} "$0" -m kennisbank "$@"', sys.executable, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize("where", some(["here", "in a process"], daily=["here"]))
def test_a_folder_that_is_gone_gets_a_sentence(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    (tmp_path / "weg").mkdir()
    sentence = "De map waarin je staat is er niet meer; ga naar een andere map.\n"
    if where == "here":
        monkeypatch.chdir(tmp_path / "weg")
        (tmp_path / "weg").rmdir()
        assert refused(capsys, "check") == sentence
    else:
        done = _apart("rmdir ../weg &&", "check", cwd=tmp_path / "weg")
        assert (done.returncode, done.stderr) == (2, sentence)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize("closed", some([">&-", "2>&-", ">&- 2>&-", "<&-"], daily=[">&-"]))
def test_a_closed_output_is_no_mistake_of_ours(project: Path, closed: str) -> None:
    done = _apart(f"exec {closed};", "check", cwd=project)
    assert done.returncode == 0 and "ging iets mis" not in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("closed", [["stdout"], ["stderr"], ["stdout", "stderr"]])
def test_who_has_no_output_gets_an_answer_still(
    project: Path, monkeypatch: pytest.MonkeyPatch, closed: list[str]
) -> None:
    """As Python says it of a process with a closed one."""
    put(project, "cases/stuk.md", BROKEN)
    with monkeypatch.context() as patched:
        for name in closed:
            patched.setattr(sys, name, None)
        told = [main(["check"]), main(["check", "--bestaat-niet"])]
        opened = [getattr(sys, name) for name in closed]
    for output in opened:
        output.close()
    assert told == [1, 2]


@pytest.mark.parametrize("number", [1, 2])
def test_herstel_tells_why_it_did_not_write(
    project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A file that changed meanwhile is another matter than a folder in which one may not write."""

    def meddle(path: Path, before: bytes, after: bytes) -> None:
        if path.name == "vast.md":
            raise PermissionError
        path.write_bytes(before + b"meer\n")
        repair.write(path, before, after)

    for name in ("anders", "vast")[:number]:
        put(project, f"cases/{name}.md", f"\ufeff{BROKEN}")
    monkeypatch.setattr(herstel, "write", meddle)
    assert main(["herstel", "--schrijf"]) == 2
    said = capsys.readouterr().err
    assert "Intussen veranderd en dus niet bewaard: cases/anders.md; probeer het opnieuw." in said
    assert ("Niet bewaard: cases/vast.md; kijk of je daar mag schrijven" in said) is (number == 2)
    assert ("mag schrijven" in said) is (number == 2)
