"""From an issue to a pull request: real events, a real git remote, and a server that plays the part of GitHub."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import open_pull_request
from kennisbank.cli import main
from kennisbank.commands import intake
from kennisbank.intake.event import Issue, read_event
from kennisbank.intake.issue import read_form
from kennisbank.intake.refused import Refused
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

from ..conftest import ROOT
from ..support.chance import few
from ..support.github_server import REPOSITORY, TOKEN, GitHub, github
from ..support.on_disk import sound_library

pytestmark = pytest.mark.slow

EVENT = ROOT / "tests" / "fixtures" / "issues-opened.json"
BOT = "41898282+github-actions[bot]@users.noreply.github.com"


@dataclass(frozen=True)
class Forge:
    """A checkout with a bare repository as its remote, and what was asked of GitHub.

    `apart` runs the commands as the workflow does, each in a process of its own, instead of in this one.
    """

    root: Path
    github: GitHub
    apart: bool = False

    def git(self, *arguments: str, cwd: str = "werk") -> str:
        command = ["git", "-c", "user.name=Redacteur", "-c", "user.email=redactie@voorbeeld.nl", *arguments]
        done = subprocess.run(command, cwd=self.root / cwd, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def take(self, **changes: Any) -> tuple[int, int]:
        """What a run of the workflow does with an issue: a fresh checkout, `intake`, then the pull request."""
        event = json.loads(EVENT.read_text(encoding="utf-8"))
        event["issue"] |= changes
        (self.root / "event.json").write_text(json.dumps(event), encoding="utf-8")
        self.git("fetch", "--quiet", "origin")
        self.git("checkout", "--quiet", "--force", "--detach", "origin/main")
        self.git("clean", "-qfdx")
        arguments = ["intake", str(self.root / "event.json"), "--uit", "build/intake"]
        return self.run(arguments), self.place("build/intake")

    def run(self, arguments: list[str]) -> int:
        """The exit code of `kennisbank`."""
        if self.apart:
            return self._apart("-m", "kennisbank", *arguments)
        return self._here(main, arguments)

    def place(self, folder: str) -> int:
        """The exit code of the script that opens the pull request."""
        if self.apart:
            return self._apart(str(ROOT / "scripts" / "open_pull_request.py"), folder)
        return self._here(open_pull_request.main, [folder])

    def _here(self, command: Callable[[list[str]], int], arguments: list[str]) -> int:
        out = StringIO()
        with pytest.MonkeyPatch.context() as patch, chdir(self.root / "werk"):
            for name, value in self.environment.items():
                patch.setenv(name, value)
            # What is read apart is read so in `attacks/test_refused_first.py`, and here when all runs apart.
            patch.setattr(intake, "read_event_apart", read_event)
            with redirect_stdout(out), redirect_stderr(out):
                code = command(arguments)
        return self._quiet(out.getvalue(), code)

    def _apart(self, *arguments: str) -> int:
        command, environment = [sys.executable, *arguments], {**os.environ, **self.environment}
        done = subprocess.run(
            command, cwd=self.root / "werk", env=environment, capture_output=True, text=True, check=False
        )
        return self._quiet(done.stdout + done.stderr, done.returncode)

    def _quiet(self, said: str, code: int) -> int:
        assert "Traceback" not in said, said
        assert "in het programma zelf" not in said, said
        assert TOKEN not in said
        return code

    @property
    def environment(self) -> dict[str, str]:
        """What GitHub Actions gives to a step."""
        given = {"GITHUB_API_URL": self.github.address, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}
        return {**given, "GITHUB_EVENT_PATH": str(self.root / "event.json")}

    @property
    def opened(self) -> list[Any]:
        """The pull requests that were opened."""
        return [body for method, path, body in self.github.written if method == "POST" and path.endswith("/pulls")]

    @property
    def answers(self) -> list[str]:
        """What was said in issues, a new comment or a renewed one."""
        return [body["body"] for _, path, body in self.github.written if "/issues/" in path]

    def cases(self, number: int = 12) -> list[str]:
        """The case files that the branch of an issue adds."""
        return self.git("diff", "--name-only", f"main...intake/issue-{number}", cwd="bewaarplaats.git").splitlines()

    def case(self, number: int = 12) -> str:
        """The one case file on the branch of an issue."""
        (path,) = self.cases(number)
        return self.git("show", f"intake/issue-{number}:{path}", cwd="bewaarplaats.git")


@pytest.fixture
def server() -> Iterator[GitHub]:
    with github() as known:
        known.lists = {"pulls": [], "issues": [], **{f"issues/{number}/comments": [] for number in (12, 13, 14)}}
        known.answers = {f"issues/{number}": {"user": {"login": "voorbeeld-ambtenaar"}} for number in (12, 13, 14)}
        yield known


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkout and its remote as they are before any issue, for every test to copy."""
    root = tmp_path_factory.mktemp("smederij")
    work = root / "werk"
    sound_library(work)
    (work / ".gitignore").write_text("/build/\n", encoding="utf-8")
    made = Forge(root, GitHub())
    made.git("init", "--quiet", "--bare", "--initial-branch=main", "bewaarplaats.git", cwd=".")
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("remote", "add", "origin", "../bewaarplaats.git")
    made.git("add", "--all")
    made.git("commit", "--quiet", "-m", "Begin")
    made.git("push", "--quiet", "origin", "main")
    return root


@pytest.fixture
def forge(tmp_path: Path, server: GitHub, begun: Path) -> Forge:
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    return Forge(tmp_path, server)


def _body(**answers: str) -> str:
    return "\n\n".join(f"### {label.replace('_', ' ')}\n\n{text}" for label, text in answers.items())


def test_an_issue_becomes_a_pull_request(forge: Forge) -> None:
    """Run as the workflow does; all others here run in this process."""
    assert replace(forge, apart=True).take() == (0, 0)
    assert forge.cases() == ["cases/een-dak-vol-zon.md"]
    text = forge.case()
    assert "places: [voorbeeldstad]" in text
    assert "## Aanpak\n\n- eerst gerekend\n- toen gehuurd\n" in text
    (created,) = forge.opened
    assert (created["head"], created["base"]) == ("intake/issue-12", "main")
    assert created["title"] == "Case: Een dak vol zon"
    assert "Closes #12" in created["body"]
    assert "- [ ] Regel 3: \\'Samenvatting\\' is nog niet ingevuld" in created["body"].replace("'", "\\'")
    (answer,) = forge.answers
    assert f"{forge.github.address}/pulls/1" in answer
    assert forge.github.written[-1][1].endswith("/issues/12/comments")
    commit = forge.git("log", "-1", "--format=%ae%n%B", "intake/issue-12", cwd="bewaarplaats.git")
    assert commit.splitlines()[0] == BOT
    trailer = "Co-authored-by: voorbeeld-ambtenaar <1234567+voorbeeld-ambtenaar@users.noreply.github.com>"
    assert commit.splitlines()[-1] == trailer


def test_an_edited_issue_renews_the_same_pull_request(forge: Forge) -> None:
    forge.take()
    assert forge.take(body=_body(Titel="Een nieuwe titel", Aanpak="Anders.")) == (0, 0)
    assert forge.cases() == ["cases/een-nieuwe-titel.md"]
    assert "Anders." in forge.case()
    assert len(forge.opened) == 1
    method, path, renewed = forge.github.written[-1]
    assert (method, path.rpartition("/b/")[2], renewed["title"]) == ("PATCH", "pulls/1", "Case: Een nieuwe titel")
    assert forge.git("rev-list", "--count", "main..intake/issue-12", cwd="bewaarplaats.git") == "2"
    assert forge.take(body=_body(Titel="Een nieuwe titel", Aanpak="Anders.")) == (0, 0)
    assert forge.git("rev-list", "--count", "main..intake/issue-12", cwd="bewaarplaats.git") == "2"


def test_what_an_editor_changed_stays(forge: Forge) -> None:
    forge.take()
    forge.git("checkout", "--quiet", "-B", "verder", "origin/intake/issue-12")
    file = forge.root / "werk" / "cases" / "een-dak-vol-zon.md"
    file.write_text("van de redacteur\n", encoding="utf-8")
    forge.git("commit", "--quiet", "--all", "-m", "Verder")
    forge.git("push", "--quiet", "origin", "HEAD:intake/issue-12")
    assert forge.take(body=_body(Titel="Van de indiener")) == (0, 0)
    assert forge.case() == "van de redacteur"
    assert "iemand werkt al verder" in forge.answers[-1]


def _pull(branch: str, repository: str = REPOSITORY, number: int = 99) -> dict[str, object]:
    return {"number": number, "head": {"ref": branch, "repo": {"full_name": repository}}}


def test_a_full_list_of_proposals_takes_no_more(forge: Forge) -> None:
    forge.github.lists["pulls"] = [_pull(f"intake/issue-{number}") for number in range(100, 125)]
    assert forge.take() == (0, 0)
    assert "staan nu 25 voorstellen open" in forge.answers[-1]
    assert all(path.endswith("/issues/12/comments") for _, path, _ in forge.github.written)


@pytest.mark.parametrize(("at_once", "refused"), few([(24, False), (25, True), (30, True)], daily=2))
def test_issues_at_the_same_moment_do_not_pass_the_bound(forge: Forge, at_once: int, refused: bool) -> None:
    others = [_pull(f"intake/issue-{number}", number=number) for number in range(100, 100 + at_once)]
    forge.github.meanwhile["pulls"] = others  # runs for other issues open theirs after this one counted
    assert forge.take() == (0, 0)
    (made,) = [one for one in forge.github.lists["pulls"] if one["head"]["ref"] == "intake/issue-12"]
    closed = ("PATCH", f"/repos/{REPOSITORY}/pulls/{made['number']}", {"state": "closed"})
    assert (closed in forge.github.written) is refused
    assert ("staan nu 25 voorstellen open" in forge.answers[-1]) is refused


@pytest.mark.parametrize(
    ("issues", "pulls", "refused"),
    few(
        [
            ([(number, "open") for number in range(5)], [], True),
            ([(number, "open") for number in range(4)], [], False),
            ([(number, "open") for number in range(4)] + [(12, "open")], [], False),
            ([(number, "closed") for number in range(5)], range(5), True),
            ([(number, "closed") for number in range(5)], range(4), False),
            ([(1, "open"), (2, "open"), (3, "closed"), (4, "closed"), (5, "closed")], [3, 4, 5, 1], True),
        ],
        daily=2,
    ),
    ids=["open", "few", "with this one", "closed with a proposal", "closed and done", "both"],
)
def test_one_author_cannot_fill_the_list(
    forge: Forge, issues: list[tuple[int, str]], pulls: list[int], refused: bool
) -> None:
    forge.github.lists["issues"] = [{"number": number, "state": state} for number, state in issues]
    forge.github.lists["issues"] += [
        {"number": number, "state": "open", "pull_request": {}} for number in range(50, 60)
    ]
    forge.github.lists["pulls"] = [_pull(f"intake/issue-{number}") for number in pulls]
    assert forge.take() == (0, 0)
    assert ("andere cases openstaan" in forge.answers[-1]) is refused
    assert (forge.opened == []) is refused


def test_a_branch_of_that_name_in_a_fork_does_not_count(forge: Forge) -> None:
    forge.github.lists["pulls"] = [_pull("intake/issue-12", "vreemd/b")]
    forge.github.lists["pulls"] += [_pull(f"intake/issue-{number}", "vreemd/b") for number in range(100, 125)]
    assert forge.take() == (0, 0)
    assert [path.rpartition("/b/")[2] for method, path, _ in forge.github.written if "pulls" in path] == ["pulls"]


def test_two_people_propose_the_same_title(forge: Forge) -> None:
    forge.take()
    assert forge.take(number=13) == (0, 0)
    assert forge.cases(13) == ["cases/een-dak-vol-zon-2.md"]
    assert "Er is al een case, of een voorstel daarvoor" in forge.opened[-1]["body"]
    forge.git("checkout", "--quiet", "origin/intake/issue-12")
    forge.git("push", "--quiet", "origin", "HEAD:main")
    assert forge.take(number=14) == (0, 0)
    assert forge.cases(14) == ["cases/een-dak-vol-zon-3.md"]


def test_a_fork_with_a_branch_of_that_name_takes_nothing_over(forge: Forge) -> None:
    fork = {"number": 66, "head": {"ref": "intake/issue-12", "repo": {"full_name": "vreemd/b"}}}
    forge.github.lists["pulls"] = [fork, {**fork, "head": {"ref": "intake/issue-12", "repo": None}}]
    assert forge.take() == (0, 0)
    assert len(forge.opened) == 1
    assert not [path for _, path, _ in forge.github.written if path.endswith("/pulls/66")]


def test_a_later_answer_takes_the_place_of_the_one_before(forge: Forge) -> None:
    assert forge.take(body=_body(Titel="Groot", Aanpak="x" * 1_000_000)) == (1, 0)
    said = forge.github.lists["issues/12/comments"]
    said.insert(0, {"id": 99, "user": {"login": "mens"}, "body": said[0]["body"]})
    assert forge.take(body=_body(Titel="Nog groter", Aanpak="x" * 1_000_001)) == (1, 0)
    assert [(method, path.rpartition("/b/")[2]) for method, path, _ in forge.github.written] == [
        ("POST", "issues/12/comments"),
        ("PATCH", f"issues/comments/{said[1]['id']}"),
    ]


def test_a_long_report_stays_within_what_github_takes(forge: Forge) -> None:
    text = "\n\n".join(f"Regel {number} met iemand@voorbeeld.nl en 12 ideeën." for number in range(1500))
    assert forge.take(body=_body(Titel="Lang", Aanpak=text)) in ((0, 0), (1, 0))
    assert all(len(body["body"]) < 65_536 for _, _, body in forge.github.written)
    assert forge.github.written != []


def test_github_refuses(forge: Forge) -> None:
    forge.github.status = 403
    assert forge.take() == (0, 1)


@pytest.mark.parametrize(
    "title",
    few(
        [
            "../../../etc/passwd",
            "$(touch gehackt) `touch gehackt` ; touch gehackt | touch gehackt",
            '"\nstatus: gepubliceerd\nx: "',
            "--body-file=/etc/passwd",
            "---\n!!python/object/apply:os.system [touch gehackt]",
            "@redactie <script>alert(1)</script> #1 [x](javascript:alert(1))",
            "\u202e\u200b\x00\x1b[31mrood",
            "${{ secrets.GITHUB_TOKEN }}",
        ],
        daily=3,
    ),
)
def test_hostile_text_has_no_power(forge: Forge, title: str) -> None:
    taken, placed = forge.take(title=title, body=_body(Titel=title, Aanpak=title, Afslagen=title, Gemeenten=title))
    assert (taken, placed) == (0, 0)
    (path,) = forge.cases()
    assert re.fullmatch(r"cases/[a-z0-9]+(-[a-z0-9]+)*\.md", path)
    assert not list(forge.root.rglob("gehackt*"))
    document = read_document(Blob(path, forge.case().encode()))
    assert document.readable and isinstance(document.data, dict)
    assert document.data["status"] == "concept"
    (created,) = forge.opened
    assert created["title"].startswith("Case: ") and created["title"].isprintable()
    assert not re.search(r"@(?!\u2060)\w|(?<!\\)<script|(?<!\\)\]\(", created["body"])


@pytest.mark.parametrize(
    "title",
    few(
        [
            *("Fixes #5", "closes GH-5, resolves gh-7", "dicht: a/b#5", "closes https://github.com/a/b/issues/5"),
            *(
                "Een dak [skip ci]",
                "[CI SKIP] dak",
                "[no ci]",
                "[skip actions]",
                "Een dak [actions skip]",
                "[[skip ci]]",
            ),
            *("@redactie kijk", "a@b/c"),
        ],
        daily=2,
    ),
)
def test_a_title_has_no_power_in_a_commit(forge: Forge, title: str) -> None:
    assert forge.take(title=title, body=_body(Titel=title, Aanpak=title)) == (0, 0)
    (created,) = forge.opened
    assert not re.search(r"(#|gh-)\d|\[|\]|@\w|://", created["title"], re.IGNORECASE)
    text = re.sub("`.*?`", "", created["body"]).replace("\\", "")
    assert re.findall(r"(?:#|gh-)\d+", text, re.IGNORECASE) == ["#12", "#12"]
    assert not re.search(r"\[(skip|no|ci|actions)[^]\\]*\]", created["body"], re.IGNORECASE)


@pytest.mark.parametrize("line", ["# a", "- a", "### Bronnen", "", "https://voorbeeld.nl"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_of_very_many_lines_is_refused(line: str, end: str) -> None:
    with pytest.raises(Refused, match=r"heeft 210\d regels, hoogstens 2000"):
        read_form(Issue(12, "Veel", f"### Bronnen{end}{end}{f'{line}{end}' * 2_100}x"))


@pytest.mark.parametrize("sign", [", ", "; ", " en ", "\n"])
@pytest.mark.parametrize("label", ["Gemeenten", "Thema's"])
def test_very_many_names_are_refused(label: str, sign: str) -> None:
    """Each name that is on no list is held against all of it: nine thousand took a minute."""
    names = sign.join(f"zw{number}" for number in range(1_500))
    with pytest.raises(Refused, match=f"bij '{label}' staan 1500 namen, hoogstens 200"):
        read_form(Issue(12, "Veel", _body(**{"Titel": "Veel", label: names})))


def test_a_huge_text_is_refused_and_not_lost(forge: Forge) -> None:
    assert forge.take(body=_body(Titel="Groot", Aanpak="x" * 1_000_000)) == (1, 0)
    assert forge.opened == []
    (answer,) = forge.answers
    assert "te lang voor één case" in answer
    assert "je tekst staat nog in dit issue" in answer


@pytest.mark.parametrize("body", few([None, "", "_No response_", "### Titel\n\n_No response_\n"], daily=2))
def test_an_empty_form_becomes_a_proposal_that_says_so(forge: Forge, body: str | None) -> None:
    assert forge.take(title="Nieuwe case: ", body=body) == (0, 0)
    assert forge.cases() == ["cases/nieuwe-case.md"]
    assert "Er is geen titel" in forge.opened[0]["body"]


def test_edited_headings_lose_nothing(forge: Forge) -> None:
    body = (
        "Hallo redactie,\r\n\r\n## Tittel:\r\n\r\nEen dak\r\n\r\n### Hintergrund\r\n\r\nAuf Deutsch.\r\n\r\n"
        "### AANPAK\r\n\r\nEerst.\r\n\r\n### Aanpak\r\n\r\nToen.\r\n\r\n### Voorwaarden\r\n\r\n- [ ] Ik geef\r\n"
    )
    assert forge.take(body=body) == (0, 0)
    text = forge.case()
    for kept in ("Hallo redactie,", "Een dak", "Hintergrund", "Auf Deutsch.", "Eerst.\n\nToen."):
        assert kept in text
    told = forge.opened[0]["body"]
    assert "Niet alle voorwaarden zijn aangevinkt" in told
    assert "staat er vaker in" in told and "Tekst zonder kopje van het formulier" in told


@pytest.mark.parametrize("change", [{"number": "12; rm"}, {"number": True}, {"title": None}, {"body": 5}])
def test_an_event_of_another_shape_is_refused(change: dict[str, Any]) -> None:
    event = json.loads(EVENT.read_text(encoding="utf-8"))
    event["issue"] |= change
    with pytest.raises(Refused, match="niet het bestand dat GitHub Actions maakt"):
        read_event(json.dumps(event).encode())


def test_an_event_that_is_refused_stops_everything(forge: Forge) -> None:
    assert forge.take(number="12; rm") == (2, 1)
    assert forge.opened == []


def test_a_proposal_for_another_place_is_not_carried_out(forge: Forge) -> None:
    folder = forge.root / "werk" / "build"
    folder.mkdir()
    found = {"issue": 12, "branch": "main", "title": "t", "file": "../x", "message": "m"}
    (folder / "intake.json").write_text(json.dumps(found), encoding="utf-8")
    assert forge.place("build") == 1
    assert forge.opened == []


def test_a_login_that_is_none_is_not_credited(forge: Forge) -> None:
    forge.take(user={"login": "x> <y", "id": "1"})
    assert "Co-authored-by" not in forge.git("log", "-1", "--format=%B", "intake/issue-12", cwd="bewaarplaats.git")
