"""Tells what a site was made of, so that after a change of a few pages MkDocs need not make the others."""

import os
from collections.abc import Mapping
from pathlib import Path

from kennisbank.publishing.made_of import MadeOf, packed
from kennisbank.publishing.mkdocs_runner import FROM_BUILD

from .first import Shown
from .our_files import OurFile


def tell_made_of(site: Shown, shape: str, keys: Mapping[str, str]) -> None:
    """Tell it the program that started the build, if that asks: the shape and the keys of the pages that are kept."""
    asked = os.environ.get(FROM_BUILD)
    if not asked or site.last.seen.index is None:
        return
    seen, own = site.last.seen, [file for file in site.files if isinstance(file, OurFile)]
    made_of = MadeOf(
        files={file.src_uri: file.artifact.digest for file in own},
        places={file.src_uri: file.dest_uri for file in own},
        shape=shape,
        menu=tuple(page.file.src_uri for page in site.nav.pages),
        keys=keys,
        looks=seen.keys,
        classes=seen.classes,
        states=seen.states,
        lean=site.last.asks_less,
        index=site.last.seen.index,
    )
    Path(asked).write_bytes(packed(made_of))
