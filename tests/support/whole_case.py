"""A whole case as somebody writes it who sees the form for the first time: the same walk for all hands and browsers."""

from collections.abc import Callable
from typing import Protocol

from playwright.sync_api import Page, expect

from kennisbank.faces.assistant_steps import STEPS

from .chance import THOROUGH
from .window import DOWN, ENTER, Window, until

STORY = {
    "Aanleiding": "De school wilde minder stroom inkopen.",
    "Aanpak": "Eerst werd het dak onderzocht. Daarna kwamen de panelen.",
    "Resultaat": "Het dak levert nu stroom.",
    "Wat werkte en wat niet": "Het overleg met de aannemer kostte meer tijd dan gedacht.",
    "Wat kun je hiermee?": "Onderzoek eerst het dak.",
}


class Hands(Protocol):
    """What somebody does to a form, each thing by the name that it has for people."""

    def write(self, label: str, text: str) -> None:
        """Type in a field."""

    def complete(self, label: str, start: str, whole: str) -> None:
        """Type the start of a name, and take the name that is offered."""

    def pick(self, label: str, start: str) -> None:
        """Choose from a list what starts with these words."""

    def tick(self, label: str) -> None:
        """Tick a box."""

    def press(self, name: str) -> None:
        """Press a button."""

    def holds(self, label: str, text: str) -> None:
        """Wait until a field holds this."""

    def sees(self, text: str) -> None:
        """Wait until this stands on the page."""

    def at_page(self, heading: str) -> None:
        """Wait until the page with these words in its heading is there, with its heading ready to be read out."""


def write_a_case(by: Hands) -> None:
    """All steps, up to the last."""
    by.write("Titel", "Een school legde eerst één zonnedak")
    by.write("Vraagstuk", "Hoe begin je met zonnepanelen op een school?")
    by.write("Samenvatting", "Een school legde zonnepanelen op het dak en leerde ervan.")
    _go_on(by, 2)
    by.write("Organisatie", "Gemeente Tilburg")
    by.complete("Gemeenten (niet verplicht)", "tilb", "Tilburg")
    by.pick("Energieregio (niet verplicht)", "Hart")
    _go_on(by, 3)
    by.write("Begin", "2019-'21")
    by.pick("Afloop", "afgerond")
    _go_on(by, 4)
    by.tick("Energie")
    _go_on(by, 5)
    _on(by, "Volgende stap", "Waar leerde je hiervan?")
    _go_on(by, 6)
    for title in [*STORY][:2]:
        by.write(title, STORY[title])
    _go_on(by, 7)
    for title in [*STORY][2:]:
        by.write(title, STORY[title])
    _go_on(by, 8)
    _add(by, "bron", "Waar staat het?")
    by.write("Titel", "Verslag van het zonnedak")
    by.write("Uitgever", "Basisschool De Zon")
    by.write("Datum", "maart 2021")
    _on(by, "Ga verder", "Nog iets over deze bron?")
    by.holds("Korte naam", "basisschool-de-zon-2021")
    _on(by, "Klaar met deze bron", "Bronnen")
    _go_on(by, 9)
    by.pick(STORY["Resultaat"], "Verslag")
    by.sees("Steunt op: Verslag van het zonnedak (bron 1).")
    _on(by, "Volgende stap", "Deel 2 van 2")
    _go_on(by, 10)
    _write_a_turn(by)
    _go_on(by, 11)
    _go_on(by, 12)
    _add(by, "les", "Welke les?")
    by.pick("Les", "Durf")
    by.pick("Verhouding", "steunt")
    by.write("Want", "Met tijd voor het onderzoek groeide het vertrouwen.")
    _on(by, "Klaar met deze les", "Lessen")
    _go_on(by, 13)
    _on(by, "Volgende stap", "Hoe zeker is het?")
    for number in (14, 15):
        _go_on(by, number)


def _write_a_turn(by: Hands) -> None:
    _add(by, "afslag", "Wat was de keuze?")
    by.write("Wanneer", "2019")
    by.write("Keuze", "Eerst één dak.")
    by.write("Opties", "Alle daken tegelijk\nEerst één dak")
    _on(by, "Ga verder", "Waarom, en door wie?")
    by.write("Waarom", "Zo kon de school eerst leren.")
    by.pick("Bron voor Waarom", "Verslag")
    by.holds("Waarom", "Zo kon de school eerst leren.[bron 1]")
    by.write("Wie besloot", "Het schoolbestuur")
    _on(by, "Klaar met deze afslag", "Afslagen")


def _go_on(by: Hands, number: int) -> None:
    _on(by, "Volgende stap", step_of(number))


def _add(by: Hands, called: str, heading: str) -> None:
    _on(by, f"Voeg een {called} toe", heading)


def _on(by: Hands, button: str, heading: str) -> None:
    by.press(button)
    by.at_page(heading)


def step_of(number: int) -> str:
    """What the heading of every page of a step says."""
    return f"Stap {number} van {len(STEPS)}"


class _OnPage:
    """What all hands see that Playwright lends."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def holds(self, label: str, text: str) -> None:
        expect(self.page.get_by_label(label, exact=True).filter(visible=True).first).to_have_value(text)

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_be_visible()

    def at_page(self, heading: str) -> None:
        found = self.page.locator("[data-page]:visible > h2")
        expect(found).to_contain_text(heading)
        expect(found).to_be_focused()


# How many stops of the Tab key it is from where somebody is to what they want: an element, or a button by its name.
# Counted too far, the walk goes round once; counted too short, it looks at each stop: never does it arrive unseen.
_STOPS = """(wanted) => {
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
    const here = document.activeElement;
    const ahead = stops.filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility()
        && here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    return ahead.findIndex((one) => one === wanted || one.textContent.trim() === wanted) + 1;
}"""


class Keys(_OnPage):
    """Who has a keyboard and nothing else."""

    def write(self, label: str, text: str) -> None:
        self.tab_to(label)
        if THOROUGH:
            self.page.keyboard.type(text)
        else:
            # What a key does, the first letters show; each costs as much as all the others at once.
            self.page.keyboard.type(text[:2])
            self.page.keyboard.insert_text(text[2:])

    def complete(self, label: str, start: str, whole: str) -> None:
        self.pick(label, start)
        expect(self.page.get_by_role("option", name=whole)).to_be_visible()
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")

    def pick(self, label: str, start: str) -> None:
        self.tab_to(label)
        self.page.keyboard.type(start)

    def tick(self, label: str) -> None:
        self.tab_to(label)
        self.page.keyboard.press("Space")

    def press(self, name: str) -> None:
        there = "(name) => document.activeElement.textContent.trim() === name"
        self._tab(self.page.evaluate(_STOPS, name), lambda: self.page.evaluate(there, name), f"de knop '{name}'")
        self.page.keyboard.press("Enter")

    def tab_to(self, label: str) -> None:
        """Move on with the Tab key until the control with this name has the focus, unless it has it already."""
        found = self.page.get_by_label(label, exact=True).and_(self.page.locator(":visible")).first
        wanted = found.element_handle()  # found once: to look for a label among all is dear
        there = "(element) => element === document.activeElement"
        if not wanted.evaluate(there):
            self._tab(wanted.evaluate(_STOPS), lambda: wanted.evaluate(there), f"'{label}'")

    def _tab(self, stops: int, there: Callable[[], bool], wanted: str) -> None:
        for number in range(1, 161):
            self.page.keyboard.press("Tab")
            if number >= stops and there():
                return
        raise AssertionError(f"{wanted} is met de Tab-toets niet te bereiken")


class Finger(_OnPage):
    """Who has a phone: taps, and types on the keyboard that comes up. Nothing may stand outside the screen."""

    def write(self, label: str, text: str) -> None:
        self._tap(label)
        self.page.keyboard.type(text)

    def complete(self, label: str, start: str, whole: str) -> None:
        self.write(label, start)
        self.page.get_by_role("option", name=whole).tap()

    def pick(self, label: str, start: str) -> None:
        # A phone shows the list in a window of its own, which no program can tap.
        self._tap(label)
        list_ = self.page.get_by_label(label, exact=True).filter(visible=True).first
        titles = list_.locator("option").all_text_contents()
        list_.select_option(label=next(title for title in titles if title.startswith(start)))

    def tick(self, label: str) -> None:
        self._tap(label)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).filter(visible=True).first.tap()

    def at_page(self, heading: str) -> None:
        super().at_page(heading)
        width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.page.evaluate(width) <= 0, heading

    def _tap(self, label: str) -> None:
        self.page.get_by_label(label, exact=True).filter(visible=True).first.tap()


_PAGE = "//section[@data-page][not(@hidden)]"
# The buttons that lead on stand below all steps.
_HERE = "[ancestor::section[@data-page][not(@hidden)] or not(ancestor::section[@data-page])]"


class Mouse:
    """Who has another browser, with a mouse and a keyboard."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def write(self, label: str, text: str) -> None:
        self.window.click(self._field(label))
        self.window.press(text.replace("\n", ENTER))

    def complete(self, label: str, start: str, whole: str) -> None:
        self.write(label, start)
        self.window.sees("[role=option]", whole)
        self.window.press(DOWN + ENTER)

    def pick(self, label: str, start: str) -> None:
        self.window.click(f"{self._field(label)}//option[starts-with(normalize-space(), '{start}')]")

    def tick(self, label: str) -> None:
        self.window.click(f"{_PAGE}//label[normalize-space()='{label}']/input")

    def press(self, name: str) -> None:
        self.window.click(f"//button[normalize-space()='{name}']{_HERE}")

    def holds(self, label: str, text: str) -> None:
        until(lambda: self.window.value(self._field(label)) == text, f"{label} heeft niet '{text}'")

    def sees(self, text: str) -> None:
        self.window.sees(f"{_PAGE}//*[normalize-space()='{text}']")

    def at_page(self, heading: str) -> None:
        self.window.sees(f"{_PAGE}/h2", heading)

    def _field(self, label: str) -> str:
        return f"{_PAGE}//*[@id={_PAGE}//label[normalize-space()='{label}']/@for]"


class Thumb(Mouse):
    """Who has another browser on a phone: taps, and types on the keyboard that comes up."""

    def write(self, label: str, text: str) -> None:
        self.window.tap(self._field(label))
        self.window.press(text.replace("\n", ENTER))

    def complete(self, label: str, start: str, whole: str) -> None:
        self.write(label, start)
        self.window.sees("[role=option]", whole)
        self.window.tap("[role=option]")

    def tick(self, label: str) -> None:
        self.window.tap(f"{_PAGE}//label[normalize-space()='{label}']/input")

    def press(self, name: str) -> None:
        self.window.tap(f"//button[normalize-space()='{name}']{_HERE}")

    def at_page(self, heading: str) -> None:
        super().at_page(heading)
        width = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.window.run(width) <= 0, heading
