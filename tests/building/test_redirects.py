"""Who kept an old address is led on, also from the page that was made to hand to a council."""

import posixpath

from ..support.example_library import fixed_artifacts, fixed_library


def test_the_page_for_the_council_moves_along_with_its_case() -> None:
    made = {artifact.uri: str(artifact.content) for artifact in fixed_artifacts()}
    moved = [
        (alias, entry.id) for entry in fixed_library().of_kind("case") if entry.record for alias in entry.record.aliases
    ]
    assert moved
    for alias, id in moved:
        old = f"cases/{alias}/raad/index.html"
        assert f'content="0; url=../../{id}/raad/"' in made[old]
        assert posixpath.normpath(f"cases/{alias}/raad/../../{id}/raad") == f"cases/{id}/raad"
        assert f"cases/{id}/raad.md" in made
