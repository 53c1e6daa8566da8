"""KB3xx, redactie: sections, plain language and accessible text."""

from .code import editorial, error, warning

PROSE = (
    editorial("KB301", "Vast onderdeel ontbreekt", "Alle pagina's van een soort hebben dezelfde onderdelen, zodat lezers weten waar ze kijken moeten."),
    error("KB302", "Onbekend onderdeel", "Eigen tussenkoppen op dit niveau maken pagina's onvergelijkbaar. Gebruik ### binnen een onderdeel."),
    error("KB303", "Onderdelen in andere volgorde", "Op elke pagina staan de onderdelen in dezelfde volgorde."),
    editorial("KB304", "Onderdeel is leeg", "Een kop zonder tekst belooft iets dat er niet is."),
    error("KB305", "Kop van het hoogste niveau in de tekst", "De titel van de pagina is de enige kop van het hoogste niveau (WCAG 2.2, 1.3.1). Hij komt uit het veld title."),
    error("KB306", "Kopniveau overgeslagen", "Wie met een schermlezer van kop naar kop springt, mist anders een laag (WCAG 2.2, 1.3.1)."),
    editorial("KB307", "Vraagstuk is geen vraag", "Lezers komen met een vraag. Aan de vraag herkennen ze hun eigen situatie."),
    error("KB308", "Linktekst zegt niet waar de link heen gaat", "Wie links een voor een laat voorlezen, hoort alleen de linktekst (WCAG 2.2, 2.4.4)."),
    error("KB309", "Afbeelding zonder beschrijving", "Wie de afbeelding niet ziet, moet uit de beschrijving weten wat erop staat (WCAG 2.2, 1.1.1)."),
    warning("KB310", "Ambtelijk woord", "Een gewoon woord is sneller te lezen en sluit niemand uit."),
    warning("KB311", "Lange zin", "Korte zinnen worden beter begrepen, ook door collega's die snel lezen."),
    error("KB312", "HTML in de tekst", "HTML wordt niet nagekeken op toegankelijkheid en links. Markdown kan alles wat hier nodig is."),
    error("KB315", "Titel is dubbel", "Twee pagina's met dezelfde titel zijn in een lijst niet uit elkaar te houden."),
    warning("KB316", "Titel eindigt op een punt", "Een titel is een kop, geen zin in een alinea."),
    editorial("KB317", "Nog invullen", "Dit is de tekst van het sjabloon. Vul in wat er gevraagd wordt."),
    warning("KB318", "Afslag met maar een optie", "Een keuze wordt pas leerzaam als je ziet wat er nog meer kon."),
    error("KB319", "Tekst voor het eerste onderdeel", "Tekst boven de eerste kop valt buiten de vaste opbouw van de pagina."),
    error("KB320", "Opmaak in gewone tekst", "Dit veld komt ook op kaartjes en in lijsten. Een link, bron of sterretje staat daar letterlijk."),
    warning("KB321", "Onderdeel leest moeilijk", "Lange woorden en lange zinnen kosten elke lezer tijd. We tellen ze met de leesbaarheidsformule van W.H. Douma (1960): 206,84 - 0,93 × woorden per zin - 77 × lettergrepen per woord. Onder de 45 noemt hij een tekst moeilijk."),
)  # fmt: skip
