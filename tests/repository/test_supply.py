"""What we install: pinned with hashes, some days old, and under a licence that goes with ours."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
import yaml

from check_licences import goes_with_ours, licence_of

from ..conftest import ROOT

LOCKS = sorted((ROOT / ".ci").glob("requirements-*.txt"))
INSTALLS = [ROOT / "Makefile", *(ROOT / ".ci" / name for name in ("run", "apt", "python", "uitgang", "gitlab-ci.yml"))]
INSTALLS += [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / "scripts" / "environment.py"]
_PACKAGE = re.compile(r"^([\w.-]+(?:\[[\w,]+\])?)==(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def _packages(lock: Path) -> dict[str, str]:
    """The packages of a lock file, each with everything that stands about it."""
    found = _PACKAGE.findall(lock.read_text(encoding="utf-8"))
    return {name.partition("[")[0]: about for name, about in found}


def test_there_is_a_lock_file_for_everything_that_ci_installs() -> None:
    names = [lock.stem.removeprefix("requirements-") for lock in LOCKS]
    assert names == ["properdocs", "site", "test", "uv", "zensical"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_with_hashes(lock: Path) -> None:
    packages = _packages(lock)
    assert packages
    assert [name for name, about in packages.items() if "--hash=sha256:" not in about] == []
    assert "://" not in lock.read_text(encoding="utf-8")


# In a shell and in Python: pip install, and pip("install", …).
PIP = re.compile(r"\bpip3?\W{1,3}install\b")
# Each package by its hash, and ready made: the tools to build one would come in without; and our own program.
SAFE = ({"--require-hashes", "--only-binary=:all:"}, {"--no-deps", "--no-build-isolation"})


def test_nothing_is_installed_without_hashes() -> None:
    lines = [
        (path.name, line)
        for path in INSTALLS
        for line in path.read_text(encoding="utf-8").splitlines()
        if PIP.search(line)
    ]
    assert sorted(name for name, _ in lines) == ["Makefile", "environment.py", "environment.py", "python", "uitgang"]
    assert [line for line in lines if not any(all(word in line[1] for word in words) for words in SAFE)] == []


# What brings in code by another road than pip, an action, apt or npm by its lock file with hashes, tested below.
OTHER_ROADS = re.compile(
    r"\b(curl|wget|npm(?! ci --ignore-scripts )|npx|docker|podman|gem|cargo|go install|snap|brew|pipx|uvx"
    r"|git clone|add-apt-repository)\s"
)
UNSIGNED = re.compile(r"unauthenticated|--force-yes|trusted=|allow-insecure|AllowUnauthenticated|sources\.list")


@pytest.mark.parametrize("path", INSTALLS, ids=lambda path: path.name)
def test_nothing_comes_in_by_another_road(path: Path) -> None:
    lines = [line.partition(" #")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if not line.startswith("#") and OTHER_ROADS.search(line)] == []
    assert [line for line in lines if UNSIGNED.search(line)] == []


def test_only_one_place_installs_packages_of_debian() -> None:
    """It holds each against its hash (test_apt.py), and nothing of ours asks it for what it does not know."""
    by_apt = {path.name for path in INSTALLS for line in _code(path) if re.search(r"apt-get .*(install|update)", line)}
    assert by_apt == {"apt", "environment.py"}  # the last only says what people can do
    asked = {path.name: line for path in INSTALLS for line in _code(path) if re.search(r"\.ci/apt [a-z\"]", line)}
    assert {*asked} == {"run", "grondig.yml"}
    told = [line.strip() for path in INSTALLS for line in _code(path) if "ZONDER_CONTROLEGETAL=1" in line]
    assert told == ["'Met ZONDER_CONTROLEGETAL=1 komt het er toch op.' >&2"]  # only people set it


def test_another_python_comes_by_its_hash() -> None:
    """From uv, which holds each against the list that is in it and is itself in a lock file."""
    named = [path.name for path in INSTALLS if any("setup-python" in line for line in _code(path))]
    lines = _code(ROOT / ".ci" / "python")
    (installs,) = [at for at, line in enumerate(lines) if PIP.search(line)]
    assert named == [] and "-r .ci/requirements-uv.txt" in lines[installs]
    assert "scripts/check_licences.py" in lines[installs + 1]
    assert [line for line in lines if re.search(r"mirror|url|http", line, re.IGNORECASE)] == []


def test_the_threat_model_says_what_has_no_hash_of_ours() -> None:
    model = (ROOT / "docs" / "beheer" / "dreigingsmodel.md").read_text(encoding="utf-8")
    remains = model.partition("## Wat blijft over?")[2]
    assert all(word in remains for word in ("De machine van de workflows", "Playwright", "`ZONDER_CONTROLEGETAL=1`"))
    more = (ROOT / "docs" / "beheer" / "wat-de-site-tegenhoudt.md").read_text(encoding="utf-8")
    assert "`.ci/apt-packages`" in more
    # `.ci/apt --lijst` takes what Debian offers at that moment.
    for page in (model, more):
        waits = page.partition("Nieuwe versies wachten een week")[2].partition(" |")[0]
        assert re.match(r"[;.] [Dd]ie van Debian (wachten )?niet", waits)


def _code(path: Path) -> list[str]:
    """The lines that are no remark."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]


def _settings() -> Any:
    return yaml.safe_load((ROOT / ".ci" / "gitlab-ci.yml").read_text(encoding="utf-8"))


def test_an_image_is_taken_by_its_digest() -> None:
    settings = _settings()
    images = [part["image"] for part in settings.values() if isinstance(part, dict) and "image" in part]
    assert images == ["$PYTHON_IMAGE"] and not any("services" in part for part in settings.values())
    first = settings["workflow"]["rules"][0]
    digest = re.fullmatch(r"\$PYTHON_IMAGE !~ /(.*)/", first["if"])
    assert first["when"] == "never" and digest
    assert not re.search(digest[1], "python:3.14-bookworm")
    assert re.search(digest[1], f"python:3.14-bookworm@sha256:{'0a' * 32}")
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        assert not re.search(r"^\s*(container|services|image):", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_new_versions_wait_some_days() -> None:
    assert '--exclude-newer "7 days"' in (ROOT / "Makefile").read_text(encoding="utf-8")
    dependabot = (ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8")
    assert dependabot.count("default-days: 7") == dependabot.count("package-ecosystem") == 3


def test_the_html_checker_is_pinned_with_a_hash_too() -> None:
    text = (ROOT / ".ci" / "nu" / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: about for name, about in json.loads(text)["packages"].items() if name}
    assert packages and all(about["integrity"].startswith("sha512-") for about in packages.values())
    assert "://" not in text
    thorough = (ROOT / ".github" / "workflows" / "grondig.yml").read_text(encoding="utf-8")
    assert "npm ci --ignore-scripts" in thorough and "npm install" not in thorough
    assert all(goes_with_ours(about["license"]) for about in packages.values())


def test_what_the_other_generators_bring_is_judged_where_it_is_installed() -> None:
    lines = (ROOT / ".ci" / "uitgang").read_text(encoding="utf-8").splitlines()
    (installs,) = [at for at, line in enumerate(lines) if PIP.search(line)]
    assert lines[installs + 1].strip() == '"$work/met-$name/bin/python" scripts/check_licences.py'


def test_what_locks_the_packages_is_judged_where_it_is_installed() -> None:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    (installs,) = [at for at, line in enumerate(lines) if "-r .ci/requirements-uv.txt" in line]
    assert lines[installs + 1].strip() == "@$(BIN)/python scripts/check_licences.py"


@pytest.mark.slow
@pytest.mark.parametrize("lock", ["site", "test"])
def test_every_package_has_a_licence_that_goes_with_ours(lock: str) -> None:
    licences = {}
    for name in _packages(ROOT / ".ci" / f"requirements-{lock}.txt"):
        try:
            licences[name] = licence_of(distribution(name))
        except PackageNotFoundError:  # for another system or another Python
            continue
    assert len(licences) > 10
    assert {name: text for name, text in licences.items() if not goes_with_ours(text)} == {}


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("LGPL-2.1-or-later", True),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", True),
        ("AGPL-3.0-only AND MIT", False),
        ("GPL-2.0-or-later", False),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("BSD-3-Clause AND LicenseRef-Proprietary", False),
        ("", False),
        ("CC-BY-NC-4.0 AND MIT", False),
        ("Elastic-2.0 AND Apache-2.0", False),
        ("MIT AND PSF-2.0", True),
        ("Apache-2.0 OR BSD-2-Clause AND SSPL-1.0", True),
        ("(Apache-2.0 OR SSPL-1.0) AND MIT", True),
        ("(SSPL-1.0 OR Elastic-2.0) AND MIT", False),
        ("(MIT AND (BSD-3-Clause OR GPL-2.0-only)) OR GPL-3.0-only", True),
        ("Copyright 2020 Mitsubishi. All rights reserved.", False),
        ("MIT, for noncommercial use", False),
        ("Not MIT", False),
        ("MIT License\n\nCopyright (c) 2022 A, B\n\nPermission is hereby granted, free of charge, to any person", True),
        ("MIT License\n\nAll rights reserved.", False),
        ("License :: DFSG approved; License :: OSI Approved :: MIT License", True),
        ("License :: OSI Approved :: MIT License; License :: Other/Proprietary License", False),
        ("License :: OSI Approved", False),
        ("Apache-2.0 WITH Commons-Clause", False),
    ],
)
def test_what_goes_with_our_licence(licence: str, expected: bool) -> None:
    assert goes_with_ours(licence) is expected
