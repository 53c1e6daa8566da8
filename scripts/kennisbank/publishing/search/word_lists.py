"""Words that play a part of their own in a question; the browser gets them with the index."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that carry no question. They are not in the index, and no other word is taken for a form of one.
FUNCTION_WORDS = _set(
    """
    aan af al alle alleen allemaal alles als altijd an and ander andere anders are ben bent bij daar dan dat de deed
    den der des deze die dit doe doen doet door dus een eens en er for ga gaan gaat geen geweest ging goed haar
    had hadden heb hebben hebt heeft heel hem hen het hier hij hoe how hun ieder iedere iemand iets ik in is ja
    je jij jou jouw jullie kan kon konden krijg krijgen krijgt kun kunnen kunt laat laten maar mag me mee meer
    men met mezelf mij mijn mijne moest moet moeten na naar nee niet niets nog nou nu of om omdat omgaan onder
    ons onszelf onze ook op over te ten ter the to toch toe toen tot tussen uit van vanuit veel verhoud verhouden
    verhoudt via voor vraag vragen waar waarin waarom waarop wanneer want waren was wat we welk welke werd
    werden what wie wij wil willen word worden wordt wou zal ze zelf zich zichzelf zij zijn zo zoals zonder zou zouden
    """
)
# Words that ask for an explanation or a list, and are no part of the name of what is asked for.
SHAPE_WORDS = _set(
    """
    afkorting afkortingen algemeen algemene bedoeld bedoelen bedoelt begrip bekijk bekijken beschikbare betekenis
    betekent compleet complete definitie eigenlijk gebruikte heet info informatie lijst lijstje noem noemen noemt
    opzoeken overzicht pagina precies staan staat term tonen toon uitleg vind vinden volledig volledige website zie
    zien
    """
)
# Words of many questions that say little of what is asked: they count for less.
WEAK_WORDS = _set(
    """
    aanpak aanpakken aantal anderen begin beginnen begint begonnen bekend belangrijk beste beter betere blijf blijft
    blijven breng brengen brengt case cases dingen drie echt eerst eerste gebeuren gebeurt gebruik gebruiken
    geef geeft gemeente gemeenten geven goede graag help helpen helpt hoeveel houd houden houdt idee kies kiest
    kiezen kijken kom komen komt laatste lang leert lever leverde leverden leveren levert loopt lopen
    lukt maak maakt maken manier mensen nieuw nieuwe nodig pak pakt passen past plan regel regelen rond samen
    site sta stap stappen start starten stel stellen stelt twee tweede vaak verschil vier vijf voorbeeld
    voorbeelden voorkom voorkomen voorkomt weer werk werken werkt win winnen wint zet zetten zoek zoeken zorg
    zorgen zorgt
    bestaan bestaat bleek blijken blijkt dacht denken denkt durven echte eigen enkele ergens erg genoeg gezegd
    gevonden groot grote haal haalt halen handig handige hangen hangt heet heten hoog hoge hoor hoort horen
    iedereen juist juiste klein kleine klopt kloppen lag lastig lastige liefst lig liggen ligt lijken lijkt
    makkelijk makkelijke mogelijk moeilijk moeilijke nam nemen neem neemt niemand normaal ongeveer precieze
    probeer proberen probeert slim slimme snel snelle soms sta stond stonden tegenkomen tijdens tips toevallig
    verstandig verstandige vertel vertellen vertelt vind vinden voel voelen vond vonden wachten wacht weet
    weinig weten zat zaten zeg zeggen zegt zit zitten
    behalve beide boven buiten daarbij daarna daarom daarover daaruit daarvan echter elk elkaar elke enkel erbij
    ervaring gewoon hierbij hierover inmiddels jezelf juist langs laatst langer liever mits mooi mooie mooier leuk leuke
    naast namelijk nergens nooit ooit opnieuw overal pas per project projecten reeds sinds slechts steeds tegen tegelijk
    netjes soepel vlot rustig gemakkelijk gemakkelijke eenvoudig eenvoudige simpel simpele fijn fijne
    terwijl totdat trouwens vanaf verschillende vervolgens volgens vooraf vooral voordat waarbij waardoor waarmee waarna
    waarover waarvan waarvoor zeer zelfs zodat zodra zolang zulk zulke
    """
)
