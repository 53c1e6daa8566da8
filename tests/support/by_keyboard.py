"""Somebody with a keyboard and nothing else, in any browser: moves on with Tab, and uses what has the focus."""

from .window import DOWN, ENTER, TAB, Window, until

SPACE, ESCAPE = "\ue00d", "\ue00c"
_MOST_TABS = 250
# What the control with the focus is called: by its labels, else by its own words.
_FOCUSED = """
    const node = document.activeElement;
    const words = (one) => one.textContent.trim().replace(/\\s+/g, " ");
    if (!node || node === document.body) return [];
    return [node.ariaLabel ?? "", words(node), ...[...(node.labels ?? [])].map(words)];
"""
_CHOSEN = "const { options, selectedIndex } = document.activeElement; return options[selectedIndex]?.text ?? ''"


class Board:
    """The hands of who has a keyboard and nothing else."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def tab_to(self, name: str) -> None:
        """Move on until something with this name has the focus."""
        for _ in range(_MOST_TABS):
            if any(known == name for known in self.focused()):
                return
            self.window.strike(TAB)
        raise AssertionError(f"'{name}' is met de Tab-toets niet te bereiken; nu: {self.focused()}")

    def press(self, name: str) -> None:
        self.tab_to(name)
        self.window.press(ENTER)

    def write(self, label: str, text: str) -> None:
        self.tab_to(label)
        self.window.press(text.replace("\n", ENTER))

    def complete(self, label: str, start: str, whole: str) -> None:
        self.write(label, start)
        self.window.sees("[role=option]", whole)
        self.window.press(DOWN + ENTER)

    def pick(self, label: str, start: str) -> None:
        self.tab_to(label)
        self.window.press(start)
        until(lambda: str(self.window.run(_CHOSEN)).startswith(start), f"'{start}' is niet te kiezen bij {label}")

    def tick(self, label: str) -> None:
        self.tab_to(label)
        self.window.press(SPACE)
        assert self.window.run("return document.activeElement.checked"), label

    def holds(self, label: str, text: str) -> None:
        place = f"//section[@data-page][not(@hidden)]//*[@id=//label[normalize-space()='{label}']/@for]"
        until(lambda: self.window.value(place) == text, f"{label} heeft niet '{text}'")

    def sees(self, text: str) -> None:
        self.window.sees(f"//section[@data-page][not(@hidden)]//*[normalize-space()='{text}']")

    def at_page(self, heading: str) -> None:
        until(lambda: any(heading in known for known in self.focused()), f"{heading} heeft de focus niet")

    def focused(self) -> list[str]:
        """What the control with the focus is called."""
        # A page that is just left may give nothing.
        return [str(name) for name in self.window.run(_FOCUSED) or ()]
