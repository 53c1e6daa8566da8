"""Which words are forms of one verb: gebouwd and bouwde of bouwen, afgeblazen of afblazen, kozen of kiezen.

Weak verbs follow a rule (Algemene Nederlandse Spraakkunst, 2.3): the stem with -de or -te, and ge- before it. A word is
taken for such a form only when the texts use the infinitive too. Strong verbs change their vowel: those are listed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .stems import stem

_PARTICLES = (
    "aan achter af bij binnen door in langs los mee mis na neer om onder op over samen stil tegen terug toe uit vast "
    "voor vooruit weg"
)
# After these a participle has no ge-.
_PREFIXES = "be ver ont her er onder over mis"
_PARTICLE = f"(?P<particle>{'|'.join(_PARTICLES.split())})?"
# What a verb is without its ending; -t comes only after the sounds of 't kofschip.
_CORE = r"(?P<core>[a-z]{3,40}?)"
_PAST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PARTICLE}ge{_CORE}(?P<ending>de?|(?<=[tkfschpx])te?)",
        rf"(?P<particle>){_CORE}(?P<ending>den?|(?<=[tkfschpx])ten?)",
    )
)
# What either can end in: looking at that first saves most of the looking.
_PAST_ENDS = ("d", "de", "den", "t", "te", "ten")
# Infinitive, past tense in singular and plural, participle; the commonest, without those that the rule finds.
_STRONG = """
bederven bedierf bedierven bedorven / beginnen begon begonnen begonnen / bevelen beval bevalen bevolen
bewegen bewoog bewogen bewogen / bezinken bezonk bezonken bezonken / bezwijken bezweek bezweken bezweken
bieden bood boden geboden / binden bond bonden gebonden / blazen blies bliezen geblazen / blijken bleek bleken gebleken
blijven bleef bleven gebleven / breken brak braken gebroken / brengen bracht brachten gebracht
denken dacht dachten gedacht / doen deed deden gedaan / dragen droeg droegen gedragen / drijven dreef dreven gedreven
dringen drong drongen gedrongen / drinken dronk dronken gedronken / dwingen dwong dwongen gedwongen
eten at aten gegeten / gaan ging gingen gegaan / genieten genoot genoten genoten / geven gaf gaven gegeven
gieten goot goten gegoten
glijden gleed gleden gegleden / graven groef groeven gegraven / grijpen greep grepen gegrepen
hangen hing hingen gehangen / helpen hielp hielpen geholpen / houden hield hielden gehouden / kiezen koos kozen gekozen
kijken keek keken gekeken / klimmen klom klommen geklommen / klinken klonk klonken geklonken
komen kwam kwamen gekomen / kopen kocht kochten gekocht / krimpen kromp krompen gekrompen / lezen las lazen gelezen
liggen lag lagen gelegen / lijden leed leden geleden / lijken leek leken geleken / lopen liep liepen gelopen
meten mat maten gemeten / nemen nam namen genomen / prijzen prees prezen geprezen / raden ried rieden geraden
rijden reed reden gereden / rijzen rees rezen gerezen / roepen riep riepen geroepen / ruiken rook roken geroken
scheiden scheidde scheidden gescheiden / schenken schonk schonken geschonken / schieten schoot schoten geschoten
schrijven schreef schreven geschreven / schrikken schrok schrokken geschrokken / schuiven schoof schoven geschoven
slaan sloeg sloegen geslagen / slapen sliep sliepen geslapen / slijten sleet sleten gesleten
sluiten sloot sloten gesloten / snijden sneed sneden gesneden / spreken sprak spraken gesproken
springen sprong sprongen gesprongen / staan stond stonden gestaan / steken stak staken gestoken
stelen stal stalen gestolen / sterven stierf stierven gestorven / stijgen steeg stegen gestegen
strijden streed streden gestreden / treden trad traden getreden / treffen trof troffen getroffen
trekken trok trokken getrokken / vallen viel vielen gevallen / vangen ving vingen gevangen
varen voer voeren gevaren / vechten vocht vochten gevochten / verbieden verbood verboden verboden
verdwijnen verdween verdwenen verdwenen / vergelijken vergeleek vergeleken vergeleken
vergeten vergat vergaten vergeten / verliezen verloor verloren verloren / vinden vond vonden gevonden
vliegen vloog vlogen gevlogen / vragen vroeg vroegen gevraagd / vriezen vroor vroren gevroren
wassen waste wasten gewassen / wegen woog wogen gewogen / werpen wierp wierpen geworpen / werven wierf wierven geworven
weten wist wisten geweten / wijken week weken geweken / wijzen wees wezen gewezen / winden wond wonden gewonden
winnen won wonnen gewonnen / zenden zond zonden gezonden / zien zag zagen gezien / zingen zong zongen gezongen
zinken zonk zonken gezonken / zitten zat zaten gezeten / zoeken zocht zochten gezocht / zuigen zoog zogen gezogen
zwemmen zwom zwommen gezwommen / zwijgen zweeg zwegen gezwegen
"""
# Words that look like a verb or a form of one, and are nearly always something else: lessen, leden.
_OTHER_WORDS = """
dag dagen groningen leden leed leeg legen les lessen middel middelen overheen producenten reden redenen
week weken weg wegen wet wetten
"""


def _strong() -> Iterator[tuple[str, str]]:
    for verb in _STRONG.replace("\n", " / ").split(" / "):
        infinitive, *forms = verb.split() or ("",)
        for before in ("", *_PARTICLES.split()):
            yield from ((before + form, before + infinitive) for form in forms)
        for before in _PREFIXES.split():
            yield from ((before + form.removeprefix("ge"), before + infinitive) for form in forms)


# What is a verb of its own is no form of another: vergeten is none of ver- and eten.
_NO_FORMS = frozenset(verb for _, verb in _strong()).intersection(_STRONG.split()).union(_OTHER_WORDS.split())
_INFINITIVES: Mapping[str, str] = {form: verb for form, verb in _strong() if form != verb and form not in _NO_FORMS}
# These have no weak forms: gebied is none of bieden.
_NOT_WEAK = frozenset(map(stem, frozenset(_INFINITIVES.values())))
_OTHER_STEMS = frozenset(map(stem, _OTHER_WORDS.split()))


def with_verbs(forms: Mapping[str, Sequence[str]], words: Iterable[str]) -> dict[str, list[str]]:
    """The words of each stem, where the forms of one verb have each other's words too.

    `forms` are the words of each stem, `words` all words that the texts use.
    """
    infinitives = {stem(word) for word in words if word.endswith(("en", "aan")) and word not in _INFINITIVES}
    infinitives -= _OTHER_STEMS
    found = {root: list(known) for root, known in forms.items()}
    for root, known in forms.items():
        # A stem that is also that of another word says nothing sure: week is of wijken, and seven days.
        verbs = set.intersection(*({stem(verb) for verb in _verbs_of(word)} for word in known))
        for verb in sorted(verbs & infinitives - {root}):
            for one, other in ((root, verb), (verb, root)):
                found[one] += [word for word in forms[other] if word not in found[one]]
    return found


def _verbs_of(word: str) -> Iterator[str]:
    """The infinitives that a word may be a form of, or what these are without their ending."""
    if word in _INFINITIVES:
        yield _INFINITIVES[word]
    for pattern in _PAST if word.endswith(_PAST_ENDS) else ():
        if match := pattern.fullmatch(word):
            particle, core, ending = match["particle"] or "", match["core"], match["ending"][0]
            # Of a stem that ends in the same sound as its ending the ending is not heard.
            yield from (verb for verb in (particle + core, particle + core + ending) if stem(verb) not in _NOT_WEAK)
