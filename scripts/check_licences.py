"""Whether every package that is installed here may be passed on with what we make: `python scripts/check_licences.py`.

It needs nothing but Python, so that it runs in every environment that CI fills.
"""

import re
import sys
from importlib.metadata import Distribution, distributions

# Licences that let us pass on what is built with them (EUPL-1.2, its appendix and article 5).
_FREE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python|MPL|Mozilla|Unlicense|HPND|EUPL|W3C|0BSD|CC0|Zlib|LGPL|GNU Lesser)",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(
    r"\b(A?GPL|GNU (Affero )?General|SSPL|BUSL|Business|Commons Clause|Proprietary|LicenseRef-)", re.IGNORECASE
)


def main() -> int:
    """Name the packages whose licence does not go with ours; answers 1 when there are any."""
    licences = {package.name: licence_of(package) for package in distributions()}
    strange = {name: text for name, text in sorted(licences.items()) if not goes_with_ours(text)}
    for name, text in strange.items():
        print(f"Fout: de licentie van {name} past niet bij die van ons: {text or 'er staat er geen bij'}.")
    if not strange:
        print(f"De licenties van {len(licences)} pakketten passen bij die van ons.")
    return int(bool(strange))


def licence_of(package: Distribution) -> str:
    """What a package says of its licence: the newest field that it has."""
    about = package.metadata
    named = [text for text in about.get_all("Classifier") or () if text.startswith("License ::")]
    files = [file.read_text() for file in package.files or () if file.name in (about.get_all("License-File") or ())]
    whole, free = (" ".join(about.get_all(name) or ()) for name in ("License-Expression", "License"))
    return whole or "; ".join(named) or (free or "; ".join(text or "" for text in files))[:200]


def goes_with_ours(licence: str) -> bool:
    """Whether we may pass on what has this licence; of a choice (OR) one will do."""
    choices = re.split(r"\bOR\b", licence)
    return any(_FREE.search(choice) and not _NOT_FREE.search(choice) for choice in choices)


if __name__ == "__main__":
    sys.exit(main())
