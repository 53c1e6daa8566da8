"""Every message code and every shared wording: all that can find something is loaded here, and has told its own."""

from ..findings import codes
from . import rules

# Which rules there are is of no concern here; loading them is.
_LOADED = rules

CODES = dict(sorted(codes.CODES.items()))
FAMILIES = codes.FAMILIES
WORDINGS = dict(sorted(codes.WORDINGS.items(), key=lambda item: (item[1][0].id, item[0])))
