"""How a reader of a page says that something on it is wrong: by mail or on GitHub, with the page filled in."""

from ..faces.report_form import report_issue, report_mail
from ..library.addresses import Site, web_path

VERSION = "kb-versie-van-de-site"
"""What stands for the version of the site in a link: what is published last puts it in, so that a page that did not
change is the same in every version and need not be made again."""


NOT_FOUND = "404.html"
"""The page for what is not found, which the theme makes: no page of ours, so that it is told apart how to report it."""


NO_ADDRESS = "Bij deze site is nog geen adres ingevuld om iets naartoe te sturen."
"""What all these pages say first where the host set none."""


BY_YOURSELF = "Zelf insturen kan ook, met een gratis account bij GitHub: aan het eind staat hoe."
"""What the forms say before anybody types, where the host set no address: who knows no host is not stuck."""


def report_not_found(site: Site) -> dict[str, str]:
    """The links for what is not found, with the `address` in them that a script replaces by the one asked for."""
    return {**report_of(site, NOT_FOUND, "Deze pagina is er niet"), "address": site.address(NOT_FOUND) or NOT_FOUND}


def report_of(site: Site, page: str, title: str) -> dict[str, str]:
    """The links for a page; without an address of the host `mail` has none either, and `without` says who gets it."""
    address = site.address(page) or web_path(page) or "de voorpagina"
    links = {
        "issue": report_issue(site.repository, title, address, VERSION),
        "mail": report_mail(site.contact, title, address, VERSION),
    }
    return links if site.contact else {**links, "without": without_mail("Schrijf je antwoorden in een mail", "ze")}


def without_mail(first: str, it: str = "het") -> str:
    """What works where the host set no address, in the one voice of all pages; it promises no mail and no reader.

    `first` is what people do before, and `it` what they then have.
    """
    return f"{NO_ADDRESS} {first}. Weet je wie deze site beheert? Geef {it} dan daaraan."
