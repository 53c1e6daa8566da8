"""The whole site in one zip, to read without internet: unpack it and open index.html."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..building.citing import AUTHOR, LICENCE, LICENCE_URL, SITE_NAME
from ..faces.zip_file import put
from ..library.addresses import PACKAGE

_FOLDER = "transitieversneller"
_ADDRESS = re.compile(r'(?<=\s)(href="|action="|content="0; url=)([^"]*)(?=")')
_READ_ME = f"""{SITE_NAME}, om te lezen zonder internet

Pak dit zip-bestand uit en open {_FOLDER}/index.html in je browser.
Alle pagina's en gegevens staan erin; de gegevens voor Excel en programma's staan in de map data.
Zoeken, kiezen en bewaren werken alleen als een webserver de map laat zien. De overzichten werken altijd.

De inhoud is vrij te gebruiken met de naam '{AUTHOR}' erbij: {LICENCE},
{LICENCE_URL}. De code is EUPL-1.2.
"""


def write_package(site: Path, target: Path) -> int:
    """Write the site in the folder `site` as a zip to `target`; answers how many files are in it.

    The same site gives the same bytes, in time and memory that grow with the largest file and not with their number.
    """
    count = 0
    with target.open("w+b") as written, zipfile.ZipFile(written, "w") as packed:
        put(written, packed, f"{_FOLDER}/LEESMIJ.txt", _READ_ME.encode("utf-8"))
        for name, file in _files(site, target):
            data = file.read_bytes()
            data = offline(data.decode("utf-8")).encode("utf-8") if name.endswith(".html") else data
            put(written, packed, f"{_FOLDER}/{name}", data)
            count += 1
    return count


def offline(html: str) -> str:
    """A page whose links work from a disk, where no server finds the page of a folder."""
    return _ADDRESS.sub(lambda found: found[1] + _named(found[2]), html)


def _named(address: str) -> str:
    """An address within the site with the name of its page; any other address as it is."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    if not path or ":" in path or path.startswith("/") or posixpath.basename(path) not in ("", ".", ".."):
        return address
    return f"{posixpath.join(path, 'index.html')}{address[len(path) :]}"


def _files(site: Path, target: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the site but the zip itself, sorted by its name there."""
    found = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    yield from ((name, found[name]) for name in sorted(found) if name != PACKAGE and found[name] != target)
