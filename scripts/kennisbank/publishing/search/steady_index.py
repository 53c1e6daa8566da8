"""Puts the files of a Pagefind index in a fixed order, so that the same site always gives the same bytes.

Pagefind 1.5 writes the values of a filter in the order of a hash table, which differs from run to run, and names each
file after its bytes. The files are gzipped CBOR (RFC 8949) behind a mark.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
# Where the overview of the index names the filters and the orders.
_FILTERS, _SORTS = 3, 4
_KNOWN_VERSION = "1.5"


class UnknownIndex(Exception):
    """The index has another form than this module knows."""


def make_steady(folder: Path) -> None:
    """Rewrite the filters and the overview of the index in `folder`; raises `UnknownIndex` when it cannot."""
    entry = folder / "pagefind-entry.json"
    index = json.loads(entry.read_text(encoding="utf-8"))
    if not index["version"].startswith(_KNOWN_VERSION):
        raise UnknownIndex(f"Pagefind {index['version']}")
    for language in index["languages"].values():
        overview = folder / f"pagefind.{language['hash']}.pf_meta"
        content = _read(overview)
        content[_FILTERS] = [[name, _sorted_filter(folder / "filter", old)] for name, old in sorted(content[_FILTERS])]
        content[_SORTS] = sorted(content[_SORTS])
        overview.unlink()
        language["hash"] = _write(content, folder, "pagefind.nl_{}.pf_meta").removeprefix("pagefind.")
    entry.write_text(json.dumps(index, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")


def _sorted_filter(folder: Path, name: str) -> str:
    file = folder / f"{name}.pf_filter"
    title, values = _read(file)
    file.unlink()
    return _write([title, sorted(values)], folder, "nl_{}.pf_filter")


def _read(file: Path) -> Any:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_MARK):
        raise UnknownIndex(file.name)
    return cbor2.loads(data[len(_MARK) :])


def _write(content: object, folder: Path, pattern: str) -> str:
    """Write a file of the index, named after its content; gives the name without its ending."""
    data = gzip.compress(_MARK + cbor2.dumps(content), mtime=0)
    file = folder / pattern.format(hashlib.sha256(data).hexdigest()[:10])
    file.write_bytes(data)
    return file.stem
