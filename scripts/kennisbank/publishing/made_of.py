"""What a site was made of, file by file: its build tells it, for one that makes it again after a change."""

import json
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .lean_styles import Lean
from .search.search_index import Known
from .search.weighing import Told


@dataclass(frozen=True)
class MadeOf:
    """A site: of every file that was handed to MkDocs a hash and its place, and of every page what was kept of it.

    `keys` are those of `page_store`, `looks` those of `looks`, by place. `shape` is all that shapes pages besides their
    text, `menu` the pages in the navigation, which all of them show. `classes` and `states` tell on how many pages each
    name stands, see `lean_styles`.
    """

    files: Mapping[str, str]
    places: Mapping[str, str]
    shape: str
    menu: tuple[str, ...]
    keys: Mapping[str, str]
    looks: Mapping[str, str]
    classes: Counter[str]
    states: Counter[str]
    lean: Lean
    index: Known


def packed(made_of: MadeOf) -> bytes:
    """What is told, as it is kept."""
    told = made_of.index.told
    index = [made_of.index.addresses, told.pieces, told.common, told.of_places, told.texts, told.length]
    plain = {**vars(made_of), "lean": [made_of.lean.name, made_of.lean.files], "index": index}
    return zlib.compress(json.dumps(plain).encode(), 1)


def unpacked(data: bytes | None) -> MadeOf | None:
    """What was told; None when it is something else."""
    try:
        known: dict[str, Any] = json.loads(zlib.decompress(data or b""))
        (name, files), (addresses, pieces, common, names, *lengths) = known.pop("lean"), known.pop("index")
        own = {
            "menu": tuple(known["menu"]),
            "classes": Counter(known["classes"]),
            "states": Counter(known["states"]),
            "lean": Lean(name, tuple(files)),
            "index": Known(tuple(addresses), Told(Counter(pieces), Counter(common), Counter(names), *lengths)),
        }
        return MadeOf(**{**known, **own})
    except (ValueError, KeyError, TypeError, zlib.error):
        return None
