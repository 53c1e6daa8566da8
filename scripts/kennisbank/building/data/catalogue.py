"""What data portals want to know of the set: DCAT-AP-NL 3.0 in JSON-LD, and a dataset in the words of schema.org."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...library.addresses import OVERVIEWS
from ..citing import AUTHOR, LICENCE_URL, SITE_NAME, tag_of
from .release import ABOUT, FOLDER, TITLE, VERSION, Release, place

CATALOGUE = place("dataset.jsonld")
IDENTIFIER = tag_of(FOLDER)

_CODES = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
_THEMES = ("ENER", "ENVI", "AGRI", "GOVE")
_WORDS = ("duurzaamheid", "energietransitie", "gemeenten", "communities of practice", "beleid", "lessen")
_SPACES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DUTCH = {"@id": f"{_CODES}/language/NLD"}


@dataclass(frozen=True)
class Download:
    """One file of the set: where it stands, what it is called, its media type and its kind in the list of the EU."""

    uri: str
    title: str
    media: str
    kind: str
    schema: str = ""


def catalogue(release: Release, downloads: Iterable[Download]) -> str:
    """The catalogue with its one dataset; addresses are relative to this file when nobody said where the site is."""
    page = _at(release, OVERVIEWS["data"])
    agent = {"@id": f"{page['@id']}#redactie", "@type": "foaf:Agent", "foaf:name": _nl(AUTHOR)}
    # Only an organisation of the government has an address of its own in the lists that portals use.
    contact = {"@type": "vcard:Organization", "vcard:fn": AUTHOR, "vcard:hasURL": {"@id": _issues(release)}}
    common = {
        "dct:publisher": agent,
        "dct:creator": {"@id": agent["@id"]},
        "dcat:contactPoint": contact,
        "dct:language": _DUTCH,
        "dct:license": {"@id": f"{_CODES}/licence/CC_BY_4_0"},
        "dct:modified": {"@type": "xsd:date", "@value": release.modified.isoformat()},
    }
    dataset = {
        "@id": f"{page['@id']}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _nl(TITLE),
        "dct:description": _nl(ABOUT),
        "dct:identifier": IDENTIFIER,
        **common,
        "dct:accessRights": {"@id": f"{_CODES}/access-right/PUBLIC"},
        "dct:accrualPeriodicity": {"@id": f"{_CODES}/frequency/IRREG"},
        "dct:spatial": {"@id": f"{_CODES}/country/NLD"},
        "dcat:theme": [{"@id": f"{_CODES}/data-theme/{theme}"} for theme in _THEMES],
        "dcat:keyword": [_nl(word) for word in _WORDS],
        "dcat:version": VERSION,
        "dcat:landingPage": page,
        "foaf:page": page,
        "dcat:distribution": [_distribution(release, download) for download in downloads],
    }
    about = _nl(f"De open gegevens van {SITE_NAME}.")
    made = {"@id": f"{page['@id']}#catalogus", "@type": "dcat:Catalog", "dct:title": _nl(f"Open data van {SITE_NAME}")}
    data = {"@context": _SPACES, **made, "dct:description": about, **common, "dcat:dataset": dataset}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _distribution(release: Release, download: Download) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@id": _at(release, download.uri)["@id"],
        "@type": "dcat:Distribution",
        "dct:title": _nl(download.title),
        "dcat:accessURL": _at(release, OVERVIEWS["data"]),
        "dcat:downloadURL": _at(release, download.uri),
        "dct:license": {"@id": f"{_CODES}/licence/CC_BY_4_0"},
        "dct:language": _DUTCH,
        "dct:format": {"@id": f"{_CODES}/file-type/{download.kind}"},
        "dcat:mediaType": {"@id": f"{_MEDIA}/{download.media}"},
    }
    return {**made, "dct:conformsTo": _at(release, download.schema)} if download.schema else made


def described(release: Release, page: str, downloads: Iterable[Download]) -> dict[str, Any]:
    """The set as search engines for data read it from the page about it."""
    files = [
        {
            "@type": "DataDownload",
            "name": download.title,
            "encodingFormat": download.media,
            "contentUrl": release.site.reference(page, download.uri),
        }
        for download in downloads
    ]
    return {
        "@type": "Dataset",
        "name": TITLE,
        "description": ABOUT,
        "identifier": IDENTIFIER,
        "version": VERSION,
        "dateModified": release.modified.isoformat(),
        "inLanguage": "nl",
        "license": LICENCE_URL,
        "creator": {"@type": "Organization", "name": AUTHOR},
        "distribution": files,
    }


def _at(release: Release, page: str) -> dict[str, str]:
    return {"@id": release.site.reference(CATALOGUE, page)}


def _issues(release: Release) -> str:
    return (
        f"{release.site.repository}/issues" if release.site.repository else release.site.reference(CATALOGUE, "over.md")
    )


def _nl(text: str) -> dict[str, str]:
    return {"@language": "nl", "@value": text}
