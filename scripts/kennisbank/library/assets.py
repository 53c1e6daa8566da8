"""Files that go to the site as they are: known kinds only, by their content, and drawings that only draw."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from ..findings.codes import error, finding
from ..findings.finding import Finding, Place
from ..model.kinds import FACES_FOLDER
from ..reading.tree import Blob

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
# What belongs to the code of the site, by its place; whoever proposes a change there changes code.
_CODE = re.compile(r"docs/assets/(?:javascripts/(?:[\w-]+/)*[\w.-]+\.js|stylesheets/(?:[\w-]+/)*[\w.-]+\.css)")
_FACE = re.compile(rf"{FACES_FOLDER}/[a-z-]+\.(?:schema\.json|csv|ods|txt)")
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(
    (
        *("svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "symbol", "use"),
        *("marker", "metadata"),
    )
)
_REFERENCE = re.compile(r"url\(\s*(?![\"']?#)|@import|expression|javascript:|\\", re.IGNORECASE)


def asset_findings(blob: Blob) -> Iterator[Finding]:
    """What is wrong with a file in docs/assets or docs/model."""
    if blob.problem:
        return
    problem = _problem(blob)
    if problem:
        hint = f"In docs/assets kunnen: {', '.join(kind.removeprefix('.') for kind in _KINDS)}."
        yield finding("KB141", blob.path, Place(), problem, hint)


def goes_to_the_site(path: str) -> bool:
    """Whether a file is of a kind that is published as it is."""
    known = path.startswith(f"{ASSETS_FOLDER}/") and PurePosixPath(path).suffix in _KINDS
    return known or bool(_CODE.fullmatch(path) or _FACE.fullmatch(path))


def _problem(blob: Blob) -> str:
    name = PurePosixPath(blob.path).name
    if not goes_to_the_site(blob.path):
        return f"'{name}' is geen afbeelding, pdf of lettertype"
    kind = _KINDS.get(PurePosixPath(blob.path).suffix)
    if kind is None:
        return ""
    begins, most = kind
    if len(blob.data) > most:
        return f"'{name}' is te groot ({len(blob.data) // _KB} kB; hoogstens {most // _KB} kB)"
    if not begins.match(blob.data):
        return f"'{name}' is van binnen iets anders dan de naam zegt"
    return _problem_of_drawing(blob.data) if name.endswith(".svg") else ""


def _problem_of_drawing(data: bytes) -> str:
    """Why a drawing cannot go to the site; empty when it only draws."""
    if re.search(rb"<!(?!--)|<\?(?!xml[ \t])", data):
        return "deze tekening heeft een verwijzing of een opdracht voor een ander programma (<! of <?)"
    try:
        root = ET.fromstring(data)  # noqa: S314 - without a doctype there are no entities to expand
    except (ET.ParseError, ValueError, LookupError, RecursionError):
        return "deze tekening is niet te lezen als SVG"
    for element in root.iter():
        name = str(element.tag).removeprefix(_SVG)
        if not str(element.tag).startswith(_SVG) or name not in _SHAPES:
            return f"in deze tekening staat '{name}'; een tekening mag alleen tekenen"
        for attribute, value in element.attrib.items():
            if attribute.lower().startswith("on") or _leads_away(attribute, value):
                return f"in deze tekening staat een script of een verwijzing naar buiten ('{attribute.split('}')[-1]}')"
    return ""


def _leads_away(attribute: str, value: str) -> bool:
    if attribute.endswith(("href", "src")):
        return not value.startswith("#")
    return bool(_REFERENCE.search(value))
