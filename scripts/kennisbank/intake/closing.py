"""The greeting below a text that came in a mail: who wrote it did not write that for readers."""

import re

# As `mailed.js` has it; both read the same examples in their tests.
_GREETING = re.compile(
    r"(?:(?:met|veel|de) )?(?:(?:vriendelijke|hartelijke|warme|beste) ){0,3}groet(?:en|jes)?"
    r"(?:[,.!]?|, ?[^,]{1,60}| (?:van|uit|namens) .{1,60})|m\.?v\.?g\.?(?:[ ,].{0,60})?",
    re.IGNORECASE,
)
_OF_A_CASE = ("#", "[^", "---")
_MOST_BELOW = 8


def without_closing(text: str) -> str:
    """A text without the greeting that closes it and what stands below that, such as a name and a telephone number."""
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for at in reversed(filled[-_MOST_BELOW - 1 :]):
        if lines[at].startswith(_OF_A_CASE):
            break
        if _GREETING.fullmatch(lines[at].strip()):
            return "\n".join(lines[:at]).rstrip()
    return text
