"""Files that go to the site as they are: known kinds only, by their content, and drawings that only draw."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePosixPath

from ..findings.codes import error, finding
from ..findings.finding import Finding, Place
from ..model.kinds import FACES_FOLDER
from ..reading.tree import Blob
from .drawings import problem_of_drawing
from .file_ends import is_whole
from .pdf_acts import acts
from .pictures import pixels_problem

error(
    "KB141",
    "Bestand dat niet naar de site kan",
    "Wat in docs/assets staat, komt ongewijzigd bij de lezer. Een pagina, een script of een tekening met een script"
    " erin zou daar van alles kunnen doen.",
)
ASSETS_FOLDER = "docs/assets"
_KB = 1024
# By the end of the name: how the content begins, and how large it may be.
_KINDS: dict[str, tuple[re.Pattern[bytes], int]] = {
    ".avif": (re.compile(rb".{4}ftypavi[fs]", re.DOTALL), 1024 * _KB),
    ".gif": (re.compile(rb"GIF8[79]a"), 1024 * _KB),
    ".jpeg": (re.compile(rb"\xff\xd8\xff"), 1024 * _KB),
    ".jpg": (re.compile(rb"\xff\xd8\xff"), 1024 * _KB),
    ".pdf": (re.compile(rb"%PDF-\d"), 5 * 1024 * _KB),
    ".png": (re.compile(rb"\x89PNG\r\n\x1a\n"), 1024 * _KB),
    ".svg": (re.compile(rb"(?:\xef\xbb\xbf)?\s*<"), 256 * _KB),
    ".webp": (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), 1024 * _KB),
    ".woff2": (re.compile(rb"wOF2"), 256 * _KB),
}
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
# What belongs to the code of the site, by its name below docs/assets: the policy of a page trusts every script that the
# site has, and every style in one folder goes to all pages. Whoever proposes a change there changes code.
_NAMES = (files("kennisbank.library") / "own_code.txt").read_text(encoding="utf-8").split()
_CODE = frozenset(f"{ASSETS_FOLDER}/{name}" for name in _NAMES)
_CODE_FOLDERS = (f"{ASSETS_FOLDER}/javascripts/", f"{ASSETS_FOLDER}/stylesheets/")
# What the model gives to other programs: text, and small.
_FACE = re.compile(rf"{FACES_FOLDER}/(?:[a-z-]+\.schema\.json|sjabloon-[a-z]+\.txt)")
_LARGEST_FACE = 128 * _KB


def asset_findings(blob: Blob) -> Iterator[Finding]:
    """What is wrong with a file in docs/assets or docs/model."""
    if blob.problem:
        return
    problem = _problem(blob)
    if problem:
        hint = f"In docs/assets kunnen: {', '.join(kind.removeprefix('.') for kind in _KINDS)}."
        yield finding("KB141", blob.path, Place(), problem, hint)


def is_picture(path: str) -> bool:
    """Whether a file is a picture, document or font by its place and name; nothing is where the code of the site is."""
    is_there = path.startswith(f"{ASSETS_FOLDER}/") and not path.startswith(_CODE_FOLDERS)
    return is_there and PurePosixPath(path).suffix in _KINDS


def goes_to_the_site(path: str) -> bool:
    """Whether a file is of a kind that is published as it is."""
    return is_picture(path) or path in _CODE or bool(_FACE.fullmatch(path))


def _problem(blob: Blob) -> str:
    name = PurePosixPath(blob.path).name
    if not goes_to_the_site(blob.path):
        if name.endswith((".js", ".css")) and blob.path.startswith(_CODE_FOLDERS):
            return f"'{name}' hoort niet bij de code van de site; wat daarbij hoort, staat in library/own_code.txt"
        return f"'{name}' is geen afbeelding, pdf of lettertype"
    if _FACE.fullmatch(blob.path):
        return _problem_of_face(name, blob.data)
    kind = _KINDS.get(PurePosixPath(blob.path).suffix)
    if kind is None:
        return ""
    begins, most = kind
    if len(blob.data) > most:
        return f"'{name}' is te groot ({len(blob.data) // _KB} kB; hoogstens {most // _KB} kB)"
    if not begins.match(blob.data) or not is_whole(PurePosixPath(name).suffix, blob.data):
        return f"'{name}' is van binnen iets anders dan de naam zegt, of er staat iets achter"
    if name.endswith(".pdf") and acts(blob.data):
        return f"in '{name}' staat een script, een bijlage of een opdracht; bewaar het stuk als pdf/A"
    if name.endswith(".svg"):
        return problem_of_drawing(blob.data)
    return _problem_of_picture(name, blob.data) if name.endswith(_PICTURES) else ""


def _problem_of_picture(name: str, data: bytes) -> str:
    problem = pixels_problem(data)
    return f"'{name}' {problem}" if problem else ""


def _problem_of_face(name: str, data: bytes) -> str:
    if len(data) > _LARGEST_FACE:
        return f"'{name}' is te groot ({len(data) // _KB} kB; hoogstens {_LARGEST_FACE // _KB} kB)"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return f"'{name}' is van binnen iets anders dan de naam zegt"
    return ""
