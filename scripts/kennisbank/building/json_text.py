"""Data for a browser or another program, as JSON."""

import json


def json_text(value: object) -> str:
    """A value as JSON on one line, with a line end behind it and no space that says nothing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
