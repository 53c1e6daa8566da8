"""A content file as values: its text, its front matter with the place of everything, and its prose."""

import re
from collections.abc import Iterator

from ..findings.codes import finding
from ..findings.finding import Edit, Finding, Place, Span
from .characters import hidden
from .document import Document
from .tree import MAX_BYTES, Blob
from .yaml_hints import explain
from .yaml_reader import Parsed, Path, parse_yaml

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]")
_FENCE = re.compile(r"^\ufeff?---[ \t]*\r?$", re.MULTILINE)
_LONE_RETURN = re.compile(r"\r(?!\n)")


def read_document(blob: Blob) -> Document:
    """Read a Markdown file with front matter, or a YAML list; what is wrong is in `findings`."""
    text, findings = _decode(blob)
    if text is None:
        return Document(blob.path, findings=tuple(findings))
    document = Document(blob.path, text)
    findings.extend(_text_findings(document))
    if blob.path.endswith(".yml"):
        return _with_yaml(document, Span(_bom(text), len(text)), Span(len(text), len(text)), findings)
    fences = list(_FENCE.finditer(text))
    if not fences or text[_bom(text) : fences[0].start()].strip():
        message = "de kop met velden (front matter) ontbreekt"
        hint = "Begin het bestand met een regel '---', dan de velden, dan weer een regel '---'."
        if _LONE_RETURN.search(text) and text[_bom(text) :].startswith("---"):
            message = "door de oude Mac-regeleinden (CR) is de kop met velden niet te vinden"
            hint = "Sla het bestand eerst op met regeleinden 'LF' (in VS Code rechtsonder)."
        findings.append(document.found("KB109", Span(0, 1), message, hint))
        return Document(blob.path, text, body=Span(0, len(text)), findings=tuple(findings))
    if len(fences) < 2:
        hint = "Zet een regel '---' onder het laatste veld, boven de tekst."
        message = "de kop met velden (front matter) is niet afgesloten"
        findings.append(document.found("KB110", Span(*fences[0].span()), message, hint))
        return Document(blob.path, text, findings=tuple(findings))
    return _with_yaml(document, Span(fences[0].end(), fences[1].start()), Span(fences[1].end(), len(text)), findings)


def _bom(text: str) -> int:
    return 1 if text.startswith("\ufeff") else 0


def _with_yaml(document: Document, front: Span, body: Span, findings: list[Finding]) -> Document:
    text = document.text
    tabs = [match.end() - 1 for match in re.finditer(r"^[ -]*\t", text[front.start : front.end], re.MULTILINE)]
    if tabs:
        for offset in tabs:
            span = Span(front.start + offset, front.start + offset + 1)
            hint = "Gebruik twee spaties om in te springen."
            findings.append(document.found("KB111", span, "hier staat een tab", hint, (Edit(span, "  "),)))
        return Document(document.path, text, body=body, findings=tuple(findings))
    # Blank out what precedes, so that offsets in the YAML are offsets in the file; a BOM must not look like an indent.
    blank = re.sub(r"[^\r\n]", " ", text[: front.start].replace("\ufeff", "\n"))
    parsed = parse_yaml(blank + text[front.start : front.end])
    explained = list(explain(document, front, parsed))
    errors = {found.place.line for found in explained if found.code == "KB112"}
    findings = [found for found in findings if found.code != "KB134" or found.place.line not in errors] + explained
    readable = not any(problem.code != "KB114" for problem in parsed.problems)
    readable = readable and not any(found.code == "KB112" for found in explained)
    return Document(
        document.path, text, parsed.value, _trimmed(parsed, text), parsed.keys, body, tuple(findings), readable
    )


def _trimmed(parsed: Parsed, text: str) -> dict[Path, Span]:
    """Block scalars and collections run on to the next key: cut the white space at their end."""
    spans = {}
    for path, span in parsed.spans.items():
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
        size = f"{blob.size // 1024} kB"
        hint = "Een case past ruim in 20 kB. Zet bijlagen en afbeeldingen in aparte bestanden."
        return "KB106", f"het bestand is te groot ({size}; hoogstens {MAX_BYTES // 1024} kB)", hint
    if blob.problem:
        hint = "Kijk of het bestand bestaat en of je het mag lezen."
        return "KB108", f"het bestand is niet te lezen ({blob.problem.removeprefix('unreadable: ')})", hint
    return None


def _text_findings(document: Document) -> Iterator[Finding]:
    text = document.text
    if _bom(text):
        span = Span(0, 1)
        hint = "Sla op als 'UTF-8 zonder BOM'."
        message = "het bestand begint met een onzichtbaar teken (BOM)"
        yield document.found("KB103", span, message, hint, (Edit(span, ""),))
    yield from _line_endings(document)
    for remark in hidden(text):
        yield document.found(*remark)
    for match in _CONTROL.finditer(text):
        span = Span(*match.span())
        message = f"hier staat een onzichtbaar stuurteken (U+{ord(match[0]):04X})"
        yield document.found("KB127", span, message, "Verwijder het teken.", (Edit(span, ""),))


def _line_endings(document: Document) -> Iterator[Finding]:
    returns = tuple(Edit(Span(m.start(), m.end()), "\n") for m in re.finditer(r"\r\n?", document.text))
    if returns:
        windows = "Windows-regeleinden (CRLF)" if "\r\n" in document.text else ""
        mac = "oude Mac-regeleinden (CR)" if _LONE_RETURN.search(document.text) else ""
        message = f"het bestand heeft {' en '.join(filter(None, (windows, mac)))}"
        hint = "Sla op met regeleinden 'LF' (in VS Code rechtsonder)."
        yield document.found("KB104", returns[0].span, message, hint, returns)
