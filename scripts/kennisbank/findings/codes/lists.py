"""KB5xx, lijsten: the closed lists themselves."""

from .code import error, warning

LISTS = (
    warning("KB501", "Term wordt nergens gebruikt", "Een term zonder pagina's is voor lezers een dood spoor."),
    error("KB503", "Term staat er twee keer in", "Een verwijzing naar een dubbele term is niet eenduidig."),
    error("KB505", "Twee termen met dezelfde titel", "Lezers kunnen twee termen met dezelfde titel of schrijfwijze niet uit elkaar houden."),
    error("KB506", "CBS-code is dubbel", "Elke gemeente heeft een eigen code in de lijst van het CBS."),
    error("KB507", "Lijst ontbreekt", "Zonder deze lijst kan geen enkele verwijzing ernaar worden nagekeken."),
    warning("KB508", "Onbekende lijst", "Dit bestand hoort bij geen enkel veld; de inhoud wordt niet gebruikt."),
    error("KB509", "Lijst heeft niet de goede vorm", "Een lijst bestaat uit termen, elk met een streepje ervoor."),
    error("KB510", "Punt ligt buiten de provincie", "De kaart zou de cases van deze plaats in een andere provincie tonen."),
)  # fmt: skip
