"""Makes a site again of which a few pages changed: those pages and what follows from all of them, and nothing else.

All other files are those of the site that stands, if they are what its build made them. What cannot be known to be the
same that a whole build makes is left to a whole build.
"""

import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..building.artifacts import Artifact
from ..library.addresses import NAMES, SYNONYMS
from ..reading.tree import Tree
from .content_security import NoPlace
from .finishing import Last
from .looks import Looker, store_of
from .made_of import MadeOf, packed, unpacked
from .mkdocs_runner import Few
from .page_guard import Refused
from .page_store import CACHE, PageStore, store_in
from .pipeline import BuildStopped, made_of_checked
from .search.pages import Page
from .search.renewing import AllMatters, renew
from .search.search_index import called_in
from .seen import Seen, look_after, look_at
from .spool import Spool
from .twin import fill
from .version import version_of
from .whole_store import Store

FEW = 40
"""More pages than this are made sooner by all processors."""
# What pages ask for, or what is made of all pages, follows from these.
_FOR_ALL = (".html", ".css", ".js")


class Elsewise(Exception):
    """Something else changed than a few pages: the whole site has to be made."""


@dataclass(frozen=True)
class Stands:
    """A site that stands: its folder, what was seen there when it was built, and what that is made of."""

    folder: Path
    seen: Seen
    made_of: MadeOf


def standing_as(folder: Path, kept: tuple[Seen, bytes]) -> Stands:
    """The site that stands in a folder, as it was kept; raises `Elsewise`."""
    made_of = unpacked(kept[1])
    if made_of is None:
        raise Elsewise
    return Stands(folder, kept[0], made_of)


def make_again(
    root: Path, stands: Stands, fresh: Path, tree: Tree, few: Few, *, concepts: bool = False
) -> tuple[Seen, bytes]:
    """Make the site of the project at `root` in the folder `fresh`, of one that stands; raises `Elsewise`.

    In `fresh` may be what an earlier site left there. The `tree` has no errors. `few` makes pages, see
    `mkdocs_runner.making_few`. Gives what `standing.keep` wants.
    """
    with tempfile.TemporaryDirectory(prefix="kennisbank-") as folder, _otherwise():
        made = made_of_checked(root, tree, concepts=concepts, spool=Spool(Path(folder)), left=True)
        patch = Patch(root, fresh, stands.made_of, store_in(root / CACHE, stands.made_of.shape), store_of(root))
        changed = _changed(made, stands.made_of)
        asked = patch.ask(changed, made, few)
        # Meanwhile another process makes the pages.
        seen = _put_as_it_stands(stands, fresh)
        patch.put_files(changed)
        after = patch.finished(patch.sound(asked()))
        files = {**after.files, **{one.uri: one.digest for one in changed}}
        patch.forget(after)
        return look_after(fresh, seen), packed(replace(after, files=files))


@contextlib.contextmanager
def _otherwise() -> Iterator[None]:
    """Whatever stands in the way, a whole build will tell."""
    try:
        yield
    except (OSError, ValueError, BuildStopped, AllMatters, Refused, NoPlace) as error:
        raise Elsewise from error


def _changed(made: Sequence[Artifact], before: MadeOf) -> list[Artifact]:
    """The files that are others than they were; raises `Elsewise` when that matters to all pages."""
    if {one.uri for one in made} != before.files.keys():
        raise Elsewise
    changed = [one for one in made if one.digest != before.files[one.uri]]
    pages = sum(one.uri in before.keys for one in changed)
    others = [one.uri for one in changed if one.uri not in before.keys]
    if pages > FEW or any(uri.endswith(_FOR_ALL) or uri in (NAMES, SYNONYMS) for uri in others):
        raise Elsewise
    return changed


def _put_as_it_stands(stands: Stands, fresh: Path) -> Seen:
    """Let a folder have the files that stand; gives what these are, raises `Elsewise` when they changed."""
    seen = look_at(stands.folder, stands.seen)
    if seen.told != stands.seen.told:
        raise Elsewise
    fill(fresh, stands.folder, seen)
    return seen


def _put(file: Path, pieces: Iterable[bytes]) -> None:
    """Put a file in the place of one that has another name as well, which keeps what it has."""
    mode = file.stat().st_mode
    file.unlink()
    with file.open("wb") as new:
        new.writelines(pieces)
    file.chmod(mode & 0o7777)


@dataclass(frozen=True)
class Patch:
    """What becomes of a site in a folder, of which is known what it was made of."""

    root: Path
    fresh: Path
    before: MadeOf
    pages: PageStore
    looks: Store | None = None

    def ask(self, changed: Sequence[Artifact], made: Sequence[Artifact], few: Few) -> Callable[[], dict[str, str]]:
        """Begin to make the pages that changed; gives what waits for their keys, and raises `Elsewise` without."""
        asked = {one.uri: str(one.content) for one in changed if one.uri in self.before.keys}
        if not asked:
            return dict
        menu = {one.uri: str(one.content) for one in made if one.uri in self.before.menu}
        places = list(self.before.files)
        answer = few({"shape": self.before.shape, "places": places, "menu": menu, "pages": asked})

        def keys() -> dict[str, str]:
            found = answer()
            if found.keys() != asked.keys():
                raise Elsewise
            return found

        return keys

    def sound(self, keys: dict[str, str]) -> dict[str, str]:
        """The keys of pages that lead to what is there; raises `Elsewise` when MkDocs has to look at all."""
        if not all(self.leads_right(uri, keys) for uri in keys):
            raise Elsewise
        return keys

    def leads_right(self, uri: str, keys: Mapping[str, str]) -> bool:
        """Whether a page leads to places in pages that are there, and has what others may lead to."""
        page, old = self.pages.head(keys[uri]), self.pages.head(self.before.keys[uri])
        if not page or not old or not set(old.anchors) <= set(page.anchors):
            return False
        for to, anchor, _ in page.links:
            other = self.pages.head(keys.get(to) or self.before.keys.get(to, ""))
            if not other or anchor not in other.anchors:
                return False
        return True

    def put_files(self, changed: Sequence[Artifact]) -> None:
        """Put what is no page; raises `OSError` when there is no such file on the site."""
        for one in changed:
            if one.uri not in self.before.keys:
                _put(self.fresh / self.before.places[one.uri], one.pieces())

    def finished(self, keys: Mapping[str, str]) -> MadeOf:
        """Finish the pages with these keys, and renew what is made of all; raises `Elsewise`, and what those raise."""
        looker = Looker("", called_in(self.fresh), self.looks)
        last = Last(self.fresh, "", version_of(self.root), self.before.lean)
        after, pairs = self.before, list[tuple[Page, Page]]()
        for uri, key in keys.items():
            place, html = self.before.places[uri], self.pages.html(key)
            old = looker.again(self.before.looks[place])
            if html is None or old is None:
                raise Elsewise
            look_key, new = looker.look(html.encode("utf-8"), place)
            pairs += _pair(old.page, new.page)
            after = replace(
                after,
                keys={**after.keys, uri: key},
                looks={**after.looks, place: look_key},
                classes=after.classes - Counter(old.names.classes) + Counter(new.names.classes),
                states=after.states - Counter(old.names.states) + Counter(new.names.states),
            )
            _put(self.fresh / place, [last.whole(html, place).encode("utf-8")])
        if (after.classes.keys(), after.states.keys()) != (self.before.classes.keys(), self.before.states.keys()):
            raise Elsewise  # other styles are needed

        def page_at(address: str) -> Page | None:
            look = looker.again(self.before.looks[f"{address}index.html"])
            return look.page if look else None

        return replace(after, index=renew(self.fresh, self.before.index, pairs, page_at)) if pairs else after

    def forget(self, after: MadeOf) -> None:
        """Forget what was kept of pages as they were."""
        self.pages.forget({*self.before.keys.values()} - {*after.keys.values()})
        if self.looks:
            self.looks.forget({*self.before.looks.values()} - {*after.looks.values()})


def _pair(before: Page | None, after: Page | None) -> Iterator[tuple[Page, Page]]:
    """A page that can be found, as it was and as it is; raises `Elsewise` when it could only be found before or now."""
    if (before is None) != (after is None):
        raise Elsewise
    if before and after:
        yield before, after
