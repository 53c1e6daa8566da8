"""Bodies that people give as the place of a case, while they are no municipality: water boards and national ones."""

import re

# Of what has 'en' or a comma in its name, and stands on no list.
WITH_AND = "waterschap|hoogheemraadschap|wetterskip|ministerie"
ARTICLE = r"(?:(?:het|de)\s)?"
# How the name of an organisation begins that people give as a place.
_BEGINS = (
    f"{WITH_AND}|rijkswaterstaat|staatsbosbeheer|rijksdienst|rijksvastgoedbedrijf|prorail|rvo|vng"
    "|unie van waterschappen"
)
# Those that are called so and no more. No water board is, whose name is as well that of a province or a wider area.
_WHOLE = (
    r"rijk|rijksoverheid|aa en maas|amstel, gooi en vecht|brabantse delta|dommel|stichtse rijnlanden"
    r"|drents overijsselse delta|hollands noorderkwartier|hollandse delta|hunze en aa['’]s|noorderzijlvest"
    r"|rijn en ijssel|scheldestromen|schieland en de krimpenerwaard|vallei en veluwe|vechtstromen"
)
WHOLE = re.compile(rf"{ARTICLE}(?:{_WHOLE})", re.IGNORECASE)
ORGANISATION = re.compile(rf"^{ARTICLE}(?:(?:{_BEGINS})\b|(?:{_WHOLE})$)", re.IGNORECASE)


def is_organisation(name: str) -> bool:
    """Whether this is an organisation that people give as a place."""
    return bool(ORGANISATION.match(name))
