"""Unpacks a workbook within bounds, because a few kB may unpack to gigabytes."""

import io
import zipfile

from .refused import Refused

MAX_UNPACKED = 40 * 1024 * 1024
# Twice what as many cells take as a table may have.
MAX_PARTS = 300_000
# Ten for every cell that a table may have; one element may have a million.
MAX_ATTRIBUTES = 400_000
_TOO_MANY = (
    f"het bestand bestaat uit meer dan {MAX_PARTS} stukjes of {MAX_ATTRIBUTES} eigenschappen, veel meer dan een tabel"
    " met cases heeft; zet alleen de rijen met cases in een nieuw bestand, zonder opmaak"
)
# The end of every element, in each way of writing signs that XML has.
_ENDS = (b"</", b"/>", b"<\0/", b"/\0>")
# How encryption of a whole file shows: in the manifest of an ODS, and as a file of another kind for Excel.
_LOCKED_ODS = b"encryption-data"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_EXCEL = "EncryptedPackage".encode("utf-16-le")
_PASSWORD = "het bestand heeft een wachtwoord; bewaar het zonder wachtwoord"  # noqa: S105 - it is a sentence


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook that hold text, by name.

    Raises `Refused` when it has a password, is of another kind or holds far more than a table, and
    `zipfile.BadZipFile`, `OSError`, `RuntimeError` or `NotImplementedError` when it cannot be unpacked.
    """
    if data.startswith(_OLE):
        raise Refused(_PASSWORD if _LOCKED_EXCEL in data else "dit is een oud Excel-bestand; bewaar het als .xlsx")
    left, parts, attributes = MAX_UNPACKED, 0, 0
    files = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            if not member.filename.endswith((".xml", ".rels")):
                continue
            with archive.open(member) as packed:
                content = packed.read(left + 1)
            left -= len(content)
            if left < 0:
                raise Refused("het bestand is uitgepakt veel te groot; bewaar alleen de tabel in een nieuw bestand")
            parts += sum(map(content.count, _ENDS))
            attributes += content.count(b"=")
            if parts > MAX_PARTS or attributes > MAX_ATTRIBUTES:
                raise Refused(_TOO_MANY)
            files[member.filename] = content
    if _LOCKED_ODS in files.get("META-INF/manifest.xml", b""):
        raise Refused(_PASSWORD)
    return files
