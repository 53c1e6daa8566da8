"""Every page offers to say that something on it is wrong, in the ways that the host of the site has."""

import re
from functools import cache
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import build
from kennisbank.building.reporting import BY_YOURSELF, NO_ADDRESS, VERSION, report_of
from kennisbank.faces.report_form import NAME, PAGE, WRONG, report_form, report_mail
from kennisbank.faces.report_form import VERSION as VERSION_FIELD
from kennisbank.library.addresses import Site, web_path
from kennisbank.publishing.version import with_version

from ..support.example_library import ROOT, fixed_library, fixed_tree

REPOSITORY = "https://github.com/voorbeeld/site"
CONTACT = "redactie@voorbeeld.example"


# The sites that are looked at: of a host that filled in all, and of one that filled in nothing.
WHOLE = Site(REPOSITORY, url="https://site.example/kennis/", contact=CONTACT, editors="Noor & Jan *van* <Ede>")
BARE = Site(REPOSITORY)


@cache
def _built(site: Site) -> tuple[Artifact, ...]:
    return tuple(build(fixed_library(), fixed_tree(), site))


def _pages(site: Site) -> dict[str, dict[str, str]]:
    """The links of every page with a title, by its path."""
    made = {item.uri: _links(item) for item in _built(site) if item.uri.endswith(".md")}
    assert len(made) > 50
    return made


def _links(page: Artifact) -> dict[str, str]:
    head = yaml.safe_load(str(page.content).split("\n---\n")[0])
    return dict(head["report"])


def _body(link: str) -> str:
    return unquote(parse_qs(urlsplit(link).query, keep_blank_values=True)["body"][0])


@pytest.mark.slow
def test_every_page_can_be_reported_by_mail_and_on_github() -> None:
    for uri, links in _pages(WHOLE).items():
        body, issue = _body(links["mail"]), parse_qs(urlsplit(links["issue"]).query)
        assert links["mail"].startswith(f"mailto:{CONTACT}?subject=") and len(links["mail"]) < 1_800
        assert [question.asked in body for question in WRONG] == [True] * 3
        assert WHOLE.address(uri) in body.splitlines() and VERSION in body
        assert links["issue"].startswith(f"{REPOSITORY}/issues/new?")
        assert (issue["template"], issue[PAGE.name], issue[VERSION_FIELD.name]) == (
            [NAME],
            [WHOLE.address(uri)],
            [VERSION],
        )


@pytest.mark.slow
def test_a_site_without_an_address_addresses_no_mail() -> None:
    for uri, links in _pages(BARE).items():
        assert links["mail"].startswith("mailto:?subject=") and links["without"].startswith(NO_ADDRESS)
        assert (web_path(uri) or "de voorpagina") in _body(links["mail"]).splitlines()
        assert parse_qs(urlsplit(links["issue"]).query)[PAGE.name] == [web_path(uri) or "de voorpagina"]


def test_the_form_on_github_has_the_fields_that_the_link_fills_in() -> None:
    fields = [part.get("id") for part in yaml.safe_load(report_form())["body"]]
    assert fields == [None, *(one.name for one in (*WRONG, PAGE, VERSION_FIELD))]


@pytest.mark.parametrize("title", ["a & b?bcc=x@y.nl#z", "Regel\r\nBcc: x@y.nl", 'Een "titel" <b>', "é€ " * 80])
def test_a_title_cannot_add_to_a_mail(title: str) -> None:
    link = report_mail(CONTACT, title, "cases/x/", "v")
    assert re.fullmatch(rf"mailto:{CONTACT}\?subject=[\w.~%-]+&body=[\w.~%-]+", link)


def test_the_version_stands_in_a_link_as_it_must() -> None:
    assert with_version(f'<a href="x?v={VERSION}">', "2026-01-02 (a1)") == '<a href="x?v=2026-01-02%20%28a1%29">'
    assert with_version(VERSION, "") == "onbekend"


@pytest.mark.slow
def test_over_says_who_edits_only_when_the_host_did() -> None:
    told, silent = (next(str(item.body) for item in _built(site) if item.uri == "over.md") for site in (WHOLE, BARE))
    assert "Noor &amp; Jan \\*van\\* &lt;Ede\\>" in told and f"mailto:{CONTACT}" in told
    assert "nog niet ingevuld" in silent and "mailto:" not in silent


# Every page that speaks of sending something in, and where it must have said how before anything is asked.
_SENDING = {
    "bijdragen/index.md": "case-assistent",
    "bijdragen/snel.md": "<form",
    "bijdragen/assistent/index.md": "<form",
    "bijdragen/tabel.md": "## Download",
    "over.md": "",
    "privacy.md": "",
}
_SOMEBODY = "Weet je wie deze site beheert?"


@pytest.mark.slow
def test_every_page_knows_early_whether_the_site_has_an_address() -> None:
    silent, told = ({item.uri: item for item in _built(site)} for site in (BARE, WHOLE))
    for page, before in _SENDING.items():
        body = silent[page].body
        assert isinstance(body, str)
        assert NO_ADDRESS in body and (_SOMEBODY in body or page == "privacy.md"), page
        assert "collega, of" not in body, page  # who would have to know what nobody filled in
        assert body.index(NO_ADDRESS) < body.index(before) if before else True, page
        assert "mailto:" not in body and not re.search(r"\b[Mm]ail(t)? (hem|haar|je|de|het)\b", body), page
        assert NO_ADDRESS not in str(told[page].body) and CONTACT in str(told[page].body), page
    for page in ("bijdragen/snel.md", "bijdragen/assistent/index.md"):
        body = str(silent[page].body)
        assert body.index(BY_YOURSELF) < body.index("<form") and BY_YOURSELF not in str(told[page].body), page
        # What they are told to download stands right below that.
        assert "In het bestand staat niet van wie het komt." in body, page
        assert re.search(rf"{NO_ADDRESS}[^<]*</p>\n<p><button [^>]*>Download de case</button>", body), page
    assert "foto" in str(silent["bijdragen/assistent/index.md"].body)
    assert "Een foto mail je mee" in str(told["bijdragen/assistent/index.md"].body)


def test_a_report_without_an_address_says_what_does_work() -> None:
    made = report_of(Site(REPOSITORY), "cases/x.md", "Een case")
    assert made["without"].startswith(NO_ADDRESS) and _SOMEBODY in made["without"]
    body = _body(made["mail"])
    assert [question.asked in body for question in WRONG] == [True] * 3 and VERSION in body
    assert "without" not in report_of(Site(REPOSITORY, contact=CONTACT), "cases/x.md", "Een case")


@pytest.mark.parametrize(
    ("contact", "leads_to"), [("", "over/#klopt-er-iets-niet"), (CONTACT, "over/#redactie")], ids=["without", "with"]
)
def test_a_report_leads_on_and_not_round(contact: str, leads_to: str) -> None:
    """Who edits says, without an address, only what the report itself says already."""
    theme = Environment(loader=FileSystemLoader(ROOT / "scripts" / "theme"), autoescape=True)
    theme.filters["url"] = str
    meta = {"report": report_of(Site(REPOSITORY, contact=contact), "cases/x.md", "Een case")}
    shown = theme.get_template("partials/report.html").render(meta=meta)
    assert re.findall(r'href="(over/[^"]*)"', shown) == [leads_to]
