"""What people call the pages that tell how to start and keep a community of practice, and what these are for."""

from .page_names import said

GUIDE_NAMES: dict[str, tuple[str, ...]] = {
    "wat-is-een-cop.md": said(
        "wat is een cop; uitleg cop; hoe werkt een cop; wat is een leergroep; wat levert een cop op",
        "loont een cop; wat is het nut van een leergroep; betekenis van cop; waar is een cop goed voor",
        "samen leren in een groep; leren van elkaar; wat houdt een community of practice in",
        "verschil tussen cop en werkgroep; what is a community of practice",
    ),
    "start-een-cop/index.md": said(
        "start een cop; cop starten; cop beginnen; community of practice starten; stappenplan cop",
        "zelf een groep beginnen; leergroep opzetten; gids voor een leergroep; hoe begin ik een leergroep",
        "leergroep starten; handleiding voor een cop; leerkring beginnen; hoe organiseer je een leergroep",
        "ik wil een leergroep beginnen; stappen voor een leergroep; hoe pak je een cop aan",
        "waar begin je met een leergroep; cop oprichten; in tien stappen; start a community of practice",
        "how to start a community",
    ),
    "start-een-cop/groep.md": said(
        "groep samenstellen; deelnemers kiezen; wie doet mee; hoeveel mensen in een groep; wie nodig je uit",
        "hoe groot is een groep; wie vraag je; deelnemers zoeken; welke mensen in een leergroep; wie mag er in een cop",
        "hoeveel deelnemers in een leergroep; aantal deelnemers; samenstelling van de groep",
        "wie vraag je voor een leergroep; wie zet je in de groep; hoe groot moet de groep; hoeveel mensen",
        "de juiste mensen; wie hoort erbij; mensen uitnodigen; deelnemers werven; grote of kleine groep",
    ),
    "start-een-cop/ritme.md": said(
        "hoe vaak bij elkaar; hoe lang duurt een cop; duur van een cop; hoe vaak komt een groep samen",
        "hoeveel bijeenkomsten; planning van een cop; agenda voor een jaar; hoe lang duurt een leergroep",
        "hoe vaak komt een leergroep bij elkaar; hoe vaak afspreken; frequentie; duur van een leergroep",
        "tijd die een cop kost",
        "hoe vaak kom je samen; hoe vaak afspreken met een leergroep; hoeveel tijd kost een leergroep",
        "hoeveel uren kost een leergroep; hoe lang gaat een groep door; om de hoeveel weken; vergaderritme",
        "hoe houd je de groep bij elkaar; groep valt uit elkaar; deelnemers komen niet meer",
    ),
    "start-een-cop/begeleiding.md": said(
        "begeleider; facilitator; procesbegeleider; begeleider van een cop; wie leidt de groep; groep leiden",
        "gesprek leiden; rol van de begeleider; wie leidt een cop; voorzitter van een leergroep",
        "trekker van een leergroep; hulp bij begeleiden",
        "wie begeleidt de groep; begeleider zoeken; hoe begeleid je een groep; stille deelnemers",
        "iemand praat te veel; goede vragen stellen; externe begeleider; gespreksleider",
    ),
    "start-een-cop/oogsten.md": said(
        "oogsten; opbrengst vastleggen; wat leverde de groep op; lessen opschrijven; leren vastleggen; verslag maken",
        "opbrengst van een bijeenkomst vastleggen; lessen verzamelen; notulen; wat doe je met de opbrengst",
        "wat levert een bijeenkomst op; hoe leg je vast wat je leerde; inzichten vastleggen",
        "lessen delen met anderen; verslag van een bijeenkomst; wat gebeurt er met de lessen",
    ),
    "start-een-cop/afronden.md": said(
        "cop afsluiten; cop stoppen; einde van een cop; groep stoppen; einde van een leergroep; hoe rond je af",
        "laatste bijeenkomst; leergroep afsluiten; wanneer stopt een cop; afscheid van de groep",
        "hoe stop je een leergroep; wanneer is een leergroep klaar; groep ophouden; na de laatste bijeenkomst",
        "hoe rond je een leergroep af; leergroep beëindigen; wat als de groep stopt; wie gaat verder na de groep",
    ),
    "start-een-cop/bewijs.md": said(
        "bewijs voor cop's; werkt een cop; heeft een cop zin; wat levert een cop op; directeur overtuigen van een cop",
        "helpt een leergroep; loont een leergroep; nut van een cop; werkt een leergroep; onderzoek naar cop's",
        "baas overtuigen; leidinggevende overtuigen; is het de tijd waard; zonde van de tijd; kost te veel tijd",
        "levert het iets op; wat heb je eraan; waarom zou mijn baas dit goedvinden; is bewezen dat het werkt",
        "cijfers over leergroepen; tijd krijgen van mijn baas; does it work; proof that it works",
    ),
    "start-een-cop/eerste-bijeenkomst.md": said(
        "kick-off; eerste sessie; startbijeenkomst; eerste keer samenkomen; programma eerste bijeenkomst",
        "kennismaken met de groep; eerste dag van een groep; eerste dag met een leergroep; agenda eerste bijeenkomst",
        "hoe begint een groep",
        "hoe begin je de eerste bijeenkomst; wat doe je de eerste keer; programma voor de eerste keer",
        "opening van de groep; eerste avond; kennismakingsronde; afspraken in de groep",
    ),
    "start-een-cop/gedeelde-noodzaak.md": said(
        "gezamenlijke vraag vinden; waar hebben we samen last van; gedeeld probleem; welke vraag pakt de groep op",
        "dezelfde vraag delen; waarom zou je samen leren",
        "welke vraag delen we; gemeenschappelijke vraag; waarover leren we samen",
        "onderwerp kiezen voor een leergroep; wat houdt iedereen bezig; goede leervraag",
    ),
    "start-een-cop/is-een-cop-de-goede-vorm.md": said(
        "past een cop bij mijn vraag; wanneer geen cop; is een leergroep geschikt; andere vorm dan een cop",
        "checklist cop; is een cop iets voor mij; twijfel over een cop; is een leergroep zinvol",
        "cop of iets anders; leergroep of werkgroep; leergroep of projectgroep; wanneer is een leergroep geschikt",
        "wanneer werkt een leergroep niet; is een cop nodig; cop of cursus; moet ik wel een leergroep beginnen",
    ),
}
