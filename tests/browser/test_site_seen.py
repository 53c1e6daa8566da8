"""What a visitor sees of lists, lessons and themes: whole bars, and what matters most in the first view."""

import pytest

from ..support.in_browser import NEEDS_BROWSER, Visitor

pytestmark = NEEDS_BROWSER


@pytest.mark.parametrize("path", ["lessen/begin-klein/", "themas/energie/"])
def test_a_bar_of_shares_is_as_wide_as_its_column(visitor: Visitor, path: str) -> None:
    page = visitor.see(path, 1280)
    widths = page.evaluate(
        """() => {
          const bar = document.querySelector(".kb-outcome-bar .kb-shares");
          const last = [...bar.querySelectorAll("rect")].at(-1).getBoundingClientRect();
          return [last.right, document.querySelector("h1").getBoundingClientRect().right];
        }"""
    )
    assert widths[0] == pytest.approx(widths[1], abs=2)
