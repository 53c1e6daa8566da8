"""What is asked of a reader who says that a page is wrong: the same three questions in a mail and on GitHub.

See https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues and, for the mail, RFC 6068.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from ..findings.finding import cut
from .issue_form import MADE, item, quoted

NAME = "klopt-niet.yml"
REPORT_FORM = f".github/ISSUE_TEMPLATE/{NAME}"
TITLE = "Klopt dit niet: "
_LONGEST_TITLE = 120
_ABOUT = (
    "Fijn dat je dit meldt. Iedereen kan deze melding lezen. Zet er dus geen namen van inwoners, e-mailadressen of"
    " telefoonnummers in."
)


@dataclass(frozen=True)
class Question:
    """One question: its name in an address, what is asked, and a word of help."""

    name: str
    asked: str
    help: str


WRONG = (
    Question("wat", "Wat klopt er niet?", "Neem de zin of het cijfer over, of zeg waar het op de pagina staat."),
    Question("goed", "Wat moet het zijn?", "Weet je het niet zeker? Zeg dat er dan bij."),
    Question("bron", "Waar staat dat?", "Een link, of de naam van het stuk en de datum. Zonder bron mag ook."),
)
PAGE = Question("pagina", "Welke pagina?", "Dit staat er vanzelf, als je van de pagina zelf komt.")
VERSION = Question("versie", "Welke versie?", "Dit staat er vanzelf; zo ziet de redactie wat jij zag.")


def report_form() -> str:
    """The issue form as YAML."""
    head = {
        "name": "Klopt er iets niet?",
        "description": "Meld een fout op een pagina: wat klopt er niet, wat moet het zijn, en waar staat dat?",
        "title": TITLE,
    }
    lines = [f"{key}: {quoted(value)}" for key, value in head.items()]
    long = [item("textarea", one.name, needed=one is WRONG[0], label=one.asked, description=one.help) for one in WRONG]
    short = [item("input", one.name, label=one.asked, description=one.help) for one in (PAGE, VERSION)]
    return "\n".join([MADE.rstrip(), *lines, "body:", item("markdown", "", value=_ABOUT), *long, *short, ""])


def report_issue(repository: str, title: str, address: str, version: str) -> str:
    """Where GitHub opens the form for a page, with the page and its version filled in."""
    filled = {"template": NAME, "title": _titled(title), PAGE.name: address, VERSION.name: version}
    return f"{repository}/issues/new?{urlencode(filled)}"


def report_mail(contact: str, title: str, address: str, version: str) -> str:
    """A link that begins a mail with the three questions, and below them the page and its version."""
    asked = (f"{number}. {one.asked}\n\n\n" for number, one in enumerate(WRONG, 1))
    body = "\n".join([*asked, f"Pagina: {title}", address, f"Versie van de site: {version}", ""])
    return mail(contact, _titled(title), body)


def mail(contact: str, subject: str, body: str) -> str:
    """A link that begins a mail; lines end as mail wants them."""
    return f"mailto:{quote(contact, safe='@')}?subject={_quoted(subject)}&body={_quoted(body)}"


def _quoted(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="")


def _titled(title: str) -> str:
    return TITLE + cut(title, _LONGEST_TITLE)
