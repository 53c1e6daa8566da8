"""KB4xx, bewijs: sources, citations, figures, review dates and personal data."""

from .code import editorial, error, warning

EVIDENCE = (
    error("KB401", "Bron genoemd die niet in de lijst staat", "Zonder de gegevens van de bron kan niemand het feit nagaan."),
    editorial("KB402", "Bron wordt nergens gebruikt", "Een bron waar niets naar verwijst, laat niet zien welk feit erop steunt."),
    editorial("KB403", "Geen enkele bron", "Alles op deze site is na te gaan. Een pagina zonder bron kan niet worden gepubliceerd."),
    error("KB404", "Bron staat er twee keer in", "Met twee bronnen onder dezelfde sleutel is niet duidelijk welke bedoeld is."),
    error("KB405", "Bron is elders anders beschreven", "Een bron heeft overal dezelfde titel, uitgever, datum en hetzelfde adres. Anders lijkt een bron er twee."),
    error("KB406", "Zelfde webadres onder een andere sleutel", "Een bron met twee sleutels wordt als twee bronnen geteld."),
    editorial("KB407", "Cijfer zonder bron", "Bij elk getal wil de lezer weten van wie het komt."),
    warning("KB408", "Lang niet nagekeken", "Na anderhalf jaar kan er veel zijn veranderd. Een redacteur kijkt de feiten opnieuw na."),
    error("KB409", "E-mailadres in de tekst", "De site noemt geen contactgegevens van personen."),
    error("KB410", "Telefoonnummer in de tekst", "De site noemt geen contactgegevens van personen."),
    error("KB411", "Nakijkdatum ligt in de toekomst", "De datum zegt wanneer de feiten echt zijn nagekeken."),
    error("KB412", "Resultaat zonder getal", "Een resultaat heeft een doel, een uitkomst of allebei."),
    editorial("KB413", "Case zonder les", "Een case wordt bruikbaar voor anderen doordat hij iets zegt over een les."),
    warning("KB415", "Aanhalingstekens om een zin", "We schrijven in eigen woorden. Aanhalingstekens maken er een letterlijk citaat van, en dat is niet na te gaan."),
    editorial("KB416", "Reconstructie zonder uitleg", "Wie een gereconstrueerde les leest, moet weten waarom en hoe zeker hij is."),
    error("KB417", "Lesnummer is dubbel", "Binnen een reeks heeft elke les een eigen nummer."),
    error("KB419", "Verwijzing naar een bron niet goed geschreven", "Een bijna goede verwijzing komt letterlijk in de tekst te staan, en de lezer ziet geen bron."),
    editorial("KB418", "Les zonder onderbouwing", "Een les zegt welke bron welk deel steunt."),
)  # fmt: skip
