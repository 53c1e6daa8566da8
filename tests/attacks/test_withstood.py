"""What withstood from the beginning, and may not fall: the same site everywhere, builds side by side, a full disk."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import PUBLISHED
from ..support.chance import THOROUGHLY
from ..support.example_library import committed, project

pytestmark = [
    THOROUGHLY,  # each builds a whole site without anything that was kept
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows kent umask en limieten niet"),
    pytest.mark.usefixtures("build"),
]
_SITE = [sys.executable, "-m", "kennisbank", "site"]
_ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "SITE_URL": PUBLISHED}


def _files(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_builds_elsewhere_give_the_same_site(published_site: Path, tmp_path: Path) -> None:
    """With another hash seed, zone, locale, umask and path, two at once, and nothing remembered."""
    root = committed(project(tmp_path / "een map met spaties" / "é"))
    targets = [tmp_path / name for name in ("een", "twee")]
    environment = {**os.environ, **_ELSEWHERE}
    running = [
        subprocess.Popen(
            [*_SITE, "--vers", "--uit", str(target)],
            cwd=root,
            env=environment,
            umask=0o077,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for target in targets
    ]
    said = [one.communicate()[1] for one in running]
    assert {one.returncode for one in running} == {0}, said
    known = _files(published_site)
    assert any(name.endswith(".zip") for name in known) and len(known) > 300
    for target in targets:
        made = _files(target)
        assert sorted(made.keys() ^ known.keys()) == []
        assert [name for name in made if made[name] != known[name]] == []


def test_a_full_disk_spoils_no_site_that_was_there(site: Path, tmp_path: Path) -> None:
    """No file can grow beyond a few kB, which is how a disk that is full shows itself to whoever writes."""
    import resource  # noqa: PLC0415 - not on Windows

    root = committed(project(tmp_path / "proef"))
    target = tmp_path / "site"
    shutil.copytree(site, target)
    before = _files(target)

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [*_SITE, "--vers", "--uit", str(target)],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=no_room,
    )
    assert done.returncode
    assert "Traceback" not in done.stderr and "Is de schijf vol" in done.stderr, done.stderr
    assert "De vorige versie staat er nog" in done.stderr
    assert _files(target) == before
