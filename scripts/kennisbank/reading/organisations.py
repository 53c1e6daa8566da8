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


_EVERYWHERE = re.compile(r"(?:(?:in )?(?:ge)?heel )?nederland|landelijk|alle provincies", re.IGNORECASE)


def is_nationwide(place: str) -> bool:
    """Whether somebody says of a case that it plays in the whole country."""
    return bool(_EVERYWHERE.fullmatch(place.strip()))


_OF_AN_AREA = r"(?:gemeente|provincie|waterschap|hoogheemraadschap|wetterskip|regio|omgevingsdienst|\bggd\b)"
_ALL = (
    r"rijk|rijksoverheid|rijkswaterstaat|rws|staatsbosbeheer|rijksvastgoedbedrijf|prorail|rvo(?:\.nl)?|vng|ipo"
    r"|interprovinciaal overleg|unie van waterschappen|vereniging (?:van )?nederlandse gemeenten"
)
_WHOLE_COUNTRY = r"(?<!noord.)(?<!oost.)(?<!zuid.)(?<!west.)(?<!midden.)\bnederland(?:se?)?\b"
NATIONAL = re.compile(
    rf"^{ARTICLE}(?:{_ALL})(?: \([^()]*\))?$"
    rf"|^{ARTICLE}(?:ministeries?|rijksdienst)\s(?!.*{_OF_AN_AREA})"
    rf"|^(?!{ARTICLE}(?:{_BEGINS})\b)(?!.*{_OF_AN_AREA}).*{_WHOLE_COUNTRY}",
    re.IGNORECASE,
)
"""Found in the name of a body of the whole country."""
AREA = re.compile(rf"{_OF_AN_AREA}|{ORGANISATION.pattern}", re.IGNORECASE)
"""Found in the name of one of a part of it, as is one with more behind its name: 'Rijkswaterstaat Zuid-Nederland'."""

NATIONWIDE = "Landelijk"
NO_PLACE = "geen plaats genoemd"


def place_by_name(organisation: str) -> str:
    """Where a case played that names no place on a list, as the name of its organisation tells."""
    if NATIONAL.search(organisation):
        return NATIONWIDE
    return organisation if AREA.search(organisation) else NO_PLACE
