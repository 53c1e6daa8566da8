"""Tells finders of a security problem where to report it (RFC 9116)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

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
            *([f"Canonical: {site.url}{PAGE}"] if site.url else []),
        )
        yield Artifact(PAGE, "".join(f"{line}\n" for line in lines))
