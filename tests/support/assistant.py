"""The assistant's form in tests: answers as people give them, and what checker and form say about them."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from kennisbank.checking.example_folders import TODAY, example_tree
from kennisbank.faces.assistant_form import NOT_ASKED
from kennisbank.faces.assistant_known import known
from kennisbank.faces.assistant_rules import rules
from kennisbank.findings.finding import Finding
from kennisbank.library.library import Library
from kennisbank.model.kinds import KINDS
from kennisbank.reading.documents import read_document
from kennisbank.reading.prose import Prose
from kennisbank.reading.tree import Blob, Tree

from .checked import findings_of

Answers = dict[str, Any]
VECTORS = Path(__file__).parent / "assistant_vectors"
# Behind all other cases, so that what is the same elsewhere is told here.
NEW = "cases/zz-proef.md"
OTHER = "cases/aa-andere.md"
BASIS = "cases/zonnedak-voorbeeldstad.md"
SECTIONS = KINDS["case"].sections


def small_tree() -> Tree:
    """The example library, with its case under another name and title."""
    tree = example_tree("", "goed")
    text = tree.pop(BASIS).data.decode().replace("Voorbeeldstad begon met één zonnedak", "Anderstad begon later")
    return {**tree, OTHER: Blob(OTHER, text.encode())}


def answers_of(text: str) -> Answers:
    """The answers with which the form makes this case file: what it asks for, all as text."""
    document = read_document(Blob("cases/x.md", text.encode()))
    data = document.data
    assert isinstance(data, dict)
    kept = _as_text(as_asked(data))
    prose = Prose(document.body_text)
    made: Answers = {**kept, "sections": [prose.section(title) or "" for title in SECTIONS]}
    return made


def as_asked(data: object, path: tuple[str, ...] = ()) -> Any:
    """Fields as far as the form asks for them: without what it leaves out, and options as plain lines."""
    if isinstance(data, list):
        return [as_asked(item, path) for item in data]
    if not isinstance(data, dict):
        return data
    if path == ("turns", "options"):
        return data["what"]
    return {
        name: as_asked(value, (*path, name)) for name, value in data.items() if ".".join((*path, name)) not in NOT_ASKED
    }


def _as_text(value: object) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, bool):
        return "true" if value else ""
    return [_as_text(item) for item in value] if isinstance(value, list) else str(value)


def base() -> Answers:
    """Answers without findings."""
    return answers_of(
        example_tree("", "goed")[BASIS].data.decode().replace("[Begin klein](../lessons/begin-klein.md)", "Begin klein")
    )


def changed(answers: Answers, change: dict[str, Any]) -> Answers:
    """The answers with some of them replaced, by path ('turns.0.when'); None takes one away."""
    made: Answers = json.loads(json.dumps(answers))
    for path, value in change.items():
        *above, last = path.split(".")
        place: Any = made
        for key in above:
            place = place[int(key) if isinstance(place, list) else key]
        if value is None:
            del place[int(last) if isinstance(place, list) else last]
        elif isinstance(place, list) and int(last) == len(place):
            place.append(value)
        else:
            place[int(last) if isinstance(place, list) else last] = value
    return made


class Form:
    """The modules of the form in a real browser; `codes` are those that it knows."""

    def __init__(self, page: Page, library: Library) -> None:
        """The page must be served with the modules below /assets/javascripts/."""
        self._page = page
        self.codes: set[str] = set(rules(library)["codes"])
        # Sixty kilobytes, which it is told once.
        told = {"rules": rules(library), "tables": known(library)}
        self._known = page.evaluate_handle("(told) => told", told)

    def ask(self, all_answers: list[Answers], but: str = "") -> list[dict[str, Any]]:
        """For each: `text` of the file as it stands, `filled` with the gaps marked, and `findings`.

        `but` is a case that the form must not know.
        """
        found: list[dict[str, Any]] = self._page.evaluate(
            """async ({ answers, known, but, today }) => {
                const { rules, tables } = structuredClone(known);
                for (const table of Object.values(tables)) { Object.setPrototypeOf(table, null); }
                const folder = new URL("/assets/javascripts/", location.href).href;
                const writer = await import(folder + "assistant/writer.js");
                const { caseName } = await import(folder + "assistant/names.js");
                const { check } = await import(folder + "assistant/rules.js");
                return answers.map((one) => ({
                    text: writer.caseText(writer.toCase(one, rules), rules),
                    filled: writer.caseFile(one, rules),
                    name: caseName(one.title ?? "", tables.cases),
                    findings: check(one, rules, { today, known: tables, stem: but }),
                }));
            }""",
            {"answers": all_answers, "known": self._known, "but": but, "today": TODAY.isoformat()},
        )
        return found


def checked(tree: Tree, text: str) -> list[Finding]:
    """What the real checker says about this text as a new case."""
    return [found for found in findings_of({**tree, NEW: Blob(NEW, text.encode())}) if found.file == NEW]
