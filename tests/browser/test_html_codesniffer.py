"""A page of every kind in both schemes as HTML_CodeSniffer judges it, which knows WCAG in another way than axe-core.

It comes from npm, so that only the thorough workflow has it, see README.md.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kennisbank.library.library import Library

from ..support.chance import THOROUGH
from ..support.in_browser import CHROME, SCHEMES
from ..support.page_kinds import DAILY, PAGE_KINDS
from ..support.skipped import NO_HTMLCS

SCRIPT = os.environ.get("HTMLCS_JS", "")
pytestmark = pytest.mark.skipif(not (SCRIPT and CHROME), reason=NO_HTMLCS)
_ASK = """() => new Promise((done, fail) => HTMLCS.process("WCAG2AA", document, () => done(
  HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, msg, element }) => `${code}: ${msg} ${element.outerHTML?.slice(0, 120) ?? ""}`)), fail, "en"))"""
# By what each breaks: 1.1.1, 1.3.1, 1.4.3 and 2.4.1.
FAULTS = {
    "Guideline1_1.1_1_1": '<img src="x.png">',
    "Guideline1_3.1_3_1": "<form><input type='text'><button>Zoek</button></form>",
    "Guideline1_4.1_4_3": "<p style='color: #aaa; background: #fff'>Bleek</p>",
    "Guideline2_4.2_4_1": '<a href="#nergens">Naar de tekst</a>',
}


@pytest.fixture(params=SCHEMES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window in which also what the policy of a page forbids may be asked."""
    context = browser.new_context(bypass_csp=True, color_scheme=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def errors(page: Page) -> list[str]:
    """What HTML_CodeSniffer calls an error in a page as it is now."""
    page.evaluate(Path(SCRIPT).read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_ASK)
    return found


def test_no_page_has_an_error(page: Page, real_origin: str, real_library: Library) -> None:
    found = {}
    for kind in PAGE_KINDS if THOROUGH else DAILY:
        page.goto(real_origin + PAGE_KINDS[kind](real_library))
        found[kind] = errors(page)
    assert len(found) > 10
    assert {kind: told[:3] for kind, told in found.items() if told} == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_would_be_told(page: Page, fault: str) -> None:
    page.set_content(f"<!doctype html><html lang='nl'><title>x</title><main><h1>Kop</h1>{FAULTS[fault]}</main></html>")
    assert any(fault in told for told in errors(page))
