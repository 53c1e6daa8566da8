"""No test waits for a page in a way that only works where the machine is quick."""

from ..conftest import ROOT

# Playwright does this with `eval` in the page, which our policy refuses from its second attempt on.
_REFUSED = ".wait_for_" + "function("


def test_no_test_waits_by_eval_in_the_page() -> None:
    files = [file for file in ROOT.glob("tests/**/*.py") if "wait_for" in file.read_text(encoding="utf-8")]
    assert len(files) > 3
    assert [file.name for file in files if _REFUSED in file.read_text(encoding="utf-8")] == []
