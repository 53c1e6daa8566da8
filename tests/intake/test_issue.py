"""From an issue to a pull request: real events, a real git remote, and a `gh` that writes down what it is asked."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

from ..conftest import ROOT
from ..support.on_disk import sound_library

EVENT = ROOT / "tests" / "fixtures" / "issues-opened.json"
BOT = "41898282+github-actions[bot]@users.noreply.github.com"
# Keeps the pull requests in a file, as GitHub would.
GH = """#!{python}
import json, os, sys
from pathlib import Path
state = Path(os.environ["GH_STATE"])
asked = sys.argv[1:]
text = Path(asked[asked.index("--body-file") + 1]).read_text(encoding="utf-8") if "--body-file" in asked else ""
calls = json.loads(state.read_text(encoding="utf-8")) if state.exists() else []
opened = [call for call in calls if call["asked"][:2] == ["pr", "create"]]
state.write_text(json.dumps([*calls, {{"asked": asked, "text": text}}]), encoding="utf-8")
if asked[:2] == ["pr", "list"]:
    branch = asked[asked.index("--head") + 1]
    print(json.dumps([{{"number": 7, "url": "u"}}] if any(branch in call["asked"] for call in opened) else []))
if asked[:2] == ["pr", "create"]:
    print("https://github.com/voorbeeld/voorbeeld/pull/7")
"""


@dataclass(frozen=True)
class Forge:
    """A checkout with a bare repository as its remote, and what was asked of `gh`."""

    root: Path
    environment: dict[str, str]

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
        taken = self.run("-m", "kennisbank", "intake", str(self.root / "event.json"), "--uit", "build/intake")
        placed = self.run(str(ROOT / "scripts" / "open_pull_request.py"), "build/intake")
        return taken, placed

    def run(self, *arguments: str) -> int:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=self.root / "werk", env=self.environment, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode

    def calls(self, *verb: str) -> list[dict[str, Any]]:
        """What was asked of `gh` with this verb."""
        state = self.root / "gh.json"
        found = json.loads(state.read_text(encoding="utf-8")) if state.exists() else []
        return [call for call in found if call["asked"][:2] == list(verb)]

    def cases(self, number: int = 12) -> list[str]:
        """The case files that the branch of an issue adds."""
        return self.git("diff", "--name-only", f"main...intake/issue-{number}", cwd="bewaarplaats.git").splitlines()

    def case(self, number: int = 12) -> str:
        """The one case file on the branch of an issue."""
        (path,) = self.cases(number)
        return self.git("show", f"intake/issue-{number}:{path}", cwd="bewaarplaats.git")


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    work = tmp_path / "werk"
    sound_library(work)
    (work / ".gitignore").write_text("/build/\n", encoding="utf-8")
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH.format(python=sys.executable), encoding="utf-8")
    gh.chmod(0o755)
    path = f"{gh.parent}{os.pathsep}{os.environ['PATH']}"
    made = Forge(tmp_path, {**os.environ, "PATH": path, "GH_STATE": str(tmp_path / "gh.json")})
    made.git("init", "--quiet", "--bare", "--initial-branch=main", "bewaarplaats.git", cwd=".")
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("remote", "add", "origin", str(tmp_path / "bewaarplaats.git"))
    made.git("add", "--all")
    made.git("commit", "--quiet", "-m", "Begin")
    made.git("push", "--quiet", "origin", "main")
    return made


def _body(**answers: str) -> str:
    return "\n\n".join(f"### {label.replace('_', ' ')}\n\n{text}" for label, text in answers.items())


def test_an_issue_becomes_a_pull_request(forge: Forge) -> None:
    assert forge.take() == (0, 0)
    assert forge.cases() == ["cases/een-dak-vol-zon.md"]
    text = forge.case()
    assert "places: [voorbeeldstad]" in text
    assert "## Aanpak\n\n- eerst gerekend\n- toen gehuurd\n" in text
    (created,) = forge.calls("pr", "create")
    assert created["asked"][2:6] == ["--head", "intake/issue-12", "--title", "Case: Een dak vol zon"]
    assert "Closes #12" in created["text"]
    assert "- [ ] Regel 3: \\'summary\\' is nog niet ingevuld" in created["text"].replace("'", "\\'")
    (answer,) = forge.calls("issue", "comment")
    assert answer["asked"][2] == "12"
    assert "https://github.com/voorbeeld/voorbeeld/pull/7" in answer["text"]
    commit = forge.git("log", "-1", "--format=%ae%n%B", "intake/issue-12", cwd="bewaarplaats.git")
    assert commit.splitlines()[0] == BOT
    trailer = "Co-authored-by: voorbeeld-ambtenaar <1234567+voorbeeld-ambtenaar@users.noreply.github.com>"
    assert commit.splitlines()[-1] == trailer


def test_an_edited_issue_renews_the_same_pull_request(forge: Forge) -> None:
    forge.take()
    assert forge.take(body=_body(Titel="Een nieuwe titel", Aanpak="Anders.")) == (0, 0)
    assert forge.cases() == ["cases/een-nieuwe-titel.md"]
    assert "Anders." in forge.case()
    assert len(forge.calls("pr", "create")) == 1
    assert forge.calls("pr", "edit")[0]["asked"][2:5] == ["7", "--title", "Case: Een nieuwe titel"]
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
    assert "iemand werkt al verder" in forge.calls("issue", "comment")[-1]["text"]


def test_two_people_propose_the_same_title(forge: Forge) -> None:
    forge.take()
    assert forge.take(number=13) == (0, 0)
    assert forge.cases(13) == ["cases/een-dak-vol-zon-2.md"]
    assert "Er is al een case, of een voorstel daarvoor" in forge.calls("pr", "create")[-1]["text"]
    forge.git("checkout", "--quiet", "origin/intake/issue-12")
    forge.git("push", "--quiet", "origin", "HEAD:main")
    assert forge.take(number=14) == (0, 0)
    assert forge.cases(14) == ["cases/een-dak-vol-zon-3.md"]


@pytest.mark.parametrize(
    "title",
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
    (created,) = forge.calls("pr", "create")
    asked = created["asked"]
    assert asked[4] == "--title" and asked[5].startswith("Case: ") and asked[5].isprintable()
    assert not re.search(r"@(?!\u2060)\w|(?<!\\)<script|(?<!\\)\]\(", created["text"])


def test_a_huge_text_is_refused_and_not_lost(forge: Forge) -> None:
    assert forge.take(body=_body(Titel="Groot", Aanpak="x" * 1_000_000)) == (1, 0)
    assert forge.calls("pr", "create") == []
    (answer,) = forge.calls("issue", "comment")
    assert "te lang voor één case" in answer["text"]
    assert "je tekst staat nog in dit issue" in answer["text"]


@pytest.mark.parametrize("body", [None, "", "_No response_", "### Titel\n\n_No response_\n"])
def test_an_empty_form_becomes_a_proposal_that_says_so(forge: Forge, body: str | None) -> None:
    assert forge.take(title="Nieuwe case: ", body=body) == (0, 0)
    assert forge.cases() == ["cases/nieuwe-case.md"]
    assert "Er is geen titel" in forge.calls("pr", "create")[0]["text"]


def test_edited_headings_lose_nothing(forge: Forge) -> None:
    body = (
        "Hallo redactie,\r\n\r\n## Tittel:\r\n\r\nEen dak\r\n\r\n### Hintergrund\r\n\r\nAuf Deutsch.\r\n\r\n"
        "### AANPAK\r\n\r\nEerst.\r\n\r\n### Aanpak\r\n\r\nToen.\r\n\r\n### Voorwaarden\r\n\r\n- [ ] Ik geef\r\n"
    )
    assert forge.take(body=body) == (0, 0)
    text = forge.case()
    for kept in ("Hallo redactie,", "Een dak", "Hintergrund", "Auf Deutsch.", "Eerst.\n\nToen."):
        assert kept in text
    told = forge.calls("pr", "create")[0]["text"]
    assert "Niet alle voorwaarden zijn aangevinkt" in told
    assert "staat er vaker in" in told and "Tekst zonder kopje van het formulier" in told


@pytest.mark.parametrize("change", [{"number": "12; rm"}, {"number": True}, {"title": None}, {"body": 5}])
def test_an_event_of_another_shape_stops_everything(forge: Forge, change: dict[str, Any]) -> None:
    assert forge.take(**change) == (2, 1)
    assert forge.calls("pr", "create") == []


def test_a_proposal_for_another_place_is_not_carried_out(forge: Forge) -> None:
    folder = forge.root / "werk" / "build"
    folder.mkdir()
    found = {"issue": 12, "branch": "main", "title": "t", "file": "../x", "message": "m"}
    (folder / "voorstel.json").write_text(json.dumps(found), encoding="utf-8")
    assert forge.run(str(ROOT / "scripts" / "open_pull_request.py"), "build") == 1
    assert forge.calls("pr", "create") == []


def test_a_login_that_is_none_is_not_credited(forge: Forge) -> None:
    forge.take(user={"login": "x> <y", "id": "1"})
    assert "Co-authored-by" not in forge.git("log", "-1", "--format=%B", "intake/issue-12", cwd="bewaarplaats.git")
