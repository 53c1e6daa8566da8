"""What the preview of the form must know to show a case as its page does, besides the rules of the form itself."""

from typing import Any

from ...faces.js_pattern import js_pattern
from ...library.library import Library
from ...model.labels import CONFIDENCE_STEPS, OUTCOMES, PHOTO_LICENCES
from ...model.parts import Brief, Origin
from ...reading.organisations import AREA, NATIONAL
from ..citing import LICENCE, LICENCE_URL
from ..drawings.marks import line_path, outcome_path, theme_path
from .case_road import LONGEST
from .records import WORDS_A_MINUTE


def page_rules(library: Library) -> dict[str, Any]:
    """All of it, ready for JSON; regions and lessons are those of the library."""
    return {
        "provincesOf": {id: sorted(region.provinces) for id, region in library.regions.items()},
        "organisations": {"national": js_pattern(NATIONAL), "area": js_pattern(AREA)},
        "reconstructed": [id for id, lesson in library.lessons.items() if lesson.origin == Origin.RECONSTRUCTION],
        "confidence": CONFIDENCE_STEPS,
        "photoTerms": PHOTO_LICENCES,
        "licence": (LICENCE, LICENCE_URL),
        "marks": {
            "themes": {id: theme_path(id) for id in library.term_list("themes")},
            "outcomes": {outcome: outcome_path(outcome) for outcome in OUTCOMES},
            "lines": {name: line_path(name) for name in Brief.model_fields},
        },
        "roadWords": LONGEST,
        "wordsAMinute": WORDS_A_MINUTE,
    }
