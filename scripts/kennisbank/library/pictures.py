"""The photos of cases as files: how large they are, and what is wrong with them."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..findings.codes import error, finding
from ..findings.finding import Finding, Place
from ..model.photos import FOLDER
from ..reading.documents import read_document
from ..reading.tree import Blob, Tree

if TYPE_CHECKING:
    from PIL import Image

error(
    "KB142",
    "Foto die zo niet op de site kan",
    "Een te kleine foto wordt wazig. In een foto van een telefoon staat vaak waar en wanneer hij is gemaakt.",
)
_NAME = re.compile(rf"{FOLDER}/[a-z0-9]+(-[a-z0-9]+)*\.(jpe?g|png|webp)")
_GOOD_NAME = "Gebruik kleine letters, cijfers en streepjes, met .jpg, .png of .webp aan het eind: zonnedak-tilburg.jpg."
_CLEAN = (
    "Haal ze eruit. Windows: rechtermuisknop, Eigenschappen, Details, 'Eigenschappen en persoonlijke gegevens"
    " verwijderen'. Op een Mac: open de foto in Voorvertoning en bewaar hem als png."
)
# The field that names a photo, as nearly everybody writes it.
_KEY, _FILE = b"photo", re.compile(rb"\bfile[\"']?\s*+:\s*+[\"']?([^\"'\r\n,}#]++)")
LEAST_WIDTH = 800
MOST_PIXELS = 24_000_000
KINDS = ("JPEG", "PNG", "WEBP")
"""What a photo may be; nothing else is tried, whatever a file says of itself."""
_ALL = (*KINDS, "GIF", "AVIF")
_TRACES = ("exif", "xmp", "photoshop", "comment", "flashpix", "mp")
# A progressive JPEG is drawn in some ten passes over all of it; a hostile one in thousands.
_SCAN = b"\xff\xda"
_MOST_SCANS = 64


@dataclass(frozen=True)
class Picture:
    """A photo: its width and height in pixels as it is shown, or what is wrong with it and how to mend that."""

    width: int = 0
    height: int = 0
    problem: str = ""
    hint: str = ""


def is_photo(path: str) -> bool:
    """Whether a file is a photo of a case by its place and name."""
    return bool(_NAME.fullmatch(path))


def pictures_in(tree: Tree) -> dict[str, Picture]:
    """The photos of cases that can be shown, by their path."""
    found = {path: picture_of(blob) for path, blob in tree.items() if is_photo(path) and not blob.problem}
    return {path: picture for path, picture in found.items() if not picture.problem}


def photo_named_in(blob: Blob, photos: frozenset[str]) -> str:
    """Which of these paths is of the photo that a file names, also when the rest of it is wrong; empty when none is.

    The fields are read only when the name is written in an odd way: to read those of every case takes seconds.
    """
    if blob.problem or not blob.path.endswith(".md") or _KEY not in blob.data:
        return ""
    written = (f"{FOLDER}/{name[1].decode('utf-8', 'replace').strip()}" for name in _FILE.finditer(blob.data))
    return next((path for path in written if path in photos), "") or _photo_field(blob, photos)


def _photo_field(blob: Blob, photos: frozenset[str]) -> str:
    data = read_document(blob).data
    photo = data.get("photo") if isinstance(data, dict) else None
    path = f"{FOLDER}/{photo.get('file')}" if isinstance(photo, dict) else ""
    return path if path in photos else ""


def picture_findings(blob: Blob) -> Iterator[Finding]:
    """What is wrong with a file among the photos."""
    if blob.problem or not blob.path.startswith(f"{FOLDER}/"):
        return
    picture = picture_of(blob) if is_photo(blob.path) else Picture(problem=_misnamed(blob.path), hint=_GOOD_NAME)
    if picture.problem:
        yield finding("KB142", blob.path, Place(), picture.problem, picture.hint)


def _misnamed(path: str) -> str:
    return f"'{PurePosixPath(path).name}' heeft geen naam voor een foto"


@lru_cache(maxsize=2_000)
def picture_of(blob: Blob) -> Picture:
    """Read a photo whole, as the build will: what is cut off or spoilt shows only then."""
    # Few libraries have photos; who has none does not wait for this.
    from PIL import Image  # noqa: PLC0415

    name = PurePosixPath(blob.path).name
    unreadable = Picture(problem=f"'{name}' is niet als foto te lezen", hint="Bewaar de foto opnieuw als jpg of png.")
    if blob.data.count(_SCAN) > _MOST_SCANS:
        return unreadable
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(blob.data), formats=KINDS) as image:
            width, height = image.size
            problem, hint = _size_problem(width, height)
            if not problem:
                image.load()
                problem, hint = _left_behind(image)
    except Exception:  # noqa: BLE001 - what Pillow raises for a damaged file differs from kind to kind
        return unreadable
    return Picture(problem=f"'{name}' {problem}", hint=hint) if problem else Picture(width, height)


def pixels_problem(data: bytes) -> str:
    """Why a picture of any kind would take too much of a browser, in Dutch; only its first bytes are read."""
    from PIL import Image  # noqa: PLC0415 - as below

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=_ALL) as image:
            width, height = image.size
    except Image.DecompressionBombError:
        return f"heeft veel te veel beeldpunten (hoogstens {MOST_PIXELS // 1_000_000} miljoen)"
    except Exception:  # noqa: BLE001 - what Pillow raises for a damaged file differs from kind to kind
        return "is niet als afbeelding te lezen"
    most = f"hoogstens {MOST_PIXELS // 1_000_000} miljoen beeldpunten"
    return f"is te groot: {width} bij {height}, {most}" if width * height > MOST_PIXELS else ""


def _size_problem(width: int, height: int) -> tuple[str, str]:
    if width * height > MOST_PIXELS:
        return f"is te groot: {width} bij {height} beeldpunten", "Bewaar de foto op 2000 beeldpunten breed."
    if width < LEAST_WIDTH:
        hint = f"Neem de foto in het groot: minstens {LEAST_WIDTH} beeldpunten breed."
        return f"is te klein: {width} beeldpunten breed", hint
    return "", ""


def _left_behind(image: "Image.Image") -> tuple[str, str]:
    """What a camera or a program left in the file: place and time, makers, remarks."""
    remarks = [key for key, value in image.info.items() if isinstance(value, str) and key != "Software"]
    if not (remarks or image.getexif() or any(image.info.get(trace) for trace in _TRACES)):
        return "", ""
    return "bevat nog gegevens van de camera of van een programma", _CLEAN
