"""What a run left out, said in Dutch at its end, with how to get it: nobody should think that all was looked at."""

from collections import Counter
from collections.abc import Iterable

NO_BROWSER = "er is geen browser"
NO_FIREFOX = "er is geen Firefox"
NO_WEBKIT = "er is geen WebKit"
NO_NU = "de HTML-controle van het W3C is er niet"
NO_HTMLCS = "HTML_CodeSniffer is er niet"
NO_NGINX = "nginx of openssl is er niet"
ONE_FONT = "deze computer heeft maar één lettertype, zodat een letter uit een ander niet opvalt"
VARIANT = "dit is een variant voor de grondige ronde"
# What `.ci/apt` does not know by its hash, it leaves out.
TRUSTED = "Of, als je de pakketten van Debian ook zonder ons controlegetal vertrouwt: ZONDER_CONTROLEGETAL=1 make test"
# How to get what is missing; what cannot be had on a system has no remedy.
REMEDIES = {
    NO_BROWSER: "Installeer Chromium of Google Chrome, of wijs er een aan: make test CHROME_PATH=/pad/naar/chromium. "
    f"{TRUSTED}",
    NO_FIREFOX: "Installeer Firefox (op Debian: sudo apt-get install firefox-esr), of wijs hem aan met FIREFOX_PATH",
    NO_WEBKIT: "Op Debian en Ubuntu: sudo apt-get install webkit2gtk-driver xvfb",
    NO_NU: "Haal hem met Java en npm: npm ci --prefix .ci/nu, en wijs met VNU_JAR het bestand vnu.jar daarin aan",
    NO_HTMLCS: "Haal hem met npm: npm ci --prefix .ci/nu, en wijs met HTMLCS_JS het bestand build/HTMLCS.js daarin aan",
    ONE_FONT: "Installeer er een bij (op Debian: sudo apt-get install fonts-dejavu-core fonts-liberation)",
    VARIANT: "Alles proberen duurt langer: GRONDIG=1 make test",
    NO_NGINX: f"Op Debian en Ubuntu: sudo apt-get install nginx-light openssl. {TRUSTED}",
}
OTHER = "Dat kan op dit systeem niet anders."


def told(reasons: Iterable[str]) -> str:
    """One line for every reason, those that most tests have first; nothing when nothing was left out."""
    counted = Counter(reason.removeprefix("Skipped: ") for reason in reasons)
    lines = [
        f"- {_number(number)}, want {reason}. {REMEDIES.get(reason, OTHER)}"
        for reason, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "\n".join(["Overgeslagen:", *lines]) if lines else ""


def _number(number: int) -> str:
    return "1 test" if number == 1 else f"{number} tests"
