"""What checker, mends, build and intake promise of any input, held against changed cases, lists, tables and issues."""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from kennisbank.building.pages import PAGES, PageMaker, assistant, contributing, handwritten, records
from kennisbank.building.rendering import Renderer
from kennisbank.checking.example_folders import FOLDER, example_tree
from kennisbank.checking.remembered import Remembered
from kennisbank.checking.repair import repair
from kennisbank.checking.rules import check
from kennisbank.faces.csv_text import csv_text
from kennisbank.faces.questions import questions
from kennisbank.findings.finding import Finding, Severity
from kennisbank.findings.nearest import slug
from kennisbank.intake.cleaning import clean
from kennisbank.intake.columns import REMARK, table_of
from kennisbank.intake.drafting import Draft, draft
from kennisbank.intake.event import Issue
from kennisbank.intake.issue import read_form
from kennisbank.intake.refused import Refused
from kennisbank.intake.table import harvest
from kennisbank.intake.workbook import read_table
from kennisbank.library.addresses import Site, page_of_path
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.document import Document
from kennisbank.reading.documents import read_document
from kennisbank.reading.marks import NOTE
from kennisbank.reading.rendered import render
from kennisbank.reading.tree import Blob, Tree, tree_from_disk

from .example_library import ROOT
from .mutations import mutated
from .tables import ods, xlsx

# The share of sound inputs of which all pages are made, and not only those of records: that takes ten times as long.
_WHOLE = 0.3
_SITE = Site("https://voorbeeld.nl/x")
_WORD = re.compile(r"[^\W_]{2,}")
_ANSWERS = (
    "De gemeente koos voor een proef met dertig huishoudens.",
    "2011 tot 2022, met een pauze in het midden",
    "Eerst in 2015: een proef.\nOpties: zon; wind\nWaarom: goedkoper\nWie besloot: de raad",
    "In 2016 stopte de wethouder.\n\nOpties: doorgaan\n\nWaarom: geen geld",
    "Titel; uitgever; 2019; https://voorbeeld.nl/a\nNog een titel | uitgever | 2020",
    *("energie, natuur", "Tilburg, Goirle", "gelukt", "_No response_", "85% van de € 1,5 mln"),
)
# An address that leads nowhere: to a file that is not there, or to something that is no web address.
_NOWHERE = frozenset(["KB204", "KB213"])
# A heading with another place, title or text than a section must have.
_MISPLACED = frozenset(["KB302", "KB303", "KB304", "KB305", "KB306", "KB319"])
# What was none for its reader becomes one by a mend, and may be a wrong one: that is told, as it should be.
_BECOMES = {"KB218": _NOWHERE, "KB332": _MISPLACED}
# What is wrong with the form of a file, or of a list: what else is wrong shows when that is mended.
_UNREAD = ("KB1", "KB509")
# What became the name of a field, the mark of an answer that was not given, or the answer that something still runs.
_LABELS = frozenset(["opties", "waarom", "wie", "besloot", "no", "response", "heden", "tot", "ja"])


@dataclass(frozen=True)
class Trouble:
    """What went wrong with an input."""

    kind: str
    detail: str = ""


class _Unchanged(Remembered):
    """What was found in the files that no input changes: they are read once, and so are the same documents."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, tuple[Document, tuple[Finding, ...]]] = {}
        self._is_learning = False

    def learn(self, tree: Tree) -> None:
        """Look at the files of a tree that will come back."""
        self._is_learning = True
        check(load(tree), remembered=self)
        self._is_learning = False

    def of(self, document: Document, look: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        known = self._known.get(id(document))
        found = known[1] if known else look()
        if self._is_learning:
            self._known[id(document)] = (document, found)
        return found


class _Checked:
    """What the checker says of the trees of one input: the tree as it came is asked for more than once."""

    def __init__(self, unchanged: Remembered) -> None:
        self._unchanged = unchanged
        self._told: dict[tuple[int, ...], tuple[Tree, Library, tuple[Finding, ...]]] = {}

    def library(self, tree: Tree) -> Library:
        return self._look(tree)[1]

    def findings(self, tree: Tree) -> tuple[Finding, ...]:
        return self._look(tree)[2]

    def _look(self, tree: Tree) -> tuple[Tree, Library, tuple[Finding, ...]]:
        key = tuple(map(id, tree.values()))
        if key not in self._told:
            library = load(tree)
            self._told[key] = (dict(tree), library, check(library, remembered=self._unchanged))
        return self._told[key]


class Fuzzer:
    """Small libraries around the file that changes, so that a round takes hundredths of a second."""

    def __init__(self) -> None:
        codes = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "goed").is_dir())
        self.trees = [example_tree(code, "goed") for code in ("", *codes)]
        self.real = {path: blob for path, blob in tree_from_disk(ROOT).items() if path.startswith(("cases/", "less"))}
        self.unchanged = _Unchanged()
        self.learned: set[int] = set()
        self.library = load(self.trees[0])
        self.asked = questions(self.library)
        self.built = 0

    def one(self, number: int, chance: random.Random) -> Iterator[Trouble]:
        """What goes wrong with the input of this number: the kinds take turns."""
        match number % 8:
            case 0 | 4:
                yield from self.issue(chance)
            case 2:
                yield from self.table(chance)
            case 6:
                yield from self.file(self.trees[0], self.real[chance.choice(sorted(self.real))], chance)
            case _:
                tree = chance.choice(self.trees)
                paths = [path for path, blob in tree.items() if path.endswith((".md", ".yml")) and not blob.problem]
                yield from self.file(tree, tree[chance.choice(paths)], chance)

    def file(self, tree: Tree, blob: Blob, chance: random.Random) -> Iterator[Trouble]:
        """One changed file of a tree, or one more, through checker, mends and build."""
        path, text = blob.path, mutated(blob.data.decode("utf-8", "surrogateescape"), chance)
        data = text.encode("utf-8", "surrogateescape")
        if id(tree) not in self.learned:
            self.learned.add(id(tree))
            self.unchanged.learn(tree)
        tree = {**tree, path: Blob(path, data, len(data))}
        checked = _Checked(self.unchanged)
        yield from _mends(tree, checked, path)
        if not _errors(checked.findings(tree)):
            self.built += 1
            few = (records.pages, handwritten.pages)
            yield from _builds(checked.library(tree), path, PAGES if chance.random() < _WHOLE else few)

    def issue(self, chance: random.Random) -> Iterator[Trouble]:
        """An issue with changed answers through the intake: no word is lost."""
        blocks = (f"### {question.label}\n\n{_readable(chance)}" for question in self.asked)
        try:
            filled = read_form(Issue(1, "[Case]: proef", "\n\n".join(blocks)))
            made = draft(filled.answers, self.library, ())
        except Refused:
            return
        yield from _kept(filled.answers.values(), [made], (*filled.notes, *made.notes))

    def table(self, chance: random.Random) -> Iterator[Trouble]:
        """A table with changed cells, in one of three forms, now and then with a changed byte: no word is lost."""
        rows = [[question.label for question in self.asked]]
        rows += [["Een titel", *(_readable(chance) for _ in self.asked[1:])] for _ in range(chance.randint(1, 3))]
        if chance.random() < 0.3:
            rows[0][-1] = mutated(rows[0][-1], chance).encode("utf-8", "replace").decode()
        suffix = chance.choice(sorted(_PACKED))
        rows = [[clean(cell) for cell in row] for row in rows]  # a workbook is XML, which has no control characters
        data = bytearray(_PACKED[suffix](rows))
        spoilt = chance.random() < 0.3
        if spoilt:
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            found = harvest(table_of(read_table(bytes(data), suffix)), self.library, ())
        except Refused:
            return
        told = [text for line in found.lines for text in (*line.notes, *(line.draft.notes if line.draft else ()))]
        if not spoilt and all(line.draft for line in found.lines):
            # Only the last column can have a name that nobody knows; with contact data it is left out, and named.
            known = -1 if any(_LEFT_OUT in note for note in found.notes) else None
            given = (cell for row in rows[1:] for cell in row[:known] if not row[0].startswith(REMARK))
            yield from _kept(given, [line.draft for line in found.lines if line.draft], (*found.notes, *told))


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    return csv_text(rows).encode()


_LEFT_OUT = "heeft contactgegevens en is overgeslagen"
_PACKED: dict[str, Callable[[Sequence[Sequence[str]]], bytes]] = {".csv": _csv, ".ods": ods, ".xlsx": xlsx}


def _readable(chance: random.Random) -> str:
    """A changed answer; GitHub and workbooks give whole characters."""
    return mutated(chance.choice(_ANSWERS), chance).encode("utf-8", "replace").decode("utf-8")


def _errors(findings: tuple[Finding, ...]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)


def _kept(given: Iterable[str], made: list[Draft], told: tuple[str, ...]) -> Iterator[Trouble]:
    """Whether each word that was given stands in a draft, or in what is said about it."""
    texts = [*told]
    for one in map(read_document, (one.blob for one in made)):
        texts += [*_texts(one.data), one.body_text if one.readable else one.text, one.text.replace("\\n", " ")]
    kept = _LABELS.union(*({word.lower() for word in _words(text)} for text in texts))
    pieces = {piece for answer in given for piece in re.split(r"[\s,;]+", clean(answer))}
    # A choice is understood without the signs in it; then it stands in the draft as it should be.
    unseen = (piece for piece in pieces if slug(piece) not in kept)
    lost = {word.lower() for piece in unseen for word in _words(piece)} - kept
    if lost:
        yield Trouble("de intake verliest woorden", f"{sorted(lost)[:5]}")


def _texts(value: object) -> Iterator[str]:
    """Every text in a value with values in it."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    yield from (text for one in inner for text in _texts(one))
    if not isinstance(value, dict | list):
        yield str(value)


def _text(blob: Blob) -> str:
    return blob.data.decode("utf-8", "replace")


def _apart(text: str) -> str:
    """A text with the letters that a mend writes apart: 'ﬁ' is 'fi'."""
    return re.sub("[\ufb00-\ufb06]", lambda ligature: unicodedata.normalize("NFKC", ligature[0]), text)


def _mends(tree: Tree, checked: _Checked, path: str) -> Iterator[Trouble]:
    findings = checked.findings(tree)
    if not any(finding.edits for finding in findings):
        return
    first = repair(tree, checked.findings, lambda _: True)
    before, after = (Counter("".join(_words(_apart(_text(one[path]))))) for one in (tree, first.tree))
    # A mend may rewrite a few signs of markup: a date, an address, a name of a colour of a note. What stands in a list
    # twice goes once.
    twice = (edit.span for one in findings if one.code == "KB130" for edit in one.edits)
    if sum((before - after).values()) > 12 + sum(span.end - span.start for span in twice):
        yield Trouble("herstel verliest tekst", f"{path} {''.join(sorted((before - after).elements()))[:60]}")
    told = frozenset(code for one in findings if one.edits for code in _BECOMES.get(one.code, ()))
    left = tuple(finding for finding in checked.findings(first.tree) if finding.code not in told)
    before_it = tuple(finding for finding in findings if finding.code not in told)
    unread = any(one.code.startswith(_UNREAD) and one.severity is Severity.ERROR for one in findings)
    if _errors(left) > _errors(before_it) and not unread:
        yield Trouble("herstel maakt het erger", f"{path}: {_errors(before_it)} fouten, daarna {_errors(left)}")
    if repair(first.tree, checked.findings, lambda _: True).files:
        yield Trouble("herstel vraagt twee rondes", path)


# What is markup and so not on the page as text: targets, keys of notes, definitions, entities, fences.
_NOT_SEEN = re.compile(
    rf"\]\([^)]*\)|{NOTE}|^ {0, 3}\[[^\]]+\]:.*|<https?:[^>]*>|&\w+;|^[ >-]*(?:```|~~~).*", re.MULTILINE
)

_PICTURE = re.compile(r'<img\b[^<>]*?\balt="([^"]*)"[^<>]*>')
_BEGIN = re.compile(r'<ol start="([0-9]+)">')  # the number by which a list begins, as in '1986. Een goed jaar'


def _builds(library: Library, path: str, makers: tuple[PageMaker, ...]) -> Iterator[Trouble]:
    """Whether a sound library becomes pages with all text on them.

    What explains the codes is the same for every library, and the form of the assistant comes of the lists alone.
    """
    renderer = Renderer(library.published(), _SITE)
    left_out = {contributing.pages} if path.endswith(".yml") else {contributing.pages, assistant.pages}
    made = {one.uri: one for maker in makers if maker not in left_out for one in maker(renderer)}
    entry = next((entry for entry in library.entries if entry.document.path == path and not entry.is_concept), None)
    page = next((page for page in library.pages if page.path == path), None)
    place = path if entry else page_of_path(path)
    if (written := entry or page) and place in made:
        text = _NOT_SEEN.sub(" ", re.sub(r"<!--.*?-->", " ", written.document.body_text, flags=re.DOTALL))
        markdown = re.sub(r"\A---\n.*?\n---\n", "", str(made[place].content), flags=re.DOTALL)
        # Who does not see a picture reads what it shows.
        html = _BEGIN.sub(r" \1 ", _PICTURE.sub(r" \1 ", render(markdown)))
        seen = _words(unescape(re.sub(r"<[^<>]*>", " ", html)))
        if lost := Counter(_words(text)) - Counter(seen):
            yield Trouble("tekst staat niet op de pagina", f"{path} {sorted(lost)[:5]}")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
