"""Mutates real cases, lists, tables and issues, and holds checker, mends, build and intake to what they promise.

Seeded, so that what was found can be found again: `make fuzz SEED=7 N=20000`. For each input: nothing raises, nothing
takes long, a mend loses no word and makes nothing worse, what passes the checker builds, and stands on its page.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from kennisbank.building.build import build
from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.repair import repair
from kennisbank.checking.rules import check
from kennisbank.faces.questions import questions
from kennisbank.findings.finding import Finding, Severity
from kennisbank.findings.nearest import nearest
from kennisbank.intake.cleaning import clean
from kennisbank.intake.drafting import Refused, draft
from kennisbank.intake.issue import Issue, read_form
from kennisbank.library.addresses import Site
from kennisbank.library.loading import load
from kennisbank.reading.rendered import render
from kennisbank.reading.tree import Blob, Tree

SLOW = 5.0
_SIGNS = (
    *("\n", "\n\n", "---\n", "- ", "  ", "    ", "\t", ": ", " #", "#", "[", "]", "(", ")", "{", "}", "|"),
    *("\\", "`", "```\n", "~~~\n", "*", "**", "_", "<", ">", "&", "<!--", "-->", "<b>", "![", "](", "[^", "[["),
    *("~~", "!!! note\n", "> ", "1. ", "1986. ", "=", "===\n", "| a | b |\n| --- | --- |\n", '"', "'"),
    *("\u201d", "\u201c", "\u2019", "\r\n", "\r", "\u2028", "\u000b", "\u0000", "\u0085", "\u202e", "\ufffd"),
    *("\ufeff", "\u2022", "\u20ac", "\u00e9", "e\u0301", "\ud83c\udf33", "null", "no", "0772", "12:30", "1e3"),
    *("?", "&a ", "*a", "!!x ", "|\n", ">\n", "%", "@", "{{ x }}", "<<<<<<< HEAD\n", "zon"),
    *("De gemeente koos.[^bron]", "9" * 30, "a" * 300),
)
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(frozen=True)
class Trouble:
    """What went wrong with which input."""

    kind: str
    detail: str


def mutated(text: str, chance: random.Random) -> str:
    """A text with one to five changes, at the level of signs, lines, fields or bytes."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        text = chance.choice(_CHANGES)(text, chance)
    return text


def _insert(text: str, chance: random.Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + chance.choice(_SIGNS) + text[place:]


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.choice((1, 1, 2, 5, 40)) :]


def _replace(text: str, chance: random.Random) -> str:
    return _insert(_cut(text, chance), chance)


def _line(text: str, chance: random.Random) -> str:
    """Drop, double, move, indent or begin a line otherwise."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    what = chance.choice(("drop", "double", "move", "indent", "dedent", "begin", "join"))
    if what in ("drop", "move", "join"):
        line = lines.pop(place)
        if what == "move":
            lines.insert(chance.randint(0, len(lines)), line)
        if what == "join" and lines:
            lines[place - 1] += line
    elif what == "double":
        lines.insert(place, lines[place])
    else:
        new = {"indent": f"  {lines[place]}", "dedent": lines[place].lstrip()}
        lines[place] = new.get(what, chance.choice(_SIGNS).strip("\n") + lines[place])
    return "\n".join(lines)


def _value(text: str, chance: random.Random) -> str:
    """Another value for a field, with or without quotes."""
    fields = list(re.finditer(r"^[ -]*[a-z_]+: *(.*)$", text, re.MULTILINE))
    if not fields:
        return text
    field = chance.choice(fields)
    old = field[1]
    bare = (old.strip("\"'"), "", "[]", "{}", "~", f"[{old}]", chance.choice(_SIGNS) + old)
    new = chance.choice((*bare, f'"{old}', f"{old} # x", f'"{old}"# x'))
    return text[: field.start(1)] + new + text[field.end(1) :]


def _byte(text: str, chance: random.Random) -> str:
    data = bytearray(text.encode("utf-8", "replace"))
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data.decode("utf-8", "surrogateescape")


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    *(_insert, _insert, _cut, _replace),
    *(_line, _line, _value, _byte),
)


class Fuzzer:
    """A library around the file that changes: small, so that a round takes milliseconds."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.paths = sorted(path for path in tree if path.endswith((".md", ".yml")))
        self.library = load(tree)
        self.asked = questions(self.library)

    def file(self, chance: random.Random, *, build_too: bool) -> Iterator[Trouble]:
        """One changed file through checker, mends and build."""
        path = chance.choice(self.paths)
        text = mutated(self.tree[path].data.decode("utf-8"), chance)
        data = text.encode("utf-8", "surrogateescape")
        tree = {**self.tree, path: Blob(path, data, len(data))}
        findings = _check(tree)
        yield from _mends(tree, findings, path)
        if build_too and not any(finding.severity is Severity.ERROR for finding in findings):
            yield from _builds(tree, path)

    def issue(self, chance: random.Random) -> Iterator[Trouble]:
        """An issue with changed answers through the intake: no word is lost."""
        texts = [chance.choice(_ANSWERS) for _ in self.asked]
        answers = zip(self.asked, texts, strict=True)
        body = "\n\n".join(f"### {question.label}\n\n{mutated(text, chance)}" for question, text in answers)
        body = body.encode("utf-8", "replace").decode("utf-8")
        try:
            filled = read_form(Issue(1, "[Case]: proef", body), self.asked)
            made = draft(filled.answers, self.library, ())
        except Refused:
            return
        given = {word.lower() for answer in filled.answers.values() for word in _words(clean(answer))}
        kept = {word.lower() for word in _words(made.text.replace("\\n", " "))}
        lost = [word for word in given - kept if not nearest(word, _LABELS)]
        if lost:
            yield Trouble("intake verliest woorden", f"{sorted(lost)[:5]}")


_ANSWERS = (
    "De gemeente koos voor een proef met dertig huishoudens.",
    "2011 tot 2022, met een pauze in het midden",
    "Eerst in 2015: een proef.\nOpties: zon; wind\nWaarom: goedkoper\nWie besloot: de raad",
    "In 2016 stopte de wethouder.\n\nOpties: doorgaan\n\nWaarom: geen geld",
    "Titel; uitgever; 2019; https://voorbeeld.nl/a\nNog een titel | uitgever | 2020",
    "energie, natuur",
    "Tilburg, Goirle",
    "_No response_",
)


# These became the names of fields, also with a typing error.
_LABELS = frozenset(["opties", "waarom", "wie", "besloot", "wanneer", "keuze"])


def _check(tree: Tree) -> tuple[Finding, ...]:
    return check(load(tree))


def _mends(tree: Tree, findings: tuple[Finding, ...], path: str) -> Iterator[Trouble]:
    if not any(finding.edits for finding in findings):
        return
    first = repair(tree, _check, lambda _: True)
    before, after = ("".join(_words(one[path].data.decode("utf-8", "replace"))) for one in (tree, first.tree))
    lost = Counter(before) - Counter(after)
    if sum(lost.values()) > 12:
        yield Trouble("herstel verliest tekst", "".join(sorted(lost)))
    errors, left = (sum(one.severity is Severity.ERROR for one in found) for found in (findings, _check(first.tree)))
    if left > errors and not any(one.code.startswith("KB1") and one.severity is Severity.ERROR for one in findings):
        yield Trouble("herstel maakt het erger", f"{errors} fouten, daarna {left}")
    if repair(first.tree, _check, lambda _: True).files:
        yield Trouble("herstel vraagt twee rondes", "")


_NOT_SEEN = re.compile(
    r"\]\([^)]*\)|\[\^[^\]]*\]|^ {0,3}\[[^\]]+\]:.*|<https?:[^>]*>|&\w+;|^[ >-]*(?:```|~~~).*", re.MULTILINE
)


def _builds(tree: Tree, path: str) -> Iterator[Trouble]:
    library = load(tree)
    artifacts = build(library, tree, Site("https://voorbeeld.nl/x"))
    made = {artifact.source: artifact for artifact in artifacts if artifact.uri.endswith(".md")}
    entry = next((entry for entry in library.entries if entry.document.path == path and not entry.is_concept), None)
    if entry and path in made:
        text = re.sub(r"<!--.*?-->", " ", entry.prose.text, flags=re.DOTALL)
        text = _NOT_SEEN.sub(" ", text)
        markdown = re.sub(r"\A---\n.*?\n---\n", "", str(made[path].content), flags=re.DOTALL)
        page = _words(unescape(re.sub(r"<[^<>]*>", " ", render(markdown))))
        lost = Counter(_words(text)) - Counter(page)
        if lost:
            yield Trouble("tekst staat niet op de pagina", f"{sorted(lost)[:5]}")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


@dataclass(frozen=True)
class Run:
    """What a run of the fuzzer did: how many inputs, and the first troubles of each kind with their input."""

    rounds: int
    found: dict[str, list[str]]


def fuzz(seed: int, rounds: int, tree: Tree | None = None) -> Run:
    """Try this many inputs; the same seed gives the same inputs."""
    fuzzer = Fuzzer(tree or example_tree("", "goed"))
    found: dict[str, list[str]] = {}
    for number in range(rounds):
        chance = random.Random(f"{seed}-{number}")  # noqa: S311 - to repeat, not to keep secret
        begin = time.process_time()
        try:
            troubles = list(fuzzer.issue(chance) if number % 4 == 0 else fuzzer.file(chance, build_too=number % 8 == 1))
        except Exception as error:  # noqa: BLE001 - any exception is what we look for
            troubles = [Trouble(f"uitzondering {type(error).__name__}", str(error))]
        if time.process_time() - begin > SLOW:
            troubles.append(Trouble("traag", f"{time.process_time() - begin:.1f} s"))
        for trouble in troubles:
            found.setdefault(trouble.kind, []).append(f"{seed}-{number}: {trouble.detail}")
    return Run(rounds, found)


def main() -> int:
    """Run the rounds, tell what was found, and answer 1 when there was anything."""
    parser = argparse.ArgumentParser(description="Verander cases, lijsten en issues, en kijk of alles heel blijft.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2000)
    args = parser.parse_args()
    done = fuzz(args.seed, args.rounds)
    for kind, inputs in sorted(done.found.items()):
        sys.stdout.write(f"{kind}: {len(inputs)}, zoals {'; '.join(inputs[:4])}\n")
    sys.stdout.write(f"{done.rounds} invoeren, {sum(map(len, done.found.values()))} keer iets gevonden.\n")
    return int(bool(done.found))


if __name__ == "__main__":
    sys.exit(main())
