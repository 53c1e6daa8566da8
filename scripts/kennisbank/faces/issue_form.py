"""The issue form for a new case (https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues)."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..library.library import Library
from .questions import Question, questions

FORM = ".github/ISSUE_TEMPLATE/nieuwe-case.yml"
CHOOSER = ".github/ISSUE_TEMPLATE/config.yml"
LABEL = "nieuwe-case"
TITLE = "Nieuwe case: "
AGREED = "Voorwaarden"
MADE = "# Gemaakt uit het inhoudsmodel met 'kennisbank afgeleid'; een wijziging hier gaat verloren.\n"
_WELCOME = (
    "Fijn dat je een case wilt delen. Vul in wat je weet; wat leeg blijft, vult de redactie samen met jou aan."
    " Na het insturen maakt een programma er een voorstel van en zet daar een lijst bij van wat er nog mist."
    " Wil je later iets verbeteren? Bewerk dan deze tekst: het voorstel gaat vanzelf mee."
)
_TERMS = (
    "Ik geef mijn tekst vrij onder CC BY 4.0: anderen mogen hem delen en bewerken als ze de bron noemen.",
    "Er staan geen persoonsgegevens in, zoals namen van inwoners, e-mailadressen of telefoonnummers.",
)


def issue_form(library: Library) -> str:
    """The form as YAML, with the terms of the lists to choose from."""
    head = {
        "name": "Nieuwe case",
        "description": "Deel wat jouw organisatie deed met een vraagstuk, ook als het niet lukte.",
        "title": TITLE,
        "labels": [LABEL],
    }
    lines = [f"{key}: {quoted(value)}" for key, value in head.items()]
    body = [item("markdown", "", value=_WELCOME), *(_asked(question) for question in questions(library)), _terms()]
    return "\n".join([MADE.rstrip(), *lines, "body:", *body, ""])


def chooser(repository: str) -> str:
    """What the page 'new issue' offers beside the form; the site is where GitHub Pages puts it."""
    owner, _, name = urlsplit(repository).path.strip("/").partition("/")
    site = f"https://{owner}.github.io/{name}"
    question = f"{repository}/issues/new?title=Vraag%3A%20"
    links = (
        ("Liever stap voor stap?", f"{site}/bijdragen/assistent/", "De assistent helpt je een case te schrijven."),
        ("Veel cases tegelijk?", f"{site}/bijdragen/tabel/", "Zet de cases van een bijeenkomst in een tabel."),
        ("Een vraag", question, "Stel je vraag aan de redactie; iedereen kan meelezen."),
    )
    lines = [MADE.rstrip(), "blank_issues_enabled: true", "contact_links:"]
    for name, url, about in links:
        lines += [f"  - name: {quoted(name)}", f"    url: {quoted(url)}", f"    about: {quoted(about)}"]
    return "\n".join([*lines, ""])


def _asked(question: Question) -> str:
    about = {"label": question.label, "description": question.help}
    if question.choices:
        options = [choice.title for choice in question.choices]
        kind, more = "dropdown", {"multiple": question.several, "options": options}
    elif question.long:
        kind, more = "textarea", {"placeholder": question.example} if question.example else {}
    else:
        kind, more = "input", {}
    return item(kind, question.name, needed=question.needed, **about, **more)


def item(kind: str, name: str, *, needed: bool = False, **attributes: object) -> str:
    """A part of an issue form; one without a name is only read."""
    return "\n".join(_lines(kind, name, needed, attributes))


def _lines(kind: str, name: str, needed: bool, attributes: dict[str, object]) -> Iterator[str]:
    yield f"  - type: {kind}"
    if name:
        yield f"    id: {_id(name)}"
    yield "    attributes:"
    yield from (f"      {key}: {quoted(value)}" for key, value in attributes.items())
    if needed:
        yield from ("    validations:", "      required: true")


def _terms() -> str:
    options = [{"label": term, "required": True} for term in _TERMS]
    return item("checkboxes", "voorwaarden", label=AGREED, options=options)


def _id(name: str) -> str:
    return "".join(character if character.isalnum() else "-" for character in name.lower()).strip("-")


def quoted(value: object) -> str:
    """A value as YAML: JSON is YAML too (https://yaml.org/spec/1.2.2/#12-yaml-history)."""
    return json.dumps(value, ensure_ascii=False)
