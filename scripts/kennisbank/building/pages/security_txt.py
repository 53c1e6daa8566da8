"""Tells finders of a security problem where to report it (RFC 9116)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

from ..artifacts import Artifact
from ..rendering import Renderer

PAGE = ".well-known/security.txt"
# RFC 9116, 2.5.5, wants less than a year. A site that is not published for so long is not looked after.
VALID = timedelta(days=360)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The file, when the moment of publication is known: it counts from the commit, for the build has no clock."""
    site = renderer.site
    if site.moment and site.repository:
        expires = datetime.fromtimestamp(site.moment, UTC) + VALID
        lines = (
            f"Contact: {site.repository}/security/advisories/new",
            f"Expires: {expires.strftime('%Y-%m-%dT%H:%M:%SZ')}",
            "Preferred-Languages: nl, en",
            *(f"Canonical: {address}" for address in _addresses(site.url)),
        )
        yield Artifact(PAGE, "".join(f"{line}\n" for line in lines))


def _addresses(url: str) -> list[str]:
    """Where the file is, and where finders look for it (RFC 9116, 3): at the root, also for a site under a path."""
    return list(dict.fromkeys([urljoin(url, f"/{PAGE}"), f"{url}{PAGE}"])) if url else []
