"""Finds or installs what the tests of the recipe for an own server need: nginx and openssl.

It says what it did on standard error. Without them those tests are skipped; in CI that is a failure instead.
"""

import os
import shutil
import sys

from find_browser import is_debian_root, run_apt, tell

PACKAGES = {"nginx": "nginx-light", "openssl": "openssl"}
# Debian keeps nginx where only root looks.
PLACES = ("/usr/sbin", "/usr/local/sbin")


def main() -> int:
    """Install what is missing when that is allowed here, and return the exit code."""
    missing = missing_programs()
    if missing and is_debian_root():
        packages = [PACKAGES[name] for name in missing]
        tell(f"Voor de tests van de eigen server wordt geïnstalleerd met apt-get: {' '.join(packages)} ...")
        problem = run_apt(*packages)
        if problem:
            tell(f"apt-get: {problem}")
        missing = missing_programs()
    if not missing:
        return 0
    tell(f"De tests van de eigen server worden overgeslagen: {' en '.join(missing)} ontbreekt.")
    return int(os.environ.get("CI", "").lower() in {"1", "true"})


def missing_programs() -> list[str]:
    """The names of what is not here."""
    path = os.pathsep.join([os.environ.get("PATH", ""), *PLACES])
    return [name for name in PACKAGES if not shutil.which(name, path=path)]


if __name__ == "__main__":
    sys.exit(main())
