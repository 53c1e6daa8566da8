"""What a browser needs to search this site from its own address bar (OpenSearch 1.1)."""

from xml.sax.saxutils import escape, quoteattr

from ...library.addresses import OVERVIEWS, Site
from ..citing import SITE_NAME

OPENSEARCH = "zoeken/opensearch.xml"

# The name may have 16 characters at most (4.2.2).
_NAME = "Versneller"
_ABOUT = "Zoek in cases, lessen en begrippen voor ambtenaren."


def opensearch(site: Site) -> str:
    """The description; only for a site that knows its address, because the one to ask has to be whole."""
    ask = f"{site.address(OVERVIEWS['zoeken'])}#q={{searchTerms}}"
    own = quoteattr(site.address(OPENSEARCH))
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f" <ShortName>{_NAME}</ShortName>",
        f" <LongName>{escape(SITE_NAME)}</LongName>",
        f" <Description>{escape(_ABOUT)}</Description>",
        f' <Url type="text/html" method="get" template={quoteattr(ask)}/>',
        f' <Url type="application/opensearchdescription+xml" rel="self" template={own}/>',
        f' <Image type="image/svg+xml">{escape(site.address("assets/images/favicon.svg"))}</Image>',
        " <Language>nl</Language>",
        " <InputEncoding>UTF-8</InputEncoding>",
        " <OutputEncoding>UTF-8</OutputEncoding>",
        "</OpenSearchDescription>",
    )
    return "".join(f"{line}\n" for line in lines)
