"""Says whether two built sites have the same addresses, and in `main` the same text and links.

`python scripts/compare_exit.py build/mkdocs build/zensical` says in Dutch what differs, and ends with 1 when something
does and with 2 when it cannot compare. See docs/besluiten/0002: this is how we know that we can leave MkDocs.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

# Where a text or an address first differs, this much of it is shown.
_SHOWN = 12
# A site is published below a path as well, where a link may not climb out.
_SITE = "https://site.invalid/onder/een/pad/"


@dataclass(frozen=True)
class Page:
    """What readers get of a page: its words, and where its links and pictures lead, seen from the site."""

    words: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """A difference that is the fault of a generator: of which version, on what pages, and why we cannot mend it."""

    generator: str
    addresses: re.Pattern[str]
    reason: str


# None today. A new version of a generator (see .ci) asks for a new look, so that its number is part of the name:
# Known("zensical-0.0.73", re.compile("^cases/"), "what it does wrong, and where that is told").
KNOWN: tuple[Known, ...] = ()


def read_page(html: str, address: str) -> Page:
    """Read `main` of a page; of a page without one, as one that has moved, its whole body."""
    tree = LexborHTMLParser(html)
    main = tree.css_first("main") or tree.body
    if main is None:
        return Page((), ())
    for unseen in main.css("script, style, template"):
        unseen.decompose()
    found = [node.attributes.get(name) for node in main.css("*") for name in ("href", "src", "action")]
    links = (urljoin(f"{_SITE}{address}", link).removeprefix(_SITE) for link in found if link is not None)
    return Page(tuple(main.text(separator=" ").split()), tuple(links))


def read_site(folder: Path) -> tuple[str, dict[str, Page]]:
    """The generator of a built site, and its pages by address; a site without pages is an empty one."""
    generator, pages = "", {}
    for file in sorted(folder.rglob("*.html")):
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        html = file.read_text(encoding="utf-8")
        if address == "":
            generator = generator_of(html)
        pages[address] = read_page(html, address)
    return generator, pages


def generator_of(html: str) -> str:
    """What a page says that it was made with, as `zensical-0.0.73`."""
    named = LexborHTMLParser(html).css_first('meta[name="generator"]')
    return (named.attributes.get("content") or "") if named else ""


def differences(ours: Mapping[str, Page], theirs: Mapping[str, Page]) -> Iterator[tuple[str, str]]:
    """Every address at which two sites differ, with a Dutch sentence about it."""
    for address in sorted({*ours, *theirs}):
        if address not in theirs:
            yield address, "deze pagina ontbreekt"
        elif address not in ours:
            yield address, "deze pagina is er alleen hier"
        else:
            yield from ((address, told) for told in _differences(ours[address], theirs[address]))


def _differences(ours: Page, theirs: Page) -> Iterator[str]:
    if ours.words != theirs.words:
        steps = SequenceMatcher(None, ours.words, theirs.words, autojunk=False).get_opcodes()
        _, a, b, c, d = next(step for step in steps if step[0] != "equal")
        one, other = (" ".join(words[:_SHOWN]) for words in (ours.words[a:b], theirs.words[c:d]))
        yield f"andere tekst: '{one}' is hier '{other}'"
    if ours.links != theirs.links:
        pairs = zip_longest(ours.links, theirs.links, fillvalue="")
        one, other = next(pair for pair in pairs if pair[0] != pair[1])
        yield f"andere link: '{one}' is hier '{other}'"


def split_known(
    found: list[tuple[str, str]], generator: str, known: tuple[Known, ...] = KNOWN
) -> tuple[list[tuple[str, str]], list[Known]]:
    """What is left without the known faults of this generator, and the known faults that were not seen any more."""
    mine = [fault for fault in known if fault.generator == generator]
    left = [each for each in found if not any(fault.addresses.search(each[0]) for fault in mine)]
    return left, [fault for fault in mine if not any(fault.addresses.search(address) for address, _ in found)]


def main(arguments: list[str]) -> int:
    """Compare the two folders and return the exit code."""
    if len(arguments) != 2:
        print("Gebruik: python scripts/compare_exit.py MAP-VAN-MKDOCS ANDERE-MAP", file=sys.stderr)
        return 2
    (_, ours), (generator, theirs) = (read_site(Path(folder)) for folder in arguments)
    empty = [folder for folder, pages in zip(arguments, (ours, theirs), strict=True) if not pages]
    if empty:
        print(f"Fout: in {' en '.join(empty)} staat geen site.", file=sys.stderr)
        return 2
    found = list(differences(ours, theirs))
    left, gone = split_known(found, generator)
    for address, told in left:
        print(f"/{address}: {told}")
    for fault in gone:
        print(f"Niet meer nodig in KNOWN, want {fault.generator} doet het nu goed: {fault.reason}")
    words = sum(len(page.words) for page in ours.values())
    print(
        f"{len(ours)} pagina's en {words} woorden vergeleken met {generator or arguments[1]}: {len(left)} verschillen."
    )
    return 1 if left or gone else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
