"""A content file as values: its text, its front matter with the place of everything, and its prose."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ..findings.codes import error, finding, warning
from ..findings.finding import Edit, Finding, Place, Span, shown
from .character_remarks import as_references, as_they_stand
from .document import Document
from .fences import FENCE, FIELD, almost_fences, below_fields, bom, closed_otherwise
from .merges import both_sides
from .spans import Spans
from .tree import TEXT_SUFFIXES, Blob, most_bytes
from .yaml_hints import explain
from .yaml_reader import Parsed, Path, parse_yaml

error(
    "KB102",
    "Bestand is geen UTF-8",
    "Met een andere codering worden letters als é en ë onleesbaar op de site.",
)
warning(
    "KB103",
    "Onzichtbaar teken aan het begin (BOM)",
    "Sommige programma's struikelen over dit teken. De site heeft het niet nodig.",
)
warning(
    "KB104",
    "Regeleinden van Windows of een oude Mac",
    "Verschillende regeleinden door elkaar maken elke wijziging onnodig groot om na te kijken.",
)
error(
    "KB105",
    "Leeg bestand",
    "Een leeg bestand zou een lege pagina geven.",
)
error(
    "KB106",
    "Bestand te groot",
    "Een case is een korte tekst. Een heel groot bestand is bijna altijd een vergissing en maakt alles traag.",
)
error(
    "KB107",
    "Symbolische koppeling",
    "Een koppeling wijst naar een plek die anderen niet hebben, of die buiten de bibliotheek ligt.",
)
error(
    "KB108",
    "Bestand niet te lezen",
    "Zonder de inhoud kan niemand zien of het bestand klopt.",
)
error(
    "KB109",
    "Kop met velden ontbreekt",
    "Titel, status en bronnen staan in de kop boven de tekst. Zonder kop weet de site niet wat het bestand is.",
)
error(
    "KB110",
    "Kop met velden niet afgesloten",
    "Zonder tweede regel met --- is niet duidelijk waar de velden ophouden en de tekst begint.",
)
error(
    "KB111",
    "Tab in de kop",
    "YAML staat geen tabs toe om in te springen: ze zijn op elk scherm anders breed.",
)

# While one of these is there nobody can read the fields.
_IN_THE_WAY = {"KB102", "KB109", "KB110", "KB111", "KB112", "KB113", "KB115", "KB116", "KB138"}
# All tabs of one line at once: of a thousand, mended one by one, each would be read again.
_TABS = re.compile(r"^[ -]*+(\t[ \t-]*)", re.MULTILINE)
_LONE_RETURN = re.compile(r"\r(?!\n)")
# YAML reads such a sign as a space; as a new line it would break the value in two.
_WITHIN_VALUE = re.compile(r"\r(?![ \t]*(?:[\r\n#]|-(?:[ \r\n]|--)|[\w-]+:(?:[ \r\n]|$)|$))")


def read_document(blob: Blob) -> Document:
    """Read a Markdown file with front matter, or a YAML list; what is wrong is in `findings`."""
    document = _read(blob)
    findings = document.findings if document.readable else _with_the_unread(document.findings)
    return replace(document, held=blob.data if document.held else "", findings=findings)


def _read(blob: Blob) -> Document:
    text, findings = _decode(blob)
    if text is None:
        return Document(blob.path, findings=tuple(findings))
    document = Document(blob.path, text)
    both = list(both_sides(document))
    if both:
        return Document(blob.path, text, findings=tuple(both))  # what else is wrong is half of it not meant to stay
    findings.extend(_text_findings(document))
    if blob.path.endswith(".yml"):
        return _with_yaml(document, Span(bom(text), len(text)), Span(len(text), len(text)), findings)
    if almost := almost_fences(document):
        return Document(blob.path, text, findings=(*findings, almost))
    fences = list(islice(FENCE.finditer(text), 2))
    if not fences or text[bom(text) : fences[0].start()].strip():
        message = "de kop met velden (front matter) ontbreekt"
        hint = "Begin het bestand met een regel '---', dan de velden, dan weer een regel '---'."
        if _LONE_RETURN.search(text) and text[bom(text) :].startswith("---"):
            message = "door de oude Mac-regeleinden (CR) is de kop met velden niet te vinden"
            hint = "Sla het bestand eerst op met regeleinden 'LF' (in VS Code rechtsonder)."
        elif fences and FIELD.match(text, fences[0].end()):
            above = text[bom(text) : fences[0].start()].strip()
            hint = f"Haal weg wat boven de eerste regel '---' staat: '{shown(above)}'."
        findings.append(document.found("KB109", Span(0, 1), message, hint))
        return Document(blob.path, text, body=below_fields(document), findings=tuple(findings))
    if len(fences) < 2:
        if closed := closed_otherwise(document, fences[0].end()):
            return Document(blob.path, text, findings=(*findings, closed))
        hint = "Zet een regel '---' onder het laatste veld, boven de tekst."
        message = "de kop met velden (front matter) is niet afgesloten"
        findings.append(document.found("KB110", Span(*fences[0].span()), message, hint))
        return Document(blob.path, text, findings=tuple(findings))
    return _with_yaml(document, Span(fences[0].end(), fences[1].start()), Span(fences[1].end(), len(text)), findings)


def _with_yaml(document: Document, front: Span, body: Span, findings: list[Finding]) -> Document:
    text = document.text
    if indents := [*_TABS.finditer(text[front.start : front.end])]:
        for match in indents:
            tabs = [front.start + at for at in range(*match.span(1)) if match.string[at] == "\t"]
            hint = "Gebruik twee spaties om in te springen."
            edits = tuple(Edit(Span(at, at + 1), "  ") for at in tabs)
            findings.append(document.found("KB111", Span(tabs[0], tabs[0] + 1), "hier staat een tab", hint, edits))
        return Document(document.path, text, body=body, findings=tuple(findings))
    # Blank out what precedes, so that offsets in the YAML are offsets in the file; a BOM must not look like an indent.
    blank = re.sub(r"[^\r\n]", " ", text[: front.start].replace("\ufeff", "\n"))
    parsed = parse_yaml(blank + text[front.start : front.end])
    explained = list(explain(document, front, parsed))
    errors = {found.place.line for found in explained if found.code == "KB112"}
    findings = [found for found in findings if found.code != "KB134" or found.place.line not in errors] + explained
    readable = not any(problem.code != "KB114" for problem in parsed.problems)
    readable = readable and not any(found.code == "KB112" for found in explained)
    spans, keys = Spans(_trimmed(parsed, text)), Spans(parsed.keys)
    return Document(document.path, text, parsed.value, spans, keys, body, tuple(findings), readable)


def _with_the_unread(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, of which the last that stands in the way says that there may be more behind it."""
    last = max((at for at, found in enumerate(findings) if found.code in _IN_THE_WAY), default=None)
    if last is None:
        return findings
    hint = f"{findings[last].hint} Daarna pas kan de controle de velden van dit bestand lezen.".strip()
    return (*findings[:last], replace(findings[last], hint=hint), *findings[last + 1 :])


def _trimmed(parsed: Parsed, text: str) -> dict[Path, Span]:
    """Block scalars and collections run on to the next key: cut the white space at their end."""
    spans = parsed.spans.copy()
    for path, span in parsed.spans.items():
        if not text[span.end - 1 : span.end].isspace() and span.start < span.end:
            continue
        end = span.start + max(len(text[span.start : span.end].rstrip()), 1)
        spans[path] = Span(span.start, min(end, span.end))
    return spans


def _decode(blob: Blob) -> tuple[str | None, list[Finding]]:
    """The text of a blob, or none and the finding that says why."""
    problem = _blob_problem(blob)
    if problem:
        return None, [finding(problem[0], blob.path, Place(), problem[1], problem[2])]
    try:
        text = blob.data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = blob.data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        hint = "Sla het bestand opnieuw op en kies bij 'codering' voor UTF-8."
        message = f"het teken op deze plek is geen UTF-8 (byte 0x{blob.data[error.start]:02x})"
        return None, [finding("KB102", blob.path, Place(line, column, line, column + 1), message, hint)]
    if not text.strip("\ufeff \t\r\n"):
        return None, [finding("KB105", blob.path, Place(), "het bestand is leeg", "Vul het, of verwijder het.")]
    return text, []


def _blob_problem(blob: Blob) -> tuple[str, str, str] | None:
    if blob.problem == "symlink":
        hint = "Zet het echte bestand hier neer in plaats van een verwijzing."
        return "KB107", "dit is een symbolische koppeling naar een andere plek", hint
    if blob.problem == "too-big":
        is_text = blob.path.endswith(TEXT_SUFFIXES)
        hint = (
            "Een case past ruim in 20 kB. Zet bijlagen en afbeeldingen in aparte bestanden."
            if is_text
            else "Maak het kleiner, of zet het ergens anders neer en link ernaar."
        )
        size = f"{blob.size // 1024} kB; hoogstens {most_bytes(blob.path) // 1024} kB"
        return "KB106", f"het bestand is te groot ({size})", hint
    if blob.problem:
        hint = "Kijk of het bestand bestaat en of je het mag lezen."
        return "KB108", f"het bestand is niet te lezen ({blob.problem.removeprefix('unreadable: ')})", hint
    return None


def _text_findings(document: Document) -> Iterator[Finding]:
    text = document.text
    if bom(text):
        span = Span(0, 1)
        hint = "Sla op als 'UTF-8 zonder BOM'."
        message = "het bestand begint met een onzichtbaar teken (BOM)"
        yield document.found("KB103", span, message, hint, (Edit(span, ""),))
    yield from _line_endings(document)
    for remark in (*as_they_stand(text), *as_references(text)):
        yield document.found(*remark)


def _space_at(text: str, start: int, end: int) -> str:
    """What keeps two words apart where something between them goes: nothing when a space does that already."""
    return "" if " " in text[start - 1 : start] + text[end : end + 1] else " "


def _in_quotes(text: str, at: int) -> bool:
    """Whether double quotes are open at a place, as far as its own line tells."""
    begin = max(text.rfind(sign, 0, at) for sign in "\r\n") + 1
    return text.count('"', begin, at) % 2 == 1


def _line_endings(document: Document) -> Iterator[Finding]:
    if "\r" not in document.text:
        return
    text, fences = document.text, [match.start() for match in FENCE.finditer(document.text)]
    fields = len(text) if document.path.endswith(".yml") else (fences[1:] or [0])[0]
    inside = set()
    if "\n" in text:
        inside |= {match.start() for match in _WITHIN_VALUE.finditer(text, 0, fields)}
        inside |= {match.start() for match in _LONE_RETURN.finditer(text, 0, fields) if _in_quotes(text, match.start())}
    ends = re.finditer(r"\r\n?", text)
    returns = tuple(Edit(Span(*m.span()), _space_at(text, *m.span()) if m.start() in inside else "\n") for m in ends)
    if returns:
        windows = "Windows-regeleinden (CRLF)" if "\r\n" in document.text else ""
        mac = "oude Mac-regeleinden (CR)" if _LONE_RETURN.search(document.text) else ""
        message = f"het bestand heeft {' en '.join(filter(None, (windows, mac)))}"
        hint = "Sla op met regeleinden 'LF' (in VS Code rechtsonder)."
        yield document.found("KB104", returns[0].span, message, hint, returns)
