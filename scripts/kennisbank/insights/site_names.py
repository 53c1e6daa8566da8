"""What people call the pages about the site and about writing along, and what these are for in everyday words."""

from ..library.addresses import OVERVIEWS
from .page_names import said

SITE_NAMES: dict[str, tuple[str, ...]] = {
    OVERVIEWS["bijdragen"]: said(
        "zelf een case toevoegen; onze case aanmelden; ervaring delen; project aanmelden; meehelpen; bijdragen",
        "meeschrijven; case toevoegen; nieuwe case; fout melden; contact; redactie; eigen project insturen",
        "ons verhaal vertellen; iets toevoegen; fout doorgeven; fout op de site; verkeerde informatie; iets verbeteren",
        "tekst klopt niet; tekst aanpassen; zelf een voorbeeld hebben; eigen ervaring delen; mijn project op de site",
        "artikel inzenden; reageren; feedback geven; opmerking doorgeven; eigen voorbeeld delen; zelf een voorbeeld",
        "ik heb een voorbeeld; ik heb een aanvulling; er klopt iets niet; ik zie een fout; fout verbeteren",
        "hoe kan ik meedoen; helpen met de site; onze gemeente toevoegen; hoe kom ik op deze site",
        "ons project ontbreekt; contribute; feedback; report an error",
    ),
    OVERVIEWS["bijdragen/assistent"]: said(
        "assistent; case schrijven; formulier; invulformulier; case invullen; hulp bij schrijven",
        "case schrijven met hulp",
        "formulier om een case in te sturen; project insturen; case insturen; eigen project insturen",
        "zelf een case schrijven; case invoeren; case opsturen",
    ),
    OVERVIEWS["bijdragen/sjabloon"]: said(
        "template; format; leeg sjabloon; sjabloon downloaden; format downloaden; format voor een praktijkvoorbeeld",
        "invulblad voor een case downloaden; opzet van een case",
    ),
    OVERVIEWS["bijdragen/velden"]: said(
        "velden; invulvelden",
    ),
    OVERVIEWS["bijdragen/meldingen"]: said(
        "foutmeldingen; meldingen",
    ),
    "over.md": said(
        "over; over ons; over deze site; wie zijn wij; colofon; contact; makers; Transitieversneller; afzender",
        "wie maakt deze site; van wie is deze website; wie zit hierachter; teksten overnemen; mag ik dit gebruiken",
        "auteursrecht; hoe betrouwbaar is deze site; voor wie is deze site; contact met de redactie",
        "vraag stellen aan de redactie; de redactie bereiken; mail de redactie; telefoonnummer; wie schrijft dit",
        "doel van de site; wie betaalt deze site; wie zit achter deze website; achtergrond van de site; wie maakt dit",
        "wie zijn de makers; van wie is dit; is dit van de overheid; mag ik teksten overnemen; mag ik iets kopiëren",
        "licentie; contact opnemen; met wie kan ik contact opnemen; hoe werken jullie; hoe kiezen jullie cases",
        "contactpersoon; wie is de contactpersoon; contactgegevens; wie kan ik bellen; wie kan ik mailen",
        "kan ik dit vertrouwen; about; about us; who made this; contact us",
    ),
    "privacy.md": said(
        "privacyverklaring; cookies; persoonsgegevens; cookieverklaring; gegevens; worden mijn gegevens bewaard",
        "volgt de site mij; wat weet de site van mij; cookies weigeren; wat weten jullie van mij; word ik gevolgd",
        "persoonlijke gegevens; veilig gebruiken; wat bewaren jullie over mij; cookies plaatsen",
        "houden jullie bij wat ik lees; wordt mijn zoekvraag bewaard; persoonsgegevens op deze site; avg; privacy",
        "personal data",
    ),
    "toegankelijkheid.md": said(
        "toegankelijkheidsverklaring; digitale toegankelijkheid; accessibility; voorleessoftware; schermlezer",
        "grotere letters; slecht zien; toetsenbord; bruikbaar voor iedereen; slechtziend; slechthorend; kleurenblind",
        "voorlezen; site gebruiken met een beperking; leesbaarheid; werkt het met een schermlezer",
        "site met een beperking; alleen met het toetsenbord; toegankelijk; blinden en slechtzienden; lettergrootte",
        "screen reader; accessible",
    ),
    "het-artikel.md": said(
        "artikel uit 2018; waarom heet het Transitieversneller; herkomst van het idee",
        "waar komt de naam vandaan; waarom deze naam; het oorspronkelijke artikel",
        "artikel over de community of practice; Platform O",
    ),
    OVERVIEWS["bijdragen/snel"]: said(
        "in vijf minuten een case aandragen; snel een case insturen; tip voor een case; korte vragen invullen",
        "korte case insturen; weinig tijd en toch een case; tip doorgeven; kort formulier; vijf minuten",
    ),
    OVERVIEWS["bijdragen/tabel"]: said(
        "veel tegelijk; uit excel insturen; opbrengst van een bijeenkomst in een tabel",
        "veel cases tegelijk; cases uit een tabel; cases in Excel aanleveren; lijst met cases insturen",
    ),
    "bijdragen/lokaal.md": said(
        "bijdragen via GitHub; op mijn eigen computer schrijven; pull request; cases schrijven zonder de assistent",
        "de site lokaal draaien; markdown bewerken; tekst wijzigen op GitHub; wijziging voorstellen via GitHub",
    ),
    "redactie/index.md": said(
        "handboek voor de redactie; bijdrage beoordelen; hoe beoordelen jullie een case; redacteur worden",
        "case goedkeuren; case hernoemen; thema toevoegen; publicatie terugdraaien; taken van een redacteur",
    ),
    "beheer/eigen-server.md": said(
        "zelf hosten; hosting; eigen webserver; site installeren; deze site zelf draaien; op ons eigen netwerk zetten",
        "site publiceren; software van deze site; eigen kopie van de site; broncode",
        "site overnemen voor onze organisatie; self-hosting; install on our own server",
    ),
    "beheer/dreigingsmodel.md": said(
        "beveiliging van de site; hoe veilig is deze site; risico's voor de beveiliging; wat als iemand kwaad wil",
        "informatiebeveiliging; security; threat model",
    ),
    "beheer/wat-de-site-tegenhoudt.md": said(
        "aanvallen op de site; bescherming tegen aanvallen; kwaadaardige code; hackers tegenhouden",
    ),
}
