"""What the host of a site says of it, once, in mkdocs.yml: where readers can write to, and who edits."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..reading.merges import both_sides_in
from ..reading.tree import Blob

SETTINGS = "mkdocs.yml"
# What every mail program takes, and nothing that means something in a link or in the head of a mail.
_MAIL_TO = re.compile(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_LONGEST_ADDRESS = 254  # RFC 5321, with the room that 4.5.3.1 leaves
_LONGEST_LINE = 300
NO_CONTACT = (
    f"Let op: in {SETTINGS} staat bij extra.contact nog geen mailadres. Wie geen account bij GitHub heeft, kan de"
    " redactie dan niet bereiken; de pagina's zeggen dat ook.\n"
)


class BadSetting(Exception):
    """A setting cannot be what it says; the message is Dutch and says what to do."""


@dataclass(frozen=True)
class Host:
    """What the host filled in; empty where nobody did."""

    contact: str = ""
    editors: str = ""


def host_of(root: Path) -> Host:
    """The settings of the project at `root`; raises `BadSetting`."""
    file = root / SETTINGS
    if not file.is_file():
        return Host()
    extra = _extra(file)
    return Host(_contact(extra.get("contact", "")), _line(extra.get("editors", ""), "editors"))


def _extra(file: Path) -> dict[str, str | None]:
    """The settings below `extra`; None for one that is not a plain value."""
    try:
        settings = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadSetting(
            f"{SETTINGS} is geen goede YAML{_where(file, error)}; kijk de laatste wijziging na."
        ) from error
    found = _pairs(settings).get("extra")
    return {
        name: node.value if isinstance(node, yaml.ScalarNode) and node.tag.startswith("tag:yaml.org") else None
        for name, node in _pairs(found).items()
    }


def _where(file: Path, error: yaml.YAMLError | UnicodeDecodeError) -> str:
    """The line of what is wrong in a file, and what it is when git left it there; nothing when nobody knows."""
    data = file.read_bytes()
    left = next(both_sides_in(Blob(SETTINGS, data, len(data))), None)
    if left:
        return f": op regel {left.place.line} staat wat git achterlaat als twee mensen hetzelfde veranderden"
    mark = getattr(error, "problem_mark", None)
    return f" bij regel {mark.line + 1}" if mark else ""


def _pairs(node: yaml.Node | None) -> dict[str, yaml.Node]:
    return {str(key.value): value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _contact(value: str | None) -> str:
    given = _line(value, "contact")
    if given and (len(given) > _LONGEST_ADDRESS or not _MAIL_TO.fullmatch(given)):
        raise BadSetting(
            f"In {SETTINGS} staat bij extra.contact geen mailadres. Zet er één gewoon adres neer, zoals"
            ' "redactie@voorbeeld.nl", of laat het leeg: "".'
        )
    return given


def _hidden(sign: str) -> bool:
    """Whether a sign ends a line or cannot be seen."""
    return sign != " " and unicodedata.category(sign)[0] in "CZ"


def _line(value: str | None, name: str) -> str:
    """A setting that is one line of text."""
    text = "" if value is None else value.strip()
    if value is None or len(text) > _LONGEST_LINE or any(map(_hidden, text)):
        raise BadSetting(
            f"In {SETTINGS} moet bij extra.{name} één gewone regel tekst staan, van hoogstens {_LONGEST_LINE} tekens."
        )
    return text
