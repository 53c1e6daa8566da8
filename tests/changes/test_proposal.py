"""What stands below a pull request: made from a real repository, and read back as the word of a stranger."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import report_proposal
from kennisbank.changes.case_view import NewCases
from kennisbank.changes.consequences import Consequences
from kennisbank.changes.program import touches_code
from kennisbank.changes.proposal import MOST_BYTES, MOST_FINDINGS, Proposal, Refused, UncheckedData, read
from kennisbank.changes.proposal_report import render
from kennisbank.changes.proposing import proposal
from kennisbank.changes.ticks import with_ticks
from kennisbank.changes.turn_view import turn_view
from kennisbank.changes.unchecked import unchecked
from kennisbank.checking.suggestions import Suggestion, suggestions
from kennisbank.cli import main
from kennisbank.findings.finding import Edit, Finding, Place, Severity, Span
from kennisbank.insights.figures import HEADS
from kennisbank.intake.drafting import draft
from kennisbank.library.loading import load
from kennisbank.model.figures import FigureKind
from kennisbank.reading.tree import Blob, tree_from_disk

from ..changes.test_consequences import CASE, LESSON, edit, repository  # noqa: F401 - a fixture
from ..checking.test_baseline import git
from ..support.chance import few
from ..support.example_library import fixed_tree
from ..support.github_server import BOT, REPOSITORY, TOKEN, GitHub, github

pytestmark = pytest.mark.slow

HEAD = "a" * 40
SOUND: dict[str, Any] = {
    "version": 1,
    "number": 7,
    "changed": [CASE],
    "findings": [
        {"path": CASE, "line": 3, "code": "KB203", "message": "thema 'x' bestaat niet", "hint": "", "error": True}
    ],
    "older": 0,
    "suggestions": [{"path": CASE, "start": 5, "end": 5, "text": "nieuw", "codes": ["KB203"]}],
    "pages": None,
    "files": 0,
}
PATCH = "@@ -1,2 +4,3 @@ kop\n gelijk\n+erbij\n-eraf\n gelijk"


def changed(**values: Any) -> bytes:
    return json.dumps({**SOUND, **values}).encode()


def one(name: str, **values: Any) -> bytes:
    return changed(**{name: [{**SOUND[name][0], **values}]})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b" " * (MOST_BYTES + 1),
        changed(extra=1),
        changed(version=2),
        changed(number=0),
        changed(number="7"),
        changed(number=True),
        changed(number="7/merge"),
        changed(number=10**30),
        changed(older=-1),
        changed(changed=["../../etc/passwd"]),
        changed(changed=["cases/../../x.md"]),
        changed(changed=[".github/workflows/ci.yml"]),
        changed(changed=["cases/a.md\n"]),
        changed(findings=SOUND["findings"] * 201),
        changed(suggestions=SOUND["suggestions"] * 31),
        one("findings", code="KB999"),
        one("findings", line=0),
        one("findings", message="x" * 601),
        one("suggestions", path="scripts/x.py"),
        one("suggestions", text="x" * 4_001),
        one("suggestions", text="on\u202eschuldig"),
        one("suggestions", text="a\rb"),
        one("suggestions", codes=[]),
        one("suggestions", start=6, end=4),
        changed(pages=[{"page": "a", "title": "b", "fate": "gehackt", "own": True, "earlier": "", "changes": []}]),
    ],
)
def test_what_is_not_as_it_should_be_is_refused_without_repeating_it(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(data)
    assert len(str(refused.value)) < 200 and str(refused.value).isprintable()


@given(st.binary(max_size=200))
def test_no_bytes_do_anything_but_be_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read(data)


@given(st.text(max_size=80))
def test_no_text_has_a_meaning_of_its_own(text: str) -> None:
    wrapped = f"@iemand {text} [x](https://kwaad.example) <img src=x> ![a](b) #1"
    summary = render(read(one("findings", message=wrapped)))
    assert "@iemand" not in summary and "](http" not in summary and "<img" not in summary.replace("\\<img", "")


@pytest.mark.parametrize(
    ("path", "is_code"),
    [
        ("cases/x.md", False),
        ("docs/lijsten/themes.yml", False),
        ("docs/communities/x.md", False),
        ("docs/assets/images/x.png", False),
        ("docs/assets/images/x.svg", False),
        ("docs/assets/javascripts/x.js", True),
        ("docs/assets/stylesheets/x.css", True),
        ("docs/model/case.schema.json", True),
        ("docs/model/tabel.ods", True),
        ("docs/sub", True),
        ("docs/x.html", True),
        ("docs/assets/stylesheets/site/x.svg", True),
        ("docs/assets/javascripts/x.png", True),
        ("docs/assets/fonts/versneller-sans.woff2", True),
        ("cases/.gitattributes", True),
        ("docs/.gitattributes", True),
        ("cases/.verborgen/x.md", True),
        ("cases/x.yaml", True),
        ("README.md", True),
        ("mkdocs.yml", True),
        ("scripts/x.md", True),
        (".github/workflows/x.yml", True),
        ("cases/../scripts/x.md", True),
    ],
)
def test_what_is_more_than_content_is_code(path: str, is_code: bool) -> None:
    assert touches_code(path) is is_code


def test_a_change_of_the_program_is_never_called_good(repository: Path) -> None:  # noqa: F811 - a fixture
    for name in ("scripts/x.py", ".github/workflows/v.yml", "cases/.gitattributes"):
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text("x", encoding="utf-8")
    git(repository, "add", "--all", "--force")
    git(repository, "commit", "-m", "twee")
    assert main(["voorstel", "--sinds", "HEAD~1"]) == 0
    summary = (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8").replace("\\", "")
    assert summary.startswith("# Let op: dit voorstel verandert het programma zelf")
    assert "scripts/x.py" in summary and "cases/.gitattributes" in summary
    assert "kan op de site" not in summary and "raakt geen inhoud" not in summary


@pytest.mark.parametrize("mode", ["160000", "120000"])
def test_what_leads_elsewhere_under_the_name_of_a_text_is_never_called_good(
    repository: Path,  # noqa: F811 - a fixture
    mode: str,
) -> None:
    """Another repository, or a link to another file."""
    place = repository / "docs/elders.md"
    if mode == "120000":
        place.symlink_to("over.md")
        git(repository, "add", "docs/elders.md")
    else:
        place.mkdir()
        git(repository, "update-index", "--add", "--cacheinfo", f"{mode},{HEAD},docs/elders.md")
    git(repository, "commit", "-m", "twee")
    assert main(["voorstel", "--sinds", "HEAD~1"]) == 0
    summary = (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8").replace("\\", "")
    assert summary.startswith("# Let op: dit voorstel verandert het programma zelf") and "docs/elders.md" in summary
    assert "kan op de site" not in summary


def test_a_real_change_becomes_a_summary_and_data(
    repository: Path,  # noqa: F811 - a fixture
    capsys: pytest.CaptureFixture[str],
) -> None:
    edit(repository / CASE, "begon met één zonnedak", "startte met één zonnedak")
    assert main(["voorstel", "--sinds", "HEAD", "--nummer", "12"]) == 0
    summary = (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8")
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    assert made.number == 12 and made.changed == [CASE] and made.findings == []
    assert summary == render(made)
    assert "# Dit voorstel kan op de site" in summary and "## Dit is goed" in summary
    assert "**startte**" in summary and "Pagina's die mee veranderen" in summary
    out = capsys.readouterr().out
    assert "samenvatting.md" in out and "\\" not in out and f"- {CASE}\n" in out


def test_a_mistake_that_a_machine_can_mend_is_offered(repository: Path) -> None:  # noqa: F811 - a fixture
    edit(repository / CASE, "role: aanjager", "role: Aanjager")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    assert any(finding.error for finding in made.findings) and made.pages is None
    assert [fix.text for fix in made.suggestions] == ["role: aanjager"]
    assert all(fix.start == fix.end and fix.path == CASE for fix in made.suggestions)
    summary = render(made)
    assert "te doen" in summary and "Dat staat hier zodra" in summary and "met één klik" in summary


def test_old_debt_is_counted_and_not_told(repository: Path) -> None:  # noqa: F811 - a fixture
    edit(repository / CASE, "role: aanjager", "role: bestaat-niet")
    git(repository, "commit", "-am", "oud")
    edit(repository / CASE, "met één zonnedak", "met twee zonnedaken")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    assert made.findings == [] and made.older == 2
    assert "staan ook nog 2 oudere meldingen" in render(made)


TEXT = "een\ntwee\ndrie\nvier"
PLACE = Place(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Edit(Span(4, 8), "2")], [(2, 2, "2")]),
        ([Edit(Span(4, 5), "T"), Edit(Span(7, 8), "E")], [(2, 2, "TweE")]),
        ([Edit(Span(0, 3), "1"), Edit(Span(14, 18), "4")], [(1, 1, "1"), (4, 4, "4")]),
        ([Edit(Span(2, 5), "")], [(1, 2, "eewee")]),
        ([Edit(Span(18, 18), "\n")], [(4, 4, "vier\n")]),
    ],
)
def test_fixes_are_whole_lines(edits: list[Edit], expected: list[tuple[int, int, str]]) -> None:
    found = [Finding("cases/a.md", PLACE, "KB203", str(number), edits=(one,)) for number, one in enumerate(edits)]
    made = suggestions(found, {"cases/a.md": TEXT})
    assert made == tuple(Suggestion("cases/a.md", start, end, text, ("KB203",)) for start, end, text in expected)


@pytest.fixture
def server() -> Iterator[GitHub]:
    with github() as known:
        known.answers["pulls/7"] = {"state": "open", "head": {"sha": HEAD}, "changed_files": 1, "updated_at": "12:00"}
        known.lists = {
            "issues/7/comments": [],
            "pulls/7/comments": [],
            "pulls/7/files": [{"filename": CASE, "patch": PATCH}],
        }
        yield known


def reported(server: GitHub, folder: Path, data: bytes | None, head: str = HEAD) -> subprocess.CompletedProcess[str]:
    """What the script does in the place of the workflow."""
    event = folder / "event.json"
    event.write_text(json.dumps({"workflow_run": {"head_sha": head}}), encoding="utf-8")
    (folder / "voorstel").mkdir(exist_ok=True)
    if data is not None:
        (folder / "voorstel" / "voorstel.json").write_bytes(data)
    environment = {"GITHUB_API_URL": server.address, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}
    arguments, out, err = [str(folder / "voorstel")], StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in {**environment, "GITHUB_EVENT_PATH": str(event)}.items():
            patch.setenv(name, value)
        code = report_proposal.main(arguments)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def test_one_comment_and_one_review(server: GitHub, tmp_path: Path) -> None:
    done = reported(server, tmp_path, changed())
    assert done.returncode == 0, done.stderr
    (_, comments, comment), (_, reviews, review) = server.written
    assert comments.endswith("/issues/7/comments") and comment["body"].startswith("<!-- kennisbank-voorstel -->\n# ")
    assert re.search(r"\]\(https://[a-z.-]+github\.io/[^)/]+/bijdragen/meldingen/KB\d{3}/\)", comment["body"])
    assert reviews.endswith("/pulls/7/reviews") and review["commit_id"] == HEAD and review["event"] == "COMMENT"
    (offered,) = review["comments"]
    assert (offered["path"], offered["line"], offered["side"]) == (CASE, 5, "RIGHT")
    assert offered["body"].endswith("```suggestion\nnieuw\n```")
    assert TOKEN not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "path", ["scripts/kennisbank/cli.py", ".github/workflows/ci.yml", ".ci/run", "tests/conftest.py", "docs/a/x.js"]
)
def test_a_proposal_that_changes_the_program_is_not_called_good(server: GitHub, tmp_path: Path, path: str) -> None:
    server.lists["pulls/7/files"].append({"filename": path})
    assert reported(server, tmp_path, changed()).returncode == 0
    body = server.written[0][2]["body"]
    assert "# Let op: dit voorstel verandert het programma zelf" in body and path.replace(".", "") in body.replace(
        "\\", ""
    ).replace(".", "")
    assert "kan op de site" not in body and "Dit is goed" not in body
    assert "kant-en-klare" not in body and len(server.written) == 1  # and offers nothing to click on


def test_another_repository_in_the_place_of_a_file_is_code(server: GitHub, tmp_path: Path) -> None:
    patch = f"@@ -0,0 +1 @@\n+Subproject commit {HEAD}"
    server.lists["pulls/7/files"].append({"filename": "docs/x.md", "patch": patch})
    assert reported(server, tmp_path, changed()).returncode == 0
    assert "verandert het programma zelf" in server.written[0][2]["body"]


def test_code_that_is_moved_away_is_code_too(server: GitHub, tmp_path: Path) -> None:
    server.lists["pulls/7/files"].append({"filename": "docs/x.md", "previous_filename": "scripts/kennisbank/cli.py"})
    assert reported(server, tmp_path, changed()).returncode == 0
    assert "verandert het programma zelf" in server.written[0][2]["body"]


def test_more_files_than_github_shows_may_hold_code(server: GitHub, tmp_path: Path) -> None:
    server.lists["pulls/7/files"] = [{"filename": f"cases/{number}.md"} for number in range(3_100)]
    server.answers["pulls/7"]["changed_files"] = 3_101
    assert reported(server, tmp_path, changed()).returncode == 0
    body = server.written[0][2]["body"]
    assert "verandert het programma zelf" in body and "101 bestanden die GitHub hier niet noemt" in body
    assert "Dit is goed" not in body


def test_a_second_time_renews_the_comment_and_repeats_no_suggestion(server: GitHub, tmp_path: Path) -> None:
    reported(server, tmp_path, changed())
    (_, _, comment), (_, _, review) = server.written
    server.lists["issues/7/comments"] = [
        *({"id": number, "user": {"login": "mens"}, "body": comment["body"]} for number in range(150)),
        {"id": 500, "user": BOT, "body": comment["body"]},
    ]
    body = review["comments"][0]["body"]
    stale, answered = ("<!-- kennisbank-suggestie oud -->", "<!-- kennisbank-suggestie ouder -->")
    server.lists["pulls/7/comments"] = [
        {"id": 1, "user": BOT, "body": body},
        {"id": 2, "user": BOT, "body": stale},
        {"id": 3, "user": BOT, "body": answered},
        {"id": 4, "user": {"login": "mens"}, "body": stale, "in_reply_to_id": 3},
        {"id": 5, "user": None, "body": None},
    ]
    server.asked.clear()
    assert reported(server, tmp_path, changed()).returncode == 0
    assert [(method, path.rpartition("/b/")[2]) for method, path, _ in server.written] == [
        ("PATCH", "issues/comments/500"),
        ("DELETE", "pulls/comments/2"),
    ]


def _with_sources(*sources: tuple[str, str]) -> bytes:
    """A proposal with one case, and each source with the claim that rests on it."""
    said = dict.fromkeys(("key", "publisher", "date", "url"), "x")
    told = [{**said, "title": title, "claims": [claim], "more": 0} for title, claim in sources]
    view = {"path": CASE, "title": "t", "concept": True, "question": "q?", "turns": [], "figures": []}
    return changed(cases=[{**view, "sources": told, "unsourced": []}])


def test_a_tick_stays_as_long_as_its_source_says_the_same(server: GitHub, tmp_path: Path) -> None:
    reported(server, tmp_path, _with_sources(("Krant", "Het dak kwam."), ("Raad", "De raad koos."), ("Brief", "Ja.")))
    first = server.written[0][2]["body"]
    assert first.count("- [ ] **") == 3
    ticked = first.replace("- [ ] **Krant", "- [x] **Krant").replace("- [ ] **Raad", "- [x] **Raad")
    # GitHub gives a comment that was changed in a browser back with other ends of lines.
    server.lists["issues/7/comments"] = [{"id": 500, "user": BOT, "body": ticked.replace("\n", "\r\n")}]
    server.asked.clear()
    reported(server, tmp_path, _with_sources(("Krant", "Het dak kwam."), ("Raad", "De raad wou."), ("Brief", "Ja.")))
    body = server.written[0][2]["body"]
    assert "- [x] **Krant**" in body and "- [ ] **Raad**" in body and "- [ ] **Brief**" in body
    assert body.replace("- [x]", "- [ ]").replace("wou", "koos") == first


@pytest.mark.parametrize(
    "answer", [{"state": "open", "head": {"sha": "b" * 40}}, {"state": "closed", "head": {"sha": HEAD}}]
)
def test_only_the_pull_request_of_the_run_is_written_to(server: GitHub, tmp_path: Path, answer: Any) -> None:
    server.answers["pulls/7"] = answer
    done = reported(server, tmp_path, changed())
    assert done.returncode == 0 and "niets gemeld" in done.stdout
    assert server.written == []


def test_a_push_while_the_files_are_listed_is_no_verdict_on_others(server: GitHub, tmp_path: Path) -> None:
    pull = server.answers["pulls/7"]
    server.pushed["pulls/7/files"] = [lambda: pull.update(head={"sha": "b" * 40}, updated_at="12:01")]
    done = reported(server, tmp_path, changed())
    assert done.returncode == 0 and "niets gemeld" in done.stdout
    assert server.written == []


def test_a_push_that_is_taken_back_is_seen_and_the_files_are_listed_again(server: GitHub, tmp_path: Path) -> None:
    """The list was made while other, innocent files stood there."""
    evil = {"filename": "scripts/kennisbank/cli.py"}

    def back() -> None:
        server.answers["pulls/7"]["updated_at"] = "12:01"
        server.lists["pulls/7/files"].append(evil)

    server.pushed["pulls/7/files"] = [back]
    reported(server, tmp_path, changed())
    ((_, _, comment),) = server.written
    assert "verandert het programma zelf" in comment["body"]


def test_a_proposal_that_keeps_changing_gets_no_verdict(server: GitHub, tmp_path: Path) -> None:
    pull = server.answers["pulls/7"]
    server.pushed["pulls/7/files"] = [lambda: pull.update(updated_at=pull["updated_at"] + "x")] * 10
    assert "niets gemeld" in reported(server, tmp_path, changed()).stdout
    assert server.written == [] and len(server.asked) < 12


@pytest.mark.parametrize("lines", [(3, 3), (7, 7), (6, 7)])
def test_suggestions_outside_the_diff_are_left_out(server: GitHub, tmp_path: Path, lines: tuple[int, int]) -> None:
    start, end = lines
    assert reported(server, tmp_path, one("suggestions", start=start, end=end)).returncode == 0
    assert [path for method, path, _ in server.written if path.endswith("/reviews")] == []


def test_a_suggestion_cannot_end_before_its_end(server: GitHub, tmp_path: Path) -> None:
    reported(server, tmp_path, one("suggestions", text="x\n```\n[klik](https://kwaad.example)\n````suggestion"))
    body = server.written[1][2]["comments"][0]["body"]
    assert body.split("\n")[3] == "`````suggestion" and body.endswith("\n`````")


def test_a_hostile_artifact_reaches_nobody(server: GitHub, tmp_path: Path) -> None:
    done = reported(server, tmp_path, changed(number="7/../../x"))
    assert done.returncode == 1 and done.stderr.startswith("De samenvatting is niet wat zij mag zijn (number: ")
    assert server.asked == []


def test_a_link_is_not_followed(server: GitHub, tmp_path: Path) -> None:
    (tmp_path / "voorstel").mkdir()
    (tmp_path / "elders.json").write_bytes(changed())
    (tmp_path / "voorstel" / "voorstel.json").symlink_to(tmp_path / "elders.json")
    assert reported(server, tmp_path, None).returncode == 0
    assert server.asked == []


def test_nothing_to_report(server: GitHub, tmp_path: Path) -> None:
    assert reported(server, tmp_path, None).stdout == "Er is geen samenvatting om te melden.\n"


def test_github_refuses(server: GitHub, tmp_path: Path) -> None:
    server.status = 403
    done = reported(server, tmp_path, changed())
    assert done.returncode == 1 and done.stderr == "GitHub weigert GET pulls/7 (403).\n"


NEW = "cases/dak-op-de-sporthal.md"


def _proposed(repository: Path, status: str, *edits: tuple[str, str]) -> str:  # noqa: F811 - a fixture
    """The summary of a proposal with one new case, made from the sound one."""
    text = (repository / CASE).read_text(encoding="utf-8").replace("status: gepubliceerd", f"status: {status}")
    text = text.replace("Voorbeeldstad begon met één zonnedak", "De sporthal kreeg een zonnedak")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (repository / NEW).write_text(text, encoding="utf-8", newline="")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    assert [view.path for view in made.cases] == [NEW]
    summary = (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8")
    assert summary == render(made)
    return summary


def test_a_new_case_is_told_as_its_reader_gets_it(repository: Path) -> None:  # noqa: F811 - a fixture
    summary = _proposed(repository, "gepubliceerd")
    _, _, told = summary.partition("## Zo krijgt de lezer het")
    told = told.partition("## Wat verandert voor de lezer")[0].replace("\\", "")
    case = read((repository / "build/voorstel/voorstel.json").read_bytes()).cases[0]
    assert "De sporthal kreeg een zonnedak" in told and "(concept)" not in told
    assert f"**De vraag:** {case.question}" in told
    assert case.turns and case.sources
    for turn in case.turns:
        assert f"- {turn.when}: {turn.choice}" in told
    for source in case.sources:
        assert source.title in told and source.publisher in told
        assert source.claims and all(claim in told for claim in source.claims)
    assert "Zonder bron" in told


def test_a_claim_rests_on_the_note_behind_it_and_what_has_none_is_named(
    repository: Path,  # noqa: F811 - a fixture
) -> None:
    text = (repository / CASE).read_text(encoding="utf-8")
    key = read_key(text)
    start = f"## Aanleiding\n\nEen eerste zin. Een tweede met noot.[^{key}] Een derde zonder.\n"
    _proposed(repository, "concept", ("## Aanleiding\n", start))
    (case,) = read((repository / "build/voorstel/voorstel.json").read_bytes()).cases
    (source,) = (one for one in case.sources if one.key == key)
    assert "Een eerste zin. Een tweede met noot." in source.claims
    assert case.unsourced[0] == "Een derde zonder."


def test_a_figure_stands_there_as_people_write_numbers(repository: Path) -> None:  # noqa: F811 - a fixture
    key = read_key((repository / CASE).read_text(encoding="utf-8"))
    figure = f"what: Stroom, unit: MWh, target: 1250, achieved: 0.5, source: {key}, reported_by: zelf"
    told = _proposed(repository, "concept", ("\nturns:", f"\nresults: [{{{figure}}}]\nturns:")).replace("\\", "")
    assert "- Stroom: doel 1.250 en gehaald 0,5 MWh, gemeld door" in told


@pytest.mark.parametrize("kind", FigureKind)
def test_a_figure_is_called_what_the_site_calls_it(repository: Path, kind: FigureKind) -> None:  # noqa: F811
    """Also where somebody is asked about a change of it."""
    key = read_key((repository / CASE).read_text(encoding="utf-8"))
    figure = f"what: Geld, kind: {kind}, unit: euro, target: 1250, achieved: 780000, source: {key}, reported_by: zelf"
    told = _proposed(repository, "concept", ("\nturns:", f"\nresults: [{{{figure}}}]\nturns:")).replace("\\", "")
    goal, came = ((head or "Gehaald").lower() for head in HEADS[kind][1:])
    assert f"- Geld: {goal} 1.250 en {came} 780.000 euro, gemeld door" in told
    git(repository, "add", "--all")
    git(repository, "commit", "-m", "twee")
    edit(repository / NEW, "780000", "790000")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    asked = read((repository / "build/voorstel/voorstel.json").read_bytes()).unchecked
    assert [f"{goal} 1.250, {came} 790.000 euro" in one.after for one in asked] == [True]


def read_key(text: str) -> str:
    """The key of the first source in a case."""
    return text.partition("[^")[2].partition("]")[0]


def test_of_a_concept_is_never_said_that_it_can_be_published(repository: Path) -> None:  # noqa: F811 - a fixture
    summary = _proposed(repository, "concept")
    assert "kan op de site" not in summary
    assert summary.startswith("# Een concept zonder fouten") and "(concept)" in summary
    edit(repository / CASE, "begon met één zonnedak", "startte met één zonnedak")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    both = (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8")
    assert "kan op de site" not in both and "wat concept is, staat nog niet op de site" in both


def test_a_concept_that_cannot_be_shown_yet_is_named(repository: Path) -> None:  # noqa: F811 - a fixture
    text = '---\ntitle: "Een dak"\nstatus: concept\noutcome: "VUL IN"\nonbekend: 1\n---\n'
    (repository / NEW).write_text(text, encoding="utf-8")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    assert (made.concepts, made.unfinished) == ([NEW], [NEW])
    summary = render(made)
    assert "kan op de site" not in summary and "Nog niet als pagina te bekijken" in summary
    assert "### Een dak (concept)" in summary and "**De vraag:** nog niet ingevuld" in summary


def test_a_concept_that_was_only_begun_can_be_seen_and_is_not_called_ready(repository: Path) -> None:  # noqa: F811
    """As the quick start makes one."""
    begun = draft({"title": "Een dak", "Aanpak": "Er kwam een dak."}, load(tree_from_disk(repository)), ())
    (repository / NEW).write_text(begun.text, encoding="utf-8")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    assert (made.concepts, made.unfinished) == ([NEW], [])
    summary = render(made)
    assert summary.startswith("# Een concept zonder fouten, nog niet af")
    assert "**De vraag:** nog niet ingevuld" in summary and "**Het besluit:** nog niet ingevuld" in summary


@pytest.mark.parametrize("status", ["concept", "gepubliceerd"])
def test_what_is_ready_is_not_said_to_need_work_still(repository: Path, status: str) -> None:  # noqa: F811 - a fixture
    """The heading and the first sentence agree, also where a warning stands at every file."""
    summary = _proposed(repository, status, ("## Aanleiding\n", "## Aanleiding\n\nDe stakeholders deden mee.\n"))
    assert "waarschuwing" in summary and "## Dit is goed" not in summary
    ready = "klaar om te lezen" if status == "concept" else "kan op de site"
    assert ready in summary.splitlines()[0]
    assert "Er hoeft niets meer; hieronder staat wat nog beter mag." in summary
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    for worse in ({"errors": 1}, {"unchecked": [UncheckedData(path=NEW, what="x", before="", after="")]}):
        told = render(made.model_copy(update=worse))
        assert ready not in told.splitlines()[0] and "Bij elk bestand valt nog iets te doen" in told
    begun = render(made.model_copy(update={"unfinished": [NEW]}))
    assert ("nog niet af" in begun) is (status == "concept") and "hoeft niets meer" not in begun
    assert "hieronder staat wat nog ontbreekt of beter mag" in begun


def test_a_figure_and_a_decision_rest_on_the_source_that_they_name(repository: Path) -> None:  # noqa: F811 - a fixture
    text = (repository / CASE).read_text(encoding="utf-8")
    krant = "sources:\n  - {key: krant, title: Dak gelegd, publisher: Krant, date: '2021'}\n"
    decision = "    decision: {what: Krediet voor een dak, vote: 20 tegen 3, source: krant}\n    decided_by:"
    kosten = "results:\n  - {what: Kosten, kind: kosten, achieved: 0, unit: euro, source: krant, reported_by: zelf}\n"
    assert all(line in text for line in ("sources:\n", "results:\n", "    decided_by:"))
    _proposed(repository, "concept", ("sources:\n", krant), ("results:\n", kosten), ("    decided_by:", decision))
    (case,) = read((repository / "build/voorstel/voorstel.json").read_bytes()).cases
    (source,) = (one for one in case.sources if one.key == "krant")
    assert source.claims == ["Kosten: 0 euro", "Besluit: Krediet voor een dak (20 tegen 3)"]


def test_a_concept_is_only_shown_where_a_site_can_be_made(repository: Path) -> None:  # noqa: F811 - a fixture
    shown = "hangt een proefsite met het concept erin"
    assert shown in _proposed(repository, "concept")
    assert shown not in _proposed(repository, "concept", ("themes: [", "themes: [nergens, "))
    # What is missing the page itself names, though a published case could not do without it.
    assert shown in _proposed(repository, "concept", ("themes: [", "# themes: ["))
    edit(repository / CASE, "themes: [", "themes: [nergens, ")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    assert shown not in (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8")


def test_a_long_list_of_sources_is_folded_and_keeps_its_ticks(repository: Path) -> None:  # noqa: F811 - a fixture
    more = "".join(f"  - {{key: b{at}, title: Bron {at}, publisher: Krant, date: '2021'}}\n" for at in range(30))
    cited = " ".join(f"Zin {at}.[^b{at}]" for at in range(30))
    told = _proposed(
        repository, "concept", ("sources:\n", f"sources:\n{more}"), ("## Aanpak\n", f"## Aanpak\n\n{cited}\n")
    )
    (case,) = read((repository / "build/voorstel/voorstel.json").read_bytes()).cases
    opened, fold = told.split(f"<details><summary>En nog {len(case.sources) - 8} bronnen</summary>\n\n")
    assert opened.split("**De bronnen")[1].count("- [ ] ") == 8
    assert fold.partition("\n</details>\n")[0].count("- [ ] ") == len(case.sources) - 8
    ticked = told.replace("- [ ] ", "- [x] ")
    assert with_ticks(told, ticked) == ticked


@pytest.mark.parametrize("whole", [True, False])
def test_who_decided_and_the_formal_decision_are_told(repository: Path, *, whole: bool) -> None:  # noqa: F811
    decision = "{what: Krediet voor een *dak*, date: 2021-07-01, vote: 20 tegen 3, source: krant}"
    edits = [("    decided_by:", f"    decision: {decision}\n    decided_by:")]
    if not whole:
        edits.append(("themes: [", "onbekend: ["))
    told = _proposed(repository, "concept", *edits).replace("\\", "")
    assert "    - Wie besloot: De gemeenteraad" in told
    assert "    - Besluit: Krediet voor een dak, 1 juli 2021 (20 tegen 3), bron krant\n" in told


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ("", ""),
        ({"what": "VUL IN", "source": "krant"}, ""),
        ({"vote": "20 tegen 3"}, "nog niet ingevuld (20 tegen 3), bron nog niet ingevuld"),
        ({"what": "Krediet", "date": "VUL IN", "source": "krant"}, "Krediet, bron krant"),
        ({"what": "Krediet", "date": 2021, "source": "krant"}, "Krediet, 2021, bron krant"),
        ({"what": "Krediet", "date": "2021-13", "source": "krant"}, "Krediet, 2021-13, bron krant"),
        ({"what": "Krediet", "date": "in juli", "source": "krant"}, "Krediet, in juli, bron krant"),
    ],
)
def test_of_a_formal_decision_what_is_filled_in_is_told(decision: object, told: str) -> None:
    assert turn_view({"choice": "Een dak", "decision": decision}).decision == told


def test_of_a_concept_without_a_page_what_is_filled_in_is_told(repository: Path) -> None:  # noqa: F811 - a fixture
    """As the quick start makes one."""
    text = (repository / CASE).read_text(encoding="utf-8")
    key = read_key(text)
    sources = f"sources:\n  - key: {key}\n    title: VUL IN\n    publisher: Krant\n    date: VUL IN\n  - 12\n"
    turns = "turns:\n  - {when: VUL IN, choice: Eén dak}\n  - {when: 2019, choice: VUL IN}\n  - x\n"
    turns += f"  - {{decision: {{what: VUL IN, source: {key}}}}}\n  - {{decision: {{what: Krediet, source: {key}}}}}\n"
    turns += f"results:\n  - {{what: Daken, target: 4, achieved: VUL IN, source: {key}}}\n  - {{source: {key}}}\n"
    front = f"---\ntitle: Een dak\nstatus: concept\nquestion: [1]\n{sources}{turns}---\n"
    (repository / NEW).write_text(f"{front}\n## Aanpak\n\nEr kwam een dak.[^{key}] En stroom.\n", encoding="utf-8")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    (case,) = read((repository / "build/voorstel/voorstel.json").read_bytes()).cases
    assert [(turn.when, turn.choice) for turn in case.turns] == [("", "Eén dak")]
    assert [(one.key, one.title, one.publisher, one.claims) for one in case.sources] == [
        (key, "", "Krant", ["Er kwam een dak.", "Daken: 4", "Besluit: Krediet"])
    ]
    assert case.unsourced == ["En stroom."]
    told = (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8").replace("\\", "")
    assert "- Jaar nog niet ingevuld: Eén dak" in told
    assert "**nog niet ingevuld**, Krant (nog niet ingevuld), zonder webadres" in told


def test_of_a_concept_without_a_page_no_address_is_read_as_markdown(repository: Path) -> None:  # noqa: F811 - a fixture
    source = "{key: a_b_c, title: Plan_van_zon, publisher: X*Y*Z, date: 2019, url: https://x.example/a_b_c/d_e*f*g}"
    front = f"---\ntitle: Dak\nstatus: concept\nsources: [{source}]\nturns: [{{choice: Een **dak**}}]\n---\n"
    (repository / NEW).write_text(f"{front}\n## Aanpak\n\nEr kwam een dak.[^a_b_c]\n", encoding="utf-8")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    (case,) = read((repository / "build/voorstel/voorstel.json").read_bytes()).cases
    (found,) = case.sources
    assert (found.key, found.title, found.publisher) == ("a_b_c", "Plan_van_zon", "X*Y*Z")
    assert (found.url, found.claims) == ("https://x.example/a_b_c/d_e*f*g", ["Er kwam een dak."])
    assert [turn.choice for turn in case.turns] == ["Een dak"]


def test_of_a_concept_without_a_page_is_never_said_that_it_lacks_what_waits(
    repository: Path,  # noqa: F811 - a fixture
) -> None:
    figure = "{what: Stroom, target: 5, unit: VUL IN}"
    lists = "sources: [{key: VUL IN, title: Plan van zon}, {key: VUL IN}]\nresults: [FIGURES]\n"
    front = f"---\ntitle: Een dak\nstatus: concept\nthemes: [VUL IN]\n{lists}---\n"
    told = {}
    for figures in ("", "{what: VUL IN}", f"{figure}, {{what: VUL IN}}", f"{figure}, {figure}"):
        (repository / NEW).write_text(front.replace("FIGURES", figures), encoding="utf-8")
        assert main(["voorstel", "--sinds", "HEAD"]) == 0
        summary = (repository / "build/voorstel/samenvatting.md").read_text(encoding="utf-8").replace("\\", "")
        told[figures] = summary.partition("**De cijfers:** ")[2].partition("\n")[0]
        assert "- [ ] **Plan van zon**" in summary and "er staat geen bron in" not in summary
        assert summary.count("- [ ]") == 1
    none, later = "er staan geen cijfers in.", "hier te zien zodra de case een pagina heeft."
    assert [*told.values()] == [none, none, f"er staat 1 cijfer in, {later}", f"er staan 2 cijfers in, {later}"]


def test_a_concept_that_nobody_reviewed_has_a_page(repository: Path) -> None:  # noqa: F811 - a fixture
    told = _proposed(repository, 'concept\nreviewed: "VUL IN: Nagekeken op"', ("\nreviewed: 2026-", "\n# 2026-"))
    assert "Nog niet als pagina" not in told and "(concept)" in told


@given(st.text(max_size=80))
def test_no_text_of_a_case_has_a_meaning_of_its_own(text: str) -> None:
    odd = f"@iemand {text} [x](https://kwaad.example) <img src=x> ![a](b) #1\n# kop"
    words = dict.fromkeys(("title", "question"), odd)
    turn = dict.fromkeys(("when", "choice", "because"), odd)
    figure = dict.fromkeys(("what", "target", "achieved", "unit", "year", "source"), odd)
    source = {**dict.fromkeys(("key", "title", "publisher", "date", "url"), odd), "claims": [odd], "more": 3}
    view = {"path": CASE, "concept": True, **words, "turns": [turn], "figures": [{**figure, "by": "zelf"}]}
    summary = render(read(changed(cases=[{**view, "sources": [source], "unsourced": [odd] * 9}])))
    assert "@iemand" not in summary and "](http" not in summary and "<img" not in summary.replace("\\<img", "")
    assert "\n# kop" not in summary


def test_long_cases_do_not_crowd_out_the_rest() -> None:
    turn = {"when": "2020", "choice": "x " * 200, "because": "y " * 200}
    view = {"path": CASE, "title": "t", "concept": False, "question": "q?", "turns": [turn] * 40, "figures": []}
    summary = render(read(changed(cases=[{**view, "sources": [], "unsourced": []}] * 5)))
    assert len(summary) < 30_000 and "te lang om hier te tonen" in summary and "## Wat verandert" in summary


OTHER = "cases/tweede.md"


def test_a_fact_that_changes_without_a_source_or_review_is_asked_about(
    repository: Path,  # noqa: F811 - a fixture
) -> None:
    text = (repository / CASE).read_text(encoding="utf-8")
    case = load(tree_from_disk(repository)).cases[Path(CASE).stem]
    figure = next(one for one in case.results if one.achieved is not None)
    written = f"achieved: {figure.achieved:g}"
    other = "afgerond" if case.outcome != "afgerond" else "gestopt"
    assert written in text and case.turns[0].because
    changed = text.replace(written, "achieved: 987", 1).replace(f"outcome: {case.outcome}", f"outcome: {other}")
    (repository / CASE).write_text(changed, encoding="utf-8", newline="")
    made = _told(repository)
    assert {one.what for one in made.unchecked} == {"de afloop", f"het cijfer '{figure.what}'"}
    summary = render(made)
    assert "kan op de site" not in summary and "## Dit is goed" not in summary
    assert "## Waar komt dit vandaan?" in summary and "- [ ] " in summary and "987" in summary
    _, asked = render(made.model_copy(update={"unchecked": made.unchecked * 10})).split("## Waar komt dit vandaan?")
    opened, folded = asked.split("<details><summary>En nog 12 vragen</summary>")
    assert (opened.count("- [ ] "), folded.partition("</details>")[0].count("- [ ] ")) == (8, 12)
    reviewed = changed.replace(f"reviewed: {case.reviewed}", "reviewed: 2026-01-02")
    assert reviewed != changed
    (repository / CASE).write_text(reviewed, encoding="utf-8", newline="")
    assert _told(repository).unchecked == []


def test_a_reason_that_changes_is_asked_about_and_a_typing_error_elsewhere_is_not(
    repository: Path,  # noqa: F811 - a fixture
) -> None:
    edit(repository / CASE, "begon met één zonnedak", "startte met één zonnedak")
    assert _told(repository).unchecked == []
    because = load(tree_from_disk(repository)).cases[Path(CASE).stem].turns[0].because or ""
    edit(repository / CASE, because, f"Toch anders. {because}")
    assert [one.what for one in _told(repository).unchecked] == ["de reden bij afslag 1"]


_STORY = "cases/zon-op-scholen.md"
_SECOND = (
    '  - {what: "Scholen met zonnepanelen", target: 9, achieved: 5, unit: scholen, year: 2015, source: scholen-2016,'
    " reported_by: zelf}\n"
)


# Numbers in all texts that can hold one.
_TOLD = (
    ("Op elke school", "Vier daken: op elke school"),
    ("op alle scholen. Een", "op drie daken. Een"),
    ("Eerst één school.", "Eerst 1 school."),
    ("Alle scholen tegelijk", "Alle 12 scholen tegelijk"),
    (
        "year: 2016, source: scholen-2016, reported_by: zelf}",
        'year: 2016, source: scholen-2016, reported_by: zelf, note: "Op 89 procent van de daken"}',
    ),
)


def _story() -> str:
    """A case with a number in every text that can hold one."""
    text = fixed_tree()[_STORY].data.decode()
    text = text.replace("results:\n", f"results:\n{_SECOND}").replace(
        '    decided_by: "De wethouder"',
        '    decided_by: "De wethouder"\n    cost: "Het kostte 200.000 euro.[^scholen-2016]"',
    )
    text = text.replace("Het plan kwam er.", "Op vijf scholen kwam er een plan.")
    for old, told in _TOLD:
        assert old in text, old
        text = text.replace(old, told, 1)
    return text


def _changed_story(*changes: tuple[str, str], name: str = _STORY) -> list[tuple[str, str, str]]:
    """What is asked about the story when each text in it becomes another, all else being as before."""
    tree, text = dict(fixed_tree()), _story()
    new = text
    for old, now in changes:
        assert old in new, old
        new = new.replace(old, now, 1)
    before = load({**tree, _STORY: Blob(_STORY, text.encode(), len(text.encode()))})
    after = load(
        {
            **{path: one for path, one in tree.items() if path != _STORY},
            name: Blob(name, new.encode(), len(new.encode())),
        }
    )
    assert Path(_STORY).stem in before.cases and Path(name).stem in after.cases
    return [(one.what, one.before, one.after) for one in unchecked(before, after)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("achieved: 5", "achieved: 8", ("het cijfer 'Scholen met zonnepanelen'", "gehaald 5 ", "gehaald 8 ")),
        ("achieved: 11", "achieved: 12", ("het cijfer 'Scholen met zonnepanelen'", "gehaald 11 ", "gehaald 12 ")),
        (_SECOND, "", ("het cijfer 'Scholen met zonnepanelen'", "gehaald 5 ", "")),
        ("year: 2015", "year: 2014", ("het cijfer 'Scholen met zonnepanelen'", "(2015)", "(2014)")),
        ("200.000", "900.000", ("een getal in wat afslag 1 kostte", "200.000", "900.000")),
        ("vijf scholen", "vijftien scholen", ("een getal bij 'In het kort', leverde op", "vijf", "vijftien")),
        ("vijf scholen", "eenentwintig scholen", ("een getal bij 'In het kort', leverde op", "vijf", "eenentwintig")),
        ("vijf scholen", "veel scholen", ("een getal bij 'In het kort', leverde op", "vijf", "")),
        ("Vier daken", "Zes daken", ("een getal bij 'Titel'", "Vier", "Zes")),
        ("op drie daken", "op zeven daken", ("een getal bij 'Samenvatting'", "drie", "zeven")),
        ("Eerst 1 school", "Eerst 4 scholen", ("een getal in de keuze bij afslag 1", "1", "4")),
        ("when: 2014", "when: 2015", ("een getal bij wanneer afslag 1 was", "2014", "2015")),
        ("Alle 12 scholen", "Alle 21 scholen", ("een getal in een optie bij afslag 1", "12", "21")),
        (
            "89 procent",
            "98 procent",
            ("een getal in de toelichting bij het cijfer 'Scholen met zonnepanelen'", "89", "98"),
        ),
        ("op 11 scholen", "op 17 scholen", ("een getal onder 'Resultaat'", "11", "17")),
    ],
)
@pytest.mark.parametrize("name", few([_STORY, "cases/zon-op-daken.md"], daily=1))
def test_every_figure_that_changes_is_asked_about(old: str, new: str, told: tuple[str, str, str], name: str) -> None:
    """Also when two have one name, when the number stands in a text, and when the case has a new name."""
    renamed = [("\nstatus:", "\naliases: [zon-op-scholen]\nstatus:")] if name != _STORY else []
    ((what, before, after),) = _changed_story((old, new), *renamed, name=name)
    assert what == told[0] and told[1] in before and told[2] in after


def test_of_two_sentences_with_one_number_the_new_one_is_asked_about() -> None:
    new = "Op 11 scholen sprak de raad ervan."
    (asked,) = _changed_story(("## Resultaat\n\n", f"## Resultaat\n\n{new}\n"))
    assert asked == ("een getal onder 'Resultaat'", "", new)


def test_what_says_the_same_numbers_is_not_asked_about() -> None:
    assert _changed_story() == []
    assert _changed_story(("Op vijf scholen kwam er een plan", "Er kwam een plan op vijf scholen")) == []
    other = next(line for line in _story().splitlines(keepends=True) if "achieved: 11" in line)
    assert _changed_story((other, ""), (_SECOND, other + _SECOND)) == []


def test_changes_of_sound_files_are_shown_beside_a_file_with_errors(repository: Path) -> None:  # noqa: F811 - a fixture
    edit(repository / CASE, "met één zonnedak", "met twee zonnedaken")
    (repository / OTHER).write_text("---\ntitle: A\n---\n", encoding="utf-8")
    made = _told(repository)
    assert any(finding.error and finding.path == OTHER for finding in made.findings)
    assert made.left_out == [OTHER] and made.pages
    summary = render(made)
    assert "**twee zonnedaken**" in summary and "hier nog niet, want er zit een fout in" in summary


@pytest.mark.parametrize("name", ["cases/Mijn case.md", "cases/café.md", "docs/assets/groot.pdf"])
def test_an_error_in_a_file_whose_name_cannot_be_told_counts(repository: Path, name: str) -> None:  # noqa: F811
    data = bytes(9 * 1024 * 1024) if name.endswith(".pdf") else b"---\ntitle: A\nstatus: concept\n---\n"
    (repository / name).parent.mkdir(exist_ok=True)
    (repository / name).write_bytes(data)
    made = _told(repository)
    assert made.errors and not made.findings
    summary = render(made)
    assert summary.startswith("# Nog ") and " te doen\n" in summary and "kan op de site" not in summary
    assert "raakt geen inhoud" not in summary and "hier niet staat" in summary + summary.replace("staan", "staat")


def test_a_change_of_a_file_whose_name_cannot_be_told_is_a_change(repository: Path) -> None:  # noqa: F811 - a fixture
    (repository / "docs/assets").mkdir(exist_ok=True)
    (repository / "docs/assets/klein.pdf").write_bytes(b"%PDF-1.7\n")
    made = _told(repository)
    assert made.others == 1 and "raakt geen inhoud" not in render(made)
    for number, said in (
        (1, "1 bestand dat hier niet met name genoemd kan"),
        (2, "2 bestanden die hier niet met name genoemd kunnen"),
    ):
        assert f"verandert {said} worden." in render(made.model_copy(update={"others": number, "errors": 0}))


def test_an_error_is_told_however_many_warnings_stand_before_it() -> None:
    place = Place(3, 1, 3, 1)
    warnings = [Finding(CASE, place, "KB405", f"let op {n}", severity=Severity.WARNING) for n in range(250)]
    error = Finding(LESSON, place, "KB203", "thema bestaat niet")
    made = _made({CASE, LESSON, OTHER}, (*warnings, error))
    assert made.findings[0].error and made.errors == 1 and len(made.findings) == MOST_FINDINGS
    summary = render(made)
    good = summary.partition("## Dit is goed")[2].partition("\n## ")[0].replace("\\", "")
    assert summary.startswith("# Nog 1 ding te doen") and "thema bestaat niet" in summary
    assert LESSON not in good and OTHER in good


@pytest.mark.parametrize("error", [True, False])
def test_a_file_is_not_called_good_because_its_findings_do_not_fit(error: bool) -> None:
    severity = Severity.ERROR if error else Severity.WARNING
    found = [Finding(CASE, Place(3, 1, 3, 1), "KB203", f"{n}", severity=severity) for n in range(250)]
    made = _made({CASE, LESSON}, (*found, Finding(LESSON, Place(), "KB203", "nog een", severity=severity)))
    assert made.errors == (251 if error else 0)
    summary = render(made)
    assert "## Dit is goed" not in summary and ("Nog 251 dingen te doen" in summary) is error


def test_a_file_without_consequences_is_not_called_good() -> None:
    assert "## Dit is goed" not in render(_made({CASE}, (), left_out=frozenset({CASE})))


def test_what_is_taken_away_is_content_too(repository: Path) -> None:  # noqa: F811 - a fixture
    (repository / CASE).unlink()
    made = _told(repository)
    assert made.removed == [CASE] and made.pages
    summary = render(made)
    assert "raakt geen inhoud" not in summary and "valt niets aan te merken" not in summary
    assert "haalt 1 bestand weg" in summary and CASE in summary.partition("\n## Wat verandert")[0].replace("\\", "")


def test_what_touches_nothing_is_told_so(repository: Path) -> None:  # noqa: F811 - a fixture
    assert "raakt geen inhoud" in render(_told(repository))


def _made(changed: set[str], findings: tuple[Finding, ...], **more: Any) -> Proposal:
    """A proposal with these files and findings, that changes no page."""
    new = NewCases((), (), ())
    return proposal(7, frozenset(changed), frozenset(), findings, 0, (), Consequences((), 0), new, **more)


def _told(root: Path) -> Proposal:
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    return read((root / "build/voorstel/voorstel.json").read_bytes())
