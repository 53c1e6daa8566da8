"""No test waits for a page in a way that only works where the machine is quick, or for what it did itself."""

import re

from ..conftest import ROOT

# Playwright does this with `eval` in the page, which our policy refuses from its second attempt on.
_REFUSED = ".wait_for_" + "function("


def test_no_test_waits_by_eval_in_the_page() -> None:
    files = [file for file in ROOT.glob("tests/**/*.py") if "wait_for" in file.read_text(encoding="utf-8")]
    assert len(files) > 3
    assert [file.name for file in files if _REFUSED in file.read_text(encoding="utf-8")] == []


# Playwright calls at once a function that an expression gives: also one that was put in place to be called later.
_CALLED_AT_ONCE = re.compile(r"""evaluate\(\s*f?["']{1,3}[\w.]+ = (?:async )?(?:\w+|\([^()]*\)) =>""")


def test_no_test_calls_what_it_puts_in_place_of_a_function_of_the_page() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in ROOT.glob("tests/**/*.py")}
    assert sum("() => { window.print = " in text for text in texts.values()) > 2
    assert _CALLED_AT_ONCE.search("page.evaluate('window.print = () => 1')")
    own = "test_waiting.py"
    assert [name for name, text in texts.items() if name != own and _CALLED_AT_ONCE.search(text)] == []
