"""Makes a library of any size from the real cases, to measure with: the first batch is the real one, others differ.

Usage: .venv/bin/python scripts/made_library.py folder number. The folder becomes a project that every command takes.
"""

import hashlib
import re
import shutil
import string
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kennisbank.library.library import Entry, Library
from kennisbank.library.loading import load
from kennisbank.reading import git
from kennisbank.reading.tree import CONTENT_FOLDERS, tree_from_disk

ROOT = Path(__file__).parent.parent
# What the commands need of a project besides its content.
_SETTINGS = ("mkdocs.yml", "pyproject.toml", "scripts/mkdocs_hooks.py", "scripts/theme")
_YEARS = 7
_LONGEST_TITLE = 90
# So many letters at the end of a name tell the batches apart.
_CHANGED = 6
_SIGNS = string.ascii_lowercase + string.digits
_CITED = re.compile(r"\[\^([^\]\s]+)\]")
_RELATED = re.compile(r"^related:(?: *\[.*\]|(?:\n +- .*)+)\n", re.MULTILINE)
_LINKED = re.compile(r"\[([^\]]*)\]\((?:\.\./)*(?:cases/)?([a-z0-9-]+)\.md(?:#[^)]*)?\)")


@dataclass(frozen=True)
class _Batch:
    """One round of all cases: its number, and the names that its cases get."""

    number: int
    library: Library
    ids: dict[str, str]

    def text_of(self, entry: Entry) -> str:
        """The file of a case in this batch: the same words, with an identity, place, years and sources of its own."""
        town = self._town(entry.id)
        fields = _mapped(entry.document.data, self._text, self._key)
        fields |= {"title": _titled(str(fields["title"]), f" ({town.title} {self.number})"), "aliases": []}
        fields["related"] = [self.ids.get(id, id) for id in fields.get("related", [])]
        if fields.get("places"):
            fields["places"] = [town.id]
            # A town stands in a region of its own, which may be another one.
            fields.pop("region", None)
        for source in fields["sources"]:
            source["key"] = self._key(source["key"])
            source["url"] = f"{source['url']}?batch={self.number}" if source.get("url") else source.get("url")
        for name, inside in (("turns", "when"), ("results", "year")):
            for item in fields.get(name, []):
                if item.get(inside):
                    item[inside] -= self._older
        fields["period"] = {name: year and year - self._older for name, year in fields["period"].items()}
        fields["sources"] = [{name: value for name, value in item.items() if value} for item in fields["sources"]]
        front = yaml.dump(fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{front}---\n{self._text(entry.document.body_text.lstrip())}"

    @property
    def _older(self) -> int:
        return self.number % _YEARS

    def _key(self, key: str) -> str:
        """Another name, of the same length: texts with names of sources in them may be as long as they can be."""
        end = int(hashlib.sha256(f"{key} {self.number}".encode()).hexdigest(), 16)
        signs = (_SIGNS[end // len(_SIGNS) ** at % len(_SIGNS)] for at in range(min(len(key), _CHANGED)))
        return key[:-_CHANGED] + "".join(signs)

    def _town(self, id: str) -> Any:
        towns = [town for town in self.library.municipalities.values() if town.region]
        return towns[(self.number * 37 + sum(id.encode())) % len(towns)]

    def _text(self, text: str) -> str:
        """A text with citations and links that lead to the same batch."""
        text = _CITED.sub(lambda cited: f"[^{self._key(cited[1])}]", text)
        return re.sub(r"(?<=\]\()([a-z0-9-]+)(?=\.md[)#])", lambda target: self.ids.get(target[1], target[1]), text)


def _mapped(value: Any, text: Callable[[str], str], key: Callable[[str], str]) -> Any:
    """Fields with every text changed, and every name of a source."""
    if isinstance(value, dict):
        return {
            name: key(item) if name == "source" and isinstance(item, str) else _mapped(item, text, key)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_mapped(item, text, key) for item in value]
    return text(value) if isinstance(value, str) else value


def _titled(title: str, addition: str) -> str:
    return title[: _LONGEST_TITLE - len(addition)].rstrip() + addition


def _without(text: str, gone: frozenset[str]) -> str:
    """A file in which nothing leads to cases that are not there."""
    text = _LINKED.sub(lambda link: link[1] if link[2] in gone else link[0], text)
    return _RELATED.sub(
        lambda found: _named([id for id in re.findall(r"[a-z0-9-]{2,}", found[0][8:]) if id not in gone]), text
    )


def _named(ids: list[str]) -> str:
    return f"related: [{', '.join(ids)}]\n" if ids else ""


def make_library(target: Path, number: int, root: Path = ROOT) -> None:
    """Write a project with exactly so many cases below `target`; the same number gives the same bytes."""
    for folder in CONTENT_FOLDERS:
        shutil.copytree(root / folder, target / folder)
    for name in _SETTINGS:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (root / name).is_dir() else shutil.copyfile
        copy(root / name, target / name)
    (target / "scripts" / "kennisbank").mkdir()  # mkdocs.yml watches it
    library = load(tree_from_disk(root))
    cases = [entry for entry in library.of_kind("case") if entry.record and not entry.is_concept]
    _leave_out(target, frozenset(entry.id for entry in library.of_kind("case") if entry not in cases[:number]))
    for batch in range(1, -(-number // len(cases))):
        members = cases[: number - batch * len(cases)]
        made = _Batch(batch, library, {entry.id: f"{entry.id[:50].rstrip('-')}-{batch}" for entry in members})
        for entry in members:
            file = target / "cases" / f"{made.ids[entry.id]}.md"
            file.write_text(made.text_of(entry), encoding="utf-8", newline="\n")
    _commit(target)


def _commit(target: Path) -> None:
    """Have git know every file, as in a project of people: without git nothing is kept from one build to the next."""
    moment = {f"GIT_{who}_DATE": "2026-01-01T12:00:00+0000" for who in ("AUTHOR", "COMMITTER")}
    named = ("-c", "user.name=gemaakt", "-c", "user.email=gemaakt@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "--quiet"), ("add", "--all"), (*named, "commit", "--quiet", "--message=gemaakt")):
        git.ask(target, *arguments, environment=moment)


def _leave_out(target: Path, gone: frozenset[str]) -> None:
    """Take cases away, and what other files say of them."""
    written = (file for folder in CONTENT_FOLDERS for file in (target / folder).rglob("*"))
    for file in sorted(file for file in written if file.suffix in (".md", ".yml")) if gone else ():
        if file.parent.name == "cases" and file.stem in gone:
            file.unlink()
        else:
            text = file.read_text(encoding="utf-8")
            file.write_text(_without(text, gone), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make_library(Path(sys.argv[1]), int(sys.argv[2]))
