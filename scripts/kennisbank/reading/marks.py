"""The marks that people type in a text: before the points of a list, and behind a fact for its source.

The form in the browser has the same (`bullets.js` and `assistant/notes.js`).
"""

import re

BULLETS = "•▪◦‣·➢❖●○■□✓→"
"""What Word, other programs and people put before a point where Markdown has a dash."""
_KEY = r"[^\[\]\s]+"
NOTE = rf"\[\^{_KEY}\]"
CITATION = re.compile(rf"\[\^(?P<key>{_KEY})\]")
