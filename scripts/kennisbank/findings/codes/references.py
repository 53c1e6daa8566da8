"""KB2xx, verwijzing: references between records, and links in prose."""

from .code import error, warning

REFERENCES = (
    error("KB201", "Verwijzing naar iets dat niet bestaat", "Een verwijzing naar een case, les, community of werkvorm wordt een link. Die moet ergens uitkomen."),
    error("KB202", "Verwijst naar zichzelf", "Een pagina kan niet verwant zijn aan zichzelf."),
    error("KB203", "Term staat niet in de lijst", "Thema's, rollen, regio's en gemeenten komen uit vaste lijsten, zodat cases vergelijkbaar blijven."),
    error("KB204", "Link naar iets dat niet bestaat", "Een lezer die klikt, komt op een foutpagina."),
    error("KB205", "Anker bestaat niet", "De pagina bestaat wel, maar het onderdeel waar de link naartoe springt niet."),
    error("KB206", "Afbeelding ontbreekt", "De lezer ziet een leeg kader."),
    error("KB207", "Link wijst buiten de bibliotheek", "Alleen bestanden in cases/, lessons/ en docs/ komen op de site."),
    error("KB208", "Naam is al in gebruik", "Twee pagina's kunnen niet hetzelfde adres hebben."),
    error("KB209", "Oude naam is dubbel", "Een oude naam stuurt door naar een pagina; dat kan er maar een zijn."),
    error("KB211", "Link naar een concept", "Een concept staat niet op de gepubliceerde site; lezers zien daar geen pagina."),
    error("KB212", "Onbekend overzicht", "Met 'site:' verwijs je naar een overzichtspagina van de site. Dit overzicht bestaat niet."),
    error("KB213", "Webadres in de tekst klopt niet", "Alleen volledige adressen met https:// werken op elk apparaat."),
    error("KB214", "Verwijslink zonder doel", "De link [tekst][naam] heeft ergens een regel '[naam]: adres' nodig."),
    warning("KB215", "Gemeente en regio horen niet bij elkaar", "Een lezer die op regio filtert, verwacht de gemeente daar ook."),
    error("KB216", "Les is twee keer gekoppeld", "Een case zegt een keer iets over een les, anders telt de stand dubbel."),
)  # fmt: skip
