"""The sheets of a session pack: what happened stands on the last one, for when a group has chosen by itself."""

import re
from pathlib import Path

from kennisbank.model.labels import OUTCOMES


def test_the_sheets_before_the_last_give_nothing_away(site: Path) -> None:
    packs = sorted((site / "sessiepakket").glob("*/index.html"))
    assert packs
    for pack in packs:
        article = re.search(r"<article.*</article>", pack.read_text(encoding="utf-8"), re.DOTALL)
        assert article
        before, _, after = article[0].partition("Wat er echt gebeurde</h2>")
        assert after
        # An option that nobody weighed was not taken; and how a case differs tells how it ended.
        assert "door ons" not in before and "verschilt van case 1" not in before
        assert not any(f"({outcome})" in before for outcome in OUTCOMES.values())
    assert any("verschilt van case 1" in pack.read_text(encoding="utf-8") for pack in packs)
