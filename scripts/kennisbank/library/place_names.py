"""Where something stands in the fields of a file, as people say it."""

from ..reading.yaml_reader import Path

# What people call one of the items of a list.
_ITEMS = {
    "turns": "afslag",
    "options": "optie",
    "sources": "bron",
    "results": "resultaat",
    "lessons": "les",
    "parties": "partij",
    "news": "nieuwsbericht",
    "steps": "stap",
}


def place_named(path: Path) -> str:
    """A path as people read it: 'url' van bron 2 instead of sources.1.url, 'date' in 'decision' van afslag 1."""
    steps: list[str] = []
    for at, key in enumerate(path):
        item = _ITEMS.get(str(path[at - 1])) if at and isinstance(key, int) else None
        if item:
            steps[-1] = f"{item} {int(key) + 1}"
        else:
            steps.append(f"nummer {key + 1}" if isinstance(key, int) else f"'{key}'")
    told = " van ".join(reversed(steps)) or "dit bestand"
    return told.replace("' van '", "' in '")
