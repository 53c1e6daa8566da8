"""Every link in the prose leads somewhere."""

import posixpath
import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify, unique

from ...findings.codes import error
from ...findings.finding import Finding
from ...findings.nearest import slug, suggest
from ...library.addresses import OVERVIEWS
from ...library.file_names import told_apart
from ...library.library import Entry, Library, Page, TermEntry
from ...reading.document import NOWHERE
from ...reading.prose import plain
from ..rule import local_rule, rule
from . import raw
from .targets import Pointer, better_path, documents_by_path, how_to_link, is_on_site, passages, pointers, renamed_link

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_ON_OWN_DISK = re.compile(r"file:|[a-z]:[/\\]|\\\\", re.IGNORECASE)
# A guess at what was meant looks at every file or heading there is: of a thousand links that lead nowhere the others
# are told without one.
_MOST_GUESSES = 200
_NOT_THERE_FOR_READERS = (
    "Dit staat op je eigen computer of netwerk, waar geen lezer bij kan. Zet het op internet en verwijs daarnaar."
)
_LOOK = "Kijk welke koppen er op die pagina staan."
# Headings that the templates add to the page of a record, whatever its kind.
_ADDED = ("Bronnen", "Hoe zeker is dit?", "Over deze pagina")


@rule(
    error(
        "KB204",
        "Link naar iets dat niet bestaat",
        "Een lezer die klikt, komt op een foutpagina.",
    ),
)
def missing_page(library: Library) -> Iterator[Finding]:
    """A link to a file that does not exist."""
    guesses = iter(range(_MOST_GUESSES))
    for pointer in pointers(library):
        if pointer.link.target in ("", "#") and not pointer.link.image:
            message = f"de link '[{pointer.link.text}]' wijst nergens heen"
            hint = "Zet tussen de ronde haken het bestand of het webadres waar de lezer heen gaat."
            yield pointer.passage.found("KB204", pointer.link.span, message, hint)
        elif pointer.target.kind == "missing" and not pointer.link.image and not _is_overview(pointer):
            message = f"de link wijst naar '{pointer.link.target}', maar dat bestand is er niet"
            mended = renamed_link(library, pointer)
            yield _found(pointer, "KB204", message, _better(library, pointer, guesses), mended)


@rule(
    error(
        "KB205",
        "Anker bestaat niet",
        "De pagina bestaat wel, maar het onderdeel waar de link naartoe springt niet.",
    ),
)
def missing_anchor(library: Library) -> Iterator[Finding]:
    """A link to a part of a page that is not there."""
    by_path = documents_by_path(library)
    guesses = iter(range(_MOST_GUESSES))
    for pointer in pointers(library):
        target = pointer.target
        owner = by_path.get(target.path)
        # Of a page that could not be read nobody knows the headings.
        if not owner or owner.document.body == NOWHERE:
            continue
        if target.kind in ("anchor", "record", "page") and target.anchor:
            anchors = anchors_of(owner)
            if target.anchor not in anchors:
                message = f"'{target.path}' heeft geen onderdeel '#{target.anchor}'"
                may_guess = next(guesses, None) is not None
                hint = suggest(target.anchor, anchors, "onderdelen", limit=20) if may_guess else _LOOK
                yield _found(pointer, "KB205", message, hint)


@rule(
    error(
        "KB206",
        "Afbeelding ontbreekt",
        "De lezer ziet een leeg kader.",
    ),
)
def missing_picture(library: Library) -> Iterator[Finding]:
    """An image that does not exist or is no image."""
    guesses = iter(range(_MOST_GUESSES))
    for pointer in pointers(library):
        target, name = pointer.target, pointer.link.target
        if pointer.link.image and (target.kind == "missing" or not name):
            yield _found(pointer, "KB206", f"de afbeelding '{name}' is er niet", _better(library, pointer, guesses))
        elif pointer.link.image and target.kind in ("file", "page", "record") and not name.lower().endswith(_PICTURES):
            hint = f"Gebruik een bestand dat eindigt op {', '.join(_PICTURES)}."
            yield _found(pointer, "KB206", f"'{name}' is geen afbeelding", hint)


@rule(
    error(
        "KB207",
        "Link wijst buiten de bibliotheek",
        "Alleen bestanden in cases/, lessons/ en docs/ komen op de site.",
    ),
)
def outside(library: Library) -> Iterator[Finding]:
    """A link to a file that does not come on the site."""
    for pointer in pointers(library):
        target, name = pointer.target, pointer.link.target
        if pointer.link.image and target.kind == "external":
            hint = "Zet de afbeelding in docs/assets/ en verwijs daarnaar; dan hoeft de lezer niet bij een ander langs."
            yield _found(pointer, "KB207", f"de afbeelding '{name}' staat op een andere site", hint)
        elif target.kind == "outside":
            message = f"de link '{name}' wijst buiten de mappen cases, lessons en docs"
            better = better_path(library, pointer.path, target.path)
            overview = name.strip("/") if name.startswith("/") else ""
            better = f"site:{overview}/" if overview in OVERVIEWS else better
            hint = f"Bedoelde je '{better}'?" if better else how_to_link(pointer)
            yield _found(pointer, "KB207", message, hint)
        elif target.kind in ("file", "page") and not is_on_site(target):
            hint = "Verwijs naar een case, les, community, werkvorm of pagina, of met 'site:' naar een overzicht."
            yield _found(pointer, "KB207", f"'{name}' bestaat, maar komt niet op de site", hint)


@rule(
    error(
        "KB211",
        "Link naar een concept",
        "Een concept staat niet op de gepubliceerde site; lezers zien daar geen pagina.",
    ),
)
def link_to_concept(library: Library) -> Iterator[Finding]:
    """A page that readers see, linking in its text to one they do not see."""
    by_path = documents_by_path(library)
    for pointer in pointers(library):
        owner = by_path.get(pointer.target.path) if pointer.target.kind == "record" else None
        if isinstance(owner, Entry) and owner.is_concept and _is_shown(pointer.source):
            message = f"de link wijst naar '{pointer.target.path}', en dat is nog een concept"
            hint = "Publiceer eerst die pagina, of laat de link weg tot het zover is."
            yield _found(pointer, "KB211", message, hint)


@rule(
    error(
        "KB212",
        "Onbekend overzicht",
        "Met 'site:' verwijs je naar een overzichtspagina van de site. Dit overzicht bestaat niet.",
    ),
)
def unknown_overview(library: Library) -> Iterator[Finding]:
    """A link with 'site:' to an overview that does not exist."""
    for pointer in pointers(library):
        if pointer.target.kind == "missing" and _is_overview(pointer):
            name = pointer.link.target.removeprefix("site:").strip("/")
            hint = suggest(name, OVERVIEWS, "overzichten", limit=40)
            yield _found(pointer, "KB212", f"het overzicht 'site:{name}' bestaat niet", hint)


@rule(
    error(
        "KB213",
        "Webadres in de tekst klopt niet",
        "Alleen volledige adressen met https:// werken op elk apparaat.",
    ),
)
def invalid_address(library: Library) -> Iterator[Finding]:
    """A web address that no browser understands."""
    for pointer in pointers(library):
        name = pointer.link.target
        if pointer.target.kind == "invalid" and not name.lower().startswith(("mailto:", "tel:")):
            rest = re.sub(r"^[a-z]{0,6}:?/{1,3}", "", name, flags=re.IGNORECASE)
            hint = (
                f"Schrijf het volledige adres. Bijvoorbeeld: https://{rest}" if "." in rest else "Begin met https://."
            )
            if _ON_OWN_DISK.match(name):
                hint = _NOT_THERE_FOR_READERS
            yield _found(pointer, "KB213", f"'{name}' is geen volledig webadres", hint)


@local_rule(
    error(
        "KB214",
        "Verwijslink zonder doel",
        "De link [tekst][naam] heeft ergens een regel '[naam]: adres' nodig.",
    ),
)
def dangling_reference(library: Library) -> Iterator[Finding]:
    """A reference link without its address."""
    for passage in passages(library):
        for link in passage.prose.dangling:
            name = link.target or link.text
            hint = f"Schrijf [{link.text}](bestand-of-adres), of zet onderaan '[{name}]: adres'."
            yield passage.found("KB214", link.span, f"bij de link '[{link.text}]' hoort nergens een adres", hint)


def anchors_of(owner: Entry | Page) -> set[str]:
    """The anchors of a page: those of its headings, as Python-Markdown makes them, and those the templates add."""
    titles = [heading.text for heading in owner.prose.headings]
    if isinstance(owner, Entry):
        titles += [title for title in (*owner.kind.sections, *_ADDED) if title not in titles]
        explicit = {f"afslag-{index + 1}" for index, _ in raw.items(owner.document, "turns")}
        titles += ["Afslagen"] if explicit else []
    else:
        explicit = set()
    seen: set[str] = set()
    for title in titles:
        unique(slugify(plain(title), "-"), seen)
    return seen | explicit


def _is_overview(pointer: Pointer) -> bool:
    return pointer.link.target.startswith("site:")


def _is_shown(source: Entry | Page | TermEntry) -> bool:
    return not isinstance(source, Entry) or not source.is_concept


def _found(pointer: Pointer, code: str, message: str, hint: str, mended: str = "") -> Finding:
    return pointer.passage.found(code, pointer.link.target_span, message, hint, mended)


def _better(library: Library, pointer: Pointer, guesses: Iterator[int]) -> str:
    wanted = pointer.target.path
    if pointer.link.target.startswith("\\\\"):
        return _NOT_THERE_FOR_READERS
    if "\\" in pointer.link.target:
        return f"Schrijf gewone schuine strepen: {pointer.link.target.replace(chr(92), '/')}."
    better = "" if next(guesses, None) is None else better_path(library, pointer.path, wanted)
    apart = told_apart(
        posixpath.basename(wanted), posixpath.basename(better), "in de link", "in de naam van het bestand"
    )
    if apart:
        plain = re.sub(r"[^.]+", lambda part: slug(part[0]), posixpath.basename(better))
        return f"{apart}Geef het bestand een naam zonder accenten: '{plain}'."
    if better:
        return f"Bedoelde je '{better}'?"
    folder = posixpath.dirname(wanted) or wanted
    return f"Kijk in de map '{folder}' hoe het bestand heet. Een link begint bij de map waar dit bestand staat."
