"""What people call the pages that tell how to start and keep a community of practice, and what these are for."""

from .page_names import said

GUIDE_NAMES: dict[str, tuple[str, ...]] = {
    "wat-is-een-cop.md": said(
        "wat is een cop; uitleg cop; hoe werkt een cop; wat is een leergroep; waarom meedoen aan een cop",
        "loont een cop; wat is het nut van een leergroep; betekenis van cop",
    ),
    "start-een-cop/index.md": said(
        "start een cop; cop starten; cop beginnen; community of practice starten; stappenplan cop",
        "zelf een groep beginnen; leergroep opzetten; gids voor een leergroep; hoe begin ik een leergroep",
        "leergroep starten; handleiding voor een cop; leerkring beginnen; hoe organiseer je een leergroep",
    ),
    "start-een-cop/groep.md": said(
        "groep samenstellen; deelnemers kiezen; wie doet mee; hoeveel mensen in een groep; wie nodig je uit",
        "hoe groot is een groep; wie vraag je; deelnemers zoeken; welke mensen in een leergroep; wie mag er in een cop",
        "hoeveel deelnemers in een leergroep; aantal deelnemers; samenstelling van de groep",
    ),
    "start-een-cop/ritme.md": said(
        "hoe vaak bij elkaar; hoe lang duurt een cop; duur van een cop; hoe vaak komt een groep samen",
        "hoeveel bijeenkomsten; planning van een cop; agenda voor een jaar; hoe lang duurt een leergroep",
        "hoe vaak komt een leergroep bij elkaar; hoe vaak afspreken; frequentie; duur van een leergroep",
        "tijd die een cop kost",
    ),
    "start-een-cop/begeleiding.md": said(
        "begeleider; facilitator; procesbegeleider; begeleider van een cop; wie leidt de groep; groep leiden",
        "gesprek leiden; rol van de begeleider; wie leidt een cop; voorzitter van een leergroep",
        "trekker van een leergroep; hulp bij begeleiden",
    ),
    "start-een-cop/oogsten.md": said(
        "oogsten; opbrengst vastleggen; wat leverde de groep op; lessen opschrijven; leren vastleggen; verslag maken",
        "opbrengst van een bijeenkomst vastleggen; lessen verzamelen; notulen; wat doe je met de opbrengst",
    ),
    "start-een-cop/afronden.md": said(
        "cop afsluiten; cop stoppen; einde van een cop; groep stoppen; einde van een leergroep; hoe rond je af",
        "laatste bijeenkomst; leergroep afsluiten; wanneer stopt een cop; afscheid van de groep",
    ),
    "start-een-cop/bewijs.md": said(
        "bewijs voor cop's; werkt een cop; heeft een cop zin; wat levert een cop op; directeur overtuigen van een cop",
        "helpt een leergroep; loont een leergroep; nut van een cop; werkt een leergroep; onderzoek naar cop's",
    ),
    "start-een-cop/eerste-bijeenkomst.md": said(
        "kick-off; eerste sessie; startbijeenkomst; eerste keer samenkomen; programma eerste bijeenkomst",
        "kennismaken met de groep; eerste dag van een groep; eerste dag met een leergroep; agenda eerste bijeenkomst",
        "hoe begint een groep",
    ),
    "start-een-cop/gedeelde-noodzaak.md": said(
        "gezamenlijke vraag vinden; waar hebben we samen last van; gedeeld probleem; welke vraag pakt de groep op",
        "dezelfde vraag delen; waarom zou je samen leren",
    ),
    "start-een-cop/is-een-cop-de-goede-vorm.md": said(
        "past een cop bij mijn vraag; wanneer geen cop; is een leergroep geschikt; andere vorm dan een cop",
        "checklist cop; is een cop iets voor mij; twijfel over een cop; is een leergroep zinvol",
    ),
}
