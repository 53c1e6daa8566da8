"""Whether every package that is installed here may be passed on with what we make: `python scripts/check_licences.py`.

It needs nothing but Python, so that it runs in every environment that CI fills.
"""

import re
import sys
from importlib.metadata import Distribution, distributions

# Licences that let us pass on what is built with them (EUPL-1.2, its appendix and article 5): by their names in SPDX,
# in classifiers of Python, and as people write them. A name says all of it: whatever else stands there counts.
_FREE = re.compile(
    r"0BSD|Apache-2\.0|BSD-[1-4]-Clause(?:-[A-Za-z]+)*|CC0-1\.0|CNRI-Python|EUPL-1\.[12]|HPND|ISC|MIT(?:-0|-CMU)?|MPL-2\.0"
    r"|LGPL-(?:2\.0|2\.1|3\.0)(?:\+|-only|-or-later)?|PSF-2\.0"
    r"|Python-2\.0(?:\.1)?|Unlicense|W3C|Zlib"
    r"|(?:The )?MIT(?: License)?(?: \(MIT\))?|(?:(?:New|Modified|Simplified) )?BSD(?: [23]-Clause)?(?: License)?"
    r"|Apache(?: Software)?(?: License)?(?:,? (?:Version )?2\.0)?|ISC License(?: \(ISCL\))?"
    r"|Mozilla Public License 2\.0 \(MPL 2\.0\)|Python Software Foundation License|The Unlicense \(Unlicense\)"
    r"|GNU (?:Library or )?Lesser General Public License v[23](?: or later)?(?: \(LGPLv[23]\+?\))?"
    r"|Historical Permission Notice and Disclaimer \(HPND\)|zlib/libpng License|W3C License"
    r"|European Union Public Licence 1\.[12] \(EUPL 1\.[12]\)|CC0 1\.0 Universal \(CC0 1\.0\) Public Domain Dedication"
    # The words themselves, as far as they are looked at.
    r"|(?:The )?MIT License(?: \(MIT\))?\s+Copyright [^;]*\sPermission is hereby granted, free of charge, to any.*",
    re.DOTALL,
)
# What says that others looked at a licence, and not which it is.
_NO_NAME = ("License :: OSI Approved", "License :: DFSG approved")
_OF_CLASSIFIER = "License :: OSI Approved :: "


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
    """Whether we may pass on what has this licence: all its parts (AND, or classifiers), of a choice (OR) one.

    See https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/: OR binds less than AND.
    """
    inner = re.search(r"\(((?:[\w.+-]+|\s+)*\s(?:AND|OR)\s(?:[\w.+-]+|\s+)*)\)", licence)
    if inner:
        found = "MIT" if goes_with_ours(inner[1]) else "no"
        return goes_with_ours(f"{licence[: inner.start()]}{found}{licence[inner.end() :]}")
    return any(all(map(_is_free, _parts(choice))) for choice in re.split(r"\sOR\s", licence))


def _parts(choice: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"\sAND\s|;", choice)]
    return [part for part in parts if part not in _NO_NAME] or [""]


def _is_free(part: str) -> bool:
    return bool(_FREE.fullmatch(part.removeprefix(_OF_CLASSIFIER)))


if __name__ == "__main__":
    sys.exit(main())
