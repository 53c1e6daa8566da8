"""What people call overviews and hand-written pages, besides their titles, and what they are for in everyday words.

For each page: what it is called, what you do there, and what you may have in mind when you need it.
"""

from ..library.addresses import OVERVIEWS


def said(*lines: str) -> tuple[str, ...]:
    """Names with a semicolon between them."""
    return tuple(name.strip() for line in lines for name in line.split(";"))


def _each(first: str, second: str) -> tuple[str, ...]:
    """Every word of the first with every word of the second."""
    return tuple(f"{one} {other}" for one in first.split() for other in second.split())


PAGE_NAMES: dict[str, tuple[str, ...]] = {
    OVERVIEWS["cases"]: said(
        "alle cases; praktijkverhalen; verhalen; praktijkvoorbeelden; voorbeelden; projecten; casussen",
        "voorbeelden uit andere gemeenten; ervaringen van anderen; hoe deden anderen het; alle projecten bekijken",
        "cases zoeken en filteren; alle initiatieven; lijst van projecten; voorbeelden van elders",
        "praktijk van andere gemeenten; alle projecten; voorbeelden van andere plaatsen; wat deden andere gemeenten",
        "voorbeelden zoeken; ergens anders al gedaan; een voorbeeld vinden; wie deed dit eerder; case studies",
        "examples; best practices",
    ),
    OVERVIEWS["lessen"]: said(
        "alle lessen; geleerde lessen; leerpunten; wat hebben we geleerd; tips van anderen; adviezen",
        "wat werkt en wat niet; leren van anderen; inzichten; wijze raad; aanbevelingen; wat kun je ervan leren",
        "lijst met lessen; wat raden anderen aan; waar moet ik op letten; valkuilen; lessons learned; lessons",
        "what works; tips; tips voor gemeenten; tien lessen; 10 lessen",
    ),
    OVERVIEWS["lessen/kaarten"]: said(
        "kaartenset; lessen uitprinten; leskaarten; kaarten met lessen; kaartjes; lessen printen; kaartspel",
        "lesmateriaal; kaarten om te printen; lessen afdrukken op papier; kaartjes uitknippen",
        "lessen bespreken met je team; kaarten uitdelen; iets om uit te delen; lessen op kaartjes; kaartjes printen",
        "op tafel leggen; lessen uitdelen",
    ),
    OVERVIEWS["communities"]: said(
        "bij welke groep kan ik aansluiten; lerende netwerken; alle communities; leernetwerken; netwerken",
        "groepen ambtenaren die samen leren; aansluiten bij een groep; lid worden van een groep; wie leert er nog meer",
        "groepen om bij aan te sluiten; andere leergroepen; bestaande leergroepen; welke leergroepen zijn er",
        "bij een leergroep aansluiten; andere ambtenaren ontmoeten; netwerk zoeken; wie is er al mee bezig",
        "communities; learning networks",
    ),
    OVERVIEWS["werkvormen"]: said(
        "werkvormen voor een bijeenkomst; gespreksvormen; overlegvormen; alle werkvormen; werkvorm kiezen; methoden",
        "methodes; werkwijzen; manieren om samen te leren; hoe praat je met een groep; oefeningen voor een groep",
        "methode voor een bijeenkomst; hoe vergader je anders; manieren van vergaderen; spelvormen; groepsgesprek",
        "met elkaar praten; hoe leid je een bijeenkomst; werkvorm zoeken; iets anders dan vergaderen",
        "groep aan de praat krijgen; intervisie en andere vormen; methods; workshop formats",
    ),
    OVERVIEWS["sessiepakket"]: said(
        "werksessie voorbereiden; materiaal voor een bijeenkomst; draaiboek voor een sessie; sessiepakketten",
        "sessie voorbereiden; workshop; bijeenkomst voorbereiden; lesmateriaal; cases bespreken met een groep",
        "bijeenkomst houden met cases; materiaal om te bespreken; pakket voor een teamdag; programma voor een middag",
        "uitdelen op een teamdag; hand-out; bijeenkomst over een thema; bespreken in een groep",
        "afdrukken voor een werksessie; printen voor een bijeenkomst; bijeenkomst organiseren; sessie met collega's",
        "thema bespreken met collega's; werksessie organiseren; alles voor een bijeenkomst",
        "cases printen voor een groep; session kit; workshop kit",
    ),
    OVERVIEWS["bijdragen/oogst"]: said(
        "invulblad; oogstblad; wat neem ik mee; blad voor deelnemers; formulier na een bijeenkomst; oogstformulier",
        "formulier voor deelnemers; invulblad voor deelnemers; wat leerde je vandaag; evaluatieformulier",
        "blad om in te vullen; blad na een bijeenkomst",
    ),
    OVERVIEWS["selectie"]: (
        *said(
            "wat ik bewaarde; mijn bewaarde pagina's; mijn favorieten; mandje; verlanglijst; selectie; bewaard",
            "opgeslagen; favorieten; bladwijzers; leeslijst; mijn lijst; bewaarde pagina's terugvinden; selectie delen",
            "mijn lijst delen; mijn lijst afdrukken; mijn lijst meenemen; cases verzamelen; onthouden voor later",
            "lijst samenstellen; mijn verzameling; zelf samengestelde lijst; mijn lijst sturen; wat heb ik bewaard",
            "lijstje; lijst met een collega delen; mijn lijst printen; mijn lijst in Word; mijn cases naar Word",
            "bewaarde cases delen; waar is mijn lijst; opgeslagen cases terugvinden; bewaren voor later",
            "eigen lijst maken; cases meenemen; my selection; favourites; saved pages",
        ),
        *_each("bewaarde opgeslagen gekozen mijn", "cases lessen pagina's"),
    ),
    OVERVIEWS["naast-elkaar"]: said(
        "cases naast elkaar; projecten vergelijken; verschillen tussen cases; naast elkaar; cases vergelijken",
        "vergelijken; vergelijking; twee cases vergelijken; verschil tussen twee projecten; cases in een tabel",
        "cases tegenover elkaar; twee gemeenten vergelijken; overeenkomsten tussen projecten",
        "projecten tegen elkaar afzetten; twee cases naast elkaar leggen; wat is het verschil tussen twee cases",
        "tabel met verschillen; drie cases vergelijken; projecten naast elkaar zetten; compare; side by side",
        "compare cases",
    ),
    OVERVIEWS["afslagen"]: said(
        "alle afslagen; besluiten; keuzes; alle keuzes; keuzes uit de cases; wie koos wat en waarom; genomen besluiten",
        "belangrijke momenten; belangrijkste besluiten; beslissingen op een rij; besluiten op een rij; kantelpunten",
        "beslismomenten; waarover werd besloten; genomen beslissingen; welke keuzes maakten anderen; wie besloot wat",
        "alle besluiten; lijst van besluiten; keuzemomenten; waarom kozen ze daarvoor; decisions; turning points",
    ),
    OVERVIEWS["keuzehulp"]: said(
        "keuzewijzer; welke keuze past bij ons; helpen kiezen; afwegingskader; hulp bij een besluit; keuzehulp",
        "hulp bij kiezen; kiezen; keuzes maken; beslishulp; wat kunnen we kiezen; welke mogelijkheden hebben we",
        "voordelen en nadelen; advies voor de raad over een keuze; voor een keuze staan; mogelijkheden op een rij",
        "alternatieven afwegen; voor- en nadelen; besluit voorbereiden; dilemma; welke weg kiezen; raadsmemo",
        "memo voor de raad; memo voor het college; notitie voor bestuurders; ik moet kiezen; ik moet een besluit nemen",
        "wat kozen anderen; welke opties zijn er; opties vergelijken; argumenten voor en tegen",
        "raadsvoorstel voorbereiden; stuk voor de raad; advies aan het college; decision support; decision aid",
        "which option; presentatie voor de raad; iets voor de raad; raadsbrief; uitleg voor de raad",
    ),
    OVERVIEWS["wat-stopte"]: (
        *said(
            "stopgezette projecten; stopgezet; welke projecten zijn gestopt; faalverhalen; geleerd van fouten",
            "wat ging er fout; welke plannen gingen niet door; wat stopte; mislukkingen; wat mislukte; wat ging er mis",
            "wat niet lukte; mislukt; wat ging er verkeerd; plannen die niet doorgingen; projecten die fout gingen",
            "afgebroken projecten; wat ging niet goed; plannen die kleiner werden; flop; fiasco; debacle",
            "wat liep er mis; blunders; mislukte pogingen; wat is er mislukt; voorbeelden die mislukten",
            "wat werkte niet; waar ging het mis; projecten die stopten; leren van mislukkingen",
            "welke gemeente stopte ermee; what failed; failed projects; failures",
        ),
        *_each("gestopte mislukte gestrande afgeblazen", "cases projecten plannen initiatieven voorbeelden"),
    ),
    OVERVIEWS["data"]: said(
        "excel bestand; spreadsheet; exporteren; export; gegevens downloaden; alle cases downloaden; machineleesbaar",
        "data; open data; dataset; download; downloads; csv; excel; json; api; cases in excel; tabel met alle cases",
        "bestand met alle cases; cijfers downloaden; alles in een bestand; gegevens hergebruiken",
        "site zonder internet lezen; tabel met cijfers; rekenprogramma; databestand; ruwe gegevens; lijst exporteren",
        "alles downloaden; alles in Excel; gegevens in Excel; lijst in Excel; bestand downloaden",
        "de hele site downloaden; offline lezen; zonder internet; gegevens opvragen; koppeling met eigen systeem",
        "download data",
    ),
    OVERVIEWS["nieuw"]: (
        *said(
            "laatste nieuws; wat is er bijgekomen; onlangs toegevoegd; op de hoogte blijven; abonneren; nieuw; nieuws",
            "updates; rss; atom; volgen; nieuwsbrief; veranderingen; wijzigingen; wat is er nieuw; wat is er veranderd",
            "wat is er gewijzigd; nieuwe cases volgen; bericht bij iets nieuws; site bijhouden; wat kwam er bij",
            "wat veranderde er; laatst gewijzigd; melding krijgen; nieuwe dingen; laatste berichten",
            "melding bij nieuws; recent toegevoegd; hoe actueel; mail bij nieuws; mail mij nieuws",
            "bijhouden wat er verandert; wat verandert er; seintje bij een nieuwe case",
            "laatst bijgewerkt; wanneer bijgewerkt; abonneren op nieuws; op de hoogte gehouden worden; news",
            "latest news; what is new; subscribe; newsletter",
        ),
        *_each("nieuwe nieuwste laatste recente", "cases lessen wijzigingen"),
    ),
    "verkennen/index.md": said(
        "verkennen; alles bekijken",
    ),
    OVERVIEWS["kaart"]: (
        *said(
            "op de kaart; op een kaart; wat is er bij mij in de buurt; in mijn buurt; waar zijn de cases; landkaart",
            "kaart van Nederland; plattegrond; cases bij mij in de buurt; waar in Nederland; projecten op de kaart",
            "waar gebeurt het; waar speelt het; projecten in mijn omgeving; dichtbij; in mijn regio",
            "waar vind ik een project; locaties; adressen; waar in Nederland gebeurt dit; ervaring in mijn omgeving",
            "voorbeelden in mijn omgeving; voorbeelden bij mij in de buurt; waar liggen de projecten; waar in het land",
            "kaart bekijken; kaart met alle cases; dicht bij mij; map; on the map; near me",
        ),
        *_each("kaart", "cases projecten gemeenten"),
    ),
    OVERVIEWS["tijdlijn"]: said(
        "op de tijdlijn; wat gebeurde wanneer; per jaar; jaartallen; tijdslijn; tijdbalk; jaren; chronologie",
        "geschiedenis; cases op volgorde van jaar; cases per jaar; wanneer was wat; oudste cases; van vroeger tot nu",
        "in welk jaar; in welke volgorde; verloop in de tijd; wanneer gebeurde dat; datums; op volgorde van jaar",
        "chronologische volgorde; wanneer gebeurde wat; wat gebeurde in een jaar; alles op volgorde",
        "overzicht door de jaren; wat was eerst; timeline; history",
    ),
    OVERVIEWS["aflopen"]: said(
        "hoe liep het af; afloop van cases; resultaten van projecten; afgeronde projecten; uitkomsten",
        "hoe is het afgelopen; hoe eindigde het; wat kwam ervan terecht; geslaagde projecten",
        "lopende en gestopte cases; afloop van projecten; hoe liep het project af; eindresultaat; wat is er gelukt",
        "is het gelukt; wat is ervan geworden; welke projecten zijn klaar; welke projecten lopen nog",
        "wat leverde het op; bestaat het nog; outcomes; results",
    ),
    OVERVIEWS["perioden"]: said(
        "periode; looptijd; in welke jaren; cases uit een bepaalde tijd; cases van de laatste jaren; recente jaren",
        "oude cases; cases van tien jaar geleden",
    ),
    OVERVIEWS["bronnen"]: said(
        "waar komt de informatie vandaan; voetnoten; gebruikte literatuur; rapporten; publicaties; bronnenlijst",
        "literatuur; literatuurlijst; referenties; bronvermelding; bronnen van de informatie; herkomst van de gegevens",
        "gebruikte artikelen en rapporten; welke documenten zijn gebruikt; gebruikte stukken; documenten; herkomst",
        "waar is dit op gebaseerd; links naar artikelen; verwijzingen; waar staat dat; welke bronnen; bronnen bekijken",
        "originele documenten; waar komt dit vandaan; lijst van bronnen; onderzoeken en rapporten; sources; references",
        "bibliography; literature",
    ),
    OVERVIEWS["bewijs"]: said(
        "hoe hard is het bewijs; bewijs voor lessen; bewijs; bewijsmatrix; matrix; onderbouwing",
        "hoe zeker zijn de lessen; welke case bewijst welke les; klopt de les wel; hoe betrouwbaar zijn de lessen",
        "cases die een les tegenspreken; bewijs voor een les; is de les waar; welke cases steunen een les",
        "hoe stevig is een les; tegenvoorbeelden; hoe zeker is een les; klopt deze les; welke cases bewijzen de les",
        "voor en tegen een les; lessen en cases in een tabel; hoe vaak gezien; evidence; proof; evidence matrix",
    ),
    OVERVIEWS["witte-vlekken"]: said(
        "wat is nog niet onderzocht; wat weten we nog niet; waar is nog geen voorbeeld van; wat missen we nog; gaten",
        "hiaten; witte vlek; wat ontbreekt; ontbrekende cases; geen cases; waar nog niets is; onderwerpen zonder case",
        "wat is nog niet beschreven; ontbrekende onderwerpen; waar weten we niets van; waar is nog niets over",
        "ontbrekende informatie; wat ontbreekt nog; leemtes; blinde vlekken; waar is meer onderzoek nodig",
        "waar nog niemand over schreef; onderwerpen die ontbreken; wat staat er nog niet op; welke cases missen jullie",
        "welke onderwerpen ontbreken; welke provincies ontbreken; waar zoeken jullie nog voorbeelden",
        "wat zoeken jullie nog; gaps; knowledge gaps; what is missing",
    ),
    OVERVIEWS["gemeenten-zoals-de-mijne"]: said(
        "gemeenten die op ons lijken; gemeenten die lijken op de mijne; soortgelijke gemeenten; gemeenten als de onze",
        "andere gemeenten zoals wij; even grote gemeenten; mijn gemeente; vergelijkbare gemeenten",
        "gemeenten vergelijken; gemeente net als wij; gemeente die op de onze lijkt; steden die op ons lijken",
        "andere kleine gemeenten; wie heeft hetzelfde probleem; gemeente zoeken; gemeente van onze grootte",
        "stad van dezelfde grootte; even groot; kleine gemeenten; welke gemeente lijkt op ons; gemeente zoals de onze",
        "wat deed een gemeente zoals wij; vergelijkbare gemeente zoeken; gemeente met evenveel inwoners",
        "kleine gemeente als de onze; gemeenten van dezelfde grootte; welke gemeenten lijken op ons",
        "staat mijn gemeente erbij; similar municipalities; municipalities like mine; cities like ours",
    ),
    OVERVIEWS["themas"]: said(
        "alle thema's; onderwerpen; alle onderwerpen; waar gaat de site over; onderwerpen van de site",
        "welke onderwerpen; rubrieken; categorieën; welke thema's zijn er; onderwerpen bekijken",
        "waarover gaat deze site; per onderwerp; zoeken op onderwerp; topics; themes; subjects",
    ),
    OVERVIEWS["sectoren"]: said(
        "alle sectoren; welke sectoren; per sector; cases per sector; sectors",
    ),
    OVERVIEWS["rollen"]: said(
        "welke rollen zijn er; rollen van gemeenten; rol van de overheid; alle rollen; rollen van de overheid",
        "rol van de gemeente; taken van de overheid; welke taak heeft een overheid; houding van de gemeente",
        "welke rol past; welke rol kan een gemeente hebben; rollen van de gemeente; mogelijke rollen",
        "role of government; roles",
    ),
    OVERVIEWS["partijen"]: said(
        "alle partijen; betrokken partijen; wie doen er mee; met wie werk je samen; soorten deelnemers",
        "organisaties die meedoen; welke organisaties; spelers; wie zijn er betrokken; welke partijen doen mee",
        "soorten partijen; met welke partijen; stakeholders; partners",
    ),
    OVERVIEWS["provincies"]: said(
        "alle provincies; cases per provincie; cases in mijn provincie; per provincie; welke provincies",
        "provincie kiezen; provinces",
    ),
    OVERVIEWS["regios"]: said(
        "regio's; alle regio's; energieregio's; RES-regio's; cases per regio; mijn regio; energieregio zoeken",
        "welke regio's; in welke energieregio ligt mijn gemeente; per regio; regions",
    ),
    OVERVIEWS["gemeenten"]: said(
        "alle gemeenten; gemeentelijst; cases per gemeente; welke plaatsen; alle steden en dorpen; lijst van gemeenten",
        "welke gemeenten doen mee; welke gemeenten hebben een case; per gemeente; municipalities; cities",
    ),
    OVERVIEWS["reeksen"]: said(
        "reeksen; lessenreeksen; series lessen; waar komen de lessen vandaan; welke reeksen",
    ),
    OVERVIEWS["begrippen"]: said(
        "wat betekenen de woorden; uitleg van woorden; moeilijke woorden; woordenboek; jargon; glossarium",
        "terminologie; begrippen; begrippenlijst; woordenlijst; afkortingen; afkortingenlijst",
        "verklarende woordenlijst; wat betekent dit woord; woord opzoeken; woord niet begrijpen; afkorting opzoeken",
        "vaktaal in gewone woorden; onbekend woord; moeilijke termen; wat bedoelen jullie met; vakwoorden",
        "lijst van termen; wat betekent een woord; een woord niet snappen; wat betekent die afkorting",
        "lijst met begrippen; woorden uitgelegd; onbegrijpelijke woorden; glossary; definitions; abbreviations; terms",
    ),
    OVERVIEWS["zoekwoorden"]: said(
        "zoekwoorden; synoniemen; woorden die hetzelfde betekenen; andere woorden voor; hoe zoek ik",
    ),
}
