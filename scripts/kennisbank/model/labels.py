"""What readers see of the fixed choices, where that is more than the word in the file."""

from collections.abc import Mapping

from .figures import ReportedBy
from .parts import Confidence, Outcome, Stance
from .photos import Licence

OUTCOMES: Mapping[str, str] = {
    Outcome.RUNNING: "loopt nog",
    Outcome.FINISHED: "afgerond",
    Outcome.STOPPED: "gestopt",
    Outcome.MERGED: "opgegaan in iets anders",
    Outcome.UNKNOWN: "afloop onbekend",
}
"""How a case or community ended, in words."""

OUTCOMES_MEAN: Mapping[str, str] = {
    Outcome.RUNNING: "Men werkt er nog aan, of wat er kwam wordt nog uitgebreid.",
    Outcome.FINISHED: "Het is uitgevoerd en klaar. Dat zegt niet dat elk doel is gehaald.",
    Outcome.STOPPED: "Het kwam er niet, of het hield op.",
    Outcome.MERGED: "Het bestaat niet meer apart: het werk ging verder in een ander plan, bedrijf of verband. "
    "Dat zegt niet of het goed of slecht ging.",
    Outcome.UNKNOWN: "Onze bronnen zeggen niet hoe het afliep.",
}
"""What each of them means, where readers may take it for something else."""

STANCE_SIGNS: Mapping[str, str] = {Stance.SUPPORTS: "+", Stance.NUANCES: "±", Stance.CONTRADICTS: "−"}
"""What a case says about a lesson, as one sign; the word stands beside it."""

STANCES_COUNTED: Mapping[str, tuple[str, str]] = {
    Stance.SUPPORTS: ("case steunt", "cases steunen"),
    Stance.NUANCES: ("nuanceert", "nuanceren"),
    Stance.CONTRADICTS: ("weerspreekt", "weerspreken"),
}
"""What stands behind the number of cases that take a stance, one and more; the first says what is counted."""

REPORTERS: Mapping[str, str] = {
    ReportedBy.SELF: "de partij zelf",
    ReportedBy.INDEPENDENT: "een onafhankelijke partij",
    ReportedBy.PASSED_ON: "iemand die het overnam",
}
"""Who reported a figure, in the same words everywhere; what they reported may be an outcome, a cost or a plan."""

CONFIDENCE_STEPS: Mapping[str, int] = {Confidence.THIN: 1, Confidence.FAIR: 2, Confidence.FIRM: 3}
"""How sure the facts are, as steps of a meter."""

CONFIDENCE_BEFORE: Mapping[str, str] = {
    Confidence.THIN: "dunne",
    Confidence.FAIR: "redelijke",
    Confidence.FIRM: "stevige",
}
"""How sure the facts are, as it stands before a noun: a *dunne* onderbouwing."""

PHOTO_LICENCES: Mapping[str, tuple[str, str]] = {
    Licence.CC0: ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
    Licence.BY: ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl"),
    Licence.BY_SA: ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.nl"),
    Licence.PERMISSION: ("met toestemming van de maker", ""),
}
"""The terms of a photo in words, and where they can be read in full."""

PHOTO_TERMS: Mapping[str, str] = {
    Licence.BY: "Iedereen mag hem gebruiken, met de maker erbij (CC BY 4.0)",
    Licence.CC0: "Iedereen mag hem gebruiken, zonder voorwaarde (CC0)",
    Licence.BY_SA: "Iedereen mag hem gebruiken en bewerken, op dezelfde voorwaarden (CC BY-SA 4.0)",
    Licence.PERMISSION: "De maker vindt goed dat hij op deze site staat",
}
"""The same, as a contributor chooses between them."""
