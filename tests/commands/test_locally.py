"""The road on one's own computer: `nieuw`, `check --kijk`, the git hook and the settings for the editor."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.commands._shared import check_tree
from kennisbank.faces.questions import Question, questions
from kennisbank.intake.interview import interview
from kennisbank.library.library import Library
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

from ..conftest import ROOT
from ..support.example_library import fixed_tree
from ..support.on_disk import BROKEN, put, sound_library

Capture = pytest.CaptureFixture[str]
Type = Callable[[list[str]], None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound library, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return sound_library(tmp_path)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Lets someone sit at a terminal: what they type, line by line, and at the end Ctrl+C."""

    def sit_down(lines: list[str]) -> None:
        left = iter(lines)

        def answer(_: str) -> str:
            try:
                return next(left)
            except StopIteration:
                raise KeyboardInterrupt from None

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)

    return sit_down


def _fields(file: Path) -> dict[str, object]:
    document = read_document(Blob(file.name, file.read_bytes()))
    assert document.readable and isinstance(document.data, dict)
    return document.data


def _everything(asked: tuple[Question, ...]) -> list[str]:
    """Something to type for every question."""
    typed: list[str] = []
    for question in asked:
        typed += ["1"] if question.choices else ["Eerste regel.", "", "Tweede.", "", ""] if question.long else ["Iets"]
    return typed


def test_nieuw_asks_and_writes(folder: Path, typing: Type, capsys: Capture, library: Library) -> None:
    typing(_everything(questions(library))[1:])
    assert main(["nieuw", "Een dak vol zon"]) == 0
    fields = _fields(folder / "cases" / "een-dak-vol-zon.md")
    assert (fields["title"], fields["organisation"], fields["outcome"]) == ("Een dak vol zon", "Iets", "lopend")
    assert "## Aanpak\n\nEerste regel.\n\nTweede.\n" in (folder / "cases" / "een-dak-vol-zon.md").read_text("utf-8")
    out = capsys.readouterr().out
    assert "  1. loopt nog\n" in out
    assert "Je case staat in cases/een-dak-vol-zon.md." in out
    assert "Dit is er nog te doen:" in out and "KB317" in out


def test_ctrl_c_keeps_what_was_answered(folder: Path, typing: Type, capsys: Capture) -> None:
    typing(["Een dak", "Hoe?", "", "Gemeente X", "2", "", "", "2019", "", "", "Het begon", "met een vraag."])
    assert main(["nieuw"]) == 0
    text = (folder / "cases" / "een-dak.md").read_text(encoding="utf-8")
    for kept in (
        'title: "Een dak"',
        'question: "Hoe?"',
        "outcome: afgerond",
        "start: 2019",
        "Het begon\nmet een vraag.",
    ):
        assert kept in text
    assert "Gestopt." in capsys.readouterr().out


def test_nothing_answered_is_nothing_written(folder: Path, typing: Type, capsys: Capture) -> None:
    before = set((folder / "cases").iterdir())
    typing([])
    assert main(["nieuw"]) == 0
    assert set((folder / "cases").iterdir()) == before
    assert "er is niets geschreven" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "typed", "answer"),
    [
        ("themes", ["9", "1, 2"], "Circulaire economie, Energie"),
        ("themes", ["1 en 2"], "Circulaire economie, Energie"),
        ("themes", ["1&2"], "Circulaire economie, Energie"),
        ("themes", ["nr. 1 en nr 2"], "Circulaire economie, Energie"),
        ("themes", ["natuur en energie"], "natuur en energie"),
        ("themes", ["²", "0", "vier"], ""),
        ("themes", ["9", "0", "99"], ""),
        ("themes", ["1 en 99", "1 en 99", "1 en 99"], ""),
        ("themes", ["9a", "en", "energie en nr 99"], "energie"),
        ("themes", [""], ""),
        ("outcome", ["nr 1"], "loopt nog"),
        ("outcome", ["9a", "9a", "9a"], ""),
        ("themes", ["een en drie", "IV", "een, eerste, energie"], "energie"),
        ("outcome", ["nr 99", "1 en 2", "nr 99"], ""),
        ("outcome", ["99", "dertien", "twaalf"], ""),
        ("outcome", ["1 en 2", "1 en 2", "1 en 2"], ""),
    ],
)
def test_a_wrong_number_is_asked_again(library: Library, name: str, typed: list[str], answer: str) -> None:
    """And never kept as if it were a name."""
    (asked,) = [question for question in questions(library) if question.name == name]
    said: list[str] = []
    answers: dict[str, str] = {}
    left = iter(typed)
    interview((asked,), answers, lambda _: next(left), said.append)
    assert answers == {name: answer} and next(left, None) is None
    more = " of meer nummers met een komma ertussen" if asked.several else ""
    wrong = f"Kies een nummer van 1 tot {len(asked.choices)}{more}, of druk op Enter."
    assert (wrong in "".join(said)) == (len(typed) > 1)


def test_without_a_terminal_nieuw_writes_the_template(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    for name in ("een-mooi-dak-touch-x.md", "een-mooi-dak-touch-x-2.md"):
        with Path(os.devnull).open(encoding="utf-8") as nobody:
            monkeypatch.setattr(sys, "stdin", nobody)
            assert main(["nieuw", 'Een "mooi" dak: \\ $(touch x)']) == 0
        said = capsys.readouterr()
        assert said.out.startswith(f"Het sjabloon staat in cases/{name}.") and said.err == ""
        assert _fields(folder / "cases" / name)["title"] == 'Een "mooi" dak: \\ $(touch x)'
    assert not (folder / "x").exists()


class Watching:
    """A running `check --kijk`, of which the reports are read one by one."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kennisbank", "check", "--kijk", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            encoding="utf-8",
        )
        # A report that never comes must fail the test, not hang it.
        self._limit = threading.Timer(300, self._process.kill)
        self._limit.start()

    def report(self) -> str:
        """The next report, up to the line that ends it."""
        assert self._process.stdout
        lines: list[str] = []
        for line in self._process.stdout:
            lines.append(line)
            if line == "Klaar met nakijken.\n":
                return "".join(lines)
        raise AssertionError("".join(lines))

    def until(self, words: str) -> str:
        """The first report with these words: a save may be seen in two steps."""
        while words not in (report := self.report()):
            pass
        return report

    def stop(self) -> int:
        """Press Ctrl+C; answers the exit code."""
        self._process.send_signal(signal.SIGINT)
        code = self._process.wait()
        self._limit.cancel()
        assert self._process.stdout
        self._process.stdout.close()
        return code


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """Lets commands that are started hear Ctrl+C, also when the tests themselves run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def watching(hears_ctrl_c: None) -> Iterator[Callable[..., Watching]]:  # noqa: ARG001 - it must be there before
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        started.append(Watching(*arguments))
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C goes another way on Windows")
def test_kijk_tells_what_is_new_and_what_is_solved(folder: Path, watching: Callable[..., Watching]) -> None:
    watch = watching()
    assert "Geen fouten gevonden." in watch.report()
    file = put(folder, "cases/stuk.md", BROKEN)
    assert "cases/stuk.md:3:1: fout[KB117] het veld 'kleur' bestaat niet" in watch.until("KB117")
    file.write_text("---\ntitle: half gesch", encoding="utf-8")
    report = watch.until("KB110")
    # Nobody can see whether that field is there still.
    assert "Opgelost: cases" not in report and "Nieuw: 1 melding. Opgelost: 0. 1 fout in 1 bestand." in report
    file.unlink()
    solved = watch.until("Geen fouten gevonden.")
    assert all(f"Opgelost: cases/stuk.md [{code}]" in solved for code in ("KB110", "KB117"))
    assert watch.stop() == 0


_UNREAD = ("title: 'A", "\ttitle: A", "title: A: B", "<<<<<<< a\n=======\n>>>>>>> b")


@pytest.mark.parametrize("line", _UNREAD)
def test_what_a_new_mistake_hides_is_not_solved_and_not_new_when_it_is_seen_again(line: str, capsys: Capture) -> None:
    from kennisbank.commands._watch import Seen, _report  # noqa: PLC0415 - watchdog is only needed here

    sound, path = fixed_tree(), "cases/wind-langs-de-weg.md"

    def told(text: str, before: Seen | None) -> tuple[Seen, str]:
        tree = {**sound, path: Blob(path, text.encode(), len(text.encode()))} if text else sound
        capsys.readouterr()
        seen = _report(Seen(check_tree(tree), tree), before)
        return seen, capsys.readouterr().out

    text = sound[path].data.decode()
    marred = text.replace("status:", "kleur: rood\nstatus:", 1) + "\nEen <b>vet</b> woord.\n"
    unread = marred.replace("status:", f"{line}\nstatus:", 1)
    before, first = told(marred, told("", None)[0])
    assert "KB117" in first and "KB312" in first
    hidden, report = told(unread, before)
    assert "Opgelost: cases" not in report and "Nieuw: " in report
    # The second time nothing changed at all.
    again, report = told(unread, hidden)
    assert "Opgelost" not in report and "Nieuw" not in report
    _, report = told(marred, again)
    assert "KB117" not in report and "KB312" not in report and "Nieuw: 0" in report
    _, report = told(text, again)
    assert all(f"Opgelost: {path} [{code}]" in report for code in ("KB117", "KB312")) and "Geen fouten" in report
    # What is gone as a whole is solved.
    _, report = told("", again)
    assert f"Opgelost: {path} [KB117]" in report


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C goes another way on Windows")
def test_an_editor_gets_everything_each_time(folder: Path, watching: Callable[..., Watching]) -> None:
    put(folder, "cases/stuk.md", BROKEN)
    watch = watching("--alles")
    assert "KB117" in watch.report()
    put(folder, "cases/ander.md", BROKEN)
    report = watch.until("cases/ander.md:3:1")
    assert "cases/stuk.md:3:1" in report


def test_the_editor_understands_every_line_of_the_checker(folder: Path, capsys: Capture) -> None:
    tasks = {task["label"]: task for task in json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]}
    put(folder, "cases/stuk.md", BROKEN)
    put(folder, "cases/half.md", BROKEN.replace("kleur: rood", "status: concept"))
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert main(["check", "--format", "json"]) == 1
    listed = json.loads(capsys.readouterr().out)
    wanted = {
        (each["file"], each["line"], each["column"], each["code"], each["severity"]) for each in listed["findings"]
    }
    for label in ("Nakijken", "Nakijken tijdens het schrijven"):
        found = set()
        for matcher in tasks[label]["problemMatcher"]:
            parts = matcher["pattern"]
            for match in filter(None, map(re.compile(parts["regexp"]).match, out.splitlines())):
                file, line, column, code = (match[parts[name]] for name in ("file", "line", "column", "code"))
                found.add((file, int(line), int(column), code, matcher["severity"]))
        assert found == wanted
        assert {each[4] for each in found} == {"error", "warning"}


def test_the_editor_sees_where_a_report_begins_and_ends() -> None:
    from kennisbank.commands._watch import BEGINS, ENDS  # noqa: PLC0415 - watchdog is only needed here

    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    watched = [task for task in tasks if "--kijk" in task["args"]]
    for background in (matcher["background"] for task in watched for matcher in task["problemMatcher"]):
        assert re.search(background["beginsPattern"], BEGINS)
        assert re.search(background["endsPattern"], ENDS)


@pytest.fixture
def repository(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A git repository with the hook in it; answers what runs git there."""
    shutil.copytree(ROOT / ".githooks", folder / ".githooks")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "user.name=Redacteur", "-c", "user.email=redactie@voorbeeld.nl", *arguments]
        return subprocess.run(
            command, env={**os.environ, "PATH": path}, capture_output=True, encoding="utf-8", check=False
        )

    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "-m", "Begin")
    return git


@pytest.mark.slow
def test_the_hook_stops_only_what_is_new_and_staged(
    folder: Path, repository: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    put(folder, "cases/oud.md", BROKEN)
    repository("add", "--all")
    assert repository("commit", "-m", "Oude schuld").returncode == 0
    assert main(["hook"]) == 0
    page = folder / "docs" / "over.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEen regel erbij.\n", encoding="utf-8")
    put(folder, "cases/nieuw.md", BROKEN.replace("title: A", "title: B"))
    repository("add", "docs/over.md")
    done = repository("commit", "-m", "Alleen de pagina")
    assert (done.returncode, "KB" in done.stdout + done.stderr) == (0, False), done.stderr
    repository("add", "--all")
    done = repository("commit", "-m", "Met de fout")
    assert done.returncode == 1
    assert "cases/nieuw.md:3:1: fout[KB117]" in done.stdout + done.stderr
    assert "De commit is niet gemaakt." in done.stderr
    assert "oud.md" not in done.stdout + done.stderr
    # What is staged counts, not what has been mended since without staging it.
    (folder / "cases" / "nieuw.md").unlink()
    assert main(["check", "--klaargezet"]) == 1
    assert main(["hook", "--uitzetten"]) == 0
    assert repository("commit", "-m", "Zonder hook").returncode == 0


def test_the_hook_leaves_other_hooks_alone(
    repository: Callable[..., subprocess.CompletedProcess[str]], capsys: Capture
) -> None:
    repository("config", "core.hooksPath", "mijn-hooks")
    assert main(["hook"]) == 2
    assert "mijn-hooks" in capsys.readouterr().err
    assert repository("config", "core.hooksPath").stdout.strip() == "mijn-hooks"


def test_the_first_commit_is_checked_whole(folder: Path, capsys: Capture) -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    put(folder, "cases/stuk.md", BROKEN)
    subprocess.run(["git", "add", "--all"], check=True)
    assert main(["check", "--klaargezet"]) == 1
    assert "KB117" in capsys.readouterr().out
