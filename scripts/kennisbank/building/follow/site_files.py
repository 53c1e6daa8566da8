"""What machines look for at fixed places: robots.txt (RFC 9309) and the manifest of a site on a home screen (W3C)."""

import json

from ...library.addresses import Site
from ..citing import SITE_NAME

ROBOTS = "robots.txt"
MANIFEST = "assets/site.webmanifest"
# The colour of the header and of the paper, as in the style.
_HEADER, _PAPER = "#14504b", "#ffffff"


def robots(site: Site) -> str:
    """All may be read, of a preview nothing; only at the top of a host it counts, below it the file does no harm."""
    if site.preview:
        return "User-agent: *\nDisallow: /\n"
    told = f"\nSitemap: {site.address('sitemap.xml')}\n" if site.url else ""
    return f"User-agent: *\nAllow: /\n{told}"


def manifest() -> str:
    """The manifest, with addresses as seen from its own folder, so that it is right below any path."""
    icons = [
        {"src": "images/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
        {"src": "images/thuisscherm.png", "sizes": "180x180", "type": "image/png"},
    ]
    known = {"name": SITE_NAME, "short_name": SITE_NAME, "lang": "nl", "start_url": "../", "display": "browser"}
    return json.dumps({**known, "theme_color": _HEADER, "background_color": _PAPER, "icons": icons}, indent=1) + "\n"
