"""Makes many pages: on all processors, also where a process cannot be copied."""

import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.structure.nav import get_navigation

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing.page_store import PageStore
from kennisbank.publishing.processes import be_a_copy, can_be_copied, chunks_of, pool_of, told_by, workers_for

from .our_files import OurFile
from .rendering import Maker, Task
from .theme_faults import mended

FEW = 60
"""Fewer pages than this are made sooner than another process starts."""


def make_all(tasks: Sequence[Task], maker: Maker, told: Callable[[int], None] = lambda _: None) -> frozenset[str]:
    """Make pages, on as many processors as there are; gives the places of those that could be made.

    `told` hears each time how many are done.
    """
    try:
        made = _made_together(tasks, maker, told)
    except (OSError, BrokenProcessPool, ImportError):
        made = None
    return _made_alone(tasks, maker, told) if made is None else made


def _made_alone(tasks: Sequence[Task], maker: Maker, told: Callable[[int], None]) -> frozenset[str]:
    made = set()
    for number, task in enumerate(tasks, 1):
        made |= {task.uri} if maker.make(task) else set()
        told(number)
    return frozenset(made)


def _made_together(tasks: Sequence[Task], maker: Maker, told: Callable[[int], None]) -> frozenset[str] | None:
    """What other processes make; None where one process has to do."""
    workers = workers_for(len(tasks), FEW)
    if workers < 2:
        return None
    copied = can_be_copied()
    # What the first page takes to load and to compile, above all the templates, copies of this process then have.
    made = {task.uri for task in tasks[: int(copied)] if maker.make(task)}
    begin = partial(_begin, maker) if copied else partial(_begin_anew, _recipe_of(maker))
    with pool_of(workers, begin, "fork" if copied else "spawn") as pool:
        if pool is None:
            return None
        done = int(copied)
        for number, uris in told_by(pool, _make_chunk, chunks_of(tasks[done:])):
            made.update(uris)
            done += number
            told(done)
        return frozenset(made)


@dataclass(frozen=True)
class _Recipe:
    """What another process needs to make a maker of the same site, with these files."""

    config_file: str
    site_dir: str
    site_url: str
    files: tuple[Artifact, ...]
    store: PageStore


def _recipe_of(maker: Maker) -> _Recipe:
    config, own = maker.config, tuple(file.artifact for file in maker.files if isinstance(file, OurFile))
    return _Recipe(str(config.config_file_path), config.site_dir, config.site_url or "", own, maker.store)


# In another process: the maker that its tasks are for.
_maker: list[Maker] = []


def _begin(maker: Maker) -> None:
    _maker[:] = [maker]
    be_a_copy()


def _begin_anew(recipe: _Recipe) -> None:
    say_nothing()
    config = load_config(recipe.config_file, site_dir=recipe.site_dir, site_url=recipe.site_url)
    _begin(maker_of(config, recipe.files, recipe.store))


def say_nothing() -> None:
    """Leave it to the process that this one works for to say what MkDocs says."""
    logging.getLogger("mkdocs").handlers = [logging.NullHandler()]
    logging.getLogger("mkdocs").propagate = False


def maker_of(config: MkDocsConfig, ours: Iterable[Artifact], store: PageStore) -> Maker:
    """A maker of the pages of a site with these files."""
    files = Files([OurFile.of(config, artifact) for artifact in ours])
    env = mended(config.theme.get_env())
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    for page in nav.pages:
        page.read_source(config)
    return Maker(config, files, nav, env, store)


def _make_chunk(tasks: Sequence[Task]) -> tuple[int, list[str]]:
    """How many pages there were, and the places of those that could be made."""
    return len(tasks), [task.uri for task in tasks if _maker[0].make(task)]
