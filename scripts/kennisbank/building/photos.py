"""The photo of a case in the sizes that screens need, without what a camera left in the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath

from ..library.library import Library
from ..library.pictures import KINDS, Picture
from ..model.photos import FOLDER, Photo
from ..reading.tree import Blob, Tree
from .artifacts import Artifact

# A phone, a phone with a fine screen, a desktop with one.
_WIDTHS = (480, 960, 1440)
_QUALITY = 74


@dataclass(frozen=True)
class Size:
    """One size of a photo: its file on the site, its width and height in pixels."""

    uri: str
    width: int
    height: int


def sizes_of(library: Library, photo: Photo) -> tuple[Size, ...]:
    """The sizes of a photo from small to large, never larger than it is; none when it cannot be shown."""
    picture = library.pictures.get(f"{FOLDER}/{photo.file}")
    return tuple(_sizes(photo.file, picture)) if picture else ()


def photo_files(library: Library, tree: Tree) -> Iterator[Artifact]:
    """The files of all photos that are shown."""
    shown = {case.photo.file: case.photo for case in library.cases.values() if case.photo}
    for name, photo in sorted(shown.items()):
        blob = tree.get(f"{FOLDER}/{name}")
        if blob:
            yield from _made(blob, sizes_of(library, photo))


def _sizes(name: str, picture: Picture) -> Iterator[Size]:
    for width in sorted({min(width, picture.width) for width in _WIDTHS}):
        height = max(1, round(picture.height * width / picture.width))
        yield Size(f"assets/cases/{PurePosixPath(name).stem}-{width}.webp", width, height)


@lru_cache(maxsize=64)  # who previews builds again at every save, and seldom changes a photo
def _made(blob: Blob, sizes: tuple[Size, ...]) -> tuple[Artifact, ...]:
    from PIL import Image  # noqa: PLC0415 - few libraries have photos; who has none does not wait for this

    if not sizes:
        return ()
    with Image.open(BytesIO(blob.data), formats=KINDS) as opened:
        whole = opened.convert("RGB")
    made = []
    for size in sizes:
        data = BytesIO()
        smaller = whole.resize((size.width, size.height), Image.Resampling.LANCZOS)
        smaller.save(data, "WEBP", quality=_QUALITY, method=4)
        made.append(Artifact(size.uri, data.getvalue(), blob.path))
    return tuple(made)
