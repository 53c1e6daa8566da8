"""The workflows: sound by their schemas, without a finding of zizmor, and as thin and careful as we promise."""

import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from kennisbank.library.addresses import NOT_TO_PUBLISH

from ..conftest import ROOT

TOOLS = Path(sysconfig.get_path("scripts"))
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: (?:\$/[\w./-]+|[\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+)")
# What GitHub itself makes up, so that nobody can put a command in it.
SAFE_IN_ENVIRONMENT = re.compile(
    r"^\$\{\{ (github\.(server_url|repository|token|event\.pull_request\.(base\.sha|number))"
    r"|steps\.pages\.outputs\.base_url|matrix\.python) \}\}"
)


def _content(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _jobs() -> list[Any]:
    named = [(path, name, job) for path in WORKFLOWS for name, job in _content(path)["jobs"].items()]
    return [pytest.param(path, job, id=f"{path.stem}-{name}") for path, name, job in named]


def _run(*command: str) -> str:
    whole = [str(TOOLS / command[0]), *command[1:]]
    done = subprocess.run(whole, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.gitlab-ci", [ROOT / ".ci" / "gitlab-ci.yml"]),
        ("vendor.github-issue-forms", sorted(GITHUB.glob("ISSUE_TEMPLATE/[!c]*.yml"))),
        ("vendor.github-issue-config", sorted(GITHUB.glob("ISSUE_TEMPLATE/config.yml"))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.slow
def test_the_files_follow_their_schema(schema: str, files: list[Path]) -> None:
    transform = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    assert files
    assert _run("check-jsonschema", "--builtin-schema", schema, *transform, *map(str, files)) == ""


def test_zizmor_finds_nothing() -> None:
    assert _run("zizmor", "--offline", "--persona=auditor", "--no-progress", str(GITHUB)) == ""


def test_what_zizmor_may_not_see_is_only_the_one_that_reads_data() -> None:
    ignored = [path.name for path in WORKFLOWS if "zizmor: ignore" in path.read_text(encoding="utf-8")]
    assert ignored == ["voorstel-melden.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_no_rights_of_its_own_and_runs_once_at_a_time(path: Path) -> None:
    content = _content(path)
    assert content["permissions"] == {}
    assert content["concurrency"]["group"]
    text = path.read_text(encoding="utf-8")
    uses = [line.strip().removeprefix("- ") for line in text.splitlines() if re.match(r"\s*(- )?uses:", line)]
    assert [line for line in uses if not PINNED.fullmatch(line)] == []
    assert "{{ secrets." not in text and "pull_request_target" not in text


def test_all_tests_run_on_the_oldest_and_on_the_newest_python() -> None:
    job = _content(GITHUB / "workflows" / "ci.yml")["jobs"]["test"]
    oldest, newest = job["strategy"]["matrix"]["python"]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["requires-python"] == f">={oldest}"
    assert f"python{newest} " in (ROOT / "Makefile").read_text(encoding="utf-8").split("CANDIDATES := python3 ")[1]
    assert job["steps"][-1]["run"] == ".ci/run"
    assert job["steps"][-1]["env"] == {"MET_PYTHON": "${{ matrix.python }}"}


@pytest.mark.parametrize(("path", "job"), _jobs())
def test_a_job_is_thin_and_bounded(path: Path, job: Any) -> None:
    assert job["permissions"], path
    if "uses" in job:
        return
    assert job["timeout-minutes"] <= 60
    for step in job["steps"]:
        command = step.get("run", "")
        assert "${{" not in command and len(command.splitlines()) <= 4
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("path", "job"), _jobs())
def test_no_text_of_a_stranger_reaches_an_environment(path: Path, job: Any) -> None:
    values = [value for holder in (job, *job.get("steps", ())) for value in holder.get("env", {}).values()]
    assert [value for value in values if "${{" in str(value) and not SAFE_IN_ENVIRONMENT.match(value)] == [], path


def test_what_runs_the_code_of_a_stranger_can_write_nothing() -> None:
    for path in WORKFLOWS:
        content = _content(path)
        # YAML 1.1 reads the key "on" as true.
        if "pull_request" in (content.get(True) or content.get("on")):
            rights = [job["permissions"] for job in content["jobs"].values()]
            assert all(right == {"contents": "read"} for right in rights), path


def test_what_can_write_fetches_nothing_of_a_stranger() -> None:
    (job,) = _content(GITHUB / "workflows" / "voorstel-melden.yml")["jobs"].values()
    (checkout,) = [step for step in job["steps"] if str(step.get("uses", "")).startswith("actions/checkout@")]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert [step["run"] for step in job["steps"] if "run" in step] == [
        "python3 scripts/bootstrap.py site",
        '.venv/bin/python scripts/report_proposal.py "$RUNNER_TEMP/voorstel"',
    ]
    # What a stranger's run left comes in last, and beside the checkout: a file in it must never be one that runs.
    (at,) = [at for at, step in enumerate(job["steps"]) if "download-artifact@" in str(step.get("uses"))]
    assert at == len(job["steps"]) - 2
    assert job["steps"][at]["with"]["path"] == "${{ runner.temp }}/voorstel"


def test_a_preview_with_concepts_is_never_published() -> None:
    refuse = f"test ! -e site/{NOT_TO_PUBLISH}"
    steps = _content(GITHUB / "workflows" / "publiceren.yml")["jobs"]["bouwen"]["steps"]
    commands = [step.get("run", step.get("uses", "")) for step in steps]
    assert commands.index("make site") < commands.index(refuse)
    assert commands[commands.index(refuse) + 1].startswith("actions/upload-pages-artifact@")
    pages = _content(ROOT / ".ci" / "gitlab-ci.yml")["pages"]["script"]
    assert pages.index("make site") < pages.index(refuse) < pages.index("mv site public")
    shown = _content(GITHUB / "workflows" / "voorstel.yml")["jobs"]["nakijken"]["steps"]
    assert ".venv/bin/kennisbank site --met-concepten" in [step.get("run") for step in shown]


def test_only_the_deployment_can_publish() -> None:
    jobs = _content(GITHUB / "workflows" / "publiceren.yml")["jobs"]
    writers = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writers == ["publiceren"] and "run" not in jobs["publiceren"]["steps"][0]
    assert jobs["bouwen"]["needs"] == "testen" and jobs["publiceren"]["needs"] == "bouwen"
